import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    made = make.finished_plan()
    by = {"by": make.leader(made), "at": make.AT}
    commands.submit_plan(made, **by)
    commands.approve_plan(make.reread(made), facts=make.decision(), **by)
    return make.reread(made)


def adopt(plan, result="adopted", by=None, **fields):
    facts = make.decision(result, case="27/14", **fields)
    return commands.adopt_plan(plan, by=by or make.leader(plan), at=make.AT, facts=facts)


def test_the_adopted_text_is_the_version_that_was_laid_before_the_council(plan):
    decision = adopt(plan)
    version = plan.versions.get(is_adopted=True)
    assert (make.reread(plan).state, decision.subject_digest) == ("adopted", version.digest)


def test_the_councils_changes_become_the_adopted_version_and_are_shown_word_by_word(client, plan):
    secretary = make.member(plan, RoleKind.COUNCIL_SECRETARY)
    commands.edit_vision(
        plan, by=secretary, at=make.AT, title=plan.title, vision="Et levende og trygt samfunn.",
        revision=plan.revision,
    )  # fmt: skip
    client.force_login(secretary)
    page = client.get(f"/plans/{plan.pk}/changes/")
    assert [(c.where, c.after) for c in page.context["changes"]] == [
        ("vision", "Et levende og trygt samfunn.")
    ]
    adopt(make.reread(plan), "adopted_with_changes", by=secretary)
    assert plan.versions.get(is_adopted=True).content["vision"] == "Et levende og trygt samfunn."


def test_adopted_with_changes_needs_changes(plan):
    with pytest.raises(Refused):
        adopt(plan, "adopted_with_changes")


def test_the_council_does_not_adopt_what_the_group_has_not_approved():
    plan = make.finished_plan()
    with pytest.raises(Refused, match="A-08"):
        adopt(plan)


def test_sent_back_opens_writing(plan):
    adopt(plan, "sent_back", reason="Mer om boliger.")
    assert make.reread(plan).state == "draft"


def test_advisers_record_nothing(plan):
    with pytest.raises(Refused):
        adopt(plan, by=make.member(plan, RoleKind.COUNTY_ADVISER))


def test_the_page_records_it(client, plan, that_day):
    client.force_login(make.leader(plan))
    typed = {"result": "adopted", "decided_on": "2027-01-11", "case_number": "27/14", "openness": "open"}
    client.post(f"/plans/{plan.pk}/adopt/", {**typed, "confirmed": "1"})
    assert make.reread(plan).state == "adopted"
