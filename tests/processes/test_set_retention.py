"""Until when personal text is kept is said by those who lead, and stands among the dates."""

from datetime import date, timedelta

import pytest
from django.test import Client

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.processes.commands import change_state, set_retention
from dugnad.processes.models import Process
from tests import make

pytestmark = pytest.mark.django_db
LEADERS = {RoleKind.EDITOR, RoleKind.PROJECT_OWNER, RoleKind.ADMINISTRATOR}
LATER = date(2035, 1, 1)


def _browser(person):
    browser = Client(HTTP_ACCEPT_LANGUAGE="en")
    browser.force_login(person)
    return browser


def test_those_who_lead_set_the_day_and_anyone_who_sees_the_process_reads_it():
    process = make.process()
    Process.objects.filter(pk=process.pk).update(published_at=make.AT)
    address = f"/processes/{process.pk}/retention/"
    answer = _browser(make.leader(process)).post(address, {"until": "2035-01-01"})
    assert answer["Location"] == f"/processes/{process.pk}/deadlines/"
    process.refresh_from_db()
    assert process.keep_personal_until == LATER
    page = Client(HTTP_ACCEPT_LANGUAGE="en").get(f"/processes/{process.pk}/deadlines/").content.decode()
    assert ("1 January 2035" in page, "/retention/" in page) == (True, False)


@pytest.mark.parametrize("kind", [kind for kind in RoleKind if kind not in LEADERS])
def test_nobody_else_sets_it(kind):
    process = make.process()
    someone = make.member(process, kind)
    with pytest.raises(Refused, match="Only the project manager, the project owner or an administrator"):
        set_retention(process, until=LATER, by=someone, at=make.AT)
    assert _browser(someone).get(f"/processes/{process.pk}/retention/").status_code == 403


@pytest.mark.parametrize(
    ("until", "sentence"),
    [
        (make.AT.date(), "Choose a day that lies ahead."),
        (date(2020, 1, 1), "Choose a day that lies ahead."),
        (date(2033, 12, 30), "The work needs the text until 31 December 2033: choose a later day."),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_the_reason(until, sentence):
    process = make.process()
    with pytest.raises(Refused) as refused:
        set_retention(process, until=until, by=make.leader(process), at=make.AT)
    assert str(refused.value) == sentence


def test_once_the_process_is_over_any_day_ahead_will_do():
    process = make.process()
    leader = make.leader(process)
    change_state(process, by=leader, at=make.AT, state="closed", reason="Ferdig")
    tomorrow = make.AT.date() + timedelta(days=1)
    set_retention(process, until=tomorrow, by=leader, at=make.AT)
    process.refresh_from_db()
    assert process.keep_personal_until == tomorrow


@pytest.mark.parametrize("typed", ["", "31.02.2035", "snart", "1901-01-01"])
def test_what_is_no_day_is_said_at_its_field(typed):
    process = make.process()
    answer = _browser(make.leader(process)).post(f"/processes/{process.pk}/retention/", {"until": typed})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["until"])
    assert answer.context["form"]["until"].value() == typed
