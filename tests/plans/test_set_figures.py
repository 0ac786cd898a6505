from __future__ import annotations

from decimal import Decimal

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import set_figures
from dugnad.plans.models import Figure
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


def test_a_year_of_a_series_has_one_figure_and_a_withheld_one_has_no_value():
    process = ground.process()
    row = ground.analysis(process)
    first = [ground.figure(year=2025, value=1210), ground.figure(year=2026, value=None)]
    assert set_figures(row, by=ground.by(process), at=make.AT, figures=first) == (2, 0)
    again = [ground.figure(year=2026, value="1200.5"), ground.figure(year=2027)]
    assert set_figures(row, by=ground.by(process), at=make.AT, figures=again) == (1, 1)
    assert list(Figure.objects.values_list("year", "value")) == [
        (2025, Decimal(1210)),
        (2026, Decimal("1200.5")),
        (2027, Decimal(1200)),
    ]


def test_one_figure_that_cannot_be_keeps_all_of_them_out():
    process = ground.process()
    row = ground.analysis(process)
    figures = [ground.figure(), ground.figure(year=99999)]
    with pytest.raises(Refused, match="99999 is not a year that figures are for"):
        set_figures(row, by=ground.by(process), at=make.AT, figures=figures)
    with pytest.raises(Refused, match="needs a name, a unit and a source"):
        set_figures(row, by=ground.by(process), at=make.AT, figures=[ground.figure(series=" ")])
    with pytest.raises(Refused, match="Only the project manager"):
        set_figures(row, by=make.person(), at=make.AT, figures=[ground.figure()])
    assert Figure.objects.count() == 0
