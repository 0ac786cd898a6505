from __future__ import annotations

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import fetch_statistics
from dugnad.plans.models import Fetch
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


def test_tables_are_asked_for_and_wait_for_their_job():
    process = ground.process()
    row = ground.analysis(process)
    asked = fetch_statistics(row, by=ground.by(process), at=make.AT, tables=["ssb-07459", "ssb-07218"])
    assert (asked.tables, asked.done, asked.is_over) == (["ssb-07459", "ssb-07218"], 0, False)


@pytest.mark.parametrize(
    ("code", "tables", "who", "sentence"),
    [
        ("3105", [], ground.by, "Choose at least one table."),
        ("", ["ssb-07459"], ground.by, "The place has no official code to ask for figures by."),
        ("3105", ["ssb-07459"], ground.inside, "Only the project manager"),
    ],
)
def test_nothing_is_asked_for_without_a_table_a_code_and_a_writer(code, tables, who, sentence):
    process = ground.process()
    row = ground.analysis(process)
    row.process.place.code = code
    with pytest.raises(Refused, match=sentence):
        fetch_statistics(row, by=who(process), at=make.AT, tables=tables)
    assert Fetch.objects.count() == 0
