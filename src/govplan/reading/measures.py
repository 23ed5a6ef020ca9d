"""What kind of number an indicator's words suggest, and which way is better; *not* here: the words (`words.csv`)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from govplan.model.indicator import Measure, Polarity
from govplan.reading.lexicon import words_with

__all__ = ["is_growth", "is_rate", "measure_of", "polarity_of"]

# Where a name holds one of these, a change of it in percent is one of points.
_RATES = (
    "tỷ lệ",
    "tỉ lệ",
    "tỷ trọng",
    "tỉ trọng",
    "tỷ suất",
    "tỉ suất",
    "độ che phủ",
    "độ bao phủ",
    "độ phủ",
    "mức sinh",
)
_SHARES_OF_PEOPLE = ("giảm nghèo", "hộ nghèo", "hộ cận nghèo", "thất nghiệp")
_COUNTS = ("số ", "tổng số ", "số lượng ")
_GROWTH = re.compile(r"(?:tốc độ|nhịp độ|mức) (?:tăng|giảm|gia tăng|phát triển)|tăng trưởng|t[ỷỉ] lệ (?:tăng|giảm)")
_SUGGESTING = ("lower", "higher", "level", "flow", "mean")


# Pure: the table is part of the package.
@cache
def _table() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for role in _SUGGESTING:
        for phrase in words_with(role):
            first, *rest = phrase.split()
            found.setdefault(first, []).append((tuple(rest), role))
    return {first: tuple(entries) for first, entries in found.items()}


@lru_cache(maxsize=1024)
def _suggested(name: str) -> frozenset[str]:
    """Return what the words of a name suggest: that less is better, that it flows, that it is a mean."""
    table = _table()
    words = name.replace(",", " ").replace(":", " ").split()
    found = set()
    for index, word in enumerate(words):
        for rest, role in table.get(word, ()):
            if tuple(words[index + 1 : index + 1 + len(rest)]) == rest:
                found.add(role)
    return frozenset(found)


def is_rate(name: str) -> bool:
    """Is the indicator itself a share, so that a change of it is one of points?

    >>> is_rate("Tỷ lệ hộ nghèo"), is_rate("Tần suất tai nạn lao động"), is_rate("số hộ nghèo")
    (True, False, False)
    """
    words = name.lower()
    if words.startswith(_RATES):
        return True
    return not words.startswith(_COUNTS) and (
        any(rate in words for rate in _RATES) or any(share in words for share in _SHARES_OF_PEOPLE)
    )


def is_growth(name: str) -> bool:
    """Is the indicator a rate of growth: tốc độ tăng, tăng trưởng?"""
    return _GROWTH.search(name.lower()) is not None


def polarity_of(name: str) -> Polarity | None:
    """Return which way is better, as the words suggest; None where they leave it open.

    >>> polarity_of("tỷ lệ hộ nghèo"), polarity_of("tỷ số giới tính khi sinh")
    (<Polarity.LOWER: 'lower'>, None)
    """
    roles = _suggested(name.lower())
    if "lower" in roles:
        return Polarity.HIGHER if "higher" in roles else Polarity.LOWER
    return None if "level" in roles else Polarity.HIGHER


def measure_of(name: str, sort: str, unit: str) -> tuple[Measure, bool]:
    """Return the measure that name and unit suggest, and whether the words alone decide it.

    >>> measure_of("Tỷ lệ hộ nghèo", "percent", "%")
    (<Measure.RATIO: 'ratio'>, True)
    """
    words = name.lower()
    if sort in ("percent", "mille", "points", "per"):
        if words.startswith("chỉ số") or is_growth(words):
            return Measure.INDEX, True
        return Measure.RATIO, True
    if words.startswith("chỉ số") or unit in ("lần", "điểm"):
        return Measure.INDEX, True
    roles = _suggested(words)
    if "mean" in roles or unit.endswith(("/người", "/người/năm", "/người/tháng")):
        return Measure.MEAN, True
    if "vạn dân" in unit or "vạn dân" in words or words.startswith(("tỷ lệ", "tỷ suất", "mật độ", "tần suất")):
        return Measure.RATIO, True
    if "flow" in roles or unit.endswith("/năm"):
        return Measure.FLOW, False
    return Measure.STOCK, False
