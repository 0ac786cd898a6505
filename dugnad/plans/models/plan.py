"""The plan: its draft text section by section, and the warnings somebody has accepted."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Person
from dugnad.processes.models import Process


class Plan(models.Model):
    """A steering document for the whole period. The rows are the draft; versions are what was decided on."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SUBMITTED = "submitted", _("With the steering group")
        APPROVED = "approved", _("Approved by the steering group")
        ADOPTED = "adopted", _("Adopted by the council")
        REJECTED = "rejected", _("Rejected")

    process = models.OneToOneField(Process, on_delete=models.PROTECT, related_name="plan")
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    state_reason = models.TextField(blank=True)
    vision = models.TextField(blank=True)
    county_ceiling = models.DecimalField(  # per cent; null: what is known of the county holds
        max_digits=5, decimal_places=2, null=True, blank=True
    )
    county_ceiling_source = models.CharField(max_length=200, blank=True)
    grant_committed_on = models.DateField(null=True, blank=True)
    conditions_accepted_on = models.DateField(null=True, blank=True)
    implementation_starts_on = models.DateField(null=True, blank=True)
    main_goal_explanation = models.TextField(blank=True)  # when the areas' sum differs (A-18)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.title


class Section(models.Model):
    """The running text under one of the six headings (IN6)."""

    class Key(models.TextChoices):
        BACKGROUND = "background", _("Background")
        VISION_AND_GOAL = "vision_and_goal", _("Vision and main goal")
        FOCUS_AREAS = "focus_areas", _("Focus areas")
        ORGANISATION = "organisation", _("Organisation")
        RESOURCES = "resources", _("Resources and financing")
        COMMUNICATION = "communication", _("Communication strategy")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="sections")
    key = models.CharField(max_length=20, choices=Key)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    edited_at = models.DateTimeField(null=True, blank=True)
    edited_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["plan", "key"], name="section_once")]


class AcceptedWarning(models.Model):
    """The written reason for going on in spite of a warning; printed in the case papers."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="accepted_warnings")
    rule = models.CharField(max_length=8)
    where = models.CharField(max_length=120)
    reason = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["rule", "where"]
        constraints = [models.UniqueConstraint(fields=["plan", "rule", "where"], name="accepted_once")]
