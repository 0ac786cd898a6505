"""Administration: what is set up, places, mail, and the way out of the demo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.hall.contrast import samples
from dugnad.hall.first_steps import first_steps
from dugnad.hall.mail_trial import try_mail
from dugnad.hall.sole_place import forget_sole_place
from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.people import commands, forms, queries, rules
from dugnad.people.importing import read_logo

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN = 50


def administer(request: HttpRequest) -> HttpResponse:
    """Show what is set up and what is still to do."""
    enforce(rules.may_see_administration(**who_and_when(request)))
    context = {
        "steps": first_steps(),
        "places": queries.places_to_administer(**who_and_when(request)),
    }
    return render(request, "hall/administration/overview.html", context)


def choose_place(request: HttpRequest) -> HttpResponse:
    """Find a municipality and take it into use."""
    enforce(rules.may_administer(None, **who_and_when(request)))
    words = request.GET.get("q", "").replace("\0", "").strip()[:100]
    found = queries.places_found(words)
    places = list(found[: SHOWN + 1])
    context = {"words": words, "places": places[:SHOWN], "has_more": len(places) > SHOWN, "shown": SHOWN}
    return render(request, "hall/administration/places.html", context)


@require_POST
def activate_place(request: HttpRequest, place_id: int) -> HttpResponse:
    """Take a place into use, then set its name and colour."""
    place = get_object_or_404(queries.places(), pk=place_id)
    commands.activate_place(place, **who_and_when(request))
    forget_sole_place()
    messages.success(request, _("%(place)s now uses Dugnad.") % {"place": place.name})
    return redirect("hall:edit_place", place.pk)


@require_POST
def deactivate_place(request: HttpRequest, place_id: int) -> HttpResponse:
    """Take a place out of use; it can be taken into use again."""
    place = get_object_or_404(queries.places(), pk=place_id)
    commands.deactivate_place(place, **who_and_when(request))
    forget_sole_place()
    messages.success(request, _("%(place)s no longer uses Dugnad. Nothing was lost.") % {"place": place.name})
    return redirect("hall:choose_place")


def edit_place(request: HttpRequest, place_id: int) -> HttpResponse:
    """Set a place's name, logo, colour, language and contact."""
    place = get_object_or_404(queries.places(), pk=place_id)
    enforce(rules.may_edit_place(place, **who_and_when(request)))
    fields = ("name", "colour", "language", "contact_email", "contact_phone")
    initial = {field: getattr(place, field) for field in fields}
    form = forms.PlaceSettings(request.POST or None, request.FILES or None, initial=initial)
    act = partial(_edit, request, place.pk)
    if acted(request, form, act):
        messages.success(request, _("Saved."))
        return redirect("hall:edit_place", place.pk)
    colour = form["colour"].value()
    context = {"place": place, "edited": place, "samples": samples(colour), "colour": colour}
    return show_form(request, "hall/administration/place.html", form, **context)


def _edit(request: HttpRequest, place_id: int, data: dict[str, Any]) -> None:
    place = queries.places().get(pk=place_id)
    logo = read_logo(data["logo"]) if data["logo"] else None
    commands.edit_place(place, **{**data, "logo": logo}, **who_and_when(request))
    forget_sole_place()


def show_contrast(request: HttpRequest) -> HttpResponse:
    """Show how a colour reads, while it is being chosen."""
    colour = request.GET.get("colour", "")
    context = {"samples": samples(colour), "colour": colour}
    return render(request, "hall/administration/place.html#contrast", context)


def form_area(request: HttpRequest) -> HttpResponse:
    """Join several municipalities into an area."""
    enforce(rules.may_administer(None, **who_and_when(request)))
    form = forms.Area(request.POST or None)
    act = partial(_form_area, request)
    if acted(request, form, act):
        messages.success(request, _("The area is formed."))
        return redirect("hall:choose_place")
    return show_form(request, "hall/administration/area.html", form)


def _form_area(request: HttpRequest, data: dict[str, Any]) -> None:
    commands.form_area(**data, **who_and_when(request))
    forget_sole_place()


def show_mail(request: HttpRequest) -> HttpResponse:
    """Show how mail is sent, and offer a test."""
    enforce(rules.may_administer(None, **who_and_when(request)))
    context = {
        "host": settings.EMAIL_HOST,
        "port": settings.EMAIL_PORT,
        "account": settings.EMAIL_HOST_USER,
        "sender": settings.DEFAULT_FROM_EMAIL,
    }
    return render(request, "hall/administration/mail.html", context)


@require_POST
def send_test_mail(request: HttpRequest) -> HttpResponse:
    """Send a mail to the administrator who asks, and say how it went."""
    failure = try_mail(**who_and_when(request))
    if failure:
        sentence = _("The mail could not be sent. The mail server answered: %(answer)s")
        messages.error(request, sentence % {"answer": failure})
    elif settings.EMAIL_HOST:
        messages.success(request, _("The mail was handed to the mail server. See that it arrives."))
    else:
        messages.warning(request, _("There is no mail server, so the mail was printed by the server."))
    return redirect("hall:show_mail")


def leave_demo(request: HttpRequest) -> HttpResponse:
    """Explain how to go from the demo to real work."""
    enforce(rules.may_administer(None, **who_and_when(request)))
    return render(request, "hall/administration/leave_demo.html")
