"""Ids made of Vietnamese names: short, in ASCII, each once; *not* here: what may be an id (`govplan.values.text`)."""

from __future__ import annotations

import re

from govplan.values import Period
from govplan.vietnamese import fold

__all__ = ["Identifiers", "plan_identifier", "slug"]

_LONGEST = 48
"""How long a made id may be: short enough to be typed, and to leave room for a number behind it."""

_APART = re.compile(r"[^a-z0-9]+")


def slug(words: str, longest: int = _LONGEST) -> str:
    """Return words as an id, whole words of them up to a length; "" when no letter or digit is left.

    >>> slug("Tỷ lệ lao động qua đào tạo có bằng, chứng chỉ")
    'ty-le-lao-dong-qua-dao-tao-co-bang-chung-chi'
    >>> slug("Tỷ lệ lao động qua đào tạo", 12)
    'ty-le-lao'
    """
    whole = _APART.sub("-", fold(words[: 8 * longest])).strip("-")
    if len(whole) <= longest:
        return whole
    cut = whole.rfind("-", 0, longest + 1)
    return whole[: cut if cut > 0 else longest]


def plan_identifier(title: str, place: str, period: Period) -> str:
    """Return an id for a plan: its place, the years, and the first words of its title.

    >>> plan_identifier("Chương trình việc làm", "Quảng Nam", Period.year(2023))
    'quang-nam-2023-chuong-trinh-viec-lam'
    """
    first, last = period.start.year, period.end.year
    years = f"{first:04d}" if first == last else f"{first:04d}-{last:04d}"
    return "-".join(filter(None, (slug(place, 24), years, slug(title, 40))))


class Identifiers:
    """Ids that were given out already, so that no two things have the same one."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def make(self, name: str, *, otherwise: str = "target") -> str:
        """Return an id for a name, with a number behind it when it was given out before.

        >>> ids = Identifiers()
        >>> ids.make("Số hộ nghèo"), ids.make("Số hộ nghèo"), ids.make("…")
        ('so-ho-ngheo', 'so-ho-ngheo-2', 'target')
        """
        stem = slug(name) or otherwise
        count = self._given.get(stem, 0) + 1
        self._given[stem] = count
        if count == 1:
            return stem
        numbered = f"{stem}-{count}"
        while numbered in self._given:
            count += 1
            numbered = f"{stem}-{count}"
        self._given[stem] = count
        self._given[numbered] = 1
        return numbered
