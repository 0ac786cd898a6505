from __future__ import annotations

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import attach_report
from dugnad.processes.models import Document
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


def report(process) -> Document:
    return Document.objects.create(
        process=process,
        title="Rapport",
        file="rapport.pdf",
        size=1,
        added_by=ground.by(process),
        added_at=make.AT,
    )


def test_the_report_is_a_document_of_the_same_process_and_can_be_taken_off():
    process, other = ground.process(), ground.process(place=make.place(name="Dalheim"))
    row, by = ground.analysis(process), ground.by(process)
    attach_report(row, by=by, at=make.AT, document=report(process))
    assert row.document.title == "Rapport"
    with pytest.raises(Refused, match="belongs to another process"):
        attach_report(row, by=by, at=make.AT, document=report(other))
    attach_report(row, by=by, at=make.AT, document=None)
    assert row.document is None
    with pytest.raises(Refused):
        attach_report(row, by=make.person(), at=make.AT, document=None)
