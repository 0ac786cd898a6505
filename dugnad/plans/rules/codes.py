"""Codes that areas and premises are known by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, refuse
from dugnad.plans.models import Plan

if TYPE_CHECKING:
    from dugnad.plans.models import Analysis

_CODE = re.compile(r"^\w{1,8}$")


def code_is_free(owner: Plan | Analysis, code: str) -> Verdict:
    """A code is one to eight letters and digits, and nothing else in the plan or analysis has it.

    What was taken out keeps its code: versions and the journal speak of it.
    """
    if not _CODE.match(code):
        return refuse(_("A code is one to eight letters and digits, for example A or U1."))
    rows = owner.areas if isinstance(owner, Plan) else owner.premises
    if rows.filter(code=code).exists():
        return refuse(format_lazy(_("The code {code} is taken; choose another."), code=code))
    return ALLOWED
