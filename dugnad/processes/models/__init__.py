"""The nouns of a process."""

from dugnad.processes.models.decisions import AgendaItem, Attendance, Body, Decision, Document, Meeting
from dugnad.processes.models.path import Deadline, DeadlineMove, Gate, Period, Phase
from dugnad.processes.models.process import Follower, OutboxMark, Process, ProcessRole

__all__ = [
    "AgendaItem",
    "Attendance",
    "Body",
    "Deadline",
    "DeadlineMove",
    "Decision",
    "Document",
    "Follower",
    "Gate",
    "Meeting",
    "OutboxMark",
    "Period",
    "Phase",
    "Process",
    "ProcessRole",
]
