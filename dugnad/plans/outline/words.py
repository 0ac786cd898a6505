"""The fixed words of a plan: the values that a file, a form and a rule all use, and what people call them."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

from django.utils.translation import gettext_lazy as _

Language: TypeAlias = Literal["nb", "nn", "da", "en"]
Country: TypeAlias = Literal["no", "dk"]
PremiseKind: TypeAlias = Literal["challenge", "opportunity"]
JobKind: TypeAlias = Literal["new", "secured", "none"]
SourceKind: TypeAlias = Literal["county", "municipality", "other"]
Relation: TypeAlias = Literal["involves", "affects"]
How: TypeAlias = Literal["gathering", "contribution", "comment", "hearing"]
DecisionKind: TypeAlias = Literal["start", "approval", "adoption", "status"]
BodyKind: TypeAlias = Literal[
    "council", "executive_committee", "steering_group", "programme_board", "county", "committee"
]
Result: TypeAlias = Literal["adopted", "adopted_with_changes", "sent_back", "rejected"]
Milieu: TypeAlias = Literal[
    "local_business",
    "founders",
    "local_consultants",
    "higher_education",
    "voluntary",
    "administration",
    "executive_committee",
    "innovasjon_norge",
    "emigrated",
]
OutcomeKind: TypeAlias = Literal[
    "analysis_anchored", "shared_understanding", "vision", "main_goal", "focus_areas", "sub_goals"
]
SectionKey: TypeAlias = Literal[
    "background", "vision_and_goal", "focus_areas", "organisation", "resources", "communication"
]

MILIEUX: Final[tuple[Milieu, ...]] = get_args(Milieu)
OUTCOMES: Final[tuple[OutcomeKind, ...]] = get_args(OutcomeKind)
SECTIONS: Final[tuple[SectionKey, ...]] = get_args(SectionKey)

MILIEU_NAMES: Final = {
    "local_business": _("local business"),
    "founders": _("founders"),
    "local_consultants": _("local consultants"),
    "higher_education": _("regional colleges and universities"),
    "voluntary": _("voluntary organisations"),
    "administration": _("the municipal administration"),
    "executive_committee": _("the executive committee"),
    "innovasjon_norge": _("Innovasjon Norge"),
    "emigrated": _("resource persons who have moved away"),
}
OUTCOME_NAMES: Final = {
    "analysis_anchored": _("the analysis' conclusions are anchored"),
    "shared_understanding": _("a shared understanding of challenges and opportunities"),
    "vision": _("a vision"),
    "main_goal": _("a main goal"),
    "focus_areas": _("the final choice of focus areas"),
    "sub_goals": _("goals for each focus area"),
}
SECTION_NAMES: Final = {
    "background": _("Background"),
    "vision_and_goal": _("Vision and main goal"),
    "focus_areas": _("Focus areas"),
    "organisation": _("Organisation"),
    "resources": _("Resources and financing"),
    "communication": _("Communication strategy"),
}
JOB_KIND_NAMES: Final = {
    "new": _("new jobs"),
    "secured": _("secured jobs"),
    "none": _("not jobs"),
}
