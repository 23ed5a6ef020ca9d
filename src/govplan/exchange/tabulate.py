"""Which table each thing becomes; *not* here: the rows themselves (a file for each kind of thing)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from govplan.aggregation import Aggregation, Assessment, PlanComparison
from govplan.errors import InvalidValueError
from govplan.exchange.aggregation_rows import aggregation_as_table
from govplan.exchange.assessment_rows import assessment_as_table
from govplan.exchange.comparison_rows import comparison_as_table
from govplan.exchange.observation_rows import observations_as_table
from govplan.exchange.table import Table
from govplan.exchange.target_rows import targets_as_table
from govplan.model import Observation, Plan

__all__ = ["to_table"]


def to_table(what: Any) -> Table:
    """Return what govplan knows or computed as one table with columns that stay the same.

    Takes a plan or several, observations, or what `assess`, `aggregate` or `compare` returned.

    Raises:
        InvalidValueError: anything else, and an empty list, of which nobody knows what it holds.

    >>> import govplan
    >>> to_table(govplan.load_example("quangnam_2023")).column("target")[0]
    'jobs-created'
    """
    match what:
        case Table():
            return what
        case Plan():
            return targets_as_table([what])
        case Assessment():
            return assessment_as_table(what)
        case Aggregation():
            return aggregation_as_table(what)
        case PlanComparison():
            return comparison_as_table(what)
        case str() | bytes() | dict():
            pass
        case Iterable():
            items = list(what)
            if items and all(isinstance(item, Plan) for item in items):
                return targets_as_table(items)
            if items and all(isinstance(item, Observation) for item in items):
                return observations_as_table(items)
    raise InvalidValueError(
        f"nothing that has a table: found {what!r:.80}; give a plan, several plans, observations, or what assess, "
        "aggregate or compare returned",
        f"không lập bảng được: gặp {what!r:.80}; hãy cho một hay nhiều kế hoạch, kết quả, hoặc giá trị mà assess, "
        "aggregate, compare trả về",
    )
