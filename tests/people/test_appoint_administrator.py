"""The first administrator, from the server's command line."""

import pytest

from dugnad.people.commands import appoint_administrator
from dugnad.people.models import RoleKind
from dugnad.people.rules import may_administer
from tests import make

pytestmark = pytest.mark.django_db


def test_the_first_administrator_is_appointed_once_however_often_one_asks():
    for _again in range(2):
        ada = appoint_administrator("Ada@fjordvik.example", name="Ada", at=make.AT)
    assert [role.kind for role in ada.place_roles.all()] == [RoleKind.ADMINISTRATOR]
    assert may_administer(None, by=ada, at=make.AT)
