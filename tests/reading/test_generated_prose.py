"""Plans printed as prose and read back."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from decimal import Decimal
from unicodedata import category, normalize

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import govplan
from govplan.model import Basis, Direction, Goal, Target
from govplan.reading import Draft
from govplan.reading.cleaning import clean
from govplan.testing import WrittenPlan, written_plans
from govplan.values import Interval, Span

_written = written_plans()
_in_groups = written_plans(min_targets=1, max_targets=2, max_task_groups=10)
_Said = tuple[object, ...]


def _words(name: object) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[\w/-]+", normalize("NFC", str(name)).casefold()))


def _goal(goal: Goal) -> _Said:
    """What is asked for; a direction only where the words say it, for the polarity of a name is a guess."""
    interval = goal.interval
    assert interval is not None
    if goal.basis is Basis.LEVEL and interval.upper == 0:
        return ("zero",)
    one_sided = interval.lower is None or interval.upper is None
    direction = goal.direction.value if one_sided and goal.direction is not Direction.POLARITY else None
    return (goal.basis.value, interval, direction, goal.approximate)


def _said(target: Target) -> _Said:
    """What is said of a target beside its names: when, and how it divides."""
    relation = target.relation and target.relation.value
    return (target.horizon and str(target.horizon), relation, tuple(map(_said, target.parts)))


def _are_named_alike(written: Sequence[Target], read: Sequence[Target], above: str = "cơ cấu kinh tế") -> bool:
    """Are the names those that were written? A part may be named in full, with the name above it in front."""
    return all(
        _is_named(one, other, above) and _are_named_alike(one.parts, other.parts, str(one.indicator.name))
        for one, other in zip(written, read, strict=True)
    )


def _is_named(written: Target, read: Target, above: str) -> bool:
    """Is a name that of another, but for the words of the unit, which some names print in their middle?"""
    unit = {word for each in (written, read) for word in _words(each.indicator.unit or "")} | {"cho"}
    whole, other = _words(written.indicator.name), _words(read.indicator.name)
    kept, found = (tuple(word for word in words if word not in unit) for words in (whole, other))
    in_full = found[len(found) - len(kept) :] == kept and {*found[: -len(kept)]} <= {*_words(above)}
    return other == whole or (bool(kept) and (found == kept or in_full))


def _is_met(written: Target, read: Target) -> bool:
    """Do the goals say the same, bare shares of a whole read as exact or as floors?"""
    if _goal(written.goal) == _goal(read.goal):
        return all(map(_is_met, written.parts, read.parts))
    return written.goal == Goal.exactly(written.goal.lower or 0).toward(written.indicator.direction) and _goal(
        read.goal
    ) in (_goal(Goal.at_least(written.goal.lower or 0)), _goal(Goal.at_most(written.goal.lower or 0)))


def _quote(draft: Draft, span: Span) -> str:
    """Return the words at a span in one line, with the letters that a draft repairs."""
    assert 0 <= span.start < span.end <= len(draft.text)
    quoted = clean(draft.text[span.start : span.end]).text
    return " ".join("".join(" " if category(letter) == "Cc" else letter for letter in quoted).split())


@given(_written)
def test_targets_read_back(written: WrittenPlan) -> None:
    """Names, horizons, relations and parts are those that were written, in their order, and there are no others."""
    read = govplan.read_text(written.text).targets
    assert [_said(target) for target in read] == [_said(target) for target in written.plan.targets]
    assert _are_named_alike(written.plan.targets, read), [str(target.indicator.name) for target in read]


@given(_written)
def test_goals_read_back(written: WrittenPlan) -> None:
    """Every goal asks for what was written: figures, comparators, changes in points, in percent and in units."""
    read = govplan.read_text(written.text).targets
    assert len(read) == len(written.plan.targets)
    for one, other in zip(written.plan.targets, read, strict=True):
        assert _is_met(one, other), (one, other)


@given(_written)
def test_units_read_back(written: WrittenPlan) -> None:
    """A level is read in the unit that it was written in."""
    read = govplan.read_text(written.text).targets
    for one, other in zip(written.plan.targets, read, strict=True):
        if one.goal.basis is Basis.LEVEL and one.indicator.unit is not None:
            assert str(other.indicator.unit) == str(one.indicator.unit)


@given(_in_groups)
def test_task_groups_read_back(written: WrittenPlan) -> None:
    """In every layout there are as many groups, each with its own words and the documents that it cites."""
    draft = govplan.read_text(written.text)
    groups = written.plan.task_groups
    assert [group.ordinal for group in draft.task_groups] == [group.ordinal for group in groups]
    for read, group, printed in zip(draft.task_groups, groups, written.groups, strict=True):
        assert read.source is not None
        assert read.source.span is not None
        quote = _quote(draft, read.source.span)
        assert printed in quote
        assert len(quote) <= len(printed) + len("thứ mười, .")
        assert [each.identity for each in read.legal_references] == [each.identity for each in group.legal_references]


@given(_written)
def test_citations_read_back(written: WrittenPlan) -> None:
    """All documents are found, in their order, and no others; the legal basis is apart."""
    draft = govplan.read_text(written.text)
    assert [each.reference.identity for each in draft.citations] == [each.identity for each in written.cited]
    assert [each.identity for each in draft.legal_basis] == [each.identity for each in written.plan.legal_basis]


@given(_written)
def test_the_head_reads_back(written: WrittenPlan) -> None:
    """When the plan was issued, by whom, for where and for which period, and how many groups it announces."""
    draft, plan = govplan.read_text(written.text), written.plan
    assert (draft.issued, draft.period, draft.jurisdiction) == (plan.issued, plan.period, plan.jurisdiction)
    assert draft.issuer is not None
    assert _words(draft.issuer.name) == _words(plan.issuer.name)
    assert draft.declared == plan.declared
    acts = [None if act is None else (act.number, act.symbol) for act in (draft.document, plan.document)]
    assert acts[0] == acts[1]


@given(_written)
def test_composed_and_decomposed_read_alike(written: WrittenPlan) -> None:
    """The form of the letters changes nothing but where they stand."""
    composed, decomposed = (govplan.read_text(text) for text in (written.text, normalize("NFD", written.text)))
    assert decomposed.targets == _elsewhere(composed.targets, decomposed.targets)
    assert [_said(each) for each in composed.targets] == [_said(each) for each in decomposed.targets]
    assert [each.title for each in composed.task_groups] == [each.title for each in decomposed.task_groups]
    assert (composed.title, composed.issuer, composed.issued) == (
        decomposed.title,
        decomposed.issuer,
        decomposed.issued,
    )


_UNSEEN: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace(" ", " \u200b"),
    lambda text: text.replace("tỷ lệ", "tỉ lệ").replace("Tỷ lệ", "Tỉ lệ"),
    lambda text: text.replace("hóa", "hoá").replace("Hòa", "Hoà").replace("thủy", "thuỷ").replace("Ủy", "Uỷ"),
    lambda text: "\n".join(line + "  " for line in text.split("\n")),
)


@given(_written, st.sampled_from(_UNSEEN))
def test_what_readers_do_not_see_changes_nothing(written: WrittenPlan, changed: Callable[[str], str]) -> None:
    """Spaces that do not break, ends of lines, zero widths, two spellings and two placements of tones read alike."""
    plain, other = govplan.read_text(written.text), govplan.read_text(changed(written.text))
    assert [_spelled(each) for each in plain.targets] == [_spelled(each) for each in other.targets]
    assert [each.ordinal for each in plain.task_groups] == [each.ordinal for each in other.task_groups]
    assert (plain.issued, plain.period, plain.jurisdiction) == (other.issued, other.period, other.jurisdiction)


def _spelled(target: Target) -> _Said:
    name = str(target.indicator.name).casefold().replace("tỉ lệ", "tỷ lệ")
    return (name, _goal(target.goal), _said(target), tuple(map(_spelled, target.parts)))


def _broken(text: str) -> str | None:
    """Return a text broken to fit a page of some width, at which no line ends behind an end mark; None for none.

    Such a line may end its paragraph: nobody can tell, and nothing is promised there.
    """
    for width in range(72, 111):
        pieces = [
            textwrap.wrap(line, width, break_on_hyphens=False, break_long_words=False) for line in text.split("\n")
        ]
        if not any(piece[-1] in ".;:!?…" for line in pieces for piece in line[:-1]):
            return "\n".join("\n".join(line) for line in pieces)
    return None


@given(_written)
def test_wrapped_lines_read_as_paragraphs(written: WrittenPlan) -> None:
    """A text whose lines were broken within its phrases states the same figures and groups."""
    wrapped = _broken(written.text)
    assume(wrapped is not None)
    plain, other = govplan.read_text(written.text), govplan.read_text(wrapped or "")
    assert [part.goal for each in plain.targets for part in each.walk()] == [
        part.goal for each in other.targets for part in each.walk()
    ]
    assert [each.ordinal for each in plain.task_groups] == [each.ordinal for each in other.task_groups]


def _elsewhere(targets: Sequence[Target], others: Sequence[Target]) -> tuple[Target, ...]:
    """Return the targets with the sources of others, for their spans count other letters."""
    moved = []
    for target, other in zip(targets, others, strict=True):
        breakdowns = tuple(
            evolve(one, parts=_elsewhere(one.parts, another.parts))
            for one, another in zip(target.breakdowns, other.breakdowns, strict=True)
        )
        moved.append(evolve(target, source=other.source, breakdowns=breakdowns))
    return tuple(moved)


@given(_written, st.booleans())
def test_every_span_quotes_its_text(written: WrittenPlan, is_decomposed: bool) -> None:
    """What a target states, and every place, note and stretch that was not read, stands in the text where it says."""
    _assert_quoted(govplan.read_text(normalize("NFD", written.text) if is_decomposed else written.text))


def _assert_quoted(draft: Draft) -> None:
    for target in (each for headline in draft.targets for each in headline.walk()):
        assert target.source is not None
        assert target.source.span is not None
        assert target.stated is not None
        assert target.stated.removesuffix("…").strip() in _quote(draft, target.source.span)
    for unread in draft.unread:
        assert draft.text[unread.span.start : unread.span.end] == unread.text
    for citation in draft.citations:
        assert draft.text[citation.span.start : citation.span.end] == citation.text
    spans = [span for _, span in draft.places] + [note.span for note in draft.notes if note.span is not None]
    assert all(_quote(draft, span) for span in spans)


_SCRAPS = (
    "trong đó", "trong đó:", "lần lượt", "còn lại", "đến năm", "giai đoạn 2021-2025", "từ", "trở lên", "dưới", "giảm",
    "còn", "%", "‰", "05", "1.200", "0,8-1%", "30/63", "100.000", ";", ":", ",", ".", "(", ")", "\n", "\n\n", "- ",
    "a) ", "1. ", "Điều 1.", "thứ nhất, ", "nhóm nhiệm vụ", "tỷ lệ hộ nghèo", "tỷ đồng", "người", "không còn", "đạt",
    "Số: 1/KH-UBND", "ngày 31/02/2023", "năm 0", "năm 99999", "9" * 60, "1,2,3", "1.2.3.4", "\u0301", "\u200b",
    "\xa0", "\t", "\r",
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(_SCRAPS), st.text(max_size=8)), max_size=40).map(" ".join))
def test_scraps_of_plans_never_raise(text: str) -> None:
    """Whatever stands in a text, reading gives a draft whose spans quote it."""
    draft = govplan.read_text(text)
    assert draft.text == text
    _assert_quoted(draft)


@given(_written, st.data())
def test_what_is_left_of_a_plan_never_raises(written: WrittenPlan, data: st.DataObject) -> None:
    """A plan that is cut anywhere, or lacks a stretch of its middle, still gives a draft."""
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(written.text))] * 2)))
    for text in (written.text[start:end], written.text[:start] + written.text[end:]):
        _assert_quoted(govplan.read_text(text))


@given(_written)
def test_a_draft_reads_the_same_twice(written: WrittenPlan) -> None:
    """Reading is deterministic."""
    assert govplan.read_text(written.text) == govplan.read_text(written.text)


def test_an_empty_text_gives_an_empty_draft() -> None:
    """Nothing is read where nothing is written."""
    draft = govplan.read_text("")
    assert (draft.targets, draft.task_groups, draft.citations, draft.unread) == ((), (), (), ())


def test_a_written_zero_is_a_zero() -> None:
    """The comparison of goals above takes words for zero alike, whatever the plain key is."""
    assert _goal(Goal.at_most(0)) == _goal(Goal.exactly(0)) != _goal(Goal.exactly(Decimal(1)))
    assert _goal(Goal(Basis.LEVEL, Interval(None, Decimal(1)))) != ("zero",)
