"""Addresses of gatherings, below the process they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path

from dugnad.gatherings import pages

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "gatherings"

urlpatterns: list[URLPattern] = [
    path("<int:process_id>/gatherings/", pages.list_gatherings, name="list_gatherings"),
    path("<int:process_id>/gatherings/record/", pages.record_gathering, name="record_gathering"),
    path("<int:process_id>/gatherings/milieux/", pages.reach_milieux, name="reach_milieux"),
    path("<int:process_id>/gatherings/<int:gathering_id>/", pages.show_gathering, name="show_gathering"),
    path("<int:process_id>/gatherings/<int:gathering_id>/edit/", pages.edit_gathering, name="edit_gathering"),
    path(
        "<int:process_id>/gatherings/<int:gathering_id>/remove/",
        pages.remove_gathering,
        name="remove_gathering",
    ),
]
