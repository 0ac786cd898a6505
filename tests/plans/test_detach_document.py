"""A document is taken off a goal, and stays among the process's documents."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from dugnad.plans.models import GoalDocument
from dugnad.processes.models import Document
from tests import make
from tests.processes import file_story

pytestmark = pytest.mark.django_db


def _attached():
    plan = make.finished_plan()
    goal, document = plan.goals.get(area__code="A"), file_story.document(plan.process)
    return plan, commands.attach_document(goal, document=document, by=make.leader(plan), at=make.AT)


def test_it_goes_off_the_goal_and_stays_in_the_process(client):
    plan, attached = _attached()
    client.force_login(make.leader(plan))
    address = f"/plans/{plan.pk}/goals/{attached.goal_id}/documents/{attached.document_id}/detach/"
    assert client.get(address).status_code == 405
    assert client.post(address).status_code == 302
    assert (GoalDocument.objects.count(), Document.objects.count()) == (0, 1)
    assert client.post(address).status_code == 404


def test_members_of_the_steering_group_take_nothing_off(client):
    plan, attached = _attached()
    member = make.member(plan, RoleKind.STEERING_GROUP)
    with pytest.raises(Refused, match="Only those who lead the process, its consultant"):
        commands.detach_document(attached, by=member, at=make.AT)
    assert GoalDocument.objects.count() == 1
