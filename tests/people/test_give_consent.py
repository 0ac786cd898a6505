"""Giving consent."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.commands import give_consent
from tests import make

pytestmark = pytest.mark.django_db


def test_a_consent_keeps_the_words_the_person_saw():
    kari = make.person()
    wording = "My photo may be shown in the report."
    consent = give_consent(kari, purpose="photo", wording=wording, by=kari, at=make.AT)
    assert (consent.wording, consent.given_at, consent.withdrawn_at) == (wording, make.AT, None)


def test_nobody_consents_for_another_not_even_an_administrator():
    kari, ada = make.person(), make.administrator()
    with pytest.raises(Refused, match="Consent can only be given by the person it concerns"):
        give_consent(kari, purpose="photo", wording="x", by=ada, at=make.AT)
