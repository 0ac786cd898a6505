"""Taking something out of a draft, after telling what goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from dugnad.kit.pages import show_form, who_and_when
from dugnad.kit.verdicts import Outdated, Refused
from dugnad.plans.forms.draft import Draft, beginning
from dugnad.plans.pages.finding import address, posted

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django_stubs_ext import StrOrPromise

    from dugnad.plans.models import Plan


def remove(
    request: HttpRequest,
    plan: Plan,
    row: Any,
    command: Callable[..., object],
    *,
    title: StrOrPromise,
    text: StrOrPromise,
    where: str,
) -> HttpResponse:
    """Ask before taking something out; whoever asks on words that have changed meanwhile sees them first."""
    form = Draft(posted(request), initial=beginning({}, row.revision))
    if request.method == "POST" and form.is_valid():
        asks = who_and_when(request)
        try:
            command(row, revision=form.cleaned_data["revision"], **asks)
        except Outdated:
            form = _once_more(row)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Taken out."))
            return redirect(address(plan, where))
    words = {"title": title, "text": text, "label": _("Take out"), "danger": True}
    return show_form(request, "plans/act.html", form, back=address(plan, where), **words, **_around(plan))


def _around(plan: Plan) -> dict[str, Any]:
    return {"plan": plan, "place": plan.process.place}


def _once_more(row: Any) -> Draft:
    row.refresh_from_db()
    form = Draft({"revision": row.revision})
    form.full_clean()
    form.add_error(None, _("Somebody else changed this meanwhile. Look at it once more, then decide."))
    return form
