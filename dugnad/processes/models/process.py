"""The process itself, who has a part in it, and who follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Person, Place, RoleKind

if TYPE_CHECKING:
    from datetime import date


class ProcessQuerySet(models.QuerySet["Process"]):
    """How one asks for processes."""

    def published(self) -> ProcessQuerySet:
        """Those that anyone may see."""
        return self.exclude(published_at=None).exclude(state=Process.State.WITHDRAWN)


class Process(models.Model):
    """What everything hangs on: a piece of public work in a place, from a blueprint."""

    class State(models.TextChoices):
        RUNNING = "running", _("Running")
        PAUSED = "paused", _("Paused")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        CLOSED = "closed", _("Closed")

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="processes")
    blueprint = models.CharField(max_length=40)  # key, e.g. "restructuring-plan"
    blueprint_version = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    mandate = models.TextField(blank=True)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="nb")
    state = models.CharField(max_length=12, choices=State, default=State.RUNNING)
    state_reason = models.TextField(blank=True)
    starts_on = models.DateField()
    adopt_by = models.DateField(null=True, blank=True)  # planned backwards from here
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    entered_midway = models.BooleanField(default=False)
    copied_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="copies"
    )
    keep_personal_until = models.DateField(
        null=True, blank=True
    )  # retention: personal text is erased after it

    objects = ProcessQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name_plural = "processes"

    def __str__(self) -> str:
        return self.title

    @property
    def address(self) -> str:
        """Where the process is at home; hall composes that page, every room may lead to it."""
        return f"/processes/{self.pk}/"


class ProcessRoleQuerySet(models.QuerySet["ProcessRole"]):
    """How one asks for roles in processes."""

    def on(self, day: date) -> ProcessRoleQuerySet:
        """Those that hold on this day."""
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))


class ProcessRole(models.Model):
    """A person's part in one process, with dates."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="roles")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="process_roles")
    kind = models.CharField(max_length=20, choices=RoleKind)
    title = models.CharField(max_length=80, blank=True)  # "leader", "deputy"
    is_hired = models.BooleanField(default=False)  # a hired project manager, else employed
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = ProcessRoleQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "person__name"]


class Follower(models.Model):
    """Someone who follows a published process by mail, without an account; confirmed by the mail's link."""

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="followers")
    email = models.EmailField()
    language = models.CharField(max_length=2, default="nb")
    token = models.CharField(max_length=43, unique=True)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["process", "email"], name="follower_once")]


class OutboxMark(models.Model):
    """How far the mail has come: up to which entry of a chain it is told, or when a round was last made.

    Moved by a guarded update, so that of several servers only one tells.
    """

    key = models.CharField(max_length=60, primary_key=True)  # "process/7", "reminders", "digest/12"
    number = models.PositiveBigIntegerField(default=0)
    at = models.DateTimeField()
