"""The register of organisations: found, added, edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.people import commands, forms, queries, rules

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN = 100


def list_organisations(request: HttpRequest) -> HttpResponse:
    """Find an organisation in the register."""
    asks = who_and_when(request)
    enforce(rules.may_see_organisations(**asks))
    words = request.GET.get("q", "").replace("\0", "").strip()[:100]
    found = queries.organisations_found(words)
    kept = set(queries.places_to_keep(**asks).values_list("pk", flat=True))
    context = {
        "words": words, "organisations": found[:SHOWN], "more": len(found) - SHOWN, "shown": SHOWN,
        "kept": kept, "keeps_all": _keeps_all(asks),
    }  # fmt: skip
    return render(request, "people/organisations.html", context)


def add_organisation(request: HttpRequest) -> HttpResponse:
    """Write an organisation into the register."""
    asks = who_and_when(request)
    enforce(rules.may_see_organisations(**asks))
    form = forms.OrganisationFacts(request.POST or None, **_choices(asks))
    if acted(request, form, lambda data: commands.add_organisation(data.pop("name"), **data, **asks)):
        messages.success(request, _("The organisation is in the register."))
        return redirect("people:list_organisations")
    return show_form(request, "people/organisation.html", form)


def edit_organisation(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Change what the register says of an organisation."""
    asks = who_and_when(request)
    organisation = get_object_or_404(queries.organisations(), pk=organisation_id)
    enforce(rules.may_edit_organisation(organisation, place=organisation.place, **asks))
    fields = ("name", "number", "place", "milieu")
    initial = {field: getattr(organisation, field) for field in fields}
    form = forms.OrganisationFacts(request.POST or None, initial=initial, **_choices(asks))
    if acted(request, form, lambda data: _edit(organisation_id, data, asks)):
        messages.success(request, _("Saved."))
        return redirect("people:list_organisations")
    return show_form(request, "people/organisation.html", form, organisation=organisation)


def _edit(organisation_id: int, data: dict[str, Any], asks: dict[str, Any]) -> None:
    commands.edit_organisation(queries.organisations().get(pk=organisation_id), **data, **asks)


def _keeps_all(asks: dict[str, Any]) -> bool:
    return rules.has_place_role(None, kinds=rules.ORGANISATION_KEEPERS, **asks)


def _choices(asks: dict[str, Any]) -> dict[str, Any]:
    return {"places": queries.places_to_keep(**asks), "keeps_all": _keeps_all(asks)}
