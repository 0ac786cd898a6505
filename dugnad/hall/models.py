"""What search looks through: the words of each thing, folded so that Å is found by å on every database."""

from __future__ import annotations

from django.db import models

from dugnad.processes.models import Process


class SearchEntry(models.Model):
    """One thing that can be found. `audience` says who might; the thing's own rule is asked all the same."""

    class Kind(models.TextChoices):
        PROCESS = "process"
        PLAN = "plan"
        DECISION = "decision"
        DOCUMENT = "document"
        GATHERING = "gathering"

    class Audience(models.TextChoices):
        ALL = "all"
        INSIDERS = "insiders"  # those with a part in the process
        OUTSIDERS = "outsiders"  # what others see of a thing that insiders see more of

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    subject_id = models.PositiveBigIntegerField()
    number = models.PositiveIntegerField(default=0)  # of a plan's version; 0 is the draft
    audience = models.CharField(max_length=12, choices=Audience)
    title = models.TextField()
    text = models.TextField()
    folded_title = models.TextField()
    folded = models.TextField()  # title and text
    dated = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "search entries"


class SearchState(models.Model):
    """How far into its chain a process has been read into the index."""

    process = models.OneToOneField(Process, on_delete=models.CASCADE, primary_key=True, related_name="+")
    number = models.PositiveBigIntegerField()
