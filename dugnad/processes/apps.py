from django.apps import AppConfig


class Processes(AppConfig):
    name = "dugnad.processes"
