"""Every address that the program answers at, with every id that stands in the database.

New addresses are walked by themselves; one with a parameter of an unknown name stops the test, so that
somebody says in `known_values` what it can be.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.urls import URLResolver, get_resolver

from dugnad.plans.models import ReadingRound
from dugnad.plans.outline import Sections
from dugnad.processes.models import Follower

if TYPE_CHECKING:
    from collections.abc import Iterator

NONSENSE = ("0", "999999", "99999999999999999999", "zzz", "%00", "../x")
_PARAMETER = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")
_IN_REGEX = re.compile(r"\(\?P<(\w+)>(?:[^()\\]|\\.)*\)")
_MOST = 6  # ids tried for what may be hidden; the newest, where the hidden words stand
_FEW = 3  # ids tried for what has nothing of its own to hide
_MAY_HIDE = {"process", "plan", "version", "meeting", "agendaitem", "decision", "document"}

# What each query string is for: what a reader could type, and what nobody should.
QUERIES = {
    "search/": ("?q=kvitveis", "?q=kvitveis&kind=decision", "?q=%00&page=zzz&kind=zzz"),
    "processes/": ("?q=kvitveis&state=zzz&place=zzz&page=zzz",),
    "compare/": ("?before=1&after=2", "?before=1&after=draft", "?before=zzz&after=-1"),
    "case/": ("?officer=Kari&case_number=1&form=pdf", "?form=zzz"),
    "thread/": ("?from=zzz",),
    "deadlines.ics": ("?key=zzz",),
    "series/": ("?series=zzz",),
    "add/": ("?meeting=zzz&decision=999999",),
    "colour/": ("?colour=zzz", "?colour=%230b5d66"),
    "invite/": ("?place=zzz&email=zzz",),
    "login/": ("?next=//evil.example/",),
}


def patterns() -> Iterator[str]:
    """Give every pattern of the resolver, with its parameters as <kind:name>."""

    def below(resolver: URLResolver, before: str) -> Iterator[str]:
        for entry in resolver.url_patterns:
            here = before + _plain(str(entry.pattern))
            if isinstance(entry, URLResolver):
                yield from below(entry, here)
            else:
                yield here

    return iter(dict.fromkeys(below(get_resolver(), "")))


def _plain(pattern: str) -> str:
    return _IN_REGEX.sub(r"<\1>", pattern).removeprefix("^").removesuffix("$")


def known_values() -> dict[str, list[str]]:
    """Give what each parameter can be: ids from the tables they are named after, and words."""
    versions = _column("plans", "version", "number")
    values = {
        "code": [*_column("plans", "focusarea", "code")[:3], "main_goal"],
        "colour": ["0b5d66"],
        "ending": ["pdf", "docx"],
        "item_id": _ids("processes", "agendaitem"),
        "key": list(Sections.__dataclass_fields__)[:3],
        "number": versions,
        "paper": ["calling", "agenda", "minutes"],
        "pk": ["1"],
        "provider_id": ["zzz"],
        "rest": ["change/"],
        "role_id": _ids("processes", "processrole"),
        "state": [],
        "token": ["zzz"],
        "uidb36": ["zzz"],
        "where": ["areas.A", "vision", "premises.U1", "zzz.zzz.zzz"],
        "year": _column("plans", "actionplan", "year"),
    }
    for model in apps.get_models():
        values.setdefault(f"{model._meta.model_name}_id", _ids(model._meta.app_label, model._meta.model_name))
    values["area_id"] = values["focusarea_id"]
    values["activity_id"] += values["communicationactivity_id"][:2]
    values["place_id"] = [str(pk) for pk in _used_places()]
    return values


def secret_tokens() -> list[str]:
    """Give the personal keys that open something without an account."""
    readers = ReadingRound.objects.values_list("readers__token", flat=True)
    return [*filter(None, readers), *Follower.objects.values_list("token", flat=True)]


def _used_places() -> list[int]:
    process = apps.get_model("processes", "process")
    return sorted(process.objects.order_by().values_list("place_id", flat=True).distinct())


def _ids(app: str, model: Any) -> list[str]:
    return _column(app, model, "pk")


def _column(app: str, model: Any, name: str) -> list[str]:
    rows = apps.get_model(app, model).objects.order_by("-pk").values_list(name, flat=True)
    return [str(value) for value in dict.fromkeys(rows)][: _MOST if model in _MAY_HIDE else _FEW]


def addresses(values: dict[str, list[str]]) -> Iterator[str]:
    """Give every address with every combination of values, children of other parents included."""
    for pattern in patterns():
        yield from _filled(pattern, values)


def nonsense(values: dict[str, list[str]]) -> Iterator[str]:
    """Give every address with one value at a time that nobody has, and with strange query strings."""
    for pattern in patterns():
        names = [match["name"] for match in _PARAMETER.finditer(pattern)]
        first = {name: values[name][:1] for name in names}
        for name, strange in itertools.product(names, NONSENSE):
            yield from _filled(pattern, {**first, name: [strange]})
        for ending, queries in QUERIES.items():
            if pattern.endswith(ending):
                for query in queries:
                    yield from (f"{address}{query}" for address in _filled(pattern, first))


def _filled(pattern: str, values: dict[str, list[str]]) -> Iterator[str]:
    names = [match["name"] for match in _PARAMETER.finditer(pattern)]
    missing = [name for name in names if name not in values]
    assert missing == [], f"say in known_values what {missing} of {pattern} can be"
    pieces = _PARAMETER.sub("{}", pattern)
    for combination in itertools.product(*(values[name] for name in names)):
        yield "/" + pieces.format(*combination)
