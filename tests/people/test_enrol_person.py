"""Writing a person into the register."""

import pytest

from dugnad.journal.queries import entries_of
from dugnad.people.commands import enrol_person
from dugnad.people.models import Person
from tests import make

pytestmark = pytest.mark.django_db
NAMES = ["Máret Ánne Čáhppes-Ŋiŋŋo", "محمد الأحمد", "Kari 🌲 Nordmann", "<script>alert(1)</script>"]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_people_have_is_kept_as_it_was_written(name):
    person = enrol_person("a@b.example", name=name, by=None, at=make.AT)
    assert Person.objects.get(pk=person.pk).name == name


def test_who_is_known_is_found_whatever_the_case_and_nothing_new_is_told():
    first = enrol_person("Kari@Fjordvik.example", name="Kari", by=None, at=make.AT)
    second = enrol_person(" kari@fjordvik.EXAMPLE ", name="Another name", by=None, at=make.AT)
    assert (second, second.name) == (first, "Kari")
    assert [entry.verb for entry in entries_of(None)] == ["person.enrolled"]
