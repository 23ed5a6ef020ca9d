"""What adding up many plans costs, beside a loop over the same objects and pyam; *not* here: reading the plans."""

from __future__ import annotations

import gc
import importlib
import logging
import math
import random
import time
import warnings
from decimal import Decimal
from typing import Any

import timing

import govplan

__all__ = ["rows"]

Row = tuple[str, float, float | None]

_FEW, _TIMES = 1_000, 10
_UNITS = ("người", "hộ", "tỷ đồng", "xã", "ha")
_PERIOD = govplan.Period.year(2023)


def rows() -> list[Row]:
    """Time the sums of 1,000 plans and of ten times as many, and the same sums made in other ways."""
    all_plans = [commune_plan(number) for number in range(_FEW * _TIMES)]
    few = all_plans[:_FEW]
    found = {group.id: group.goal.lower for group in govplan.aggregate(few).groups if group.goal is not None}
    assert found == {id: total for (id, _), total in by_hand(few).items()}
    taken = timing.interleaved({"aggregate": lambda: govplan.aggregate(few), "loop": lambda: by_hand(few)})
    return [
        (
            f"{_FEW:,} plans of 11 targets: aggregate / a loop that sums lower bounds in a dict",
            timing.ratio(taken, "aggregate", "loop"),
            6.0,
        ),
        (f"aggregate: {_FEW * _TIMES:,} plans / {_FEW:,}", _growth(few, all_plans), 11.0),
        *_beside_pyam(few),
    ]


def commune_plan(number: int) -> govplan.Plan:
    """Return the plan of one of 10,000 communes, of 11 targets on indicators that all communes have in common."""
    dice = random.Random(number)
    place = govplan.Jurisdiction(f"{number:05d}", f"Xã số {number}", "commune", within=f"{number % 96 + 1:02d}")
    targets = []
    for index in range(11):
        indicator = govplan.Indicator(
            f"Chỉ tiêu số {index}",
            id=f"indicator-{index}",
            unit=_UNITS[index % len(_UNITS)],
            measure="flow" if index % 2 else "stock",
            polarity="higher",
        )
        goal = govplan.Goal.at_least(Decimal(dice.randint(1, 10**7)) * Decimal("0.01"))
        targets.append(govplan.Target(f"target-{index}", indicator, goal))
    body = govplan.Organization(f"UBND xã số {number}")
    return govplan.Plan(f"commune-{number}", f"Kế hoạch của xã số {number}", body, place, _PERIOD, targets=targets)


def by_hand(plans: list[govplan.Plan]) -> dict[tuple[str | None, govplan.Period], Decimal]:
    """Sum the lower bounds of all targets by indicator and period, and look at nothing else."""
    sums: dict[tuple[str | None, govplan.Period], Decimal] = {}
    for plan in plans:
        for target in plan.targets:
            lower = target.goal.lower
            if lower is not None:
                key = (target.indicator.id, target.horizon or plan.period)
                sums[key] = sums.get(key, Decimal(0)) + lower
    return sums


def _growth(few: list[govplan.Plan], many: list[govplan.Plan], rounds: int = 7) -> float:
    ratios = []
    for _ in range(rounds):
        less, more = _seconds(few), _seconds(many)
        ratios.append(more / less)
    ratios.sort()
    return ratios[len(ratios) // 2]


def _seconds(plans: list[govplan.Plan]) -> float:
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    govplan.aggregate(plans)
    taken = time.perf_counter() - start
    gc.enable()
    return taken


def _beside_pyam(plans: list[govplan.Plan]) -> list[Row]:
    name = "the same regional sums: pyam aggregate_region / aggregate"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pyam: Any = importlib.import_module("pyam")
            pandas: Any = importlib.import_module("pandas")
    except ImportError:
        return [(f"{name} (pyam is not installed)", math.nan, None)]
    logging.disable(logging.WARNING)
    table = pandas.DataFrame(
        [
            {
                "model": "m",
                "scenario": "s",
                "region": plan.id,
                "variable": target.indicator.id,
                "unit": str(target.indicator.unit),
                "year": plan.period.start.year,
                # pyam holds floats, which is the other half of the comparison.
                "value": float(target.goal.lower or 0),
            }
            for plan in plans
            for target in plan.targets
        ]
    )
    frame = pyam.IamDataFrame(table)
    variables = [f"indicator-{index}" for index in range(11)]
    taken = timing.interleaved(
        {
            "pyam": lambda: frame.aggregate_region(variables, "World"),
            "pyam, frame built": lambda: pyam.IamDataFrame(table).aggregate_region(variables, "World"),
            "aggregate": lambda: govplan.aggregate(plans),
        },
        rounds=11,
    )
    return [
        (name, timing.ratio(taken, "pyam", "aggregate"), None),
        (f"{name}, with building its frame", timing.ratio(taken, "pyam, frame built", "aggregate"), None),
    ]
