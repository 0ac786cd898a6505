"""A municipality's own word for a phase."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.processes.commands import rename_phase
from tests import make

pytestmark = pytest.mark.django_db


def test_the_name_holds_in_this_process_alone():
    leader = make.person()
    process, other = make.process(by=leader), make.process()
    rename_phase(process.phases.get(key="drafting"), by=leader, at=make.AT, title="Skrivestua")
    assert process.phases.get(key="drafting").title == "Skrivestua"
    assert other.phases.get(key="drafting").title == "Utkast"


def test_only_those_who_lead_rename():
    with pytest.raises(Refused, match="Only the project manager"):
        rename_phase(make.process().phases.get(key="drafting"), by=make.person(), at=make.AT, title="X")
