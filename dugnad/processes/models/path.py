"""The path: periods, phases, gates and deadlines, copied from the blueprint when the process starts."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Person, RoleKind
from dugnad.processes.models.process import Process


class Period(models.Model):
    """A span the work is for: status period, extension or cut. The newest row with a kind holds."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="periods")
    starts_on = models.DateField()
    ends_on = models.DateField()  # the last day
    reason = models.CharField(max_length=200, blank=True)
    county_exception = models.CharField(max_length=200, blank=True)  # the county's written exception
    decided_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts_on", "id"]


class Phase(models.Model):
    """One step of the path; what it opens may be done while it is open."""

    class State(models.TextChoices):
        AHEAD = "ahead", _("Ahead")
        OPEN = "open", _("Open")
        DONE = "done", _("Done")
        SKIPPED = "skipped", _("Skipped")

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="phases")
    key = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    explanation = models.TextField(blank=True)
    opens = models.JSONField(default=list)  # names of acts
    state = models.CharField(max_length=10, choices=State, default=State.AHEAD)
    is_recommended = models.BooleanField(default=False)  # may be skipped with a reason (decision 0023)
    reason = models.TextField(blank=True)
    planned_start = models.DateField(null=True)
    planned_end = models.DateField(null=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["process", "number"]
        constraints = [models.UniqueConstraint(fields=["process", "key"], name="phase_key_once")]

    def __str__(self) -> str:
        return self.title


class Gate(models.Model):
    """A door at the end of a phase: a body decides whether the work goes on."""

    class State(models.TextChoices):
        CLOSED = "closed", _("Not yet decided")
        PASSED = "passed", _("Passed")
        REJECTED = "rejected", _("Rejected")

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="gates")
    phase = models.ForeignKey(Phase, on_delete=models.PROTECT, related_name="gates")
    key = models.CharField(max_length=40)  # the name hall's table ties to a rule
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    body_kind = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=State, default=State.CLOSED)
    passed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["process", "number"]
        constraints = [models.UniqueConstraint(fields=["process", "key"], name="gate_key_once")]

    def __str__(self) -> str:
        return self.title


class Deadline(models.Model):
    """A date by which something is to be done, planned from an anchor; moved by hand it stays put."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="deadlines")
    phase = models.ForeignKey(
        Phase, on_delete=models.PROTECT, null=True, blank=True, related_name="deadlines"
    )
    key = models.CharField(max_length=40, blank=True)  # blank for one a person added
    title = models.CharField(max_length=160)
    anchor = models.CharField(
        max_length=60, blank=True
    )  # "start", "adopt_by", "period.end", "phase:drafting"
    offset = models.CharField(max_length=20, blank=True)  # ISO-8601 duration
    due_on = models.DateField()
    owner_kind = models.CharField(max_length=20, choices=RoleKind, blank=True)
    owner = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="deadlines"
    )
    is_fixed = models.BooleanField(default=False)
    done_at = models.DateTimeField(null=True, blank=True)
    is_lapsed = models.BooleanField(default=False)  # its phase ended; nobody ticked it off
    reminded_at = models.DateTimeField(null=True, blank=True)
    sequence = models.PositiveIntegerField(default=0)  # rises with each move, for calendar programs

    class Meta:
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return self.title


class DeadlineMove(models.Model):
    """The history of a deadline: from where to where, and why."""

    deadline = models.ForeignKey(Deadline, on_delete=models.PROTECT, related_name="moves")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    before = models.DateField()
    after = models.DateField()
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
