"""The words that reading knows, as data beside this file; *not* here: what they do in a clause."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["FUNCTION_ROLES", "Entry", "Lexicon", "lexicon", "words_with"]

FUNCTION_ROLES = frozenset(
    [
        "compare",
        "tail",
        "attain",
        "change",
        "commit",
        "past",
        "event",
        "need",
        "intro",
        "respective",
        "rest",
        "frequency",
        "zero",
        "growth",
        "and",
        "from",
        "to",
        "open",
        "topic",
        "rank",
        "versus",
        "plain",
        "again",
        "subject",
    ]
)
"""Roles of words that build a clause; the words of the others name what is counted and in what."""


class Entry(NamedTuple):
    """One phrase of the table (mục từ): its words after the first, its role and what it means there."""

    rest: tuple[str, ...]
    role: str
    meaning: str


class Lexicon:
    """The table by the first word of each phrase, the longest phrase first; made once, never changed."""

    def __init__(self, rows: Sequence[tuple[str, str, str]]) -> None:
        self.phrases: Mapping[str, tuple[Entry, ...]] = _by_first_word(
            [row for row in rows if row[0] in FUNCTION_ROLES]
        )
        self.units: Mapping[str, tuple[Entry, ...]] = _by_first_word([row for row in rows if row[0] == "unit"])
        self.shares: Mapping[str, tuple[Entry, ...]] = _by_first_word([row for row in rows if row[0] == "share"])
        self.heads: Mapping[str, tuple[Entry, ...]] = _by_first_word([row for row in rows if row[0] == "head"])
        self.verbs: Mapping[str, tuple[Entry, ...]] = _by_first_word([row for row in rows if row[0] == "verb"])
        self.denominators: Mapping[str, tuple[Entry, ...]] = _by_first_word(
            [row for row in rows if row[0] == "denominator"]
        )
        self.nouns: Mapping[str, str] = {words: meaning for role, meaning, words in rows if role == "unit"}
        self.scales = frozenset(words for role, _, words in rows if role == "scale")
        self.numerals = {words: meaning for role, meaning, words in rows if role == "numeral"}
        self.labels: Mapping[str, tuple[Entry, ...]] = _by_last_word([row for row in rows if row[0] == "label"])


# Pure: the table is part of the package.
@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    rows: list[tuple[str, str, str]] = []
    with files("govplan.reading").joinpath("words.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            rows.extend((row["role"], row["meaning"], words) for words in row["words"].split("|"))
    return tuple(rows)


def words_with(role: str) -> tuple[str, ...]:
    """Return all phrases of a role, e.g. those that say that less is better.

    >>> "thất nghiệp" in words_with("lower")
    True
    """
    return tuple([words for name, _, words in _rows() if name == role])


@cache
def lexicon() -> Lexicon:
    """Return the table, ready for reading.

    >>> lexicon().phrases["không"][0].role
    'compare'
    """
    return Lexicon(_rows())


def _by_first_word(rows: list[tuple[str, str, str]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for role, meaning, words in rows:
        first, *rest = words.split()
        found.setdefault(first, []).append(Entry(tuple(rest), role, meaning))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry.rest))) for first, entries in found.items()}


def _by_last_word(rows: list[tuple[str, str, str]]) -> dict[str, tuple[Entry, ...]]:
    return _by_first_word([(role, meaning, " ".join(reversed(words.split()))) for role, meaning, words in rows])
