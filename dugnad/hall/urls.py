"""Addresses of the front door."""

from django.urls import path

from dugnad.hall.pages import front

app_name = "hall"

urlpatterns = [
    path("", front.home, name="home"),
]
