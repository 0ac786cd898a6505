"""What is done with people and places: one function an act."""

from dugnad.people.commands.consents import give_consent, withdraw_consent
from dugnad.people.commands.persons import edit_profile, enrol_person, erase_person
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
    "appoint_administrator",
    "deactivate_place",
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
    "withdraw_consent",
]
