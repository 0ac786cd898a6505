import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.voices.commands import add_comment, settle_comment
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make.plan()


@pytest.fixture
def comment(plan):
    by = make.member(plan, RoleKind.COUNTY_ADVISER)
    return add_comment(plan.process, by=by, at=make.AT, topic=f"plan/{plan.pk}", where="vision", text="Hvem?")


def test_those_who_write_settle_it_with_an_answer_by_page(client, plan, comment):
    client.force_login(make.leader(plan))
    address = f"/plans/{plan.pk}/comments/{comment.pk}/settle/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"answer": "Alle."}).status_code == 302
    comment.refresh_from_db()
    assert (comment.answer, comment.settled_by) == ("Alle.", make.leader(plan))


def test_its_author_settles_it(comment):
    settle_comment(comment, by=comment.by, at=make.AT, answer="")
    assert comment.settled_at == make.AT


def test_others_do_not_and_nobody_does_it_twice(plan, comment):
    with pytest.raises(Refused):
        settle_comment(comment, by=make.member(plan, RoleKind.IN_ADVISER), at=make.AT, answer="")
    settle_comment(comment, by=comment.by, at=make.AT, answer="")
    with pytest.raises(Refused):
        settle_comment(comment, by=comment.by, at=make.AT, answer="")
