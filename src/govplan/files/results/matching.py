"""Rows of results to the targets of a plan, by id or by exact name; *not* here: what else the rows hold.

Names are held against each other in NFC, with tone marks in one place, without regard to spaces and capitals, and
without the dash or number that a table puts before them. No name is taken for a similar one.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from govplan.files.results.columns import key_of
from govplan.model import Plan, Target
from govplan.values import Period, Text

__all__ = ["Targets"]

_MARK = re.compile(r"(?:[-–—+•*]+|[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)]?|[a-zđ][.)]|[ivx]{1,5}[.)])\s+")
_AMONG = re.compile(r"trong đó\s*:?\s*")


class Targets:
    """The targets and parts of a plan, by id and by name."""

    def __init__(self, plan: Plan) -> None:
        self.by_id: dict[str, Target] = {}
        self.horizons: dict[str, Period] = {}
        self._named: dict[str, list[str]] = {}
        for target in plan.targets:
            self._add(target, plan.period)

    def _add(self, target: Target, period: Period) -> None:
        horizon = target.horizon or period
        if target.id not in self.by_id:
            self.by_id[target.id], self.horizons[target.id] = target, horizon
        name = target.indicator.name
        for words in {key_of(words) for words in (name.vi, name.en) if words is not None}:
            ids = self._named.setdefault(words, [])
            if target.id not in ids:
                ids.append(target.id)
        for part in target.parts:
            self._add(part, horizon)

    def find(self, words: str) -> Target | Text:
        """Return the target that words mean, an id or a name, else why there is none."""
        found = self.by_id.get(words.strip())
        if found is not None:
            return found
        ids = self._with_name(words)
        if len(ids) == 1:
            return self.by_id[ids[0]]
        if ids:
            several = ", ".join(ids[:10])
            return Text(
                f"nhiều chỉ tiêu cùng tên: gặp {words!r:.80} ở {several}; hãy ghi mã trong cột mã chỉ tiêu",
                f"several targets with one name: found {words!r:.80} for {several}; write the id in a column target",
            )
        near = get_close_matches(words.strip()[:100], self.by_id, 1) if _looks_like_id(words) else []
        en = f"did you mean {near[0]}?" if near else "write the id of a target, or the name of its indicator in full"
        vi = f"có phải ý bạn là {near[0]}?" if near else "hãy ghi mã chỉ tiêu, hoặc tên đầy đủ như trong kế hoạch"
        return Text(
            f"không có chỉ tiêu này trong kế hoạch: gặp {words!r:.80}; {vi}",
            f"no such target in the plan: found {words!r:.80}; {en}",
        )

    def _with_name(self, words: str) -> list[str]:
        key = key_of(words)
        for pattern in (None, _MARK, _AMONG, _MARK):
            if pattern is not None:
                key = key[match.end() :] if (match := pattern.match(key)) else key
            if key in self._named:
                return self._named[key]
        return []


def _looks_like_id(words: str) -> bool:
    return words.isascii() and " " not in words.strip()
