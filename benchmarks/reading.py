"""What reading a plan costs beside finding its citations, on hostile text, and in memory; *not* here: the texts."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from itertools import pairwise

import plan_text
import running_text
import timing

import govplan

__all__ = ["rows"]

Row = tuple[str, float, float | None]

_CHARACTERS = 200_000
_MEGABYTE = 1_000_000
# The sizes at which a hostile text is tried, and the seconds that a round of it may take.
_SIZES = (10_000, 100_000, _MEGABYTE)
_PATIENCE = 3.0

# Each is repeated until it fills the size.
_HOSTILE = {
    "digits": "1",
    "commas": ",",
    "digits and commas": "1,",
    "digits and points": "1.000",
    "trong đó": "trong đó ",
    "open parentheses": "(",
    "figures in parentheses": "(1% ",
    "semicolons": "; ",
    "lines": "\n",
    "dashes": "- ",
    "numbered lines": "1. a\n",
    "ordinals": "thứ nhất, ",
    # What this grammar has to look at from both sides of a number.
    "names without a number": "tỷ lệ hộ nghèo ",
    "numbers without a name": "5% ",
    "ranges without end": "1-",
    "from, from": "từ 1 ",
    "years": "đến năm 2025 ",
    "respectively": "lần lượt 1% ",
    "the rest": "còn lại 5%, ",
    "parts of parts": "xã 5%, trong đó ",
    "changes": "giảm xuống còn ",
}


def rows() -> list[Row]:
    """Time reading plans beside finding their citations, twice the text, hostile texts, and measure its memory."""
    return [*_beside_citations(), *_hostile(), *_memory()]


def _beside_citations() -> list[Row]:
    plans, double = plan_text.plans(_CHARACTERS), plan_text.plans(2 * _CHARACTERS)
    cited, _ = running_text.vietnamese(_CHARACTERS)
    taken = timing.interleaved(
        {
            "read": lambda: govplan.read_text(plans),
            "find": lambda: govplan.find_citations(plans),
            "read, twice": lambda: govplan.read_text(double),
            "read, cited": lambda: govplan.read_text(cited),
            "find, cited": lambda: govplan.find_citations(cited),
        },
        rounds=7,
    )
    # A ratio of times means something only where the work is done.
    wanted = plans.count("\n- ")
    return [
        ("targets in plans / found by read_text", wanted / max(1, len(govplan.read_text(plans).targets)), 1.1),
        # Plans hold a target in every line and hardly a citation, which find_citations passes by at 30 MB a second.
        ("read_text / find_citations, nothing but targets", timing.ratio(taken, "read", "find"), None),
        (
            "read_text / find_citations, text dense with citations",
            timing.ratio(taken, "read, cited", "find, cited"),
            3.0,
        ),
        ("read_text: twice the text / the text", timing.ratio(taken, "read, twice", "read"), 2.3),
    ]


def _hostile() -> list[Row]:
    texts: dict[str, Callable[[int], str]] = {name: _filling(unit) for name, unit in _HOSTILE.items()}
    texts["one endless line"] = lambda size: _cut(plan_text.endless_line(size).encode(), size)
    normal = plan_text.plans(_MEGABYTE).encode()
    sizes = {name: _bearable(made) for name, made in texts.items()}
    measured: list[Row] = []
    for size in sorted(set(sizes.values())):
        cases = {name: _reading(texts[name](size)) for name, chosen in sizes.items() if chosen == size}
        taken = timing.interleaved({**cases, "": _reading(_cut(normal, size))}, rounds=3)
        measured += [
            (f"{size / _MEGABYTE:g} MB of {name} / plans", timing.ratio(taken, name, ""), 15.0) for name in cases
        ]
    return measured


def _memory() -> list[Row]:
    texts = {"plans": plan_text.plans(_CHARACTERS), "one endless line": plan_text.endless_line(_CHARACTERS)}
    return [
        (f"peak memory of read_text / {name}", _peak(text) / len(text.encode()), 20.0) for name, text in texts.items()
    ]


def _peak(text: str) -> int:
    """Return how many bytes reading holds at most, its result among them, once its tables are there."""
    govplan.read_text(text[:5_000])
    tracemalloc.start()
    govplan.read_text(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def _bearable(made: Callable[[int], str]) -> int:
    """Return the largest size at which one round of a hostile text takes no more than the patience there is."""
    for size, larger in pairwise(_SIZES):
        text = made(size)
        start = time.perf_counter()
        govplan.read_text(text)
        if (time.perf_counter() - start) * larger / size > _PATIENCE:
            return size
    return max(_SIZES)


def _filling(unit: str) -> Callable[[int], str]:
    return lambda size: _cut((unit * (size // len(unit.encode()) + 1)).encode(), size)


def _cut(text: bytes, size: int) -> str:
    return text[:size].decode(errors="ignore")


def _reading(text: str) -> Callable[[], object]:
    return lambda: govplan.read_text(text)
