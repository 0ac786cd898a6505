"""The three acts of following, without their pages: asked, confirmed, ended."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dugnad.journal.queries import entries_of
from dugnad.kit.verdicts import Refused
from dugnad.processes.commands import publish_process
from dugnad.processes.commands.following import ask_to_follow, confirm_following, stop_following
from dugnad.processes.models import Follower
from tests import make
from tests.processes import meeting_story as story

pytestmark = pytest.mark.django_db


def test_an_address_asks_confirms_and_leaves_without_being_written_in_the_journal():
    process = make.process()
    publish_process(process, by=story.editor_of(process), at=make.AT)

    follower = ask_to_follow(process, email=" Ola@Nordmann.example ", language="nn", at=make.AT)
    assert follower is not None
    assert (follower.email, follower.confirmed_at) == ("ola@nordmann.example", None)
    assert ask_to_follow(process, email="ola@nordmann.example", language="nn", at=make.AT) is None

    confirm_following(follower, at=make.AT + timedelta(minutes=5))
    assert Follower.objects.get().confirmed_at == make.AT + timedelta(minutes=5)

    stop_following(follower, at=make.AT + timedelta(days=1))
    assert Follower.objects.count() == 0
    entries = list(entries_of(process.pk))
    assert [entry.verb for entry in entries[:3]] == ["follower.left", "follower.confirmed", "follower.asked"]
    assert not any("ola" in str(entry.payload.content).lower() for entry in entries)


def test_a_draft_is_not_followed_and_says_why():
    with pytest.raises(Refused, match="Only a published process"):
        ask_to_follow(make.process(), email="ola@nordmann.example", language="nb", at=make.AT)
    assert Follower.objects.count() == 0


def test_a_link_older_than_a_week_confirms_nothing():
    process = make.process()
    publish_process(process, by=story.editor_of(process), at=make.AT)
    follower = ask_to_follow(process, email="ola@nordmann.example", language="nb", at=make.AT)
    assert follower is not None
    with pytest.raises(Refused):
        confirm_following(follower, at=make.AT + timedelta(days=8))
    assert Follower.objects.get().confirmed_at is None
