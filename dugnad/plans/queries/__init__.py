"""Reading plans."""

from dugnad.plans.queries.outline import plan_outline
from dugnad.plans.queries.plans import find_plan, findings_of, latest_version, published_version

__all__ = ["find_plan", "findings_of", "latest_version", "plan_outline", "published_version"]
