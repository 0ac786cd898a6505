"""Who has which part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.kit.pages import who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.people.notices import invite_by_mail
from dugnad.people.rules import may_see_organisations
from dugnad.processes import commands
from dugnad.processes.forms.roles import EndForm, RoleForm
from dugnad.processes.pages.acting import act_page, find_part, find_process
from dugnad.processes.queries import roles
from dugnad.processes.rules import may_lead, may_see_drafts

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.processes.models import Process


def list_roles(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show who has which part; addresses only to those who have one themselves."""
    process = find_process(request, process_id)
    who = who_and_when(request)
    context = {
        "process": process,
        "place": process.place,
        "parts": roles.parts_of(process, at=who["at"]),
        "may_lead": may_lead(process, **who),
        "is_insider": may_see_drafts(process, **who),
        "keeps_organisations": may_see_organisations(**who),
    }
    return render(request, "processes/roles.html", context)


def give_role(request: HttpRequest, process_id: int) -> HttpResponse:
    """Give somebody known or new a part."""
    process = find_process(request, process_id)
    enforce(may_lead(process, **who_and_when(request)))
    initial = {"kind": request.GET.get("kind", "")}
    form = RoleForm(request.POST or None, people=roles.people_nearby(process), initial=initial)
    return act_page(
        request, process, form, lambda _data: _give(request, process, form),
        back=reverse("processes:list_roles", args=[process_id]), done=_("The part has been given."),
        title=_("Give somebody a part"), label=_("Give the part"),
    )  # fmt: skip


def _give(request: HttpRequest, process: Process, form: RoleForm) -> None:
    data = form.cleaned_data
    if data["person"]:
        commands.give_role(process, person=data["person"], **form.given(), **who_and_when(request))
        return
    new = {"email": data["email"], "name": data["name"]}
    role = commands.invite_member(process, **new, **form.given(), **who_and_when(request))
    failure = invite_by_mail(
        role.person, part=role.get_kind_display, where=process.title, by=who_and_when(request)["by"]
    )
    if failure:
        messages.warning(request, _("The invitation could not be sent by mail: %(why)s") % {"why": failure})


def end_role(request: HttpRequest, process_id: int, role_id: int) -> HttpResponse:
    """End a part on a day."""
    role = find_part(request, roles.roles_with_process(), process_id, role_id)
    enforce(may_lead(role.process, **who_and_when(request)))
    form = EndForm(request.POST or None, initial={"until": timezone.localdate(who_and_when(request)["at"])})
    said = {"person": role.person, "part": role.get_kind_display()}
    return act_page(
        request, role.process, form,
        lambda data: commands.end_role(role, **data, **who_and_when(request)),
        back=reverse("processes:list_roles", args=[process_id]), done=_("The part has its last day."),
        title=_("When does %(person)s stop as %(part)s?") % said, label=_("Set the last day"),
        points=[_("It stays in the list as history, with its days.")],
    )  # fmt: skip
