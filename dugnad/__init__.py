"""Dugnad: from a place's first question to an adopted plan, together with the people who live there.

The embedded database needs a SQLite without the WAL-reset bug; the wheel that brings one is put in
the standard module's place here, before anything imports it, so that server, worker, command line
and tests share it (docs/decisions/0013-sqlite.md).
"""

import sys

try:
    import pysqlite3
except ImportError:  # no wheel for this platform: a system check judges the standard module
    pass
else:
    sys.modules["sqlite3"] = pysqlite3
