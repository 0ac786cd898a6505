"""Administration: people and their roles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.hall.erasure import erase_everywhere, everything_about, process_roles_of
from dugnad.hall.pages.me import affiliate, data_file
from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.people import commands, forms, notices, queries, rules

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def show_people(request: HttpRequest) -> HttpResponse:
    """Show who has which role in which place, from when to when."""
    asks = who_and_when(request)
    enforce(rules.may_see_administration(**asks))
    context = {"roles": queries.roles_to_administer(**asks), "today": timezone.localdate(asks["at"])}
    return render(request, "hall/administration/people.html", context)


def invite_person(request: HttpRequest) -> HttpResponse:
    """Give somebody a role, new here or not, and tell them by mail."""
    asks = who_and_when(request)
    enforce(rules.may_see_administration(**asks))
    places = queries.places_to_administer(**asks)
    initial = {"place": request.GET.get("place", ""), "email": request.GET.get("email", "")}
    form = forms.Invitation(request.POST or None, places=places, initial=initial)
    act = partial(_invite, request)
    if acted(request, form, act):
        return redirect("hall:show_people")
    return show_form(request, "hall/administration/invite.html", form)


def _invite(request: HttpRequest, data: dict[str, Any]) -> None:
    asks = who_and_when(request)
    role = commands.invite_person(data.pop("place"), **data, **asks)
    failure = notices.send_invitation(role, by=asks["by"])
    names = {"person": role.person, "answer": failure}
    if failure:
        sentence = _("%(person)s has the role, but the invitation could not be sent: %(answer)s")
        messages.warning(request, sentence % names)
    else:
        messages.success(request, _("%(person)s has the role and an invitation is on its way.") % names)


def end_role(request: HttpRequest, role_id: int) -> HttpResponse:
    """End a role on a day."""
    asks = who_and_when(request)
    role = get_object_or_404(queries.all_roles(), pk=role_id)
    enforce(rules.may_administer(role.place, **asks))
    form = forms.RoleEnd(request.POST or None, initial={"until": timezone.localdate(asks["at"])})
    act = partial(_end_role, request, role_id)
    if acted(request, form, act):
        messages.success(request, _("The role ends on the day you chose."))
        return redirect("hall:show_people")
    return show_form(request, "hall/administration/end_role.html", form, role=role)


def _end_role(request: HttpRequest, role_id: int, data: dict[str, Any]) -> None:
    commands.end_role(queries.all_roles().get(pk=role_id), **data, **who_and_when(request))


def show_person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show a person's roles, and what an administrator can do when they ask for their data."""
    asks = who_and_when(request)
    enforce(rules.may_administer(None, **asks))
    person = get_object_or_404(queries.people_here(), pk=person_id)
    roles = [*queries.roles_of(person), *process_roles_of(person)]
    context = {"shown": person, "roles": roles, "today": timezone.localdate(asks["at"])}
    return render(request, "hall/administration/person.html", context)


def set_affiliation(request: HttpRequest, person_id: int) -> HttpResponse:
    """Say for a person which milieu and organisation they belong to."""
    enforce(rules.may_administer(None, **who_and_when(request)))
    person = get_object_or_404(queries.people_here(), pk=person_id)
    return affiliate(request, person, back=reverse("hall:show_person", args=[person_id]))


def download_person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Give all that is stored about a person who has asked for it."""
    person = get_object_or_404(queries.people_here(), pk=person_id)
    return data_file(everything_about(person, **who_and_when(request)))


def erase_person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Confirm, then erase a person who has asked for it."""
    asks = who_and_when(request)
    enforce(rules.may_administer(None, **asks))
    person = get_object_or_404(queries.people_here(), pk=person_id)
    verdict = rules.may_erase_person(person, **asks)
    if request.method == "POST":
        erase_everywhere(person, **asks)
        messages.success(request, _("The person's data are erased."))
        return redirect("hall:show_people")
    return render(request, "hall/administration/erase_person.html", {"shown": person, "verdict": verdict})
