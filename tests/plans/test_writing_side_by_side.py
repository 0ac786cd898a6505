"""Two people write at once, and people write what nobody expected."""

import time

import pytest

from dugnad.kit.wording import compare_words
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db
HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(1)>'
SCRIPTS = (
    "Sámi čáŋŋšđŧž \N{FISH} \u202esnudd\u202c \u2067\u05e2\u05d1\u05e8\u05d9\u05ea\u2069"  # turned, Hebrew
)


@pytest.fixture
def plan(client):
    made = make.finished_plan()
    client.force_login(make.leader(made))
    return made


def begin(client, address):
    """Open a form as somebody does who then writes for a while."""
    form = client.get(address).context["form"]
    return {name: "" if value is None else value for name, value in form.initial.items()}


def other(plan):
    return make.member(plan, RoleKind.CONSULTANT, name="Oda Annen")


def test_two_people_editing_one_section_meet_on_a_page_with_both_texts(client, plan):
    address = f"/plans/{plan.pk}/sections/background/"
    typed = begin(client, address) | {"text": "Min tekst om background."}
    section = plan.sections.get(key="background")
    commands.edit_section(
        section, by=other(plan), at=make.AT, text="Hennes tekst.", revision=section.revision
    )
    answer = client.post(address, typed)
    page = answer.content.decode()
    section.refresh_from_db()
    assert (answer.status_code, section.text) == (409, "Hennes tekst.")
    assert ("Oda Annen" in page, "Min tekst om background." in page) == (True, True)
    each, changes = answer.context["texts"][0]
    assert (each.theirs, each.yours) == ("Hennes tekst.", "Min tekst om background.")
    assert changes == compare_words("Hennes tekst.", "Min tekst om background.")
    form = answer.context["form"]
    again = {name: form[name].value() for name in ("revision", "seen")} | {"text": "Begges tekst."}
    assert client.post(address, again).status_code == 302
    section.refresh_from_db()
    assert section.text == "Begges tekst."


def test_two_people_editing_one_goal_see_field_by_field_what_differs(client, plan):
    goal = plan.areas.get(code="A").goals.get()
    address = f"/plans/{plan.pk}/goals/{goal.pk}/edit/"
    typed = begin(client, address) | {"target": "12", "unit": "jobber"}
    facts = make.goal_facts(15, text=goal.text, due_on=goal.due_on)
    commands.edit_goal(goal, by=other(plan), at=make.AT, revision=goal.revision, facts=facts)
    answer = client.post(address, typed, headers={"accept-language": "en"})
    differing = {str(each.label): (each.theirs, each.yours) for each in answer.context["others"]}
    assert answer.status_code == 409
    assert differing["What is to be reached"] == ("15", "12")
    assert differing["Counted in"] == ("årsverk", "jobber")
    assert answer.context["form"]["target"].value() == "12"


def test_who_writes_in_another_part_of_the_same_row_is_in_nobodys_way(client, plan):
    address = f"/plans/{plan.pk}/vision/"
    typed = begin(client, address) | {"vision": "Min visjon."}
    commands.set_conditions(
        plan, by=other(plan), at=make.AT, revision=plan.revision, county_ceiling=50,
        grant_committed_on=None, conditions_accepted_on=None, implementation_starts_on=None,
    )  # fmt: skip
    assert client.post(address, typed).status_code == 302
    now = make.reread(plan)
    assert (now.vision, now.county_ceiling) == ("Min visjon.", 50)


def test_save_and_go_on_stays_with_the_form(client, plan):
    address = f"/plans/{plan.pk}/sections/background/"
    answer = client.post(address, begin(client, address) | {"text": "Mer.", "stay": "1"})
    assert (answer.status_code, answer["Location"]) == (302, address)


def test_a_text_of_eighty_pages_is_kept_and_a_longer_one_refused_with_its_length(client, plan):
    address = f"/plans/{plan.pk}/sections/background/"
    typed = begin(client, address)
    long = "Ord på ord. " * 16_000
    assert client.post(address, typed | {"text": long}).status_code == 302
    assert plan.sections.get(key="background").text == long.strip()
    answer = client.post(
        address, begin(client, address) | {"text": "x" * 400_000}, headers={"accept-language": "en"}
    )
    said = answer.context["form"].errors["text"]
    assert (answer.status_code, list(said)) == (
        422, ["Write at most 200,000 letters; this is 400,000 letters."],
    )  # fmt: skip
    assert "x" * 400_000 in answer.content.decode()


def test_a_long_text_meets_another_long_text_in_a_breath(client, plan):
    address = f"/plans/{plan.pk}/sections/background/"
    typed = begin(client, address) | {"text": "mine ord her " * 15_000}
    section = plan.sections.get(key="background")
    commands.edit_section(
        section, by=other(plan), at=make.AT, text="deres ord der " * 14_000, revision=section.revision
    )
    began = time.process_time()
    assert client.post(address, typed).status_code == 409
    assert time.process_time() - began < 5


@pytest.mark.parametrize("text", [HOSTILE, SCRIPTS], ids=["script", "letters"])
def test_whatever_is_written_is_shown_as_text_everywhere(client, plan, text):
    by = {"by": make.leader(plan), "at": make.AT}
    area = plan.areas.get(code="A")
    commands.edit_area(
        area, revision=area.revision, title=text, text=text, answers=[], frames={2028: 1}, **by
    )
    goal, activity = area.goals.get(), area.activities.get()
    facts = make.goal_facts(
        text=text, indicator=text, unit=text[:40], how_measured=text, when_measured=text, measured_by=text
    )
    commands.edit_goal(goal, revision=goal.revision, facts=facts, **by)
    commands.edit_activity(activity, revision=activity.revision, title=text, text=text, goals=[goal], **by)
    section = plan.sections.get(key="background")
    commands.edit_section(section, revision=section.revision, text=text, **by)
    now = make.reread(plan)
    commands.edit_vision(now, revision=now.revision, title=text, vision=text, **by)
    commands.save_version(make.reread(plan), label=text, **by)
    pages = (
        "",
        "areas/A/edit/",
        f"goals/{goal.pk}/edit/",
        "versions/",
        "versions/1/",
        "check/",
        "sections/background/",
    )
    for page in pages:
        said = client.get(f"/plans/{plan.pk}/{page}").content.decode()
        assert (page, "<script>alert" in said, "<img src=x" in said) == (page, False, False)
    assert make.reread(plan).vision == text


def test_what_is_posted_without_being_allowed_is_refused_and_kept_in_the_form(client, plan):
    address = f"/plans/{plan.pk}/sections/background/"
    typed = begin(client, address) | {"text": "Dette vil jeg ikke miste."}
    client.force_login(make.member(plan, RoleKind.COUNTY_ADVISER))
    answer = client.post(address, typed)
    assert (answer.status_code, "Dette vil jeg ikke miste." in answer.content.decode()) == (422, True)


def test_a_revision_that_was_never_given_is_no_way_in(client, plan):
    address = f"/plans/{plan.pk}/sections/background/"
    for revision in ("", "0", "-1", "9" * 30, "abc"):
        assert client.post(address, {"text": "x", "revision": revision}).status_code == 422
