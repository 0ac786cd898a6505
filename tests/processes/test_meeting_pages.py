"""A meeting on the web, from planning to approved minutes; and what outsiders see of it."""

from __future__ import annotations

from django.urls import reverse

from dugnad.processes.commands import publish_process
from dugnad.processes.models import Attendance, Meeting
from tests import make
from tests.processes import meeting_story as story


def url(name, meeting, *more):
    return reverse(f"processes:{name}", args=[meeting.process_id, meeting.pk, *more])


def test_a_meeting_is_planned_called_held_and_minuted_on_the_web(client, db):
    process = make.process()
    with story.visit(client, story.editor_of(process)):
        typed = {
            "body": story.body_of(process).pk, "day": "2027-03-18", "begins": "18:00", "ends": "20:00",
            "venue": "Rådhuset",
        }  # fmt: skip
        client.post(reverse("processes:plan_meeting", args=[process.pk]), typed)
        meeting = Meeting.objects.get()
        client.post(url("add_item", meeting), {"title": "Visjon", "proposal": "Godkjennes."})
        page = client.get(url("call_meeting", meeting))
        assert "Per Prosjektleder" in page.content.decode()
        person = story.editor_of(process).pk
        client.post(url("call_meeting", meeting), {"people": [person], "others": "Ola <ola@x.no>"})
    with story.visit(client, story.editor_of(process), at=story.AFTER):
        states = {f"state_{row.pk}": "present" for row in meeting.attendances.all()}
        client.post(url("record_attendance", meeting), {**states, "others": "Gro Gjest"})
        item = meeting.items.get()
        client.post(url("write_minutes", meeting), {"revision": 1, f"minutes_{item.pk}": "Godkjent."})
        done = client.post(url("approve_minutes", meeting), follow=True)
    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.MINUTED
    assert meeting.starts_at == story.STARTS
    assert sorted(meeting.attendances.values_list("name", flat=True)) == [
        "Gro Gjest",
        "Ola",
        "Per Prosjektleder",
    ]
    assert "Godkjent." in done.content.decode()


def test_what_was_typed_stays_when_the_meeting_cannot_be(client, db):
    process = make.process()
    typed = {
        "body": story.body_of(process).pk, "day": "2027-02-30", "begins": "18:00", "ends": "17:00",
        "venue": "<script>alert(1)</script> Čáhppesjávri", "is_closed": "on",
    }  # fmt: skip
    with story.visit(client, story.editor_of(process)):
        page = client.post(
            reverse("processes:plan_meeting", args=[process.pk]), typed, headers={"accept-language": "en"}
        )
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"day", "legal_basis"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Čáhppesjávri" in page.content.decode()


def test_an_end_before_the_beginning_is_told_at_the_end(client, db):
    process = make.process()
    typed = {"body": story.body_of(process).pk, "day": "2027-03-18", "begins": "18:00", "ends": "17:00"}
    with story.visit(client, story.editor_of(process)):
        page = client.post(reverse("processes:plan_meeting", args=[process.pk]), typed)
    assert set(page.context["form"].errors) == {"ends"}


def test_the_public_sees_a_called_meeting_without_its_closed_item(client, db):
    meeting = story.called()
    publish_process(meeting.process, by=story.editor_of(meeting.process), at=make.AT)
    page = client.get(url("show_meeting", meeting)).content.decode()
    assert "Visjon og hovedmål" in page
    assert story.BASIS in page
    assert story.SECRET not in page
    assert story.SECRET_TEXT not in page


def test_a_planned_meeting_is_not_there_for_the_public(client, db):
    meeting = story.with_agenda()
    publish_process(meeting.process, by=story.editor_of(meeting.process), at=make.AT)
    listed = client.get(reverse("processes:list_meetings", args=[meeting.process_id]))
    assert list(listed.context["meetings"]) == []
    answers = [
        client.get(url("show_meeting", meeting)).status_code,
        client.get(url("show_paper", meeting, "agenda", "pdf")).status_code,
    ]
    assert answers == [404, 404]


def test_minutes_are_secret_until_they_are_approved(client, db):
    meeting = story.held()
    publish_process(meeting.process, by=story.editor_of(meeting.process), at=make.AT)
    item = meeting.items.first()
    item.minutes = "Foreløpig referat"
    item.save()
    page = client.get(url("show_meeting", meeting)).content.decode()
    assert "Foreløpig referat" not in page
    assert "Mona Medlem" not in page
    assert client.get(url("show_paper", meeting, "minutes", "pdf")).status_code == 404


def test_an_outsider_cannot_open_any_form_of_a_meeting(client, db):
    meeting = story.called()
    publish_process(meeting.process, by=story.editor_of(meeting.process), at=make.AT)
    forms = [
        "edit_meeting",
        "call_meeting",
        "cancel_meeting",
        "add_item",
        "record_attendance",
        "write_minutes",
    ]
    answers = {name: client.get(url(name, meeting)).status_code for name in forms}
    assert answers == dict.fromkeys(forms, 403)
    assert client.post(url("approve_minutes", meeting)).status_code == 403


def test_a_meetings_page_costs_the_same_however_long_its_agenda(client, db, django_assert_max_num_queries):
    meeting = story.held()
    with story.visit(client, story.editor_of(meeting.process)), django_assert_max_num_queries(10):
        client.get(url("show_meeting", meeting))


def test_the_list_costs_the_same_with_one_meeting_and_with_three(client, db, django_assert_max_num_queries):
    process = make.process()
    story.planned(process)
    address = reverse("processes:list_meetings", args=[process.pk])
    with story.visit(client, story.editor_of(process)):
        with django_assert_max_num_queries(10):
            client.get(address)
        story.planned(process)
        story.planned(process)
        with django_assert_max_num_queries(10):
            client.get(address)


def test_attendance_that_nobody_knows_is_refused(client, db):
    meeting = story.called()
    row = meeting.attendances.first()
    with story.visit(client, story.editor_of(meeting.process), at=story.AFTER):
        page = client.post(url("record_attendance", meeting), {f"state_{row.pk}": "asleep"})
    assert page.status_code == 422
    assert meeting.attendances.filter(state=Attendance.State.CALLED).count() == 2
