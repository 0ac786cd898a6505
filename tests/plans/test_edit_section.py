import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return make.plan().sections.get(key="background")


def save(section, by, text="Ny tekst", revision=1):
    commands.edit_section(section, by=by, at=make.AT, text=text, revision=revision)


def test_what_is_written_stands_there_with_who_wrote_it(section):
    boss = make.leader(section.plan)
    save(section, boss)
    section.refresh_from_db()
    assert (section.text, section.revision, section.edited_by) == ("Ny tekst", 2, boss)


def test_nobody_overwrites_words_they_have_not_seen(section):
    save(section, make.leader(section.plan), "Den førstes ord")
    with pytest.raises(Outdated) as outdated:
        save(section, make.leader(section.plan), "Den andres ord")
    assert outdated.value.current.text == "Den førstes ord"


WRITES = {RoleKind.EDITOR, RoleKind.CONSULTANT, RoleKind.ADMINISTRATOR}


@pytest.mark.parametrize("kind", RoleKind.values)
def test_only_those_who_write_may_write(section, kind):
    by = make.member(section.plan, kind)
    if kind in WRITES:
        save(section, by)
    else:
        with pytest.raises(Refused):
            save(section, by)


@pytest.mark.parametrize(
    ("state", "writes"),
    [("draft", True), ("submitted", True), ("approved", True), ("adopted", False), ("rejected", False)],
)
def test_the_plans_state_decides_whether_it_is_open(section, state, writes):
    section.plan.state = state
    if writes:
        save(section, make.leader(section.plan))
    else:
        with pytest.raises(Refused):
            save(section, make.leader(section.plan))


def test_before_a_body_advisers_still_do_not_write(section):
    section.plan.state = "submitted"
    with pytest.raises(Refused):
        save(section, make.member(section.plan, RoleKind.COUNTY_ADVISER))
