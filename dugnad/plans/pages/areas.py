"""Writing focus areas and their activities, and whom they touch."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from django.forms import Form
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from dugnad.kit.pages import who_and_when
from dugnad.plans import commands
from dugnad.plans.forms.areas import ActivityForm, AnchoringForm, AreaForm
from dugnad.plans.forms.draft import Writing
from dugnad.plans.pages.finding import find_open, posted
from dugnad.plans.pages.removing import remove
from dugnad.plans.pages.writing import add, confirm, write
from dugnad.plans.queries import rows
from dugnad.plans.queries.standing import standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.forms.draft import Draft
    from dugnad.plans.models import Activity, FocusArea, Plan


def _area_form(plan: Plan, *, area: FocusArea | None = None) -> Any:
    now = standing(plan)
    years = {*now.years, *(frame.year for frame in area.frames.all())} if area else now.years
    return partial(AreaForm, years=sorted(years), premises=now.premises, is_new=area is None)


def _facts(plan: Plan, form: AreaForm) -> dict[str, Any]:
    facts = form.facts()
    return {**facts, "answers": list(rows.premises_of(plan).filter(pk__in=facts["answers"]))}


def add_area(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Add a focus area."""
    plan = find_open(request, plan_id)
    now = standing(plan)
    taken = {*(area.code for area in now.outline.areas), *(code for code, _title in now.removed)}
    free = next((letter for letter in "ABCDEFGHIJ" if letter not in taken), "")
    form = _area_form(plan)(posted(request), initial={"revision": 1, "code": free})

    def act(_data: object) -> None:
        commands.add_area(plan, **_facts(plan, form), **who_and_when(request))

    where = f"areas.{request.POST.get('code', '')}" if request.POST else "areas"
    return add(request, plan, form, act, title=_("Add a focus area"), where=where)


def edit_area(request: HttpRequest, plan_id: int, code: str) -> HttpResponse:
    """Change an area's words, what it answers and its money."""
    plan = find_open(request, plan_id)
    area = get_object_or_404(rows.areas_of(plan).prefetch_related("frames", "answers"), code=code)

    def save(row: Any, revision: int, form: AreaForm) -> None:
        commands.edit_area(row, revision=revision, **_facts(plan, form), **who_and_when(request))

    writing = Writing(
        plan=plan, row=area, form=_area_form(plan, area=area), words=rows.area_words, act=save,
        title=_("Focus area %(code)s") % {"code": code}, where=f"areas.{code}",
        verbs=("area.edited", "anchorings.set"), said={"code": code},
        remove=reverse("plans:remove_area", args=[plan.pk, code]),
    )  # fmt: skip
    return write(request, writing)


def remove_area(request: HttpRequest, plan_id: int, code: str) -> HttpResponse:
    """Take an area out of the draft, after telling what goes with it."""
    plan = find_open(request, plan_id)
    area = get_object_or_404(rows.areas_of(plan), code=code)
    text = _("The area goes out of the draft with its goals and activities. It can be put back.")
    title = _("Take the area “%(area)s” out?") % {"area": area}
    return remove(request, plan, area, commands.remove_area, title=title, text=text, where="areas")


def restore_area(request: HttpRequest, plan_id: int, code: str) -> HttpResponse:
    """Put an area back that was taken out."""
    plan = find_open(request, plan_id)
    area = get_object_or_404(rows.areas_of(plan, removed=True), code=code)

    def act(_data: object) -> None:
        commands.restore_area(area, **who_and_when(request))

    title = _("Put “%(area)s” back?") % {"area": area}
    text, done = _("The area comes back with its goals and activities."), _("The area is back.")
    words = {"title": title, "text": text, "label": _("Put back"), "where": f"areas.{code}"}
    return confirm(request, plan, Form(posted(request)), act, done=done, **words)


def add_activity(request: HttpRequest, plan_id: int, code: str) -> HttpResponse:
    """Add a main activity to an area."""
    plan = find_open(request, plan_id)
    area = get_object_or_404(rows.areas_of(plan), code=code)
    form = ActivityForm(posted(request), goals=rows.goals_of(plan).filter(area=area), initial={"revision": 1})

    def act(_data: object) -> None:
        commands.add_activity(area, **_activity_facts(plan, form), **who_and_when(request))

    return add(request, plan, form, act, title=_("Add a main activity"), where=f"areas.{code}")


def _activity_facts(plan: Plan, form: Draft) -> dict[str, Any]:
    values = form.values()
    return {**values, "goals": list(rows.goals_of(plan).filter(pk__in=values["goals"]))}


def edit_activity(request: HttpRequest, plan_id: int, activity_id: int) -> HttpResponse:
    """Change a main activity."""
    plan = find_open(request, plan_id)
    activity = get_object_or_404(rows.activities_of(plan), pk=activity_id)
    goals = rows.goals_of(plan).filter(area=activity.area)

    def save(row: Any, revision: int, form: Draft) -> None:
        commands.edit_activity(row, revision=revision, **_activity_facts(plan, form), **who_and_when(request))

    writing = Writing(
        plan=plan, row=activity, form=partial(ActivityForm, goals=goals), words=rows.activity_words, act=save,
        title=_("Main activity"), where=f"areas.{activity.area.code}", verbs=("activity.edited",),
        said={"area": activity.area.code},
        remove=reverse("plans:remove_activity", args=[plan.pk, activity_id]),
    )  # fmt: skip
    return write(request, writing)


def remove_activity(request: HttpRequest, plan_id: int, activity_id: int) -> HttpResponse:
    """Take a main activity out of the draft."""
    plan = find_open(request, plan_id)
    row = get_object_or_404(rows.activities_of(plan), pk=activity_id)
    where, title = f"areas.{row.area.code}", _("Take “%(what)s” out?") % {"what": row.title}
    text = _("It goes out of the draft; versions that had it keep it.")
    return remove(request, plan, row, commands.remove_activity, title=title, text=text, where=where)


def set_anchorings(
    request: HttpRequest, plan_id: int, code: str, activity_id: int | None = None
) -> HttpResponse:
    """Write which milieux an area or an activity touches, and how each was anchored."""
    plan = find_open(request, plan_id)
    area = get_object_or_404(rows.areas_of(plan), code=code)
    activity = get_object_or_404(rows.activities_of(plan), pk=activity_id, area=area) if activity_id else None
    return write(request, _anchoring(request, plan, area, activity))


def _anchoring(request: HttpRequest, plan: Plan, area: FocusArea, activity: Activity | None) -> Writing:
    known = rows.anchoring_words(area, activity)
    now = Counter(name[9:].rpartition("_")[0] for name in known if name.startswith("relation_"))

    def save(row: Any, revision: int, form: AnchoringForm) -> None:
        commands.set_anchorings(
            row, revision=revision, anchorings=form.anchorings(), activity=activity, **who_and_when(request)
        )

    what = activity.title if activity else str(area)
    return Writing(
        plan=plan, row=area, form=partial(AnchoringForm, rows=now),
        words=_words(area, activity, known), act=save,
        title=_("Anchoring of “%(what)s”") % {"what": what}, where=f"areas.{area.code}",
        verbs=("anchorings.set",), said={"area": area.code}, template="plans/write_anchorings.html",
    )  # fmt: skip


def _words(
    area: FocusArea, activity: Activity | None, known: dict[str, Any]
) -> Callable[[FocusArea], dict[str, Any]]:
    """Give what was read once for the row the page found, and read anew for one changed meanwhile."""
    return lambda row: known if row is area else rows.anchoring_words(row, activity)
