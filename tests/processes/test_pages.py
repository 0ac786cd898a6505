"""What a person sees of a process, and what the public never does."""

from __future__ import annotations

import pytest

from dugnad.people.models import RoleKind
from dugnad.processes.models import Deadline, Gate, Phase
from tests import make

pytestmark = pytest.mark.django_db

PAGES = ("", "activity/", "path/", "people/", "deadlines/", "dates/", "decisions/", "edit/", "publish/", "copy/",
         "midway/", "pause/", "withdraw/", "close/", "people/add/", "deadlines/add/", "deadlines.ics")  # fmt: skip


@pytest.fixture
def process():
    return make.process()


@pytest.fixture
def leader(process):
    return process.roles.get(kind=RoleKind.EDITOR).person


@pytest.mark.parametrize("page", PAGES)
def test_whoever_leads_sees_every_page(client, process, leader, page):
    client.force_login(leader)
    assert client.get(f"{process.address}{page}").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_draft_is_not_there_for_the_public(client, process, page):
    assert client.get(f"{process.address}{page}").status_code == 404
