"""The findings on a file: as text for people, as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from dugnad.kit.findings import Severity, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dugnad.kit.findings import Finding


def as_json(findings: Sequence[Finding]) -> str:
    """Write the findings as JSON: those that stand, and the warnings accepted with a reason."""
    standing = [_plain(finding) for finding in findings if not finding.accepted]
    accepted = [{**_plain(finding), "reason": finding.accepted} for finding in findings if finding.accepted]
    return json.dumps({"findings": standing, "accepted": accepted}, ensure_ascii=False, indent=2)


def _plain(finding: Finding) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "where": finding.where,
        "message": str(finding.message),
        "mend": str(finding.mend),
    }


def as_text(findings: Sequence[Finding]) -> str:
    """Write the findings as text in the active language: one block each, and the numbers last."""
    names = {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.INFO: _("info")}
    blocks = []
    for finding in findings:
        severity = _("accepted") if finding.accepted else names[finding.severity]
        lines = [f"{severity}  {finding.rule}  {finding.where}", f"    {finding.message}"]
        if finding.accepted:
            reason = say(_("Reason: %(reason)s"), reason=finding.accepted)
            lines.append(f"    {reason}")
        elif finding.mend:
            lines.append(f"    → {finding.mend}")
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, _counts(findings)])


def _counts(findings: Sequence[Finding]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = sum(finding.severity is Severity.WARNING and not finding.accepted for finding in findings)
    accepted = sum(bool(finding.accepted) for finding in findings)
    if not errors and not warnings:
        return _("The plan is clean: no error, no open warning.")
    sentence = _("Errors: %(errors)s. Open warnings: %(warnings)s. Accepted warnings: %(accepted)s.")
    return str(say(sentence, errors=errors, warnings=warnings, accepted=accepted))
