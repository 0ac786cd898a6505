"""Focus areas and their activities, and how they are anchored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.kit.verdicts import enforce, first_refusal
from dugnad.plans.commands.writing import log, write_row
from dugnad.plans.models import Activity, Anchoring, AreaFrame, FocusArea, Goal, Plan, Premise
from dugnad.plans.rules.acts import may_edit_plan
from dugnad.plans.rules.amounts import check_amounts
from dugnad.plans.rules.codes import code_is_free

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from dugnad.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """A milieu, how it is touched, and how it was anchored there; `how` is empty while it has not been."""

    milieu: str
    relation: str
    how: str = ""
    reference: str = ""
    anchored_on: date | None = None


@transaction.atomic
def add_area(
    plan: Plan,
    *,
    by: Person,
    at: datetime,
    code: str,
    title: str,
    text: str = "",
    answers: Sequence[Premise] = (),
    frames: Mapping[int, int] | None = None,
) -> FocusArea:
    """Add a focus area with its code, what it answers and its money by year.

    Raises:
        Refused: when the plan is not open to this person, the code is taken, or an amount cannot be.
    """
    amounts = frames or {}
    enforce(
        first_refusal(
            (may_edit_plan(plan, by=by, at=at), code_is_free(plan, code), check_amounts(amounts.values()))
        )
    )
    area = FocusArea.objects.create(plan=plan, code=code, title=title, text=text)
    area.answers.set(answers)
    _write_frames(area, amounts)
    log(plan, "area.added", by=by, at=at, code=code, title=title)
    return area


@transaction.atomic
def edit_area(
    area: FocusArea,
    *,
    by: Person,
    at: datetime,
    revision: int,
    title: str,
    text: str,
    answers: Sequence[Premise],
    frames: Mapping[int, int],
) -> None:
    """Change an area's words, what it answers and its money; its code stays what it is.

    Raises:
        Refused: when the plan is not open for this person's writing, or an amount cannot be.
        Outdated: when somebody else changed the area meanwhile.
    """
    enforce(first_refusal((may_edit_plan(area.plan, by=by, at=at), check_amounts(frames.values()))))
    write_row(area, revision=revision, title=title, text=text)
    area.answers.set(answers)
    _write_frames(area, frames)
    log(area.plan, "area.edited", by=by, at=at, code=area.code, title=title, revision=area.revision)


def _write_frames(area: FocusArea, frames: Mapping[int, int]) -> None:
    area.frames.all().delete()
    AreaFrame.objects.bulk_create(
        AreaFrame(plan=area.plan, area=area, year=year, amount=amount)
        for year, amount in frames.items()
        if amount
    )


@transaction.atomic
def remove_area(area: FocusArea, *, by: Person, at: datetime, revision: int) -> None:
    """Take an area out of the draft; it can be put back, and stays in the versions that had it.

    Raises:
        Refused: when the plan is not open for this person's writing.
        Outdated: when somebody else changed the area meanwhile.
    """
    enforce(may_edit_plan(area.plan, by=by, at=at))
    write_row(area, revision=revision, removed_at=at)
    log(area.plan, "area.removed", by=by, at=at, code=area.code, title=area.title)


@transaction.atomic
def restore_area(area: FocusArea, *, by: Person, at: datetime) -> None:
    """Put an area back that was taken out, with all that was in it.

    Raises:
        Refused: when the plan is not open for this person's writing.
    """
    enforce(may_edit_plan(area.plan, by=by, at=at))
    write_row(area, revision=area.revision, removed_at=None)
    log(area.plan, "area.restored", by=by, at=at, code=area.code, title=area.title)


@transaction.atomic
def add_activity(
    area: FocusArea, *, by: Person, at: datetime, title: str, text: str = "", goals: Sequence[Goal] = ()
) -> Activity:
    """Add a main activity to an area, and say which of its goals it serves.

    Raises:
        Refused: when the plan is not open for this person's writing.
    """
    enforce(may_edit_plan(area.plan, by=by, at=at))
    number = area.activities.count() + 1
    activity = Activity.objects.create(area=area, number=number, title=title, text=text)
    activity.goals.set(goals)
    log(area.plan, "activity.added", by=by, at=at, area=area.code, title=title)
    return activity


@transaction.atomic
def edit_activity(
    activity: Activity,
    *,
    by: Person,
    at: datetime,
    revision: int,
    title: str,
    text: str,
    goals: Sequence[Goal],
) -> None:
    """Change a main activity's words and the goals it serves.

    Raises:
        Refused: when the plan is not open for this person's writing.
        Outdated: when somebody else changed it meanwhile.
    """
    plan = activity.area.plan
    enforce(may_edit_plan(plan, by=by, at=at))
    write_row(activity, revision=revision, title=title, text=text)
    activity.goals.set(goals)
    log(plan, "activity.edited", by=by, at=at, area=activity.area.code, title=title)


@transaction.atomic
def remove_activity(activity: Activity, *, by: Person, at: datetime, revision: int) -> None:
    """Take a main activity out of the draft.

    Raises:
        Refused: when the plan is not open for this person's writing.
        Outdated: when somebody else changed it meanwhile.
    """
    plan = activity.area.plan
    enforce(may_edit_plan(plan, by=by, at=at))
    write_row(activity, revision=revision, removed_at=at)
    log(plan, "activity.removed", by=by, at=at, area=activity.area.code, title=activity.title)


@transaction.atomic
def set_anchorings(
    area: FocusArea,
    *,
    by: Person,
    at: datetime,
    revision: int,
    anchorings: Sequence[Anchored],
    activity: Activity | None = None,
) -> None:
    """Write which milieux an area (or one of its activities) touches, and how each was anchored (A-34).

    Raises:
        Refused: when the plan is not open for this person's writing.
        Outdated: when somebody else changed the area meanwhile.
    """
    enforce(may_edit_plan(area.plan, by=by, at=at))
    write_row(area, revision=revision)
    area.anchorings.filter(activity=activity).delete()
    write_anchorings(area, activity, anchorings)
    log(area.plan, "anchorings.set", by=by, at=at, area=area.code, milieux=[row.milieu for row in anchorings])


def write_anchorings(area: FocusArea, activity: Activity | None, anchorings: Sequence[Anchored]) -> None:
    """Write anchorings' rows. A step: the calling command logs it."""
    Anchoring.objects.bulk_create(
        Anchoring(
            area=area,
            activity=activity,
            milieu=row.milieu,
            relation=row.relation,
            how=row.how,
            reference=row.reference,
            anchored_on=row.anchored_on,
        )
        for row in anchorings
    )
