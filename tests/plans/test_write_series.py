from __future__ import annotations

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import set_figures, write_series
from dugnad.plans.models import Figure
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


def test_a_series_written_anew_loses_the_years_left_out_and_may_take_another_name():
    process = ground.process()
    row, by = ground.analysis(process), ground.by(process)
    set_figures(row, by=by, at=make.AT, figures=[ground.figure(year=year) for year in (2024, 2025, 2026)])
    new = [ground.figure(series="Innbyggere", year=2025, value=7)]
    write_series(row, by=by, at=make.AT, series="Folketall", figures=new)
    assert list(Figure.objects.values_list("series", "year", "value")) == [("Innbyggere", 2025, 7)]


def test_a_refused_series_leaves_what_stood_there():
    process = ground.process()
    row, by = ground.analysis(process), ground.by(process)
    set_figures(row, by=by, at=make.AT, figures=[ground.figure()])
    with pytest.raises(Refused):
        write_series(row, by=by, at=make.AT, series="Folketall", figures=[ground.figure(year=1)])
    assert Figure.objects.count() == 1
