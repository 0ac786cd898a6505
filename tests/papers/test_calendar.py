from datetime import UTC, date, datetime, timedelta, timezone

from icalendar import Calendar

from dugnad.papers.calendar import Event, to_calendar

STAMP = datetime(2026, 1, 1, 8, tzinfo=UTC)
HEARING = Event("frist-1@dugnad", "Høring; frist, nå", date(2026, 3, 1), date(2026, 3, 2), sequence=3,
                description="Linje 1\nLinje 2", url="https://eksempel.no/1")  # fmt: skip
MEETING = Event("møte-1@dugnad", "Møte", datetime(2026, 6, 1, 9, tzinfo=timezone(timedelta(hours=2))),
                datetime(2026, 6, 1, 11, tzinfo=timezone(timedelta(hours=2))), cancelled=True)  # fmt: skip


def parsed(*events):
    return Calendar.from_ical(to_calendar("Frister i Fjordvik", events, language="nb", stamp=STAMP))


def test_an_all_day_deadline_keeps_identity_sequence_and_words():
    event = parsed(HEARING).walk("VEVENT")[0]
    said = [str(event["uid"]), event["sequence"], str(event["summary"]), str(event["description"])]
    assert said == ["frist-1@dugnad", 3, "Høring; frist, nå", "Linje 1\nLinje 2"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 3, 1), date(2026, 3, 3))


def test_a_meeting_is_written_in_utc_and_a_called_off_one_says_so():
    event = parsed(MEETING).walk("VEVENT")[0]
    assert (event["dtstart"].to_ical(), event["dtend"].to_ical()) == (
        b"20260601T070000Z",
        b"20260601T090000Z",
    )
    assert str(event["status"]) == "CANCELLED"


def test_the_same_events_give_the_same_bytes():
    first, second = (to_calendar("x", [HEARING, MEETING], language="nb", stamp=STAMP) for _time in range(2))
    assert first == second


def test_the_calendar_has_its_name_and_every_event_its_stamp():
    calendar = parsed(HEARING, MEETING)
    assert str(calendar["x-wr-calname"]) == "Frister i Fjordvik"
    assert [event["dtstamp"].dt for event in calendar.walk("VEVENT")] == [STAMP, STAMP]
