"""The texts that the law asks for."""

import pytest
from django.test import Client

from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/privacy/", "/accessibility/", "/was", "/was/"])
@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_everybody_reads_them_with_whom_to_write_to(address, language, django_assert_max_num_queries):
    make.place(contact_email="post@fjordvik.example", contact_phone="77 00 00 00")
    with django_assert_max_num_queries(3):
        answer = Client(HTTP_ACCEPT_LANGUAGE=language).get(address)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in page
    assert ("mailto:post@fjordvik.example" in page, "tel:77000000" in page) == (True, True)


def test_a_place_without_a_logo_has_none_to_show():
    assert Client().get(f"/places/{make.place().pk}/logo/").status_code == 404
