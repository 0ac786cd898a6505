"""The thread: from each challenge and opportunity to the areas, goals and activities that answer it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from dugnad.papers.charts.thread import Column, Node, thread
from dugnad.plans.rules.found import each_area

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django_stubs_ext import StrOrPromise

    from dugnad.papers.charts.picture import Picture
    from dugnad.plans.outline import Area, PlanOutline

PREMISES = ("challenge", "opportunity")
KINDS: dict[str, StrOrPromise] = {
    "challenge": _("Challenges"),
    "opportunity": _("Opportunities"),
    "area": _("Focus areas"),
    "goal": _("Goals"),
    "activity": _("Main activities"),
}
LOOSE: dict[str, StrOrPromise] = {
    "challenge": _("No focus area answers it."),
    "opportunity": _("No focus area answers it."),
    "area": _("It answers no challenge or opportunity, or has no goal."),
    "goal": _("No main activity serves it."),
    "activity": _("It serves no goal."),
}


@dataclass(frozen=True, slots=True)
class Knot:
    """Something on the thread; `key` is its place in the plan (`areas.B.goals.1`), `code` what people say."""

    key: str
    kind: str
    code: str
    title: str

    @property
    def label(self) -> str:
        """Give code and title in one line."""
        return f"{self.code} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Tied:
    """A knot with what it answers, what answers it, and what is amiss when it hangs loose."""

    knot: Knot
    before: tuple[Knot, ...]
    after: tuple[Knot, ...]
    loose: StrOrPromise = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """All knots and the ties between them, each tie from what is asked towards what is done."""

    knots: tuple[Knot, ...]
    ties: frozenset[tuple[str, str]]

    def find(self, key: str) -> Knot | None:
        """Give the knot with this key, or none."""
        return next((knot for knot in self.knots if knot.key == key), None)

    def of_kind(self, *kinds: str) -> tuple[Knot, ...]:
        """Give the knots of these kinds, in the plan's order."""
        return tuple(knot for knot in self.knots if knot.kind in kinds)

    def tied(self) -> dict[str, Tied]:
        """Give each knot by its key with its neighbours both ways, in the plan's order."""
        before: dict[str, set[str]] = defaultdict(set)
        after: dict[str, set[str]] = defaultdict(set)
        for one, other in self.ties:
            after[one].add(other)
            before[other].add(one)
        place = {knot.key: number for number, knot in enumerate(self.knots)}

        def in_order(keys: set[str]) -> tuple[Knot, ...]:
            return tuple(self.knots[number] for number in sorted(place[key] for key in keys))

        return {
            knot.key: _tied(knot, in_order(before[knot.key]), in_order(after[knot.key]))
            for knot in self.knots
        }

    def loose_ends(self) -> list[Tied]:
        """Give the knots where the thread breaks: unanswered, unfounded, or with nothing done for them."""
        return [tied for tied in self.tied().values() if tied.loose]

    def through(self, key: str) -> Thread:
        """Give only what the knot springs from and what springs from it, all the way both ways."""
        kept = {key} | self._along(key, 0) | self._along(key, 1)
        ties = frozenset((one, other) for one, other in self.ties if one in kept and other in kept)
        return Thread(tuple(knot for knot in self.knots if knot.key in kept), ties)

    def _along(self, key: str, side: int) -> set[str]:
        """Follow the ties from one knot: side 0 towards what is done, 1 towards what is asked."""
        found: set[str] = set()
        ends = {key}
        while ends:
            ends = {tie[1 - side] for tie in self.ties if tie[side] in ends} - found
            found |= ends
        return found


def _tied(knot: Knot, before: tuple[Knot, ...], after: tuple[Knot, ...]) -> Tied:
    is_loose = (knot.kind != "activity" and not after) or (knot.kind not in PREMISES and not before)
    return Tied(knot, before, after, LOOSE[knot.kind] if is_loose else "")


def plan_thread(outline: PlanOutline) -> Thread:
    """Tie the plan together; an activity that serves no goal is tied to nothing."""
    asked: dict[str, Knot] = {}
    for number, row in enumerate(outline.premises, 1):
        if row.kind:
            code = row.code or str(number)
            asked.setdefault(code, Knot(f"premises.{code}", row.kind, row.code, row.title))
    parts = list(dict(each_area(outline)).items())
    ties = {(asked[code].key, place) for place, area in parts for code in area.answers if code in asked}
    for place, area in parts:
        ties |= set(_ties_within(place, area))
    found = [knot for place, area in parts for knot in _knots_of(place, area)]
    by_kind = [knot for kind in ("area", "goal", "activity") for knot in found if knot.kind == kind]
    return Thread((*asked.values(), *by_kind), frozenset(ties))


def _knots_of(place: str, area: Area) -> Iterator[Knot]:
    yield Knot(place, "area", area.code, area.title)
    for number, goal in enumerate(area.goals, 1):
        yield Knot(f"{place}.goals.{number}", "goal", f"{area.code}{number}", goal.text)
    for number, activity in enumerate(area.activities, 1):
        yield Knot(f"{place}.activities.{number}", "activity", "", activity.title)


def _ties_within(place: str, area: Area) -> Iterator[tuple[str, str]]:
    for number in range(1, len(area.goals) + 1):
        yield place, f"{place}.goals.{number}"
    for number, activity in enumerate(area.activities, 1):
        for goal in activity.goals:
            if 1 <= goal <= len(area.goals):
                yield f"{place}.goals.{goal}", f"{place}.activities.{number}"


def by_kind(found: Thread, whole: Thread) -> list[tuple[StrOrPromise, list[Tied]]]:
    """Give the knots found under their kinds' names, each with its neighbours in the whole thread."""
    tied = whole.tied()
    return [
        (name, [tied[knot.key] for knot in knots])
        for kind, name in KINDS.items()
        if (knots := found.of_kind(kind))
    ]


def thread_picture(
    found: Thread, title: str, *, language: str, kinds: Iterable[str] = KINDS, loose: Thread | None = None
) -> Picture:
    """Draw the thread, challenges and opportunities in one column; loose ends stand out.

    Where only a part of a thread is drawn, `loose` is the whole one, which tells what hangs loose.
    """
    broken = {tied.knot.key for tied in (loose or found).loose_ends()}
    with override(language):
        columns = [Column(str(_("What the plan answers")), _nodes(found.of_kind(*PREMISES), broken))]
        columns += [
            Column(str(KINDS[kind]), _nodes(found.of_kind(kind), broken))
            for kind in kinds
            if kind not in PREMISES
        ]
    columns = [column for column in columns if column.nodes]
    return thread(title, columns, sorted(found.ties), language=language)


def _nodes(knots: Iterable[Knot], loose: set[str]) -> tuple[Node, ...]:
    return tuple(Node(knot.key, knot.label, is_loose=knot.key in loose) for knot in knots)
