"""Which table each thing becomes; *not* here: the rows themselves (a file for each kind of thing)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from govplan.errors import InvalidValueError
from govplan.exchange.table import Table
from govplan.exchange.target_rows import targets_as_table
from govplan.model import Plan

__all__ = ["to_table"]


def to_table(what: Any) -> Table:
    """Return what govplan knows or computed as one table with columns that stay the same.

    Takes a plan or several, observations, an assessment, an aggregation or a comparison of plans.

    Raises:
        InvalidValueError: anything else.

    >>> import govplan
    >>> to_table(govplan.load_example("quangnam_2023")).column("target")[0]
    'jobs-created'
    """
    if isinstance(what, Table):
        return what
    if isinstance(what, Plan):
        return targets_as_table([what])
    if isinstance(what, Iterable) and not isinstance(what, str | bytes | dict):
        items = list(what)
        if items and all(isinstance(item, Plan) for item in items):
            return targets_as_table(items)
    raise InvalidValueError(
        f"nothing that has a table: found {what!r:.80}; give a plan, several plans, observations, or what assess, "
        "aggregate or compare returned",
        f"không lập bảng được: gặp {what!r:.80}; hãy cho một hay nhiều kế hoạch, kết quả, hoặc giá trị mà assess, "
        "aggregate, compare trả về",
    )
