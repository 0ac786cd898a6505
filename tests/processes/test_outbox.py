"""The queue of mail: tried again when the server refuses, told by one of many, unwanted by some."""

from __future__ import annotations

from datetime import timedelta

from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django_tasks_db.models import DBTaskResult

from dugnad.hall.notices import tell_everybody
from dugnad.people.models import RoleKind
from dugnad.processes.commands import publish_process
from dugnad.processes.commands.marks import mark_reminded, move_mark
from dugnad.processes.models import Deadline, OutboxMark, ProcessRole
from dugnad.processes.tasks import deliver, post
from tests import make
from tests.processes import meeting_story as story


def test_of_two_servers_only_one_moves_a_mark(db):
    assert move_mark("process/1", to=3, at=make.AT, before=None)
    assert not move_mark("process/1", to=3, at=make.AT, before=None)
    seen = OutboxMark.objects.get()
    assert move_mark("process/1", to=5, at=make.AT, before=seen)
    assert not move_mark("process/1", to=5, at=make.AT, before=seen)


def test_of_two_servers_only_one_reminds(db):
    make.process()
    seen = Deadline.objects.first()
    assert [mark_reminded(seen, at=make.AT), mark_reminded(seen, at=make.AT)] == [True, False]


def test_a_mail_the_server_refuses_is_tried_again_later(db, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1
    post(EmailMultiAlternatives("Emne", "Tekst", "fra@x.example", ["til@x.example"]))
    waiting = DBTaskResult.objects.get()
    waiting.last_attempted_at = make.AT
    result = waiting.task_result
    object.__setattr__(result, "last_attempted_at", make.AT)
    context = type("Context", (), {"task_result": result})()
    parts = waiting.args_kwargs["kwargs"]
    assert deliver.func(context, **parts) != ""
    again = DBTaskResult.objects.exclude(pk=waiting.pk).get()
    assert (again.run_after, again.args_kwargs["kwargs"]["tried"]) == (make.AT + timedelta(minutes=10), 1)


def test_news_go_to_those_with_a_part_who_want_them_but_not_to_the_doer(db):
    process = make.process()
    tell_everybody(at=make.AT)
    wishes = {
        "vil@x.example": {},
        "ikke@x.example": {"wants_mail": False},
        "uke@x.example": {"wants_digest": True},
    }
    for email, wish in wishes.items():
        member = make.person(email=email, **wish)
        ProcessRole.objects.create(process=process, person=member, kind=RoleKind.STEERING_GROUP)
    publish_process(process, by=story.editor_of(process), at=make.AT)
    tell_everybody(at=make.AT)
    assert [(one.to, one.subject) for one in mail.outbox] == [
        (["vil@x.example"], "Omstillingsplan for Fjordvik: Prosessen er publisert: Alle kan se den.")
    ]
