"""What the tests of notes share: a process with its advisers."""

from django.test import Client

from dugnad.people.models import RoleKind
from tests import make


def browser(person=None):
    made = Client(HTTP_ACCEPT_LANGUAGE="en")
    if person:
        made.force_login(person)
    return made


def advised():
    """Give a process, the county's adviser and Innovasjon Norge's."""
    process = make.process()
    kinds = (RoleKind.COUNTY_ADVISER, RoleKind.IN_ADVISER)
    return process, *(make.member(process, kind) for kind in kinds)
