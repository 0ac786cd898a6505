"""Addresses of advisers' notes, below the process they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path

from dugnad.voices import pages

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "voices"

urlpatterns: list[URLPattern] = [
    path("<int:process_id>/notes/", pages.list_notes, name="list_notes"),
    path("<int:process_id>/notes/add/", pages.add_note, name="add_note"),
    path("<int:process_id>/notes/<int:note_id>/edit/", pages.edit_note, name="edit_note"),
    path("<int:process_id>/notes/<int:note_id>/remove/", pages.remove_note, name="remove_note"),
]
