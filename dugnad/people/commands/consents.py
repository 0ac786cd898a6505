"""Consent: given in the words a person saw, withdrawn whenever they like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.journal import commands as journal
from dugnad.kit.verdicts import enforce
from dugnad.people.models import Consent
from dugnad.people.rules import may_give_consent, may_withdraw_consent

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person


@transaction.atomic
def give_consent(person: Person, *, purpose: str, wording: str, by: Person | None, at: datetime) -> Consent:
    """Write down what a person agrees to, with the wording they saw."""
    enforce(may_give_consent(person, by=by))
    consent = Consent.objects.create(person=person, purpose=purpose, wording=wording, given_at=at)
    _record("consent.given", consent, by=by, at=at)
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, *, by: Person | None, at: datetime) -> Consent:
    """Take a consent back; from now on nothing may rest on it."""
    enforce(may_withdraw_consent(consent, by=by))
    consent.withdrawn_at = at
    consent.save(update_fields=["withdrawn_at"])
    _record("consent.withdrawn", consent, by=by, at=at)
    return consent


def _record(verb: str, consent: Consent, *, by: Person | None, at: datetime) -> None:
    content = {"consent": consent.pk, "purpose": consent.purpose}
    journal.record(verb, subject=f"person/{consent.person_id}", by=by, at=at, content=content)
