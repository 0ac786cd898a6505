from __future__ import annotations

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import remove_series, set_figures
from dugnad.plans.models import Figure
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


def test_a_series_goes_and_the_others_stay():
    process = ground.process()
    row, by = ground.analysis(process), ground.by(process)
    set_figures(row, by=by, at=make.AT, figures=[ground.figure(), ground.figure(series="Boliger")])
    assert remove_series(row, by=by, at=make.AT, series="Folketall") == 1
    assert list(Figure.objects.values_list("series", flat=True)) == ["Boliger"]
    with pytest.raises(Refused):
        remove_series(row, by=make.person(), at=make.AT, series="Boliger")
