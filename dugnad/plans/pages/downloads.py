"""The plan on paper and as files: of the draft for those with a part, of a public version for anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify

from dugnad.kit.pages import hide_unless, show_form, who_and_when
from dugnad.papers.excel import to_excel
from dugnad.plans.documents import editions, plan_sheets
from dugnad.plans.documents.files import KINDS, MAKERS, PaperFailedError, paper_file
from dugnad.plans.forms.case import CaseForm
from dugnad.plans.importing import write_plan
from dugnad.plans.pages.finding import find_any
from dugnad.plans.queries.editions import Edition, version_numbered, versions_of
from dugnad.plans.rules.editions import may_read_edition
from dugnad.processes.rules import may_see_drafts

_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "–": "-"})  # slugify would drop them

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest

    from dugnad.papers.blocks import Paper
    from dugnad.plans.models import Plan


def list_papers(request: HttpRequest, plan_id: int, number: int | None = None) -> HttpResponse:
    """Show what can be had of one edition: without a number the draft, for the public the newest version."""
    plan = find_any(plan_id)
    who = who_and_when(request)
    shown = [version for version in versions_of(plan) if may_read_edition(plan, version, **who)]
    insider = bool(may_see_drafts(plan.process, **who))
    if number is None and not insider:
        number = shown[0].number if shown else None
    context = {
        "plan": plan,
        "process": plan.process,
        "place": plan.process.place,
        "edition": _edition(request, plan, number),
        "versions": shown,
        "is_insider": insider,
    }
    return render(request, "plans/papers.html", context)


def find_edition(request: HttpRequest, plan_id: int, number: int | None) -> Edition:
    """Give the draft or a version, or answer 404 where the reader may not read it."""
    return _edition(request, find_any(plan_id), number)


def _edition(request: HttpRequest, plan: Plan, number: int | None) -> Edition:
    version = version_numbered(plan, number) if number is not None else None
    if number is not None and version is None:
        raise Http404
    hide_unless(may_read_edition(plan, version, **who_and_when(request)))
    return Edition(plan, version)


def download_plan(request: HttpRequest, plan_id: int, ending: str, number: int | None = None) -> HttpResponse:
    """Give the plan as PDF or Word."""
    edition = find_edition(request, plan_id, number)
    return _paper(request, editions.edition_paper(edition, dated=_today(request)), ending, edition)


def download_action_plan(
    request: HttpRequest, plan_id: int, year: int, ending: str, number: int | None = None
) -> HttpResponse:
    """Give one year's action plan as PDF or Word."""
    edition = find_edition(request, plan_id, number)
    paper = editions.edition_action_plan(edition, year, dated=_today(request))
    if paper is None:
        raise Http404
    return _paper(request, paper, ending, edition)


def download_sheets(request: HttpRequest, plan_id: int, number: int | None = None) -> HttpResponse:
    """Give goals and money as Excel."""
    edition = find_edition(request, plan_id, number)
    outline = edition.outline
    content = to_excel(
        plan_sheets(outline), title=outline.title, author=outline.place.name, dated=_today(request)
    )
    return _file(content, outline.title, "xlsx", edition)


def download_file(request: HttpRequest, plan_id: int, number: int | None = None) -> HttpResponse:
    """Give the plan's file, which can be read, checked and taken in elsewhere."""
    edition = find_edition(request, plan_id, number)
    return _file(write_plan(edition.outline).encode(), edition.outline.title, "yaml", edition)


def write_case(request: HttpRequest, plan_id: int, number: int | None = None) -> HttpResponse:
    """Ask what a case paper must say, then give it; it changes nothing, so its address can be kept."""
    edition = find_edition(request, plan_id, number)
    plan = edition.plan
    hide_unless(may_see_drafts(plan.process, **who_and_when(request)))
    form = CaseForm(request.GET or None, initial={"officer": str(request.user)})
    if form.is_valid():
        paper = editions.edition_case(edition, **form.case(), dated=_today(request))  # type: ignore[arg-type]
        return _paper(request, paper, form.cleaned_data["ending"], edition)
    context = {"plan": plan, "process": plan.process, "place": plan.process.place, "edition": edition}
    return show_form(request, "plans/case.html", form, **context)


def _today(request: HttpRequest) -> date:
    return timezone.localdate(request.now)  # type: ignore[attr-defined]


def _paper(request: HttpRequest, paper: Paper, ending: str, edition: Edition) -> HttpResponse:
    if ending not in MAKERS:
        raise Http404
    try:
        return _file(paper_file(paper, ending), f"{paper.kind} {edition.outline.title}", ending, edition)
    except PaperFailedError:
        context = {"plan": edition.plan, "process": edition.plan.process, "place": edition.plan.process.place}
        return render(request, "plans/paper_failed.html", context, status=500)


def _file(content: bytes, title: str, ending: str, edition: Edition) -> HttpResponse:
    mark = f"v{edition.number}" if edition.number else "draft"
    answer = HttpResponse(content, content_type=KINDS[ending])
    side = "inline" if ending == "pdf" else "attachment"
    name = slugify(title.translate(_LETTERS))[:100] or "plan"
    answer["Content-Disposition"] = f'{side}; filename="{name}-{mark}.{ending}"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex" if edition.version is None else "all"
    return answer
