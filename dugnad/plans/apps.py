from django.apps import AppConfig


class Plans(AppConfig):
    name = "dugnad.plans"
