"""Money by source, and the yearly action plan."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dugnad.plans.models.areas import Activity, FocusArea
from dugnad.plans.models.plan import Plan
from dugnad.processes.models import Decision


class MoneyLine(models.Model):
    """What one source gives in one year, in whole kroner."""

    class Source(models.TextChoices):
        COUNTY = "county", _("County")
        MUNICIPALITY = "municipality", _("Municipality")
        OTHER = "other", _("Other")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="money")
    source = models.CharField(max_length=14, choices=Source)
    name = models.CharField(max_length=120, blank=True)
    year = models.PositiveSmallIntegerField()
    amount = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["source", "name", "year"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "source", "name", "year"], name="money_line_once")
        ]


class ActionPlan(models.Model):
    """One year's measures."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="action_plans")
    year = models.PositiveSmallIntegerField()
    intro = models.TextField(blank=True)
    communication = models.TextField(blank=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["year"]
        constraints = [models.UniqueConstraint(fields=["plan", "year"], name="action_plan_once")]


class Measure(models.Model):
    """One thing to do in the year: by whom, for how much, by when, under which activity."""

    action_plan = models.ForeignKey(ActionPlan, on_delete=models.PROTECT, related_name="measures")
    area = models.ForeignKey(FocusArea, on_delete=models.PROTECT, related_name="measures")
    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, null=True, blank=True, related_name="measures"
    )
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    owner = models.CharField(max_length=120, blank=True)
    amount = models.PositiveBigIntegerField(default=0)
    due_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["area", "id"]
