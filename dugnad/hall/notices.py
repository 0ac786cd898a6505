"""Which journal verbs are news in which words, of all rooms together; and the round that tells them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dugnad.hall.feed import sentence_for
from dugnad.processes import notices, tasks

if TYPE_CHECKING:
    from datetime import datetime

_PLAN_DECISIONS = ("plan.approved", "plan.adopted", "plan.sent_back", "plan.rejected")

NOTICES: dict[str, notices.Notice] = {
    **notices.NOTICES,
    **{
        verb: notices.Notice(sentence=notices.tell_decision, page=notices.page_of_process)
        for verb in _PLAN_DECISIONS
    },
    "plan.published": notices.Notice(sentence=sentence_for, page=notices.page_of_process),
}


def tell_everybody(*, at: datetime) -> dict[str, int]:
    """Put into the queue what is to be told now; tell how many entries, deadlines and weekly mails."""
    return {
        "news": tasks.tell_news(partial(notices.letters_about, notices=NOTICES), at=at),
        "reminders": tasks.remind(partial(notices.letters_of_reminder, at=at), at=at),
        "digests": tasks.send_digests(partial(notices.letters_of_digest, notices=NOTICES), at=at),
    }
