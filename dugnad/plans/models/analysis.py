"""The development analysis: what is known, and which challenges and opportunities a plan must answer."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Person
from dugnad.processes.models import Document, Process


class Analysis(models.Model):
    """The knowledge base of a plan, a document of its own (rule A-01)."""

    process = models.OneToOneField(Process, on_delete=models.PROTECT, related_name="analysis")
    title = models.CharField(max_length=200)
    author = models.CharField(max_length=160, blank=True)
    finished_on = models.DateField(null=True, blank=True)
    summary = models.TextField(blank=True)
    interviews = models.PositiveIntegerField(null=True, blank=True)
    survey_answers = models.PositiveIntegerField(null=True, blank=True)
    jobs_lost = models.PositiveIntegerField(null=True, blank=True)
    jobs_lost_ripple = models.PositiveIntegerField(null=True, blank=True)
    employed = models.PositiveIntegerField(null=True, blank=True)
    employed_year = models.PositiveSmallIntegerField(null=True, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "analyses"

    def __str__(self) -> str:
        return self.title


class Figure(models.Model):
    """One number of the analysis: of what, how much, when, and who says so."""

    analysis = models.ForeignKey(Analysis, on_delete=models.PROTECT, related_name="figures")
    series = models.CharField(max_length=160)  # "Population", what a chart's line is made of
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=16, decimal_places=3, null=True)  # null: the source withholds it
    unit = models.CharField(max_length=40)
    source = models.CharField(max_length=200)
    remark = models.CharField(max_length=160, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["series", "year"]
        constraints = [models.UniqueConstraint(fields=["analysis", "series", "year"], name="figure_once")]


class Fetch(models.Model):
    """A job that fetches official statistics, and how far it has come; the page shows it."""

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="fetches")
    tables = models.JSONField()  # keys of the tables that were asked for, in order
    done = models.PositiveSmallIntegerField(default=0)
    failures = models.JSONField(default=list)  # [table's name, sentence] of what did not come
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "fetches"

    @property
    def is_over(self) -> bool:
        """Tell whether every table was tried."""
        return self.done >= len(self.tables)


class Premise(models.Model):
    """A challenge or an opportunity that the analysis found; a plan answers it or says why not."""

    class Kind(models.TextChoices):
        CHALLENGE = "challenge", _("Challenge")
        OPPORTUNITY = "opportunity", _("Opportunity")

    analysis = models.ForeignKey(Analysis, on_delete=models.PROTECT, related_name="premises")
    kind = models.CharField(max_length=12, choices=Kind)
    code = models.CharField(max_length=8)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["kind", "code"]
        constraints = [models.UniqueConstraint(fields=["analysis", "code"], name="premise_code_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class CommunicationActivity(models.Model):
    """Something done so that people know: for whom, how, when, by whom (rule A-12)."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="communication")
    title = models.CharField(max_length=200)
    audience = models.CharField(max_length=160)
    channel = models.CharField(max_length=160)
    planned_on = models.DateField()
    owner = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    owner_name = models.CharField(max_length=120, blank=True)
    phase_key = models.CharField(max_length=40, blank=True)
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["planned_on", "id"]
        verbose_name_plural = "communication activities"
