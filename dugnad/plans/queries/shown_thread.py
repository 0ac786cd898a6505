"""The thread as its page shows it: drawn once for each text, choice and language, then remembered."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from dugnad.plans.queries.plans import version_outline
from dugnad.plans.queries.standing import moment_of, standing_outline
from dugnad.plans.queries.thread import by_kind, plan_thread, thread_picture

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from dugnad.plans.models import Plan, Version
    from dugnad.plans.outline import PlanOutline

_KEEP_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class ShownThread:
    """What was chosen, if anything, and the thread as HTML."""

    chosen: str
    html: SafeString


def shown_thread(plan: Plan, version: Version | None, *, chosen: str, language: str) -> ShownThread:
    """Give the thread of a version, or of the draft, whole or through what was chosen.

    Drawing some hundred knots takes longer than everything else on the page, and nothing in it changes until
    the text does: a version never, the draft when something happens in the process.
    """
    text = version.digest if version else f"{plan.pk}/{moment_of(plan)}"
    key = f"thread/{text}/{language}/{digest_of(chosen)}"
    known: ShownThread | None = cache.get(key)
    if known is None:
        known = _draw(version_outline(version) if version else standing_outline(plan), chosen, language)
        cache.set(key, known, _KEEP_SECONDS)
    return known


def digest_of(chosen: str) -> str:
    """Give a short key for whatever stands in the address."""
    return sha256(chosen.encode()).hexdigest()[:16]


def _draw(outline: PlanOutline, asked: str, language: str) -> ShownThread:
    whole = plan_thread(outline)
    chosen = whole.find(asked)
    found = whole.through(chosen.key) if chosen else whole
    context = {
        "chosen": chosen,
        "picture": thread_picture(found, _("The thread through the plan"), language=language, loose=whole),
        "kinds": by_kind(found, whole),
        "loose": whole.loose_ends(),
    }
    return ShownThread(chosen.label if chosen else "", render_to_string("plans/thread.html#knots", context))
