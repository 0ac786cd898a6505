"""The agenda: items added, changed, moved and taken off, until the meeting has been held."""

from __future__ import annotations

import pytest
from django.urls import reverse

from dugnad.journal.queries import entries_of
from dugnad.kit.verdicts import Refused
from dugnad.processes.commands.agenda import ItemFacts, add_item, edit_item, move_item, remove_item
from dugnad.processes.models import Gate
from tests import make
from tests.processes import meeting_story as story


def titles(meeting):
    return list(meeting.items.order_by("number").values_list("number", "title"))


def test_items_stand_in_their_order_when_moved_and_taken_off(db):
    meeting = story.planned()
    by = story.editor_of(meeting.process)
    one, two, three = (
        add_item(meeting, by=by, at=make.AT, facts=ItemFacts(title=title)) for title in ("A", "B", "C")
    )
    move_item(three, by=by, at=make.AT, up=True)
    assert titles(meeting) == [(1, "A"), (2, "C"), (3, "B")]
    one.refresh_from_db()
    move_item(one, by=by, at=make.AT, up=True)  # already first
    remove_item(one, by=by, at=make.AT)
    assert titles(meeting) == [(1, "C"), (2, "B")]
    two.refresh_from_db()
    edit_item(two, by=by, at=make.AT, facts=ItemFacts(title="B, endret"))
    assert titles(meeting) == [(1, "C"), (2, "B, endret")]


def test_a_closed_item_needs_its_legal_basis_and_is_not_named_in_the_journal(db):
    meeting = story.planned()
    by = story.editor_of(meeting.process)
    with pytest.raises(Refused):
        add_item(meeting, by=by, at=make.AT, facts=ItemFacts(title=story.SECRET, is_open=False))
    facts = ItemFacts(title=story.SECRET, is_open=False, legal_basis=story.BASIS)
    add_item(meeting, by=by, at=make.AT, facts=facts)
    assert not any(story.SECRET in str(entry.payload.content) for entry in entries_of(meeting.process_id))


def test_the_agenda_of_a_held_meeting_stays(db):
    meeting = story.held()
    by, item = story.editor_of(meeting.process), meeting.items.first()
    acts = [
        lambda: add_item(meeting, by=by, at=story.AFTER, facts=ItemFacts(title="Ny")),
        lambda: edit_item(item, by=by, at=story.AFTER, facts=ItemFacts(title="Ny")),
        lambda: move_item(item, by=by, at=story.AFTER, up=False),
        lambda: remove_item(item, by=by, at=story.AFTER),
    ]
    for act in acts:
        with pytest.raises(Refused):
            act()


def test_an_item_prepares_a_decision_on_the_way(client, db):
    meeting = story.planned()
    gate = Gate.objects.get(process=meeting.process, key="steering_group_approval")
    address = reverse("processes:add_item", args=[meeting.process_id, meeting.pk])
    with story.visit(client, story.editor_of(meeting.process)):
        client.post(address, {"title": "Godkjenning av planen", "gate": gate.pk})
        page = client.get(reverse("processes:show_meeting", args=[meeting.process_id, meeting.pk]))
    assert f"Saken forbereder vedtaket «{gate.title}»." in page.content.decode()


def test_taking_an_item_off_is_asked_about_first(client, db):
    meeting = story.with_agenda()
    item = meeting.items.first()
    address = reverse("processes:remove_item", args=[meeting.process_id, meeting.pk, item.pk])
    with story.visit(client, story.editor_of(meeting.process)):
        assert client.get(address).status_code == 200
        assert meeting.items.count() == 2
        client.post(address, {"csrfmiddlewaretoken": "x"})  # a browser always sends it
    assert meeting.items.count() == 1


def test_an_item_of_another_meeting_is_not_there(client, db):
    mine, other = story.with_agenda(), story.with_agenda()
    address = reverse("processes:move_item", args=[mine.process_id, mine.pk, other.items.first().pk])
    with story.visit(client, story.editor_of(mine.process)):
        assert client.post(address, {"to": "down"}).status_code == 404
