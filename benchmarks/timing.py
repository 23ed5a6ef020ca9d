"""Ratios of times that one run can vouch for; *not* here: what is timed."""

from __future__ import annotations

import gc
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping

__all__ = ["AtLeast", "in_fresh_processes", "interleaved", "ratio"]


class AtLeast(float):
    """A bound from below; every other bound is one from above."""


def interleaved(
    cases: Mapping[str, Callable[[], object]], rounds: int = 31, seconds: float = 0.02
) -> dict[str, list[float]]:
    """Time every case once a round, in a shuffled order, so that a noisy moment hurts all alike.

    The collector is off while a case runs and does its work between them, as is usual where such ratios are published.
    """
    shuffler = random.Random(1)
    repeats = {}
    for name, case in cases.items():
        case()
        start = time.perf_counter()
        case()
        repeats[name] = max(1, int(seconds / (time.perf_counter() - start)))
    taken: dict[str, list[float]] = {name: [] for name in cases}
    names = list(cases)
    for _ in range(rounds):
        shuffler.shuffle(names)
        for name in names:
            gc.collect()
            gc.disable()
            case, count = cases[name], repeats[name]
            start = time.perf_counter()
            for _ in range(count):
                case()
            taken[name].append((time.perf_counter() - start) / count)
            gc.enable()
    return taken


def in_fresh_processes(cases: Mapping[str, str], rounds: int = 21) -> dict[str, list[float]]:
    """Time a statement once in a process of its own, every case once a round; `timed` holds its seconds."""
    taken: dict[str, list[float]] = {name: [] for name in cases}
    names = list(cases)
    shuffler = random.Random(1)
    for _ in range(rounds):
        shuffler.shuffle(names)
        for name in names:
            code = f"import time\n{cases[name]}\nprint(timed)"
            run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
            taken[name].append(float(run.stdout))
    return taken


def ratio(taken: Mapping[str, list[float]], case: str, base: str) -> float:
    """Return the median, over the rounds, of a case's time over that of its base in the same round."""
    return statistics.median(one / two for one, two in zip(taken[case], taken[base], strict=True))
