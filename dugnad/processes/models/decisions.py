"""Bodies, their meetings, what they decided, and the documents that belong to it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Person, Place
from dugnad.processes.models.path import Gate
from dugnad.processes.models.process import Process


class Body(models.Model):
    """Those who decide: a council belongs to its place, a steering group to its process."""

    class Kind(models.TextChoices):
        COUNCIL = "council", _("Municipal council")
        EXECUTIVE_COMMITTEE = "executive_committee", _("Executive committee")
        STEERING_GROUP = "steering_group", _("Steering group")
        PROGRAMME_BOARD = "programme_board", _("Programme board")
        COUNTY = "county", _("County")
        COMMITTEE = "committee", _("Committee")

    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=120)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="bodies")
    process = models.ForeignKey(
        Process, on_delete=models.PROTECT, null=True, blank=True, related_name="bodies"
    )

    class Meta:
        ordering = ["kind", "name"]
        verbose_name_plural = "bodies"
        constraints = [
            models.UniqueConstraint(
                fields=["place", "kind"], condition=Q(process=None), name="place_body_once"
            ),
            models.UniqueConstraint(fields=["process", "kind"], name="process_body_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Meeting(models.Model):
    """A body meets: called, held, minuted."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        CALLED = "called", _("Called")
        HELD = "held", _("Held")
        MINUTED = "minuted", _("Minutes approved")
        CANCELLED = "cancelled", _("Cancelled")

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    venue = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    is_open = models.BooleanField(default=True)
    legal_basis = models.CharField(max_length=160, blank=True)  # for closing it (kommuneloven § 11-5)
    called_at = models.DateTimeField(null=True, blank=True)
    minutes_at = models.DateTimeField(null=True, blank=True)
    remarks = models.TextField(blank=True)
    reason = models.TextField(blank=True)  # why it was cancelled
    revision = models.PositiveIntegerField(default=1)
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-starts_at"]


class Decision(models.Model):
    """What a body decided, about exactly which version; never edited, only followed by another."""

    class Result(models.TextChoices):
        ADOPTED = "adopted", _("Adopted")
        ADOPTED_WITH_CHANGES = "adopted_with_changes", _("Adopted with changes")
        SENT_BACK = "sent_back", _("Sent back")
        REJECTED = "rejected", _("Rejected")

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="decisions")
    gate = models.ForeignKey(Gate, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="decisions")
    decided_on = models.DateField()
    case_number = models.CharField(max_length=40, blank=True)
    result = models.CharField(max_length=24, choices=Result)
    wording = models.TextField(blank=True)  # the resolution as minuted
    reason = models.TextField(blank=True)  # why sent back, rejected or changed
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_blank = models.PositiveSmallIntegerField(null=True, blank=True)
    disqualified = models.TextField(blank=True)  # names, one a line
    is_open = models.BooleanField(default=True)
    legal_basis = models.CharField(max_length=160, blank=True)  # for a closed one
    subject = models.CharField(max_length=80, blank=True)  # topic of what was decided on: "plan/7/version/3"
    subject_digest = models.CharField(max_length=64, blank=True)
    in_retrospect = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["decided_on", "id"]


class AgendaItem(models.Model):
    """One item of a meeting: what it is about, the proposal, and what came of it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    proposal = models.TextField(blank=True)
    minutes = models.TextField(blank=True)
    gate = models.ForeignKey(Gate, on_delete=models.PROTECT, null=True, blank=True, related_name="items")
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    is_open = models.BooleanField(default=True)
    legal_basis = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["meeting", "number"]


class Attendance(models.Model):
    """Who was called to a meeting, and who came."""

    class State(models.TextChoices):
        CALLED = "called", _("Called")
        PRESENT = "present", _("Present")
        EXCUSED = "excused", _("Sent apologies")
        ABSENT = "absent", _("Absent")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)  # of somebody typed in, who is no person here
    part = models.CharField(max_length=80, blank=True)  # member, deputy, secretary, observer
    state = models.CharField(max_length=10, choices=State, default=State.CALLED)

    class Meta:
        ordering = ["name"]


class Document(models.Model):
    """A file that belongs to the work: report, letter, signed minutes; public unless a law says otherwise."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="documents")
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=60, blank=True)
    dated = models.DateField(null=True, blank=True)
    file = models.FileField(upload_to="documents/%Y/%m")
    file_name = models.CharField(max_length=160)
    size = models.PositiveBigIntegerField()
    content_type = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    is_exempt = models.BooleanField(default=False)  # «unntatt offentlighet»
    legal_basis = models.CharField(max_length=160, blank=True)
    exempt_until = models.DateField(null=True, blank=True)
    to_journal = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-added_at"]

    def __str__(self) -> str:
        return self.title
