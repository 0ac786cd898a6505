from django.apps import AppConfig


class Papers(AppConfig):
    name = "dugnad.papers"
