"""My page: what a person sees and decides about themself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.hall.erasure import erase_everywhere, everything_about, process_roles_of
from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.people import commands, forms, queries, rules

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.people.models import Person


@login_required
def show_me(request: HttpRequest) -> HttpResponse:
    """Show my name and preferences, my roles and my consents; change the first."""
    asks = who_and_when(request)
    fields = ("name", "phone", "language", "wants_mail", "wants_digest")
    initial = {field: getattr(asks["by"], field) for field in fields}
    form = forms.Profile(request.POST or None, initial=initial)
    act = partial(_edit_profile, request)
    if acted(request, form, act):
        messages.success(request, _("Saved."))
        return redirect("hall:show_me")
    return show_form(request, "hall/me/profile.html", form, **_about(request))


def _edit_profile(request: HttpRequest, data: dict[str, Any]) -> None:
    asks = who_and_when(request)
    person = queries.people_here().get(pk=asks["by"].pk)
    commands.edit_profile(person, **data, **asks)


@login_required
def set_affiliation(request: HttpRequest) -> HttpResponse:
    """Say which milieu and organisation I belong to."""
    return affiliate(request, who_and_when(request)["by"], back=reverse("hall:show_me"))


def affiliate(request: HttpRequest, person: Person, *, back: str) -> HttpResponse:
    """Show or save which milieu and organisation a person belongs to, then go `back`."""
    initial = {"milieu": person.milieu, "organisation": person.organisation_id}
    form = forms.Affiliation(request.POST or None, initial=initial)
    if acted(request, form, partial(_affiliate, request, person.pk)):
        messages.success(request, _("Saved."))
        return redirect(back)
    return show_form(request, "hall/me/affiliation.html", form, shown=person, back=back)


def _affiliate(request: HttpRequest, person_id: int, data: dict[str, Any]) -> None:
    commands.set_affiliation(queries.people_here().get(pk=person_id), **data, **who_and_when(request))


def _about(request: HttpRequest) -> dict[str, Any]:
    asks = who_and_when(request)
    return {
        "roles": queries.roles_of(asks["by"]),
        "process_roles": process_roles_of(asks["by"]),
        "consents": queries.consents_of(asks["by"]),
        "today": timezone.localdate(asks["at"]),
        "offers_passkeys": settings.IS_HTTPS,
        "offers_oidc": bool(settings.SOCIALACCOUNT_PROVIDERS),
    }


@login_required
@require_POST
def withdraw_consent(request: HttpRequest, consent_id: int) -> HttpResponse:
    """Take back something I have agreed to."""
    asks = who_and_when(request)
    consent = get_object_or_404(queries.consents_of(asks["by"]), pk=consent_id)
    commands.withdraw_consent(consent, **asks)
    messages.success(request, _("Your consent is withdrawn."))
    return redirect("hall:show_me")


@login_required
def download_me(request: HttpRequest) -> HttpResponse:
    """Give me all that is stored about me."""
    asks = who_and_when(request)
    return data_file(everything_about(asks["by"], **asks))


def data_file(data: dict[str, Any]) -> JsonResponse:
    """Answer with a person's data as a JSON file that people can read too."""
    answer = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="dugnad-my-data.json"'
    answer["Cache-Control"] = "no-store"
    return answer


@login_required
def erase_me(request: HttpRequest) -> HttpResponse:
    """Tell what will be lost, then erase me and sign me out."""
    asks = who_and_when(request)
    if request.method == "POST":
        erase_everywhere(asks["by"], **asks)
        logout(request)
        messages.success(request, _("Your data are erased and you are signed out. Thank you."))
        return redirect("hall:home")
    verdict = rules.may_erase_person(asks["by"], **asks)
    return render(request, "hall/me/erase.html", {"verdict": verdict})
