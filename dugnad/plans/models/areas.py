"""Focus areas, their goals, frames and activities, and how each was anchored."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Milieu
from dugnad.plans.models.analysis import Premise
from dugnad.plans.models.plan import Plan
from dugnad.processes.models import Document


class FocusArea(models.Model):
    """What the plan concentrates on; its code stays the same across versions."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="areas")
    code = models.CharField(max_length=8)
    title = models.CharField(max_length=160)
    text = models.TextField(blank=True)
    answers = models.ManyToManyField(Premise, related_name="areas")
    revision = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["plan", "code"], name="area_code_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class AreaFrame(models.Model):
    """An area's money in one year, in whole kroner; without an area it is administration."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="frames")
    area = models.ForeignKey(
        FocusArea, on_delete=models.PROTECT, null=True, blank=True, related_name="frames"
    )
    year = models.PositiveSmallIntegerField()
    amount = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(fields=["area", "year"], name="area_frame_once"),
            models.UniqueConstraint(
                fields=["plan", "year"], condition=Q(area=None), name="administration_frame_once"
            ),
        ]


class Goal(models.Model):
    """Something measurable to reach; without an area it is the plan's main goal."""

    class JobKind(models.TextChoices):
        NEW = "new", _("New jobs")
        SECURED = "secured", _("Secured jobs")
        NONE = "none", _("Not jobs")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals")
    area = models.ForeignKey(FocusArea, on_delete=models.PROTECT, null=True, blank=True, related_name="goals")
    number = models.PositiveSmallIntegerField(default=1)
    text = models.TextField()
    indicator = models.CharField(max_length=160, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    job_kind = models.CharField(max_length=8, choices=JobKind, default=JobKind.NONE)
    baseline = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    target = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    is_cumulative = models.BooleanField(default=True)
    how_measured = models.TextField(blank=True)
    when_measured = models.CharField(max_length=200, blank=True)
    measured_by = models.CharField(max_length=160, blank=True)
    revision = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["area", "number"]

    def __str__(self) -> str:
        return self.text


class GoalDocument(models.Model):
    """A document of the process that belongs to a goal: what it rests on, or how it was measured."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="documents")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["goal", "document"], name="goal_document_once")]


class GoalTarget(models.Model):
    """What is to be reached by the end of one year."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        ordering = ["year"]
        constraints = [models.UniqueConstraint(fields=["goal", "year"], name="goal_target_once")]


class Activity(models.Model):
    """A main activity within an area."""

    area = models.ForeignKey(FocusArea, on_delete=models.PROTECT, related_name="activities")
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    goals = models.ManyToManyField(Goal, related_name="activities")
    revision = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["area", "number"]
        verbose_name_plural = "activities"

    def __str__(self) -> str:
        return self.title


class Anchoring(models.Model):
    """A milieu that an area or activity involves or affects, and how it was anchored there (rule A-34)."""

    class Relation(models.TextChoices):
        INVOLVES = "involves", _("Involved in")
        AFFECTS = "affects", _("Affected by")

    class How(models.TextChoices):
        GATHERING = "gathering", _("Gathering")
        CONTRIBUTION = "contribution", _("Contribution")
        COMMENT = "comment", _("Comment")
        HEARING = "hearing", _("Hearing")
        NOT_YET = "", _("Not yet reached")

    area = models.ForeignKey(FocusArea, on_delete=models.CASCADE, related_name="anchorings")
    activity = models.ForeignKey(
        Activity, on_delete=models.CASCADE, null=True, blank=True, related_name="anchorings"
    )
    milieu = models.CharField(max_length=30, choices=Milieu)
    relation = models.CharField(max_length=10, choices=Relation)
    how = models.CharField(max_length=14, choices=How, blank=True)
    reference = models.CharField(max_length=200, blank=True)
    anchored_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]  # as it was written down
