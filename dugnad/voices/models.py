"""What people say. Today: comments on a passage, and advisers' notes."""

from __future__ import annotations

from django.db import models

from dugnad.people.models import Person
from dugnad.processes.models import Process


class Comment(models.Model):
    """A remark on a passage, by someone with a part in the process; it can be settled, with an answer."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="comments")
    topic = models.CharField(max_length=80)  # the document: "plan/7"
    where = models.CharField(max_length=120)  # the passage: "areas.B", as findings say it
    text = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="comments")
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["topic", "where"])]


class Note(models.Model):
    """What an adviser notes about a process: their own until they share it with those who lead."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="notes")
    text = models.TextField()
    is_shared = models.BooleanField(default=False)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notes")
    at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
