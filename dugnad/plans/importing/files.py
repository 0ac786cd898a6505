"""A plan file from the disk; what cannot be read ends in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import say
from dugnad.plans.importing.problems import FileProblem, PlanFileError
from dugnad.plans.importing.reader import LARGEST, read_plan

if TYPE_CHECKING:
    from pathlib import Path

    from django_stubs_ext import StrOrPromise

    from dugnad.plans.outline import PlanOutline


def read_plan_file(path: Path) -> PlanOutline:
    """Read the plan file at a path; no more of it than a plan file can hold.

    Raises:
        PlanFileError: where there is no such file, it may not be read, or it is no plan file.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise PlanFileError(FileProblem(0, 0, "", _("a file that can be read"), _why(error))) from None
    return read_plan(content)


def _why(error: OSError | ValueError) -> StrOrPromise:
    if isinstance(error, FileNotFoundError):
        return _("no such file")
    if isinstance(error, IsADirectoryError):
        return _("a folder")
    if isinstance(error, PermissionError):
        return _("a file that may not be read")
    return say(_("an error: %(reason)s"), reason=str(error))
