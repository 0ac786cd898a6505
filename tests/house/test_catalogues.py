from dugnad.site.catalogues import faults


def test_everything_is_said_in_every_language():
    assert list(faults()) == []
