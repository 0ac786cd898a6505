"""Addresses of the register of organisations; people's own pages are the hall's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path

from dugnad.people import pages

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "people"

urlpatterns: list[URLPattern] = [
    path("organisations/", pages.list_organisations, name="list_organisations"),
    path("organisations/add/", pages.add_organisation, name="add_organisation"),
    path("organisations/<int:organisation_id>/edit/", pages.edit_organisation, name="edit_organisation"),
]
