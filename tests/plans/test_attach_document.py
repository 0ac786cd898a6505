"""Documents of the process are attached to goals, and shown to those who may read them."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from dugnad.plans.models import GoalDocument
from dugnad.processes.commands.files import withdraw_document
from tests import make
from tests.processes import file_story

pytestmark = pytest.mark.django_db
ADDERS = {"editor", "project_owner", "council_secretary", "administrator", "consultant"}


def _goal(plan):
    return plan.goals.get(area__code="A")


def _attached(plan, title="Målebok", **fields):
    document = file_story.document(plan.process, title=title, **fields)
    return commands.attach_document(_goal(plan), document=document, by=make.leader(plan), at=make.AT)


def test_a_document_stands_under_its_goal_for_those_inside_and_later_for_everyone(client):
    plan = make.published_plan()
    _attached(plan)
    _attached(plan, title="Lønnsliste", is_exempt=True, legal_basis="offl. § 14")
    outside = client.get(f"/plans/{plan.pk}/").content.decode()
    client.force_login(make.member(plan, RoleKind.STEERING_GROUP))
    inside = client.get(f"/plans/{plan.pk}/").content.decode()
    seen = [(word in inside, word in outside) for word in ("Målebok", "Lønnsliste", "/detach/")]
    assert seen == [(True, True), (True, False), (False, False)]


def test_a_goal_worded_anew_in_a_draft_is_not_told_outside(client):
    plan = make.published_plan()
    goal, leader = _goal(plan), make.leader(plan)
    _attached(plan)
    type(goal).objects.filter(pk=goal.pk).update(text="Hemmelig nytt mål")
    page = client.get(f"/plans/{plan.pk}/").content.decode()
    assert ("Hemmelig" in page, "Målebok" in page) == (False, False)
    client.force_login(leader)
    assert "Hemmelig nytt mål" in client.get(f"/plans/{plan.pk}/").content.decode()


@pytest.mark.parametrize("kind", list(RoleKind))
def test_those_who_add_documents_attach_them_and_nobody_else(client, kind):
    plan = make.finished_plan()
    document = file_story.document(plan.process)
    someone = make.member(plan, kind)
    client.force_login(someone)
    address = f"/plans/{plan.pk}/goals/{_goal(plan).pk}/documents/"
    may = kind in ADDERS
    assert client.get(address).status_code == (200 if may else 403)
    assert client.post(address, {"document": document.pk}).status_code == (302 if may else 403)
    assert GoalDocument.objects.filter(document=document).count() == int(may)


def test_a_document_is_attached_once_and_is_the_processs_own():
    plan = make.finished_plan()
    attached = _attached(plan)
    other = file_story.document(make.process())
    by = {"by": make.leader(plan), "at": make.AT}
    with pytest.raises(Refused, match="The document is attached to this goal already"):
        commands.attach_document(_goal(plan), document=attached.document, **by)
    with pytest.raises(Refused, match="Choose one of the process's documents"):
        commands.attach_document(_goal(plan), document=other, **by)


def test_what_is_withdrawn_goes_from_the_goal(client):
    plan = make.finished_plan()
    attached = _attached(plan)
    withdraw_document(attached.document, by=make.leader(plan), at=make.AT, reason="Feil")
    client.force_login(make.leader(plan))
    assert "Målebok" not in client.get(f"/plans/{plan.pk}/").content.decode()


def test_nothing_is_offered_twice_and_what_is_not_offered_is_refused_at_its_field(client):
    plan = make.finished_plan()
    attached = _attached(plan)
    free = file_story.document(plan.process, title="Rapport")
    client.force_login(make.leader(plan))
    address = f"/plans/{plan.pk}/goals/{_goal(plan).pk}/documents/"
    choices = client.get(address).context["form"].fields["document"].choices
    assert [key for key, _title in choices] == ["", free.pk]
    for bad in ("", "x", attached.document.pk, 99_999):
        answer = client.post(address, {"document": bad})
        assert (bad, answer.status_code, list(answer.context["form"].errors)) == (bad, 422, ["document"])


def test_outsiders_do_not_find_the_page_and_a_goal_of_another_plan_is_not_there(client):
    plan, other = make.finished_plan(), make.finished_plan()
    address = f"/plans/{plan.pk}/goals/{_goal(other).pk}/documents/"
    assert client.get(address).status_code == 404
    client.force_login(make.leader(plan))
    assert client.get(address).status_code == 404


def test_the_plan_asks_no_more_with_three_documents_than_with_one(client, django_assert_max_num_queries):
    plan, counts = make.finished_plan(), []
    client.force_login(make.leader(plan))
    for number in range(3):
        _attached(plan, title=f"Nr. {number}")
        client.get(f"/plans/{plan.pk}/")
        with django_assert_max_num_queries(10) as asked:
            client.get(f"/plans/{plan.pk}/")
        counts.append(len(asked))
    assert counts[0] == counts[2]
