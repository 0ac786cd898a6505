"""Addresses below /plans/, one list a noun."""

from __future__ import annotations

from django.urls import path

from dugnad.plans.pages import (
    analysis,
    areas,
    check,
    comments,
    communication,
    course,
    downloads,
    figures,
    goal_documents,
    goals,
    money,
    plan,
    reading,
    sections,
    thread,
    versions,
    work,
)

app_name = "plans"

_PLAN = [
    path("start/<int:process_id>/", plan.start_plan, name="start_plan"),
    path("<int:plan_id>/", plan.show_plan, name="show_plan"),
]
_SECTIONS = [
    path("<int:plan_id>/sections/<slug:key>/", sections.edit_section, name="edit_section"),
    path("<int:plan_id>/vision/", sections.edit_vision, name="edit_vision"),
    path("<int:plan_id>/main-goal/sum/", sections.explain_sum, name="explain_sum"),
]
_AREAS = [
    path("<int:plan_id>/areas/add/", areas.add_area, name="add_area"),
    path("<int:plan_id>/areas/<str:code>/edit/", areas.edit_area, name="edit_area"),
    path("<int:plan_id>/areas/<str:code>/remove/", areas.remove_area, name="remove_area"),
    path("<int:plan_id>/areas/<str:code>/restore/", areas.restore_area, name="restore_area"),
    path("<int:plan_id>/areas/<str:code>/anchoring/", areas.set_anchorings, name="set_anchorings"),
    path(
        "<int:plan_id>/areas/<str:code>/activities/<int:activity_id>/anchoring/",
        areas.set_anchorings,
        name="set_anchorings",
    ),
    path("<int:plan_id>/areas/<str:code>/activities/add/", areas.add_activity, name="add_activity"),
    path("<int:plan_id>/activities/<int:activity_id>/edit/", areas.edit_activity, name="edit_activity"),
    path("<int:plan_id>/activities/<int:activity_id>/remove/", areas.remove_activity, name="remove_activity"),
    path("<int:plan_id>/areas/map/", course.map_areas, name="map_areas"),
]
_GOALS = [
    path("<int:plan_id>/main-goal/add/", goals.add_goal, name="add_goal"),
    path("<int:plan_id>/areas/<str:code>/goals/add/", goals.add_goal, name="add_goal"),
    path("<int:plan_id>/goals/<int:goal_id>/edit/", goals.edit_goal, name="edit_goal"),
    path("<int:plan_id>/goals/<int:goal_id>/remove/", goals.remove_goal, name="remove_goal"),
    path(
        "<int:plan_id>/goals/<int:goal_id>/documents/", goal_documents.attach_document, name="attach_document"
    ),
    path(
        "<int:plan_id>/goals/<int:goal_id>/documents/add/",
        goal_documents.add_goal_document,
        name="add_goal_document",
    ),
    path(
        "<int:plan_id>/goals/<int:goal_id>/documents/<int:document_id>/detach/",
        goal_documents.detach_document,
        name="detach_document",
    ),
]
_MONEY = [
    path("<int:plan_id>/money/", money.set_money, name="set_money"),
    path("<int:plan_id>/conditions/", money.set_conditions, name="set_conditions"),
]
_WORK = [
    path("<int:plan_id>/years/start/", work.start_action_plan, name="start_action_plan"),
    path("<int:plan_id>/years/<int:year>/edit/", work.edit_action_plan, name="edit_action_plan"),
    path("<int:plan_id>/years/<int:year>/measures/add/", work.add_measure, name="add_measure"),
    path("<int:plan_id>/measures/<int:measure_id>/edit/", work.edit_measure, name="edit_measure"),
    path("<int:plan_id>/measures/<int:measure_id>/remove/", work.remove_measure, name="remove_measure"),
]
_CHECK = [
    path("<int:plan_id>/check/", check.show_check, name="show_check"),
    path("<int:plan_id>/check/accept/", check.accept_warning, name="accept_warning"),
    path("<int:plan_id>/check/withdraw/", check.withdraw_acceptance, name="withdraw_acceptance"),
]
_VERSIONS = [
    path("<int:plan_id>/versions/", versions.list_versions, name="list_versions"),
    path("<int:plan_id>/versions/save/", versions.save_version, name="save_version"),
    path("<int:plan_id>/versions/compare/", versions.compare_versions, name="compare_versions"),
    path("<int:plan_id>/versions/<int:number>/", versions.show_version, name="show_version"),
    path("<int:plan_id>/versions/<int:number>/restore/", versions.restore_version, name="restore_version"),
]
_COURSE = [
    path("<int:plan_id>/submit/", course.submit_plan, name="submit_plan"),
    path("<int:plan_id>/approve/", course.approve_plan, name="approve_plan"),
    path("<int:plan_id>/adopt/", course.adopt_plan, name="adopt_plan"),
    path("<int:plan_id>/changes/", course.show_changes, name="show_changes"),
    path("<int:plan_id>/publish/", course.publish_plan, name="publish_plan"),
    path("<int:plan_id>/revise/", course.revise_plan, name="revise_plan"),
]
_COMMENTS = [
    path("<int:plan_id>/comments/<str:where>/", comments.add_comment, name="add_comment"),
    path("<int:plan_id>/comments/<int:comment_id>/settle/", comments.settle_comment, name="settle_comment"),
]

_PAPERS = [
    path("<int:plan_id>/thread/", thread.show_thread, name="show_thread"),
    path("<int:plan_id>/papers/", downloads.list_papers, name="list_papers"),
    path("<int:plan_id>/papers/<int:number>/", downloads.list_papers, name="list_papers"),
]
for _text in ("draft", "<int:number>"):  # the same papers of the draft and of each version
    _at = f"<int:plan_id>/papers/{_text}"
    _PAPERS += [
        path(f"{_at}/plan.<slug:ending>", downloads.download_plan, name="download_plan"),
        path(
            f"{_at}/action-plan-<int:year>.<slug:ending>",
            downloads.download_action_plan,
            name="download_action_plan",
        ),
        path(f"{_at}/goals-and-money.xlsx", downloads.download_sheets, name="download_sheets"),
        path(f"{_at}/plan-file.yaml", downloads.download_file, name="download_file"),
        path(f"{_at}/case/", downloads.write_case, name="write_case"),
    ]

_ANALYSIS = [
    path("analysis/<int:process_id>/", analysis.open_analysis, name="open_analysis"),
    path("analysis/<int:process_id>/start/", analysis.start_analysis, name="start_analysis"),
    path("analysis/<int:process_id>/edit/", analysis.edit_analysis, name="edit_analysis"),
    path("analysis/<int:process_id>/report/", analysis.attach_report, name="attach_report"),
    path(
        "analysis/<int:process_id>/challenges/add/",
        analysis.add_premise,
        {"kind": "challenge"},
        name="add_challenge",
    ),
    path(
        "analysis/<int:process_id>/opportunities/add/",
        analysis.add_premise,
        {"kind": "opportunity"},
        name="add_opportunity",
    ),
    path(
        "analysis/<int:process_id>/premises/<int:premise_id>/edit/",
        analysis.edit_premise,
        name="edit_premise",
    ),
    path(
        "analysis/<int:process_id>/premises/<int:premise_id>/remove/",
        analysis.remove_premise,
        name="remove_premise",
    ),
]
_FIGURES = [
    path("analysis/<int:process_id>/figures/type/", figures.set_figures, name="set_figures"),
    path("analysis/<int:process_id>/figures/series/", figures.write_series, name="write_series"),
    path("analysis/<int:process_id>/figures/remove/", figures.remove_series, name="remove_series"),
    path("analysis/<int:process_id>/figures/upload/", figures.upload_figures, name="upload_figures"),
    path("analysis/<int:process_id>/figures/columns/", figures.map_figures, name="map_figures"),
    path("analysis/<int:process_id>/figures/fetch/", figures.fetch_statistics, name="fetch_statistics"),
    path("analysis/<int:process_id>/figures/progress/", figures.show_progress, name="show_progress"),
]
_COMMUNICATION = [
    path("communication/<int:process_id>/", communication.list_communication, name="list_communication"),
    path("communication/<int:process_id>/plan/", communication.plan_communication, name="plan_communication"),
    path(
        "communication/<int:process_id>/<int:activity_id>/edit/",
        communication.edit_communication,
        name="edit_communication",
    ),
    path(
        "communication/<int:process_id>/<int:activity_id>/tick/",
        communication.tick_communication,
        name="tick_communication",
    ),
    path(
        "communication/<int:process_id>/<int:activity_id>/remove/",
        communication.remove_communication,
        name="remove_communication",
    ),
]
_READING = [
    path("<int:plan_id>/reading/", reading.list_readings, name="list_readings"),
    path("<int:plan_id>/reading/open/", reading.open_reading, name="open_reading"),
    path("read/<slug:token>/", reading.answer_reading, name="answer_reading"),
]

urlpatterns = [
    *_PLAN, *_SECTIONS, *_AREAS, *_GOALS, *_MONEY, *_WORK, *_CHECK, *_VERSIONS, *_COURSE, *_COMMENTS,
    *_PAPERS,
    *_ANALYSIS, *_FIGURES, *_COMMUNICATION, *_READING,
]  # fmt: skip
