"""What of a process goes onto paper."""

from dugnad.processes.documents.meetings import agenda_paper, calling_paper, minutes_paper

__all__ = ["agenda_paper", "calling_paper", "minutes_paper"]
