"""A plan's words passage by passage, and two outlines set side by side: what a council reads changes in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.kit.dates import format_date
from dugnad.kit.money import format_kroner, format_number
from dugnad.kit.wording import Change, compare_words
from dugnad.plans.models import Anchoring, MoneyLine
from dugnad.plans.outline.words import JOB_KIND_NAMES, MILIEU_NAMES, SECTION_NAMES, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from decimal import Decimal

    from dugnad.plans import outline as o


@dataclass(frozen=True, slots=True)
class Wording:
    """What a passage says, in words a person can read aloud; `where` is its place as findings write it."""

    where: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A passage in two outlines; empty on one side where that outline does not have it."""

    where: str
    heading: str
    before: str
    after: str

    @property
    def is_changed(self) -> bool:
        """Tell whether the two sides differ."""
        return self.before != self.after

    @property
    def changes(self) -> list[Change]:
        """Give the two sides word by word."""
        return compare_words(self.before, self.after)


def compare_outlines(before: o.PlanOutline, after: o.PlanOutline) -> list[Compared]:
    """Set every passage of two outlines side by side, in the order of the document.

    Passages are matched by their place (areas by code, goals and activities by number); what only the earlier
    one has follows what stood before it there. In the language that is active.
    """
    old = {wording.where: wording for wording in wordings(before)}
    new = {wording.where: wording for wording in wordings(after)}
    return [
        Compared(
            where,
            (new.get(where) or old[where]).heading,
            old[where].text if where in old else "",
            new[where].text if where in new else "",
        )
        for where in _merged(list(old), list(new))
    ]


def changes_between(before: o.PlanOutline, after: o.PlanOutline) -> list[Compared]:
    """Give only the passages that differ between two outlines."""
    return [compared for compared in compare_outlines(before, after) if compared.is_changed]


def _merged(old: list[str], new: list[str]) -> list[str]:
    merged = list(new)
    for index, where in enumerate(old):
        if where not in merged:
            earlier = [each for each in old[:index] if each in merged]
            merged.insert(merged.index(earlier[-1]) + 1 if earlier else 0, where)
    return merged


def wordings(outline: o.PlanOutline) -> Iterator[Wording]:
    """Give each passage of a plan that says something, in the order of the document."""
    parts = (_opening(outline), _areas(outline.areas), _money(outline), _work(outline))
    for part in parts:
        yield from (wording for wording in part if wording.text.strip())


def _opening(outline: o.PlanOutline) -> Iterator[Wording]:
    yield Wording("title", _("Title"), outline.title)
    for key in SECTIONS:
        yield Wording(f"sections.{key}", str(SECTION_NAMES[key]), outline.sections.text(key))
    yield Wording("vision", _("Vision"), outline.vision)
    if outline.main_goal:
        yield Wording("main_goal", _("Main goal"), goal_words(outline.main_goal))
    yield Wording("main_goal_explanation", _("Why the sums differ"), outline.main_goal_explanation)


def _areas(areas: Iterable[o.Area]) -> Iterator[Wording]:
    for area in areas:
        where = f"areas.{area.code}"
        name = _("Focus area %(code)s") % {"code": area.code}
        yield Wording(where, name, _lines((area.title, area.text)))
        yield Wording(f"{where}.answers", f"{name}: {_('answers')}", ", ".join(area.answers))
        for number, goal in enumerate(area.goals, start=1):
            heading = f"{name}: {_('goal %(number)s') % {'number': number}}"
            yield Wording(f"{where}.goals.{number}", heading, goal_words(goal))
        yield Wording(f"{where}.frames", f"{name}: {_('frame')}", _amounts(area.frames))
        for number, activity in enumerate(area.activities, start=1):
            heading = f"{name}: {_('main activity %(number)s') % {'number': number}}"
            yield Wording(f"{where}.activities.{number}", heading, _activity(activity))
        yield Wording(f"{where}.anchorings", f"{name}: {_('anchoring')}", _anchorings(area.anchorings))


def goal_words(goal: o.Goal) -> str:
    """Say a goal in full, a line for each thing that is said of it."""
    target = f"{_number(goal.target)} {goal.unit}".strip() if goal.target is not None else ""
    kind = str(JOB_KIND_NAMES[goal.job_kind]) if goal.job_kind != "none" else ""
    targets = "; ".join(f"{row.year}: {_number(row.value)}" for row in goal.targets)
    pairs = (
        (_("Indicator"), goal.indicator),
        (_("Baseline"), _number(goal.baseline)),
        (_("Target"), ", ".join(filter(None, (target, kind)))),
        (_("Due"), _day(goal.due_on)),
        (_("By the end of each year"), targets),
        (_("How it is measured"), goal.how_measured),
        (_("When it is measured"), goal.when_measured),
        (_("Measured by"), goal.measured_by),
    )
    return _lines((goal.text, *_named(pairs)))


def _activity(activity: o.Activity) -> str:
    serves = ", ".join(map(str, activity.goals))
    anchored = _anchorings(activity.anchorings)
    return _lines(
        (activity.title, activity.text, *_named(((_("Serves goals"), serves), (_("Anchored"), anchored))))
    )


def _anchorings(rows: Iterable[o.Anchoring]) -> str:
    return "\n".join(
        ", ".join(
            filter(
                None,
                (
                    f"{MILIEU_NAMES[row.milieu]}: {Anchoring.Relation(row.relation).label}",
                    str(Anchoring.How(row.how or "").label),
                    row.reference,
                    _day(row.anchored_on),
                ),
            )
        )
        for row in rows
        if row.milieu
    )


def _money(outline: o.PlanOutline) -> Iterator[Wording]:
    sources: dict[tuple[str, str], list[str]] = {}
    for line in outline.money:
        if line.source and line.amount:
            said = f"{line.year}: {_kroner(line.amount)}"
            sources.setdefault((line.source, line.name), []).append(said)
    rows = [f"{_source(*key)}: {'; '.join(said)}" for key, said in sources.items()]
    yield Wording("money", _("Financing"), "\n".join(rows))
    yield Wording("administration", _("Administration"), _amounts(outline.administration))
    ceiling = outline.county_ceiling.percent if outline.county_ceiling else None
    yield Wording(
        "conditions",
        _("The county's conditions"),
        _lines(
            _named(
                (
                    (_("The county's ceiling, per cent"), _number(ceiling)),
                    (_("The county committed its grant on"), _day(outline.grant_committed_on)),
                    (_("The conditions were accepted on"), _day(outline.conditions_accepted_on)),
                    (_("Implementation starts on"), _day(outline.implementation_starts_on)),
                )
            )
        ),
    )


def _source(source: str, name: str) -> str:
    return name or str(MoneyLine.Source(source).label)


def _work(outline: o.PlanOutline) -> Iterator[Wording]:
    for row in outline.action_plans:
        where, name = f"action_plans.{row.year}", _("Action plan %(year)s") % {"year": row.year}
        yield Wording(where, name, row.intro)
        yield Wording(f"{where}.measures", f"{name}: {_('measures')}", "\n".join(map(_measure, row.measures)))
        yield Wording(f"{where}.communication", f"{name}: {_('communication')}", row.communication)


def _measure(row: o.Measure) -> str:
    amount = _kroner(row.amount) if row.amount else ""
    facts = ", ".join(filter(None, (row.owner, amount, _day(row.due_on))))
    return (
        f"{row.area}: {row.title}" + (f" ({facts})" if facts else "") + (f"\n{row.text}" if row.text else "")
    )


def _named(pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{name}: {value}" for name, value in pairs if value]


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part.strip())


def _amounts(rows: Iterable[o.YearAmount]) -> str:
    return "; ".join(f"{row.year}: {_kroner(row.value)}" for row in rows)


def _language() -> str:
    return get_language() or "nb"


def _kroner(amount: int) -> str:
    return format_kroner(amount, _language())


def _number(value: Decimal | None) -> str:
    return "" if value is None else format_number(value, _language())


def _day(day: date | None) -> str:
    return format_date(day, _language()) if day else ""
