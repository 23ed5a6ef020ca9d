"""What asking all rules costs, beside reading, walking and validating the same plans; *not* here: reading itself."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable, Iterable
from typing import Any

import attrs
import documents
import timing
from jsonschema import Draft202012Validator

import govplan
from govplan.rules.plan_set import PlanSet

__all__ = ["many", "rows"]

Row = tuple[str, float, float | None]


def rows(name: str, plans: list[govplan.Plan]) -> list[Row]:
    """Time all rules on loaded plans, and what they are held against."""
    written = [govplan.dumps(plan, format="json").encode() for plan in plans]
    forms = [json.loads(content) for content in written]
    validator = Draft202012Validator(govplan.json_schema())
    taken = timing.interleaved(
        {
            "check": _over(govplan.check, plans),
            # A file holds bytes, and reading it decodes them, as in the times of loading.
            "json.loads": _over(json.loads, written),
            "json.loads, decoded": _over(json.loads, [content.decode() for content in written]),
            "walk": _over(walk, plans),
            "jsonschema": _over(validator.is_valid, forms),
        }
    )
    return [
        (f"{name}: all rules / json.loads", timing.ratio(taken, "check", "json.loads"), 1.0),
        (f"{name}: all rules / json.loads, decoded before", timing.ratio(taken, "check", "json.loads, decoded"), None),
        (f"{name}: all rules / a bare walk over the objects", timing.ratio(taken, "check", "walk"), 5.0),
        (f"{name}: all rules / jsonschema, compiled", timing.ratio(taken, "check", "jsonschema"), 0.05),
    ]


def many(few: int = 1000, times: int = 10, rounds: int = 5) -> list[Row]:
    """Time checking many plans beside one another, and ten times as many."""
    all_plans = documents.made_plans(few * times)
    ratios = []
    for _ in range(rounds):
        less, more = _beside_one_another(all_plans[:few]), _beside_one_another(all_plans)
        ratios.append(more / less)
    ratios.sort()
    return [(f"{few * times:,} plans beside one another / {few:,}", ratios[len(ratios) // 2], 11.0)]


def _beside_one_another(plans: list[govplan.Plan]) -> float:
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    beside = PlanSet(plans)
    for plan in plans:
        govplan.check(plan, others=beside)
    taken = time.perf_counter() - start
    gc.enable()
    return taken


def walk(thing: Any) -> int:
    """Visit every object of a plan by its fields, and return how many there are."""
    names = _FIELDS.get(thing.__class__)
    if names is None:
        names = _FIELDS[thing.__class__] = _names(thing.__class__)
    count = 1
    for name in names:
        value = getattr(thing, name)
        if value.__class__ is tuple:
            for item in value:
                count += walk(item)
        elif value is not None:
            count += walk(value)
    return count


_FIELDS: dict[type, tuple[str, ...]] = {}


def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind)) if attrs.has(kind) else ()


def _over(action: Callable[[Any], object], items: Iterable[Any]) -> Callable[[], None]:
    def run() -> None:
        for item in items:
            action(item)

    return run
