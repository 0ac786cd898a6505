import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from dugnad.processes.commands import publish_process
from tests import make

pytestmark = pytest.mark.django_db


def test_anyone_reads_the_published_version(client):
    plan = make.adopted_plan()
    publish_process(plan.process, by=make.leader(plan), at=make.AT)
    plan = make.reread(plan)
    assert client.get(f"/plans/{plan.pk}/").status_code == 404
    commands.publish_plan(plan, by=make.leader(plan), at=make.AT)
    page = client.get(f"/plans/{plan.pk}/")
    assert (page.status_code, "Et levende samfunn." in page.content.decode()) == (200, True)


def test_the_process_is_published_first():
    plan = make.adopted_plan()
    with pytest.raises(Refused):
        commands.publish_plan(plan, by=make.leader(plan), at=make.AT)


def test_only_an_adopted_plan_is_published():
    plan = make.finished_plan()
    with pytest.raises(Refused):
        commands.publish_plan(plan, by=make.leader(plan), at=make.AT)


def test_advisers_publish_nothing():
    plan = make.adopted_plan()
    with pytest.raises(Refused):
        commands.publish_plan(plan, by=make.member(plan, RoleKind.COUNTY_ADVISER), at=make.AT)
