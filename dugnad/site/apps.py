from django.apps import AppConfig
from django.core.checks import register

from dugnad.site.checks import judge_database


class SiteConfig(AppConfig):
    name = "dugnad.site"

    def ready(self) -> None:
        """Have Django ask for a safe SQLite whenever it checks itself."""
        register(judge_database)
