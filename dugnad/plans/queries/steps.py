"""What may be done next with a plan, and why not where it may not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dugnad.journal.queries import entries_of
from dugnad.kit.findings import Severity, open_findings
from dugnad.plans.models import Plan
from dugnad.plans.queries.plans import version_outline
from dugnad.plans.queries.rows import adopted_version, versions_of
from dugnad.plans.rules import check_plan
from dugnad.plans.rules.acts import may_adopt, may_approve, may_publish_plan, may_revise, may_submit
from dugnad.plans.rules.course import with_decision
from dugnad.processes.models import Body
from dugnad.processes.rules import DecisionFacts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from dugnad.journal.models import Entry
    from dugnad.kit.findings import Finding
    from dugnad.kit.verdicts import Verdict
    from dugnad.people.models import Person
    from dugnad.plans.models import Version
    from dugnad.plans.outline import PlanOutline

_BODIES = {"approval": Body.Kind.STEERING_GROUP, "adoption": Body.Kind.COUNCIL}


@dataclass(frozen=True, slots=True)
class Step:
    """An act that the plan's state leads to, and the rule's answer to it."""

    act: str
    verdict: Verdict


def next_steps(plan: Plan, *, by: Person | None, at: datetime) -> list[Step]:
    """Give the acts that lead on from the plan's state, the first being the way ahead."""
    if plan.state == Plan.State.DRAFT:
        return [Step("submit_plan", may_submit(plan, by=by, at=at))]
    if plan.state == Plan.State.SUBMITTED:
        return [Step("approve_plan", may_approve(plan, by=by, at=at, findings=()))]
    if plan.state == Plan.State.APPROVED:
        return [Step("adopt_plan", may_adopt(plan, by=by, at=at, findings=()))]
    if plan.state == Plan.State.ADOPTED:
        revise = Step("revise_plan", may_revise(plan, by=by, at=at, reason="-"))
        adopted = adopted_version(plan)
        if adopted and adopted.is_public:
            return [revise]
        return [Step("publish_plan", may_publish_plan(plan, adopted, by=by, at=at)), revise]
    return []


def findings_in_the_way(outline: PlanOutline, kind: str, *, at: datetime) -> list[Finding]:
    """Give what would stop a body's yes: `kind` is approval or adoption, and the yes is imagined today."""
    facts = DecisionFacts(decided_on=at.date(), result="adopted", case_number="-")
    return open_findings(check_plan(with_decision(outline, kind, _BODIES[kind], facts)))


def laid_outline(plan: Plan) -> tuple[Version, PlanOutline] | None:
    """Give the version that lies before the body (or lay there last), with its text; None when none did."""
    version = versions_of(plan).first()
    return (version, version_outline(version)) if version else None


def last_writer(plan: Plan, verbs: tuple[str, ...], said: dict[str, object], *, but: Person) -> Entry | None:
    """Find who wrote here last, other than this person: the newest such entry that says these words."""
    entries = entries_of(plan.process_id).filter(verb__in=verbs).exclude(by=but)[:20]
    for entry in entries:
        content = entry.payload.content if hasattr(entry, "payload") else {}
        if all(content.get(key) == value for key, value in said.items()):
            return entry
    return None


@dataclass(frozen=True, slots=True)
class Tally:
    """How the check stands: what must be mended, what waits for a reason, what has one."""

    errors: int
    warnings: int
    accepted: int
    told: int

    @property
    def is_clean(self) -> bool:
        """Tell whether no error and no open warning stands."""
        return not self.errors and not self.warnings


def tally(findings: Sequence[Finding]) -> Tally:
    """Count the findings by what they ask for."""
    accepted = sum(bool(finding.accepted) for finding in findings)
    by = Counter(finding.severity for finding in findings)
    return Tally(by[Severity.ERROR], by[Severity.WARNING] - accepted, accepted, by[Severity.INFO])


def grouped(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Give the findings by what they ask for: errors, warnings, accepted, told; in document order."""
    groups: dict[str, list[Finding]] = {"errors": [], "warnings": [], "accepted": [], "told": []}
    names = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "told"}
    for finding in findings:
        groups["accepted" if finding.accepted else names[finding.severity]].append(finding)
    return groups
