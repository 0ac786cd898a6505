"""When people met: the record of a gathering, the outcomes it reached and the milieux that were there."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Milieu
from dugnad.processes.models import Process


class Gathering(models.Model):
    """People met about a process, or will meet."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="gatherings")
    title = models.CharField(max_length=160)
    held_on = models.DateField()
    venue = models.CharField(max_length=160, blank=True)
    summary = models.TextField(blank=True)
    participants = models.PositiveIntegerField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["held_on", "id"]

    def __str__(self) -> str:
        return self.title


class Outcome(models.Model):
    """One of the six outcomes of process gatherings (seed 002, rule A-10), with its evidence."""

    class Kind(models.TextChoices):
        ANALYSIS_ANCHORED = "analysis_anchored", _("The analysis' conclusions are anchored")
        SHARED_UNDERSTANDING = (
            "shared_understanding",
            _("Shared understanding of challenges and opportunities"),
        )
        VISION = "vision", _("A vision")
        MAIN_GOAL = "main_goal", _("A main goal")
        FOCUS_AREAS = "focus_areas", _("The final choice of focus areas")
        SUB_GOALS = "sub_goals", _("Goals for each focus area")

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="outcomes")
    kind = models.CharField(max_length=24, choices=Kind)
    text = models.TextField(blank=True)
    evidence = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["gathering", "kind"], name="outcome_once")]


class MilieuReached(models.Model):
    """A milieu that was there or was reached otherwise, and how many from it."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="milieux_reached")
    gathering = models.ForeignKey(
        Gathering, on_delete=models.CASCADE, null=True, blank=True, related_name="milieux"
    )  # none: reached otherwise, by an interview or a hearing
    milieu = models.CharField(max_length=30, choices=Milieu)
    people = models.PositiveIntegerField(null=True, blank=True)  # none: they were there, nobody counted

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "milieux reached"
        constraints = [
            models.UniqueConstraint(fields=["gathering", "milieu"], name="milieu_reached_once"),
            models.UniqueConstraint(
                fields=["process", "milieu"],
                condition=Q(gathering=None),
                name="milieu_reached_otherwise_once",
            ),
        ]
