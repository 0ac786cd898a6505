"""Writing one's own name and preferences."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.commands import edit_profile
from tests import make

pytestmark = pytest.mark.django_db
WRITTEN = {"name": "Kari N.", "phone": "+47 77 00 00 00", "language": "nn"}


def test_people_write_their_own_name_language_and_wishes():
    kari = make.person()
    edit_profile(kari, **WRITTEN, wants_mail=False, wants_digest=True, by=kari, at=make.AT)
    kari.refresh_from_db()
    assert (kari.name, kari.phone, kari.language) == ("Kari N.", "+47 77 00 00 00", "nn")
    assert (kari.wants_mail, kari.wants_digest) == (False, True)


def test_nobody_but_an_administrator_writes_for_others():
    kari, other = make.person(), make.person()
    with pytest.raises(Refused, match="Only the person themself or an administrator may do this"):
        edit_profile(kari, **WRITTEN, wants_mail=True, wants_digest=False, by=other, at=make.AT)
    edit_profile(kari, **WRITTEN, wants_mail=True, wants_digest=False, by=make.administrator(), at=make.AT)
