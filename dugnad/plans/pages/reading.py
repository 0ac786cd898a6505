"""Reading rounds: opened by those who lead, answered through a personal link, read by those with a part."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.plans import commands
from dugnad.plans.forms.reading import AnswerForm, RoundForm
from dugnad.plans.notices.reading import invite_reader, reading_address
from dugnad.plans.pages.finding import find_draft
from dugnad.plans.queries import reading as queries
from dugnad.plans.queries.document import version_document
from dugnad.plans.rules.acts import may_open_reading
from dugnad.plans.rules.reading import may_read
from dugnad.processes.rules import may_lead
from dugnad.processes.tasks import post

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.models import Plan, Reader, ReadingRound

PRIVATE = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}


def list_readings(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the rounds with every reader's answer; links only to those who lead."""
    plan, asks = find_draft(request, plan_id), who_and_when(request)
    rounds = list(queries.rounds_of(plan))
    leads = bool(may_lead(plan.process, **asks))
    context = {
        "plan": plan,
        "place": plan.process.place,
        "process": plan.process,
        "rounds": [_told(row, leads=leads) for row in rounds],
        "today": asks["at"].date(),
        "may_open": may_open_reading(plan, **asks),
    }
    return render(request, "plans/reading.html", context)


def _told(row: ReadingRound, *, leads: bool) -> dict[str, Any]:
    readers = list(row.readers.all())
    return {
        "round": row,
        "answered": [reader for reader in readers if reader.answered_at],
        "waiting": [
            (reader, reading_address(reader) if leads else "") for reader in readers if not reader.answered_at
        ],
        "total": len(readers),
    }


def open_reading(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Lay the draft before invited milieux, and send each reader a personal link."""
    plan, asks = find_draft(request, plan_id), who_and_when(request)
    enforce(may_open_reading(plan, **asks))
    today = asks["at"].date()
    initial = {"opens_on": today, "closes_on": today + timedelta(days=21)}
    form = RoundForm(request.POST or None, initial=initial)
    opened: list[ReadingRound] = []
    if acted(request, form, lambda _data: opened.append(_open(plan, form, asks))):
        for reader in queries.readers_with_mail(opened[0]):
            post(invite_reader(reader))
        messages.success(request, _("The round is opened, and those with an address get their link by mail."))
        return redirect("plans:list_readings", plan_id)
    back = reverse("plans:list_readings", args=[plan_id])
    context = {"plan": plan, "place": plan.process.place, "process": plan.process, "back": back}
    return show_form(request, "plans/reading_open.html", form, **context)


def _open(plan: Plan, form: RoundForm, asks: dict[str, Any]) -> ReadingRound:
    return commands.open_reading(plan, **form.facts(), **asks)


def answer_reading(request: HttpRequest, token: str) -> HttpResponse:
    """Show an invited reader the draft and take in the answer; no account, and no search engine."""
    reader = queries.reader_by_token(token)
    if reader is None:
        raise Http404
    at = who_and_when(request)["at"]
    if not (verdict := may_read(reader, at=at)):
        answer = render(request, "plans/reading_closed.html", _around(reader, verdict=verdict), status=403)
    else:
        answer = _read(request, reader, at=at)
    for name, value in PRIVATE.items():
        answer[name] = value
    return answer


def _read(request: HttpRequest, reader: Reader, *, at: datetime) -> HttpResponse:
    version = reader.round.version
    areas = [(area["code"], area["title"]) for area in version.content.get("areas", [])]
    initial = {"answer": reader.answer, "area_codes": reader.area_codes}
    form = AnswerForm(request.POST or None, areas=areas, initial=initial)
    if acted(request, form, lambda data: commands.answer_reading(reader, at=at, **data)):
        messages.success(request, _("Thank you. Your answer is kept, and you may change it until the end."))
        return redirect("plans:answer_reading", reader.token)
    context = _around(
        reader,
        document=SimpleLazyObject(lambda: version_document(version)),
        moment=f"reading/{version.pk}",
        title=version.content.get("title", reader.round.plan.title),
    )
    return show_form(request, "plans/reading_answer.html", form, **context)


def _around(reader: Reader, **more: object) -> dict[str, Any]:
    plan = reader.round.plan
    found = {"reader": reader, "round": reader.round, "version": reader.round.version}
    return {**found, "plan": plan, "process": plan.process, "place": plan.process.place, **more}
