"""Title, purpose and mandate."""

import pytest

from dugnad.journal.models import Entry
from dugnad.kit.verdicts import Refused
from dugnad.processes.commands import edit_process
from tests import make

pytestmark = pytest.mark.django_db


def test_those_who_lead_write_the_mandate():
    leader = make.person()
    process = make.process(by=leader)
    edit_process(process, by=leader, at=make.AT, title="Plan 🌱", purpose="Fordi.", mandate="Čáhppesjávri")
    process.refresh_from_db()
    assert (process.title, process.purpose, process.mandate) == ("Plan 🌱", "Fordi.", "Čáhppesjávri")
    assert Entry.objects.last().verb == "process.edited"


def test_others_do_not():
    with pytest.raises(Refused, match="Only the project manager, the project owner or an administrator"):
        edit_process(make.process(), by=make.person(), at=make.AT, title="X", purpose="", mandate="")
