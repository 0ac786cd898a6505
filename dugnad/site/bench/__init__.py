"""`dugnad bench`: a full place in a database of its own, measured page by page, written down as a page.

Modules load after `django.setup()`, since the bench first points the settings to its own folder.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

PAGE = Path(__file__).resolve().parents[3] / "docs" / "performance.md"
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"


def bench() -> int:
    """Build the place, measure it, write docs/performance.md; exit 1 when a bar is missed."""
    with tempfile.TemporaryDirectory(prefix="dugnad-bench-") as folder:
        os.environ["DUGNAD_VAR"] = folder
        os.environ.pop("DATABASE_URL", None)
        os.environ.pop("DEMO", None)
        import django  # noqa: PLC0415 - the settings read the environment when they load

        django.setup()
        return _bench()


def _bench() -> int:
    from django.conf import settings  # noqa: PLC0415 - after django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - after django.setup()
    from django.db import connection  # noqa: PLC0415 - after django.setup()

    from dugnad.site.bench import measures, place, report  # noqa: PLC0415 - after django.setup()

    settings.STORAGES["staticfiles"] = {"BACKEND": PLAIN}  # addresses without fingerprints, as in the tests
    settings.ALLOWED_HOSTS.append("testserver")
    sys.stdout.write("Building a place with 40 processes, 30 plans and 2,000 goals\n")
    call_command("migrate", verbosity=0, interactive=False)
    built = place.build()
    sys.stdout.write("Measuring\n")
    found = measures.measure(built)
    PAGE.write_text(report.write(found, built))
    connection.close()
    for bar in found.bars():
        sys.stdout.write(f"{'held ' if bar.is_held else 'MISSED'} {bar.what}: {bar.said}\n")
    sys.stdout.write(f"Written: {PAGE.name}\n")
    return 0 if all(bar.is_held for bar in found.bars()) else 1
