"""Journal verb → who is told, and in which words; the hall puts the tables of all rooms together."""

from dugnad.processes.notices.following import letter_of_confirmation
from dugnad.processes.notices.news import Notice, letters_about
from dugnad.processes.notices.reminders import letters_of_digest, letters_of_reminder
from dugnad.processes.notices.table import NOTICES, page_of_process, tell_decision

__all__ = [
    "NOTICES",
    "Notice",
    "letter_of_confirmation",
    "letters_about",
    "letters_of_digest",
    "letters_of_reminder",
    "page_of_process",
    "tell_decision",
]
