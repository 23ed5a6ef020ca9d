"""Targets made of the commitments that were read, with their notes; *not* here: reading prose (`commitments`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from govplan.model import Breakdown, Goal, Indicator, Relation, Target
from govplan.reading.cleaning import Clean
from govplan.reading.commitment import Commitment, Commitments
from govplan.reading.confidence import Confidence
from govplan.reading.draft import Note, Unread
from govplan.reading.identifiers import Identifiers
from govplan.reading.target_stretches import Stretch
from govplan.values import Period, Source, Span, Text, Unit

__all__ = ["TargetDesk"]

_STATED = 200
_SENTENCE = re.compile(r"[.;…](?=\s|\Z)")
# A figure with what it counts; days, years and numbers of documents count nothing.
_FIGURE = re.compile(
    r"(?<![\w.,/-])(?<!ngày )(?<!tháng )(?<!năm )(?<!số )(?<!điều )(?<!khoản )(?<!quý )(?<!mục )(?<!thứ )(?<!khóa )"
    r"(?<!đoạn )[0-9][0-9.,/]{0,20}\s{0,2}(?:[%‰]|[^\W\d_])",
    re.IGNORECASE,
)
_RESTATEMENTS = 20


@frozen
class TargetDesk:
    """Where commitments become targets: the text that they were read from, the plan's period, the ids in use.

    `targets`, `notes`, `unread` and `places` grow with each stretch that is taken in.
    """

    clean: Clean
    given: str
    text: str
    period: Period | None
    identifiers: Identifiers = field(factory=Identifiers)
    targets: list[Target] = field(factory=list)
    notes: list[Note] = field(factory=list)
    unread: list[Unread] = field(factory=list)
    places: list[tuple[str, Span]] = field(factory=list)
    _paragraphs: list[int] = field(factory=list)
    _said: dict[tuple[Goal, Unit | None], list[int]] = field(factory=dict)

    def take(self, read: Commitments, stretch: Stretch) -> None:
        """Make targets of what was read in a stretch, or say that it was left alone, where it is work to be done."""
        for commitment in read.found:
            if stretch.in_task:
                self._leave(*commitment.span, _IN_TASK)
                continue
            if self._is_over(commitment):
                self._leave(*commitment.span, _OVER)
                continue
            same = self._stated_before(commitment, stretch)
            if same is not None:
                self._restated(same, commitment)
                continue
            pointer = f"/targets/{len(self.targets)}"
            self.targets.append(self._target(commitment, stretch, pointer, ""))
            self._paragraphs.append(stretch.start)
        if not stretch.in_task:
            for start, end, reason in read.unread:
                self._leave(start, end, reason)

    def leave_figures(self, text: str, stretch: Stretch, reason: Text) -> None:
        """Say of each sentence of a stretch that holds a figure that it was left alone; `text` is without citations."""
        reached = stretch.start
        while reached < stretch.end:
            sentence = _SENTENCE.search(text, reached, stretch.end)
            end = sentence.end() if sentence is not None else stretch.end
            figure = _FIGURE.search(text, reached, end)
            if figure is not None:
                words = text[reached:end]
                self._leave(reached + len(words) - len(words.lstrip()), reached + len(words.rstrip(" \n;.")), reason)
            reached = end

    def _is_over(self, commitment: Commitment) -> bool:
        """Does the figure speak of years before the plan's?"""
        horizon = commitment.horizon
        return horizon is not None and self.period is not None and horizon.end < self.period.start

    def _target(self, commitment: Commitment, stretch: Stretch, pointer: str, whole: str) -> Target:
        span = self.clean.span(*commitment.span)
        self.places.append((pointer, span))
        self._note(commitment, pointer, span)
        # A part is mostly called by its whole and what is its own; its id says what is its own.
        made = self.identifiers.make(commitment.name.removeprefix(whole) or commitment.name)
        parts = tuple(
            self._target(part, stretch, f"{pointer}/breakdowns/0/parts/{place}", commitment.name)
            for place, part in enumerate(commitment.parts)
        )
        relation = commitment.relation or Relation.SUBSET
        horizon = commitment.horizon or stretch.horizon
        return Target(
            id=made,
            indicator=Indicator(
                Text(_one_line(commitment.name)),
                unit=commitment.unit,
                measure=commitment.measure,
                polarity=commitment.polarity,
            ),
            goal=commitment.goal,
            horizon=horizon if horizon != self.period else None,
            baseline=commitment.baseline,
            breakdowns=(Breakdown(relation, parts, denominator=commitment.denominator),) if parts else (),
            milestones=commitment.milestones,
            stated=_one_line(self.text[slice(*commitment.span)]),
            source=Source(paragraph=stretch.line, span=span),
        )

    def _note(self, commitment: Commitment, pointer: str, span: Span) -> None:
        if commitment.remarks or commitment.question is not None or commitment.confidence is Confidence.AMBIGUOUS:
            text = _joined(commitment.remarks) or commitment.question or _UNSURE
            note = Note(
                f"{pointer}/goal", commitment.confidence, span, text, commitment.question, commitment.alternatives
            )
        elif commitment.confidence is Confidence.LIKELY:
            note = Note(f"{pointer}/indicator", Confidence.LIKELY, span, _GUESSED, None, commitment.alternatives)
        else:
            return
        self.notes.append(note)

    def _stated_before(self, commitment: Commitment, stretch: Stretch) -> int | None:
        """Return the target of an earlier paragraph that says the same of the same thing."""
        words = _words(commitment.name)
        places = self._said.setdefault((commitment.goal, commitment.unit), [])
        for place in places[:_RESTATEMENTS]:
            if self._paragraphs[place] != stretch.start and words == _words(str(self.targets[place].indicator.name)):
                return place
        places.append(len(self.targets))
        return None

    def _restated(self, place: int, commitment: Commitment) -> None:
        span = self.clean.span(*commitment.span)
        self.notes.append(Note(f"/targets/{place}", Confidence.LIKELY, span, _RESTATED))

    def _leave(self, start: int, end: int, reason: Text) -> None:
        span = self.clean.span(start, end)
        self.unread.append(Unread(span, span.of(self.given), reason))


_IN_TASK = Text(
    "Con số nằm trong nhóm nhiệm vụ và câu văn không gọi đó là chỉ tiêu; hãy thêm vào targets nếu đúng là chỉ tiêu.",
    "The figure stands within a group of tasks, and its sentence calls it no target; add it to targets if it is one.",
)
_OVER = Text("Con số nói về thời gian trước kỳ kế hoạch.", "The figure speaks of a time before the plan's period.")
_RESTATED = Text(
    "Văn bản nhắc lại chỉ tiêu này ở chỗ khác; chỉ ghi một lần.",
    "The text states this target again elsewhere; it is recorded once.",
)
_GUESSED = Text(
    "Loại số đo và chiều tốt lên được đoán từ lời văn.", "The kind of measure and the better direction are guesses."
)
_UNSURE = Text("Lời văn có thể hiểu theo cách khác.", "The words can be understood in another way.")


def _joined(remarks: Sequence[Text]) -> Text | None:
    if not remarks:
        return None
    return Text(" ".join(one.in_language("vi") for one in remarks), " ".join(one.in_language("en") for one in remarks))


def _one_line(words: str) -> str:
    line = " ".join(words.split()) or "…"
    if len(line) <= _STATED:
        return line
    cut = line.rfind(" ", 0, _STATED)
    return line[: cut if cut > 0 else _STATED]


def _words(name: str) -> frozenset[str]:
    return frozenset(_without_marks(name.casefold().split()))


def _without_marks(words: Iterable[str]) -> Iterable[str]:
    return (word.strip(".,;:()") for word in words)
