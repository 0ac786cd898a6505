"""Which of this room's acts are news, and the sentence that tells each."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.kit.dates import format_date, format_times
from dugnad.processes.models import Decision, Process
from dugnad.processes.notices.meetings import letters_of_meeting
from dugnad.processes.notices.news import Notice

if TYPE_CHECKING:
    from dugnad.journal.models import Entry


def _language() -> str:
    return get_language() or "nb"


def _when(entry: Entry) -> str:
    return format_times(datetime.fromisoformat(entry.payload.content["starts_at"]), None, _language())


def _body(entry: Entry) -> str:
    return str(entry.payload.content["body"])


def _published(_entry: Entry) -> str:
    return _("The process is published: anyone can see it.")


def _paused(_entry: Entry) -> str:
    return _("The process is paused.")


def _resumed(_entry: Entry) -> str:
    return _("The process goes on.")


def _withdrawn(_entry: Entry) -> str:
    return _("The process has been withdrawn.")


def _closed(_entry: Entry) -> str:
    return _("The process is closed.")


def _phase_ended(entry: Entry) -> str:
    return _("The phase “%(phase)s” is over.") % {"phase": entry.payload.content["title"]}


def _phase_skipped(entry: Entry) -> str:
    return _("The phase “%(phase)s” is left out.") % {"phase": entry.payload.content["title"]}


def tell_decision(entry: Entry) -> str:
    """Say what a body decided; of a closed decision only that there is one."""
    content = entry.payload.content
    if not entry.payload.is_public:
        return _("%(body)s has decided behind closed doors.") % {"body": content["body"]}
    day = format_date(date.fromisoformat(content["decided_on"]), _language())
    facts = {"body": content["body"], "day": day, "result": Decision.Result(content["result"]).label}
    return _("%(body)s decided on %(day)s: %(result)s.") % facts


def _called(entry: Entry) -> str:
    return _("%(body)s is called to a meeting: %(when)s.") % {"body": _body(entry), "when": _when(entry)}


def _moved(entry: Entry) -> str:
    return _("The meeting of %(body)s is changed: %(when)s.") % {"body": _body(entry), "when": _when(entry)}


def _cancelled(entry: Entry) -> str:
    return _("The meeting of %(body)s is cancelled: %(when)s.") % {"body": _body(entry), "when": _when(entry)}


def _minuted(entry: Entry) -> str:
    return _("The minutes of %(body)s are approved: %(when)s.") % {"body": _body(entry), "when": _when(entry)}


def _document(entry: Entry) -> str:
    if not entry.payload.is_public:
        return _("A document that is exempt from publicity has been added.")
    return _("A document has been added: “%(title)s”.") % {"title": entry.payload.content["title"]}


def _own_pk(entry: Entry) -> str:
    return entry.subject.partition("/")[2]


def _process_pk(entry: Entry) -> str:
    return entry.chain_id.partition("/")[2]


def _meeting(entry: Entry) -> str:
    return reverse("processes:show_meeting", args=[_process_pk(entry), _own_pk(entry)])


def _documents(entry: Entry) -> str:
    return reverse("processes:list_documents", args=[_process_pk(entry)])


def page_of_process(entry: Entry) -> str:
    """Give the path of the process the entry belongs to."""
    return Process(pk=_process_pk(entry)).address


NOTICES: dict[str, Notice] = {
    "process.published": Notice(sentence=_published, page=page_of_process),
    "process.paused": Notice(sentence=_paused, page=page_of_process),
    "process.resumed": Notice(sentence=_resumed, page=page_of_process),
    "process.withdrawn": Notice(sentence=_withdrawn, page=page_of_process, to_followers=False),
    "process.closed": Notice(sentence=_closed, page=page_of_process),
    "phase.ended": Notice(sentence=_phase_ended, page=page_of_process),
    "phase.skipped": Notice(sentence=_phase_skipped, page=page_of_process),
    "start.decided": Notice(sentence=tell_decision, page=page_of_process),
    "meeting.called": Notice(sentence=_called, page=_meeting, to_parts=False, letters=letters_of_meeting),
    "meeting.moved": Notice(sentence=_moved, page=_meeting, to_parts=False, letters=letters_of_meeting),
    "meeting.cancelled": Notice(
        sentence=_cancelled, page=_meeting, to_parts=False, letters=letters_of_meeting
    ),
    "minutes.approved": Notice(sentence=_minuted, page=_meeting),
    "document.added": Notice(sentence=_document, page=_documents, to_followers=False),
}
