"""What is done with people and places: one function an act."""

from dugnad.people.commands.consents import give_consent, withdraw_consent
from dugnad.people.commands.organisations import add_organisation, edit_organisation
from dugnad.people.commands.persons import edit_profile, enrol_person, erase_person, set_affiliation
from dugnad.people.commands.places import (
    activate_place,
    deactivate_place,
    edit_place,
    form_area,
    load_places,
)
from dugnad.people.commands.roles import appoint_administrator, end_role, give_role, invite_person

__all__ = [
    "activate_place",
    "add_organisation",
    "appoint_administrator",
    "deactivate_place",
    "edit_organisation",
    "edit_place",
    "edit_profile",
    "end_role",
    "enrol_person",
    "erase_person",
    "form_area",
    "give_consent",
    "give_role",
    "invite_person",
    "load_places",
    "set_affiliation",
    "withdraw_consent",
]
