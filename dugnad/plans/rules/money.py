"""Money that adds up, and a county that pays no more than it may (A-15, A-16). Whole kroner."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import Kroner, say
from dugnad.plans.rules.found import error, info
from dugnad.plans.rules.limits import COUNTY_CEILINGS

if TYPE_CHECKING:
    from dugnad.kit.findings import Finding
    from dugnad.plans.outline import PlanOutline


def check_sums(outline: PlanOutline) -> list[Finding]:
    """A-15: every year, the sources' sum equals the areas' frames and the administration's together."""
    sources, uses = _by_year(outline)
    years = sorted({*sources, *uses, *_period_years(outline)})
    if not years:
        message = _("The plan has no money.")
        return [error("A-15", "money", message, _("Enter what each source gives each year."))]
    return [
        _sum_differs(year, sources[year], uses[year])
        for year in years
        if sources[year] != uses[year] or not sources[year]
    ]


def _by_year(outline: PlanOutline) -> tuple[Counter[int], Counter[int]]:
    sources: Counter[int] = Counter()
    for line in outline.money:
        if line.year is not None:
            sources[line.year] += line.amount or 0
    uses: Counter[int] = Counter()
    for frames in (outline.administration, *(area.frames for area in outline.areas)):
        for frame in frames:
            uses[frame.year] += frame.value
    return sources, uses


def _period_years(outline: PlanOutline) -> set[int]:
    return {
        year
        for period in outline.periods
        if period.starts_on and period.ends_on
        for year in range(period.starts_on.year, period.ends_on.year + 1)
    }


def _sum_differs(year: int, sources: int, uses: int) -> Finding:
    if sources == uses:
        message = say(_("The plan has no money for %(year)s."), year=str(year))
        return error("A-15", f"money.{year}", message, _("Enter what each source gives each year."))
    more, less = (sources, uses) if sources > uses else (uses, sources)
    sentence = (
        _(
            "In %(year)s the sources give %(sources)s, but areas and administration use %(uses)s: "
            "%(difference)s are not put to use."
        )
        if sources > uses
        else _(
            "In %(year)s the sources give %(sources)s, but areas and administration use %(uses)s: "
            "%(difference)s are lacking."
        )
    )
    message = say(
        sentence,
        year=str(year),
        sources=Kroner(sources),
        uses=Kroner(uses),
        difference=Kroner(more - less),
    )
    return error("A-15", f"money.{year}", message, _("Make both sides of the year equal."))


def check_county_share(outline: PlanOutline) -> list[Finding]:
    """A-16: the county's share of the money is at most its ceiling, each year.

    The ceiling is the plan's own, else the known one of the place's county; where none is known the share
    is only shown.
    """
    sources, _uses = _by_year(outline)
    county: Counter[int] = Counter()
    for line in outline.money:
        if line.year is not None and line.source == "county":
            county[line.year] += line.amount or 0
    years = [year for year in sorted(county) if county[year] and sources[year]]
    ceiling = county_ceiling(outline)
    if ceiling is None:
        return _without_ceiling(max(Decimal(county[y] * 100) / sources[y] for y in years)) if years else []
    return [
        _too_much(year, county[year], sources[year], ceiling)
        for year in years
        if county[year] * 100 > ceiling * sources[year]
    ]


def county_ceiling(outline: PlanOutline) -> Decimal | None:
    """Give the ceiling in per cent that holds for this plan, or None where none is known."""
    if outline.county_ceiling and outline.county_ceiling.percent is not None:
        return outline.county_ceiling.percent
    names = [outline.place.county, outline.county_ceiling.county if outline.county_ceiling else ""]
    wanted = {name.casefold().removesuffix(" fylkeskommune").strip() for name in names}
    known = (ceiling.percent for ceiling in COUNTY_CEILINGS if ceiling.county.casefold() in wanted)
    return next(known, None)


def _too_much(year: int, county: int, total: int, ceiling: Decimal) -> Finding:
    message = say(
        _(
            "In %(year)s the county gives %(amount)s, which is %(share)s %% of the money; its ceiling is "
            "%(ceiling)s %%."
        ),
        year=str(year),
        amount=Kroner(county),
        share=round(Decimal(county * 100) / total, 1),
        ceiling=ceiling,
    )
    mend = _("Lower the county's part or raise the others', or enter the ceiling that holds here.")
    return error("A-16", f"money.{year}", message, mend)


def _without_ceiling(share: Decimal) -> list[Finding]:
    message = say(
        _("The county gives up to %(share)s %% of a year's money; no ceiling is known for this county."),
        share=round(share, 1),
    )
    return [info("A-16", "county_ceiling", message, _("Enter the county's ceiling if it has one."))]
