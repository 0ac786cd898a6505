"""The plan as one readable YAML file: read strictly, written steadily, described by a schema."""

from dugnad.plans.importing.files import read_plan_file
from dugnad.plans.importing.problems import FileProblem, PlanFileError
from dugnad.plans.importing.reader import read_plan
from dugnad.plans.importing.report import as_json, as_text
from dugnad.plans.importing.schema import plan_schema
from dugnad.plans.importing.writer import write_plan

__all__ = [
    "FileProblem",
    "PlanFileError",
    "as_json",
    "as_text",
    "plan_schema",
    "read_plan",
    "read_plan_file",
    "write_plan",
]
