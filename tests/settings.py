"""The program's own settings, with everything it keeps in a folder of its own and nothing from outside."""

import atexit
import os
import shutil
import tempfile

for _name in ("DEMO", "PORT", "PUBLIC_URL", "HOSTS", "SMTP_HOST", "REDIS_URL", "OIDC_SERVER", "DATABASE_URL"):
    os.environ.pop(_name, None)
if "TEST_VAR" not in os.environ:  # made by the first process, inherited by its workers
    os.environ["TEST_VAR"] = tempfile.mkdtemp(prefix="dugnad-tests-")
    atexit.register(shutil.rmtree, os.environ["TEST_VAR"], ignore_errors=True)
os.environ["DUGNAD_VAR"] = os.environ["TEST_VAR"]
os.environ["SECRET_KEY"] = "only for tests, and long enough to be taken for a secret"
if os.environ.get("TEST_DATABASE_URL"):  # set by tests/postgres.py
    os.environ["DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]

from dugnad.site.settings import *  # noqa: E402, F403 - the environment comes first
from dugnad.site.settings import STORAGES, VAR  # noqa: E402

(VAR / "static").mkdir(parents=True, exist_ok=True)
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
