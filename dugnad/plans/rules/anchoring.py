"""Who was there, what they agreed on, who was told, and how each area was anchored (A-10 to A-12, A-34)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import say
from dugnad.plans.outline.words import MILIEU_NAMES, MILIEUX, OUTCOME_NAMES, OUTCOMES
from dugnad.plans.rules.found import each_area, info, warning
from dugnad.plans.rules.limits import GATHERINGS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from dugnad.kit.findings import Finding
    from dugnad.plans.outline import Activity, Area, PlanOutline


def check_gatherings(outline: PlanOutline) -> list[Finding]:
    """A-10: one or two gatherings, and all six outcomes with evidence."""
    findings = []
    count = len(outline.gatherings)
    if count not in GATHERINGS:
        message = (
            say(_("%(count)s process gatherings were held; one or two are recommended."), count=count)
            if count
            else _("No process gathering has been held; one or two are recommended.")
        )
        mend = _("Hold one or two gatherings, or write down why not.")
        findings.append(warning("A-10", "gatherings", message, mend))
    outcomes = [outcome for gathering in outline.gatherings for outcome in gathering.outcomes]
    reached = {outcome.kind for outcome in outcomes}
    shown = {outcome.kind for outcome in outcomes if outcome.evidence.strip()}
    for kind in OUTCOMES:
        if kind in shown:
            continue
        sentence = (
            _("The outcome “%(outcome)s” has no evidence.")
            if kind in reached
            else _("The gatherings have not reached the outcome “%(outcome)s”.")
        )
        message = say(sentence, outcome=OUTCOME_NAMES[kind])
        mend = _("Enter the outcome and where it can be seen: minutes, notes, pictures.")
        findings.append(warning("A-10", f"gatherings.outcomes.{kind}", message, mend))
    return findings


def check_milieux(outline: PlanOutline) -> list[Finding]:
    """A-11: show which of the nine milieux took no part."""
    reached = {entry.milieu for entry in outline.milieux_reached}
    reached |= {entry.milieu for gathering in outline.gatherings for entry in gathering.milieux}
    missing = tuple(MILIEU_NAMES[milieu] for milieu in MILIEUX if milieu not in reached)
    if not missing:
        return []
    message = say(_("These milieux have not been reached: %(milieux)s."), milieux=missing)
    return [info("A-11", "milieux_reached", message, _("Invite resource persons from them."))]


def check_communication(outline: PlanOutline) -> list[Finding]:
    """A-12: communication during mobilisation, in the plan, and in each action plan."""
    findings = []
    if not any(activity.phase == "mobilisation" for activity in outline.communication):
        message = _("There is no communication activity in the mobilisation phase.")
        mend = _("Plan how people hear of the gatherings and of the plan.")
        findings.append(warning("A-12", "communication", message, mend))
    if not outline.sections.communication.strip():
        message = _("The plan has no communication part.")
        mend = _("Write the communication strategy.")
        findings.append(warning("A-12", "sections.communication", message, mend))
    for number, plan in enumerate(outline.action_plans, start=1):
        if not plan.communication.strip():
            year = str(plan.year or number)
            message = say(_("The action plan for %(year)s has no communication part."), year=year)
            mend = _("Write who is told what, and how, in that year.")
            findings.append(warning("A-12", f"action_plans.{year}", message, mend))
    return findings


def check_anchoring(outline: PlanOutline) -> list[Finding]:
    """A-34: each area and main activity names its milieux and how each was anchored; the rest are listed."""
    findings = []
    for where, area in each_area(outline):
        sentences = (
            _("The area “%(name)s” does not say which milieux it involves or affects."),
            _("The area “%(name)s” is not yet anchored with %(milieux)s."),
        )
        findings += _anchored(f"{where}.anchorings", area, sentences)
        for number, activity in enumerate(area.activities, start=1):
            sentences = (
                _("The activity “%(name)s” does not say which milieux it involves or affects."),
                _("The activity “%(name)s” is not yet anchored with %(milieux)s."),
            )
            findings += _anchored(f"{where}.activities.{number}.anchorings", activity, sentences)
    return findings


def _anchored(
    where: str, thing: Area | Activity, sentences: tuple[StrOrPromise, StrOrPromise]
) -> list[Finding]:
    named = [anchoring for anchoring in thing.anchorings if anchoring.milieu]
    if not named:
        message = say(sentences[0], name=thing.title)
        mend = _("Name the milieux, and how each is to be heard.")
        return [warning("A-34", where, message, mend)]
    missing = tuple(MILIEU_NAMES[entry.milieu] for entry in named if entry.milieu and entry.how is None)
    if not missing:
        return []
    message = say(sentences[1], name=thing.title, milieux=missing)
    mend = _("Reach them by a gathering, a contribution, a comment or a hearing.")
    return [warning("A-34", where, message, mend)]
