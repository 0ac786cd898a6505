from dugnad.site.acts import PAGE, acts, acts_page


def test_every_act_has_a_test_that_names_it():
    assert [f"{act.room}.{act.name}" for act in acts() if not act.tests] == []


def test_the_map_of_acts_is_up_to_date():
    is_current = PAGE.read_text() == acts_page()
    assert is_current, "run dugnad acts"
