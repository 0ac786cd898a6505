"""What a plan's templates need from Python: words for fixed values, and findings sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.utils.translation import gettext as _

from dugnad.kit.pages import who_and_when
from dugnad.plans.models import Anchoring, Plan
from dugnad.plans.outline.words import MILIEU_NAMES
from dugnad.plans.queries.goal_documents import goal_rows
from dugnad.plans.queries.versions import version_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django_stubs_ext import StrOrPromise

    from dugnad.kit.findings import Finding
    from dugnad.plans.models import Version

register = template.Library()
register.filter("version_words", version_words)


@register.inclusion_tag("plans/goal_documents.html", takes_context=True)
def goal_documents(context: dict[str, Any], plan: Plan, version: Version | None = None) -> dict[str, Any]:
    """Show the documents on a plan's goals that this reader may open; a draft's goals to insiders alone."""
    rows, may_attach = goal_rows(plan, version, **who_and_when(context["request"]))
    csrf = context.get("csrf_token")
    return {"goal_rows": rows, "may_attach": may_attach, "plan": plan, "csrf_token": csrf}


@register.filter
def plan_tone(state: str) -> str:
    """Give the tone of a plan's state."""
    return {Plan.State.ADOPTED: "good", Plan.State.REJECTED: "bad", Plan.State.DRAFT: "warn"}.get(
        Plan.State(state), "now"
    )


@register.filter
def standing_ones(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out the warnings that somebody has accepted."""
    return [finding for finding in findings if not finding.accepted]


@register.filter
def milieu_words(milieu: str) -> str:
    """Say a milieu's name, as it begins a line."""
    name = str(MILIEU_NAMES.get(milieu, milieu))
    return name[:1].upper() + name[1:]


@register.filter
def how_words(how: str | None) -> StrOrPromise:
    """Say how something was anchored."""
    return Anchoring.How(how).label if how else _("not yet reached")
