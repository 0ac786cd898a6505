"""What happened: entries in chains, one chain a process (and one for the installation)."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Chain(models.Model):
    """The head of one chain; locked last in each command, so that entries follow each other."""

    key = models.CharField(max_length=40, primary_key=True)  # "process/7" or "installation"
    length = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, default="")


class Entry(models.Model):
    """One act: audit trail, activity feed and outbox at once. Never changed, never deleted."""

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    verb = models.CharField(max_length=60)  # "plan.adopted"
    subject = models.CharField(max_length=80)  # a topic: "plan/7"
    digest = models.CharField(max_length=64)  # of salt and payload
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["chain", "number"]
        constraints = [models.UniqueConstraint(fields=["chain", "number"], name="entry_number_once")]
        indexes = [models.Index(fields=["subject"]), models.Index(fields=["at"])]


class Payload(models.Model):
    """What an entry says in words and figures; it can be erased without breaking the chain."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="payload")
    salt = models.CharField(max_length=32)
    content = models.JSONField(default=dict)
    is_public = models.BooleanField(default=False)
    person_ids = models.JSONField(default=list)  # whose personal text it holds
    erased_at = models.DateTimeField(null=True)
