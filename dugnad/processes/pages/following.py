"""Following a process by mail, and ending mail with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from dugnad.kit.pages import acted, show_form
from dugnad.people.commands import edit_profile
from dugnad.people.queries import people_here
from dugnad.processes.commands import following as commands
from dugnad.processes.forms.following import FollowForm
from dugnad.processes.notices import letter_of_confirmation
from dugnad.processes.pages.meetings import around
from dugnad.processes.queries import following as queries
from dugnad.processes.rules.following import read_stop_token
from dugnad.processes.tasks import post

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from dugnad.processes.models import Process

ASKS_AN_HOUR = 10  # from one address; a whole library or hall may share one


def follow_process(request: HttpRequest, process_id: int) -> HttpResponse:
    """Ask to get news by mail, or find the feed."""
    process = get_object_or_404(queries.published_process(process_id))
    form = FollowForm(request.POST or None)
    if request.method == "POST" and _asks_too_often(request):
        form.add_error(None, _("Many have asked from here just now. Try again in an hour, or use the feed."))
    if acted(request, form, lambda data: _ask(request, process, data["email"])):
        messages.success(request, _("Look in your mailbox: the mail from us has a link that confirms it."))
        return redirect("processes:follow_process", process_id=process.pk)
    return show_form(request, "processes/following/follow.html", form, **around(process))


def _ask(request: HttpRequest, process: Process, email: str) -> None:
    language = get_language() or process.language
    follower = commands.ask_to_follow(process, email=email, language=language, at=_now(request))
    if follower:
        post(letter_of_confirmation(follower))


def _asks_too_often(request: HttpRequest) -> bool:
    key = f"follow/{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, 3600)
    try:
        return int(cache.incr(key)) > ASKS_AN_HOUR
    except ValueError:  # it grew old between the two lines
        return False


def confirm_following(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once more on GET, since mail programs open links by themselves; begin on POST."""
    follower = get_object_or_404(queries.followers(), token=token)
    if request.method == "POST":
        commands.confirm_following(follower, at=_now(request))
        messages.success(request, _("You follow the process now."))
        return redirect("processes:follow_process", process_id=follower.process_id)
    return render(request, "processes/following/confirm.html", around(follower.process, follower=follower))


@csrf_exempt  # mail programs post here with one click (RFC 8058); the signed link is the proof
def stop_mail(request: HttpRequest, token: str) -> HttpResponse:
    """Ask on GET, end the mail on POST; no signing in."""
    read = read_stop_token(token)
    if read is None:
        raise Http404
    if request.method == "POST":
        _stop(*read, at=_now(request))
        return redirect(reverse("processes:mail_stopped"))
    return render(request, "processes/following/stop.html", {"kind": read[0]})


def _stop(kind: str, pk: int, *, at: datetime) -> None:
    if kind == "follower":
        if follower := queries.followers().filter(pk=pk).first():
            commands.stop_following(follower, at=at)
        return
    if person := people_here().filter(pk=pk).first():
        kept = {"name": person.name, "phone": person.phone, "language": person.language}
        edit_profile(person, **kept, wants_mail=False, wants_digest=False, by=person, at=at)


def mail_stopped(request: HttpRequest) -> HttpResponse:
    """Say that no more mail will come."""
    return render(request, "processes/following/stopped.html")


def _now(request: HttpRequest) -> datetime:
    return request.now  # type: ignore[attr-defined, no-any-return]
