"""Pages for people: a plan, two plans compared, many plans together; *not* here: what the figures are."""

from govplan.report.comparison_page import comparison_page
from govplan.report.plan_page import plan_page
from govplan.report.plans_page import plans_page

__all__ = ["comparison_page", "plan_page", "plans_page"]
