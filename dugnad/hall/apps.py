from django.apps import AppConfig


class Hall(AppConfig):
    name = "dugnad.hall"
