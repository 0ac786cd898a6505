"""Addresses below /processes/; the process's own home, which hall composes, is /processes/7/."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "processes"

urlpatterns: list[URLPattern] = []
