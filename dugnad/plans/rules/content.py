"""What a plan must contain: analysis, answers, main goal, areas, headings (A-01 to A-05, A-13)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import say
from dugnad.plans.outline.words import SECTION_NAMES, SECTIONS
from dugnad.plans.rules.found import each_area, error, info, warning
from dugnad.plans.rules.limits import MOST_AREAS, NORMAL_AREAS

if TYPE_CHECKING:
    from dugnad.kit.findings import Finding
    from dugnad.plans.outline import PlanOutline
    from dugnad.plans.outline.words import SectionKey


def check_analysis(outline: PlanOutline) -> list[Finding]:
    """A-01: the plan stands on a completed development analysis that is a document of its own."""
    analysis = outline.analysis
    if analysis is None or not analysis.title.strip():
        message = _("The plan does not refer to a development analysis.")
        return [error("A-01", "analysis", message, _("Name the analysis and the day it was finished."))]
    findings = []
    if analysis.finished_on is None:
        message = say(_("The analysis “%(title)s” is not finished."), title=analysis.title)
        mend = _("Finish the analysis and give the day it was finished.")
        findings.append(error("A-01", "analysis.finished_on", message, mend))
    findings += _analysis_came_first(outline)
    if outline.title.strip() and analysis.title.strip().casefold() == outline.title.strip().casefold():
        message = _("The analysis has the same title as the plan; the two must be separate documents.")
        mend = _("Refer to the analysis as a document of its own.")
        findings.append(error("A-01", "analysis.title", message, mend))
    return findings


def _analysis_came_first(outline: PlanOutline) -> list[Finding]:
    finished = outline.analysis.finished_on if outline.analysis else None
    adopted = [d.decided_on for d in outline.decisions if d.kind == "adoption" and d.decided_on]
    if finished is None or not adopted or finished <= min(adopted):
        return []
    message = say(
        _("The analysis was finished on %(finished)s, after the council's decision on %(adopted)s."),
        finished=finished,
        adopted=min(adopted),
    )
    return [error("A-01", "analysis.finished_on", message, _("Check both dates; the analysis comes first."))]


def check_answers(outline: PlanOutline) -> list[Finding]:
    """A-02: each challenge is answered, each area answers something; orphans are listed."""
    answered = {code for area in outline.areas for code in area.answers}
    known = {premise.code for premise in outline.premises}
    findings = [*_doubled_premises(outline)]
    for number, premise in enumerate(outline.premises, start=1):
        if premise.code in answered:
            continue
        where, name = f"premises.{premise.code or number}", f"{premise.code} {premise.title}".strip()
        if premise.kind == "opportunity":
            message = say(_("No area takes up the opportunity “%(name)s”."), name=name)
            findings.append(info("A-02", where, message, _("Let an area take it up, or let it lie.")))
        else:
            message = say(_("No area answers the challenge “%(name)s”."), name=name)
            findings.append(error("A-02", where, message, _("Let an area answer it.")))
    for where, area in each_area(outline):
        if not known.intersection(area.answers):
            message = say(_("The area “%(area)s” answers no challenge or opportunity."), area=_name(area))
            mend = _("Choose what it answers, or leave the area out.")
            findings.append(error("A-02", f"{where}.answers", message, mend))
        if unknown := tuple(code for code in area.answers if code not in known):
            message = say(
                _("The area “%(area)s” answers %(codes)s, which the analysis does not have."),
                area=_name(area),
                codes=unknown,
            )
            mend = _("Use the codes of the analysis' challenges and opportunities.")
            findings.append(error("A-02", f"{where}.answers", message, mend))
    return findings


def _doubled_premises(outline: PlanOutline) -> list[Finding]:
    counts = Counter(premise.code for premise in outline.premises if premise.code)
    return [
        error(
            "A-02",
            f"premises.{code}",
            say(_("The code %(code)s stands for more than one challenge or opportunity."), code=code),
            _("Give each its own code."),
        )
        for code, count in counts.items()
        if count > 1
    ]


def _name(area: object) -> str:
    return f"{getattr(area, 'code', '')} {getattr(area, 'title', '')}".strip()


def check_main_goal(outline: PlanOutline) -> list[Finding]:
    """A-03: one concrete main goal: words, a number, a unit and a due date."""
    goal = outline.main_goal
    if goal is None:
        message = _("The plan has no main goal.")
        return [error("A-03", "main_goal", message, _("Set one concrete main goal."))]
    missing = [
        name
        for name, is_there in (
            (_("words"), bool(goal.text.strip())),
            (_("a number"), goal.target is not None),
            (_("a unit"), bool(goal.unit.strip())),
            (_("a due date"), goal.due_on is not None),
        )
        if not is_there
    ]
    if not missing:
        return []
    message = say(_("The main goal is not concrete: it lacks %(missing)s."), missing=tuple(missing))
    return [error("A-03", "main_goal", message, _("Say how much of what is to be reached, and by when."))]


def check_number_of_areas(outline: PlanOutline) -> list[Finding]:
    """A-04: three to four areas are normal; other numbers need a reason, more than six a strong one."""
    count = len(outline.areas)
    if count in NORMAL_AREAS:
        return []
    if count == 0:
        message = _("The plan has no focus areas.")
        return [error("A-04", "areas", message, _("Choose a limited number, normally three to four."))]
    mend = _("Choose three to four, or write down why this number is right here.")
    if count == 1:
        message = _("The plan has only one focus area; three to four are normal.")
    elif count <= MOST_AREAS:
        message = say(_("The plan has %(count)s focus areas; three to four are normal."), count=count)
    else:
        message = say(
            _(
                "The plan has %(count)s focus areas. That is far more than the three to four that are "
                "normal, and more than any plan known to have been approved: the effort is spread thin."
            ),
            count=count,
        )
    return [warning("A-04", "areas", message, mend)]


def check_area_parts(outline: PlanOutline) -> list[Finding]:
    """A-05: each area has a goal, a frame and at least one main activity, and a code of its own."""
    findings = []
    counts = Counter(area.code for area in outline.areas if area.code)
    for where, area in each_area(outline):
        name = _name(area)
        if not area.goals:
            message = say(_("The area “%(area)s” has no goal."), area=name)
            findings.append(error("A-05", f"{where}.goals", message, _("Set at least one goal.")))
        if not area.frames:
            message = say(_("The area “%(area)s” has no frame of money."), area=name)
            findings.append(
                error("A-05", f"{where}.frames", message, _("Set the area's money for each year."))
            )
        if not area.activities:
            message = say(_("The area “%(area)s” has no main activity."), area=name)
            mend = _("Describe at least one main activity.")
            findings.append(error("A-05", f"{where}.activities", message, mend))
    for code in (code for code, count in counts.items() if count > 1):
        message = say(_("The code %(code)s stands for more than one area."), code=code)
        findings.append(error("A-05", f"areas.{code}", message, _("Give each area its own code.")))
    return findings


def check_headings(outline: PlanOutline) -> list[Finding]:
    """A-13: the six headings all have content; goals, areas and money count under their own heading."""
    return [
        warning(
            "A-13",
            f"sections.{key}",
            say(_("There is nothing under the heading “%(heading)s”."), heading=SECTION_NAMES[key]),
            _("Write the section."),
        )
        for key in SECTIONS
        if not _has_content(outline, key)
    ]


def _has_content(outline: PlanOutline, key: SectionKey) -> bool:
    told_elsewhere = {
        "vision_and_goal": bool(outline.vision.strip() and outline.main_goal),
        "focus_areas": bool(outline.areas),
        "resources": bool(outline.money),
    }
    return bool(outline.sections.text(key).strip()) or told_elsewhere.get(key, False)
