"""News: one entry of the journal told to those who have a part in the process and those who follow it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.utils import timezone

from dugnad.processes.notices.letters import absolute, language_for, write_letter
from dugnad.processes.queries.following import followers_of, people_with_part, process_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from django.core.mail import EmailMultiAlternatives

    from dugnad.journal.models import Entry
    from dugnad.people.models import Person
    from dugnad.processes.models import Process

    Letters = Iterator[EmailMultiAlternatives]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """How an entry is told.

    `sentence` says it in the language that is active, from what the entry holds; `page` gives the path of
    the page to read. Followers hear only public entries of published processes. `letters` are written
    besides (an invitation to a meeting); those who get one are not told twice.
    """

    sentence: Callable[[Entry], str]
    page: Callable[[Entry], str]
    to_parts: bool = True
    to_followers: bool = True
    letters: Callable[[Entry, Process], Letters] | None = None


def letters_about(entry: Entry, *, notices: Mapping[str, Notice]) -> Letters:
    """Write the letters that tell of an entry; none for a verb that is nobody's news, or an erased text."""
    notice = notices.get(entry.verb)
    process = process_of(int(entry.chain_id.removeprefix("process/"))) if notice else None
    if notice is None or process is None or entry.payload.erased_at:
        return
    special = list(notice.letters(entry, process)) if notice.letters else []
    yield from special
    reached = {mail.to[0].lower() for mail in special}
    if entry.by:
        reached.add(entry.by.email.lower())
    if notice.to_parts:
        day = timezone.localdate(entry.at)
        people = people_with_part(process, on=day)
        reached |= {person.email.lower() for person in people if not _wants_news(person)}
        for person in people:
            if person.email.lower() not in reached:
                reached.add(person.email.lower())
                yield _letter(entry, notice, process, person=person)
    if notice.to_followers and entry.payload.is_public and process.published_at:
        yield from _to_followers(entry, notice, process, reached)


def _wants_news(person: Person) -> bool:
    return person.wants_mail and not person.wants_digest


def _to_followers(entry: Entry, notice: Notice, process: Process, reached: set[str]) -> Letters:
    for follower in followers_of(process.pk):
        if follower.email.lower() not in reached:
            yield write_letter(
                "news", to=follower.email, language=follower.language, stop=("follower", follower.pk),
                process=process, sentence=partial(notice.sentence, entry), is_follower=True,
                address=absolute(notice.page(entry)),
            )  # fmt: skip


def _letter(entry: Entry, notice: Notice, process: Process, *, person: Person) -> EmailMultiAlternatives:
    return write_letter(
        "news", to=person.email, language=language_for(person, process), stop=("person", person.pk),
        process=process, sentence=partial(notice.sentence, entry), is_follower=False,
        address=absolute(notice.page(entry)),
    )  # fmt: skip
