"""What the pages that do something with a process have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from dugnad.kit.pages import acted, hide_unless, show_form, who_and_when
from dugnad.processes.queries.processes import processes_with_place
from dugnad.processes.rules import may_see

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model, QuerySet
    from django.forms import Form
    from django.http import HttpRequest, HttpResponse
    from django_stubs_ext import StrOrPromise

    from dugnad.processes.models import Process


T = TypeVar("T", bound="Model")


def find_process(request: HttpRequest, process_id: int) -> Process:
    """Give the process, or answer 404: a draft is not there for those who may not see it."""
    process: Process = get_object_or_404(processes_with_place(), pk=process_id)
    hide_unless(may_see(process, **who_and_when(request)))
    return process


def find_part(request: HttpRequest, parts: QuerySet[T], process_id: int, part_id: int) -> T:
    """Give something that belongs to a process (`parts` come with it), or answer 404."""
    part = get_object_or_404(parts, pk=part_id)
    hide_unless(may_see(part.process, **who_and_when(request)))  # type: ignore[attr-defined]
    if part.process.pk != process_id:  # type: ignore[attr-defined]
        raise Http404
    return part


def act_page(
    request: HttpRequest,
    process: Process,
    form: Form,
    act: Callable[[dict[str, Any]], object],
    *,
    back: str,
    done: StrOrPromise,
    **words: object,
) -> HttpResponse:
    """Show a form that does one thing, or do it, say so and go `back`.

    `words` are the page's: title, text, points (what will happen), label (the button), danger.
    """
    if acted(request, form, act):
        messages.success(request, str(done))
        return redirect(back)
    context = {"process": process, "place": process.place, "back": back, **words}
    return show_form(request, "processes/act.html", form, **context)
