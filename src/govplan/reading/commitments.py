"""The entry: what a stretch of clean prose commits to; *not* here: cleaning it, and which stretches hold targets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govplan.errors import GovplanError
from govplan.legal.lexicon import UPPER
from govplan.model.goal import Basis
from govplan.model.indicator import Measure, Polarity
from govplan.model.target import Baseline, Denominator, Relation
from govplan.reading import remarks
from govplan.reading.clauses import Clause
from govplan.reading.commitment import Commitment, Commitments, UnreadStretch
from govplan.reading.conditions import goal_of
from govplan.reading.confidence import Confidence
from govplan.reading.divisions import division_of, has_own_denominators
from govplan.reading.horizons import mark_times
from govplan.reading.measures import measure_of, polarity_of
from govplan.reading.numbers import mark_figures
from govplan.reading.readings import Reading
from govplan.reading.relations import adds_up
from govplan.reading.sentences import Sentence
from govplan.reading.tokens import tokens_of
from govplan.reading.units import meaning_of
from govplan.values.number import exact_sum
from govplan.values.period import Period
from govplan.values.text import Text

__all__ = ["read_commitments"]

_END = re.compile(rf"(?<!\bTP)(?<!\bTS)(?<!\bBS)(?<!\bGS)(?<!ThS)[.!?…]+(?=[\s\"”]+[{UPPER}\"“(+-]|\s*$)|\n+")
# What an item of a list begins with: "a) ", "(2) ", "- ".
_MARKER = re.compile(r"\s*(?:[-+–•*]\s*)?(?:\(?(?:[a-zđ]|[0-9]{1,2}|[ivxIVX]{1,4})\)\s*|[a-zđIVX]{1,4}\.\s+)?")
_DIGITS = re.compile(r"[0-9]+")
# A number that may be a figure: no part of a symbol or a date, no year, no label.
_FIGURE = re.compile(
    rf"""
    (?<![0-9/])(?<!ngày\ )(?<!tháng\ )(?:(?<=con\ số\ )|(?<![sS]ố\ ))(?<!điều\ )(?<!Điều\ )(?<!khoản\ )
    (?!(?:19|20)[0-9]{{2}}(?![0-9]|[.,][0-9]|\ ?%))
    [0-9]++(?:[.,][0-9]++)*+
    (?!\ ?[-/]\ ?[{UPPER}]{{2}}|[a-zđ]?/[0-9]{{4}}|/[0-9]{{1,2}}/)
    """,
    re.VERBOSE,
)
# Each begins with letters, which are found many times faster than a choice of them.
_WORDS_FOR_NUMBERS = (
    re.compile(r"hông (?:còn|có|để) "),
    re.compile(r"ít nhất [mhbtcsđ]"),
    re.compile(r"ối thiểu [mhbtcsđ]"),
)
# How long a sentence may be, and how many readings wait for those after them, before a long text is read in pieces.
_LONGEST = 6000
_CUTS = (";", ",", " ")
_KEPT = 40
_REASONS = {
    "past": remarks.PAST,
    "need": remarks.NEED,
    "tasks": remarks.TASKS,
    "event": remarks.EVENT,
    "nameless": remarks.NAMELESS,
    "not_stated": remarks.NOT_STATED,
}


def read_commitments(text: str, start: int = 0, end: int | None = None, *, period: Period | None = None) -> Commitments:
    """Return what a stretch of clean text commits to, in its order, and the figures in it that are no commitments.

    Spans count in `text`. A commitment has a horizon where its words give one; what they say of a time before
    `period`, the plan's own, without promising it is no commitment.

    >>> found = read_commitments("Tỷ lệ hộ nghèo giảm 1,5%/năm; trồng mới 2.000 ha rừng.").found
    >>> [(one.name, str(one.goal)) for one in found]
    [('Tỷ lệ hộ nghèo', 'giảm 1,5'), ('Trồng mới rừng', 'ít nhất 2.000')]
    """
    limit = len(text) if end is None else end
    state = Sentence(text)
    words = _words_for_numbers(text, start, limit)
    found: list[Commitment] = []
    unread: list[UnreadStretch] = []
    reached = start
    for first, last in _sentences(text, start, limit):
        place = bisect_left(words, first)
        if not (place < len(words) and words[place] < last) and not _may_commit(text, first, last):
            continue
        if len(state.found) > _KEPT:
            _settle(text, state, found, unread, period)
        # A stretch between two full stops may be a piece of a longer one, whose state goes on.
        if first != reached or text[first - 1 : first] != ";":
            marker = text[first : first + 8].lstrip()[:1]
            state.begin(
                is_new_line=first == start or "\n" in text[max(start, first - 3) : first],
                marker=marker if marker in "+-–•*" else "",
            )
        marker_end = _MARKER.match(text, first, last)
        state.read(mark_figures(mark_times(tokens_of(text, marker_end.end() if marker_end else first, last))))
        reached = last
    _settle(text, state, found, unread, period)
    return Commitments(tuple(found), tuple(sorted(unread)))


def _settle(
    text: str, state: Sentence, found: list[Commitment], unread: list[UnreadStretch], period: Period | None
) -> None:
    """Turn what was read so far into commitments, so that a long text leaves nothing else behind."""
    _compose(state.found)
    for reading in state.found:
        horizon = reading.horizon
        if period is not None and horizon is not None and horizon.end < period.start and not reading.is_promised:
            unread.append(UnreadStretch(*_stretch(reading.clause), remarks.PAST))
            continue
        commitment = _commitment(text, reading)
        if commitment is not None:
            found.append(commitment)
    for clause, reason in state.skipped:
        unread.append(UnreadStretch(*_stretch(clause), _REASONS[reason]))
    state.found.clear()
    state.skipped.clear()
    state.whole = None


def _may_commit(text: str, start: int, end: int) -> bool:
    """Does a sentence hold a number that could be a figure, or does it head the lines below it?

    Most sentences of a plan do neither, and looking once at their digits is all that they cost.
    """
    at = start
    while (digits := _DIGITS.search(text, at, end)) is not None:
        if _FIGURE.match(text, digits.start(), end) is not None:
            return True
        at = digits.end()
    return text[end - 1] == ":"


def _words_for_numbers(text: str, start: int, end: int) -> list[int]:
    """Return where words stand that may be numbers, in order."""
    return sorted([match.start() for pattern in _WORDS_FOR_NUMBERS for match in pattern.finditer(text, start, end)])


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a stretch; one that is longer than any is cut after a semicolon, comma or space."""
    for match in _END.finditer(text, start, end):
        yield from _pieces(text, start, match.start())
        start = match.end()
    yield from _pieces(text, start, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = 0
        for mark in _CUTS:
            cut = text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) + 1
            if cut:
                break
        cut = cut or start + _LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _stretch(clause: Clause) -> tuple[int, int]:
    start = clause.before[0].start if clause.before else clause.figure.start
    return start, clause.figure.end


_JOINED = (";", ",", "and")
# Shares of a composition that make no 100 %, and too nearly for anything else.
_ABOUT_ALL = (Decimal(90), Decimal(110))


def _compose(found: Sequence[Reading]) -> None:
    """Mark the shares that together make up 100 %."""
    run: list[Reading] = []
    for reading in [*found, None]:
        is_share = reading is not None and reading.sort == "percent" and reading.basis is Basis.LEVEL
        if reading is not None and is_share and not reading.parts and (not run or reading.clause.link in _JOINED):
            run.append(reading)
            continue
        _mark_composition(run)
        run = [reading] if reading is not None and reading.sort == "percent" and not reading.parts else []


def _mark_composition(run: Sequence[Reading]) -> None:
    if len(run) < 2 or any(one.clause.figure.high for one in run):
        return
    words = " ".join([one.name.lower() for one in run])
    if not (
        "cơ cấu" in words
        or "tỷ trọng" in words
        or any(one.clause.before[-1:] and one.clause.before[-1].word == "chiếm" for one in run)
    ):
        return
    shares = [one.clause.figure.low for one in run]
    total = exact_sum(map(Decimal, shares))
    if adds_up("100", shares):
        for one in run:
            one.in_composition = True
    elif len(run) > 2 and _ABOUT_ALL[0] <= total <= _ABOUT_ALL[1]:
        run[-1].composition_total = total


def _commitment(text: str, reading: Reading) -> Commitment | None:
    """Return the commitment of a reading, None where its words make none that a plan can hold."""
    figure, condition = reading.clause.figure, reading.condition
    polarity = _polarity(reading)
    printed = _printed_unit(text, reading)
    # A relative goal's % is of the level before; what it measures has a unit that the words do not tell.
    is_relative = reading.basis is Basis.RELATIVE_CHANGE
    measure, is_sure = measure_of(reading.name, "" if is_relative else reading.sort, "" if is_relative else printed)
    try:
        goal = goal_of(condition, figure.low, figure.high, reading.basis, polarity, exact=reading.in_composition)
        baseline = _baseline(reading)
    except GovplanError:
        return None
    notes: list[Text] = []
    question: Text | None = None
    alternatives: list[str] = []
    confidence = Confidence.CERTAIN if condition.comparator or condition.is_stated else Confidence.LIKELY
    if reading.basis is Basis.CHANGE and reading.sort == "percent":
        notes.append(remarks.POINTS)
        alternatives.append(
            f"{condition.change.replace('up', 'increase').replace('down', 'reduce')}_percent: {figure.low}"
        )
        confidence, question = Confidence.AMBIGUOUS, remarks.POINTS_QUESTION
    elif reading.basis is Basis.RELATIVE_CHANGE:
        notes.append(remarks.RELATIVE)
        confidence = Confidence.LIKELY
    if reading.unit.startswith("lần") and condition.change:
        notes.append(remarks.TIMES)
        confidence, question = Confidence.AMBIGUOUS, remarks.TIMES_QUESTION
        alternatives.append(f"increase_by_percent: {Decimal(figure.low) * 100}")
    if figure.doubtful:
        notes.append(remarks.NOTATION)
        confidence, question = Confidence.AMBIGUOUS, remarks.NOTATION_QUESTION
    if figure.meaning == "zero":
        notes.append(remarks.ZERO)
        confidence = Confidence.LIKELY
    if figure.of:
        notes.append(remarks.OF)
    if reading.in_composition:
        notes.append(remarks.COMPOSITION)
    elif reading.composition_total is not None:
        remark, question = remarks.not_a_hundred(reading.composition_total)
        notes.append(remark)
        confidence = Confidence.AMBIGUOUS
    notes.extend(_TEXTS[note] for note in sorted(reading.notes))
    if reading.notes & {"inherited", "respective"} and confidence is Confidence.CERTAIN:
        confidence = Confidence.LIKELY
    if not is_sure and confidence is Confidence.CERTAIN:
        confidence = Confidence.LIKELY
    if not is_sure:
        alternatives.append("stock" if measure is Measure.FLOW else "flow")
    parts: tuple[Commitment, ...] = ()
    denominator = Denominator.SAME
    if reading.parts:
        division = division_of(reading)
        reading.relation = division.relation
        parts = tuple([one for part in reading.parts if (one := _commitment(text, part)) is not None])
        if division.remark is not None:
            notes.append(division.remark)
        if has_own_denominators(reading):
            denominator = Denominator.OWN
            notes.append(remarks.GROWTH_OF_PARTS)
        elif division.question is not None:
            confidence, question = Confidence.AMBIGUOUS, division.question
            alternatives.append("subset" if division.relation is Relation.PARTITION else "partition")
        elif reading.sort == "percent" and reading.relation is Relation.SUBSET:
            notes.append(remarks.DENOMINATOR)
            confidence, question = Confidence.AMBIGUOUS, question or remarks.DENOMINATOR_QUESTION
            alternatives.append("denominator: own")
        elif reading.relation is Relation.SUBSET and len(parts) > 1:
            alternatives.append("partition")
    span = reading.name_span
    start = reading.start
    last = max(
        figure.end, span[1] if span else 0, *[item.end for item in reading.clause.after if item.kind == "tail"], 0
    )
    return Commitment(
        name=reading.name[:1].upper() + reading.name[1:] if reading.name else reading.name,
        name_span=span,
        goal=goal,
        unit=None if is_relative else meaning_of(printed),
        printed_unit=printed,
        span=(start, last),
        number_span=(figure.start, figure.number_end),
        horizon=reading.horizon,
        baseline=baseline,
        measure=measure,
        polarity=polarity,
        parts=parts,
        relation=reading.relation if parts else None,
        denominator=denominator,
        confidence=confidence,
        remarks=tuple(notes),
        question=question,
        alternatives=tuple(alternatives),
    )


_TEXTS = {
    "restated": remarks.RESTATED,
    "inherited": remarks.NAME_INHERITED,
    "respective": remarks.RESPECTIVE,
    "share": remarks.SHARE,
}


def _polarity(reading: Reading) -> Polarity | None:
    """Return which way is better: as the words of change say, else as the name suggests."""
    change = reading.condition.change
    if change.startswith("down") or reading.sort == "zero":
        return Polarity.LOWER
    known = Polarity.HIGHER if reading.is_deed else polarity_of(reading.name)
    return known or (Polarity.HIGHER if change else None)


def _baseline(reading: Reading) -> Baseline | None:
    if reading.baseline is None:
        return None
    return Baseline(Decimal(reading.baseline.low), reading.baseline_period)


def _printed_unit(text: str, reading: Reading) -> str:
    """Return the unit with the capitals it was printed in."""
    figure = reading.clause.figure
    if reading.unit != figure.unit or figure.meaning == "zero":
        return reading.unit
    printed = " ".join(text[figure.number_end : figure.end].split()).replace(" /", "/").replace("/ ", "/")
    return printed if printed.lower().replace(" ", "") == figure.unit.replace(" ", "") else figure.unit
