"""What every page does with a form: act when it is valid, keep what was typed when it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import render

from dugnad.kit.verdicts import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.forms import Form
    from django.http import HttpRequest, HttpResponse

    from dugnad.kit.verdicts import Verdict


def acted(request: HttpRequest, form: Form, act: Callable[[dict[str, Any]], object]) -> bool:
    """Do the act with the form's cleaned data when a valid form was posted; tell whether it was done.

    A refusal or a model's validation error becomes an error of the form itself, so that the page can be
    shown again with everything that was typed.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


def show_form(request: HttpRequest, template: str, form: Form, **context: object) -> HttpResponse:
    """Show a page with its form: status 422 when the form has errors, else 200."""
    status = 422 if form.is_bound and form.errors else 200
    return render(request, template, {"form": form, **context}, status=status)


def who_and_when(request: HttpRequest) -> dict[str, Any]:
    """Give `by` (who is signed in, none when anonymous) and `at` (the request's moment), for a command."""
    person = request.user if request.user.is_authenticated else None
    return {"by": person, "at": request.now}  # type: ignore[attr-defined]


def hide_unless(verdict: Verdict) -> None:
    """Answer as if the thing were not there when it may not be seen: a refusal would tell that it is.

    Raises:
        Http404: when the verdict is a no.
    """
    if not verdict:
        raise Http404(str(verdict))


def asks_to_confirm(request: HttpRequest, form: Form) -> bool:
    """Tell whether to show what a valid form would do and ask once more.

    The page that asks posts the same fields again with `confirmed`, or with `change` to go back.
    """
    asked_before = "confirmed" in request.POST or "change" in request.POST
    return request.method == "POST" and form.is_valid() and not asked_before
