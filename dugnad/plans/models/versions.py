"""What was decided on: frozen versions, maps from old areas to new, and rounds of reading."""

from __future__ import annotations

from django.db import models

from dugnad.people.models import Milieu, Person
from dugnad.plans.models.plan import Plan


class Version(models.Model):
    """The whole plan as it stood at one moment, with its digest. Never changed."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()  # the outline as plain data
    digest = models.CharField(max_length=64)
    label = models.CharField(max_length=160, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    is_adopted = models.BooleanField(default=False)  # the text the council adopted
    is_public = models.BooleanField(default=False)

    class Meta:
        ordering = ["plan", "number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="version_number_once")]


class AreaMapping(models.Model):
    """What becomes of an area when the areas of an adopted plan are changed (rule A-31).

    Without a new code the area ends, and the note says why.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="mappings")
    former = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="mappings")  # the adopted one
    old_code = models.CharField(max_length=8)
    new_code = models.CharField(max_length=8, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["old_code", "new_code"]
        constraints = [
            models.UniqueConstraint(fields=["former", "old_code", "new_code"], name="mapping_once")
        ]


class ReadingRound(models.Model):
    """A draft laid before invited milieux between two dates."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="reading_rounds")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    question = models.TextField(blank=True)
    opens_on = models.DateField()
    closes_on = models.DateField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["-opens_on", "-id"]


class Reader(models.Model):
    """Someone invited to read on behalf of a milieu, and what they answered; a personal link, no account."""

    round = models.ForeignKey(ReadingRound, on_delete=models.CASCADE, related_name="readers")
    milieu = models.CharField(max_length=30, choices=Milieu)
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    token = models.CharField(max_length=43, unique=True)
    area_codes = models.JSONField(default=list)  # which areas the answer speaks of
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["milieu", "name"]
