"""What is said about pausing, resuming, withdrawing and closing a process."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from dugnad.processes.models import Process

STATE_WORDS: dict[str, dict[str, Any]] = {
    Process.State.PAUSED: {
        "title": _("Pause the process?"),
        "points": [
            _("Nothing can be written, sent or decided until it is resumed."),
            _("Everything stays where it is and can be read; deadlines keep their days."),
        ],
        "label": _("Pause the process"),
        "done": _("The process is paused."),
    },
    Process.State.RUNNING: {
        "title": _("Resume the process?"),
        "points": [_("The work goes on where it stopped. Look at the deadlines: they have not moved.")],
        "label": _("Resume the process"),
        "done": _("The process runs again."),
    },
    Process.State.WITHDRAWN: {
        "title": _("Withdraw the process?"),
        "points": [
            _("The process ends without a result and is no longer shown to the public."),
            _("Those who have a part can still read it. It cannot be resumed."),
        ],
        "label": _("Withdraw the process"),
        "done": _("The process is withdrawn."),
        "danger": True,
    },
    Process.State.CLOSED: {
        "title": _("Close the process?"),
        "points": [
            _("The work is finished: nothing more can be written or decided."),
            _("What is published stays public. It cannot be resumed."),
        ],
        "label": _("Close the process"),
        "done": _("The process is closed."),
        "danger": True,
    },
}
