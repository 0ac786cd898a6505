"""Withdrawing consent."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.commands import give_consent, withdraw_consent
from tests import make

pytestmark = pytest.mark.django_db


def test_a_consent_is_withdrawn_once_and_by_its_giver_alone():
    kari, ada = make.person(), make.administrator()
    consent = give_consent(kari, purpose="photo", wording="x", by=kari, at=make.AT)
    with pytest.raises(Refused, match="only be withdrawn by the person who gave it"):
        withdraw_consent(consent, by=ada, at=make.AT)
    withdraw_consent(consent, by=kari, at=make.AT)
    consent.refresh_from_db()
    assert consent.withdrawn_at == make.AT
    with pytest.raises(Refused, match="already been withdrawn"):
        withdraw_consent(consent, by=kari, at=make.AT)
