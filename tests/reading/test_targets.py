"""Targets made of commitments."""

from govplan import Confidence, Goal, Period, Text, Unit
from govplan.model import Relation
from govplan.reading.cleaning import clean
from govplan.reading.commitment import Commitment, Commitments, UnreadStretch
from govplan.reading.target_stretches import Stretch
from govplan.reading.targets import TargetDesk

TEXT = "Tạo việc làm cho 900 người, trong đó nữ 400 người; tạo việc làm cho 900 người."
WHOLE = Stretch(0, len(TEXT), 3)


def commitment(name: str, value: int, start: int, end: int, **more: object) -> Commitment:
    return Commitment(
        name, None, Goal.at_least(value), Unit.parse("người"), "người", (start, end), (start, end), **more
    )


def desk(period: Period | None = None) -> TargetDesk:
    return TargetDesk(clean(TEXT), TEXT, TEXT, period)


def test_a_target_says_where_it_was_read() -> None:
    """In words, by line and by span."""
    taken = desk()
    taken.take(Commitments((commitment("Tạo việc làm", 900, 0, 26),)), WHOLE)
    target = taken.targets[0]
    assert (target.id, target.stated) == ("tao-viec-lam", "Tạo việc làm cho 900 người")
    assert target.source is not None
    assert target.source.paragraph == 3
    assert target.source.span is not None
    assert target.source.span.of(TEXT) == target.stated
    assert taken.places == [("/targets/0", target.source.span)]


def test_parts_stand_in_a_breakdown_with_ids_of_what_is_their_own() -> None:
    """A part that is called by its whole does not repeat it in its id."""
    part = commitment("Tạo việc làm: nữ", 400, 37, 50)
    taken = desk()
    taken.take(Commitments((commitment("Tạo việc làm", 900, 0, 26, parts=(part,), relation=Relation.SUBSET),)), WHOLE)
    assert taken.targets[0].relation is Relation.SUBSET
    assert [one.id for one in taken.targets[0].walk()] == ["tao-viec-lam", "nu"]
    assert [pointer for pointer, _ in taken.places] == ["/targets/0", "/targets/0/breakdowns/0/parts/0"]


def test_horizons_are_the_words_own_then_the_headings_then_the_plans() -> None:
    """What is the plan's is left out."""
    taken = desk(Period.years(2021, 2025))
    below = Stretch(0, 26, 1, Period.year(2024))
    own = commitment("A", 1, 0, 26, horizon=Period.year(2023))
    taken.take(Commitments((own, commitment("B", 2, 0, 26))), below)
    taken.take(Commitments((commitment("C", 3, 0, 26, horizon=Period.years(2021, 2025)),)), Stretch(0, 26, 2))
    assert [target.horizon and str(target.horizon) for target in taken.targets] == ["2023", "2024", None]


def test_what_is_over_before_the_plan_begins_is_no_target() -> None:
    """It is listed as not read."""
    taken = desk(Period.year(2024))
    taken.take(Commitments((commitment("A", 1, 0, 26, horizon=Period.year(2022)),)), WHOLE)
    assert taken.targets == []
    assert [one.text for one in taken.unread] == [TEXT[:26]]


def test_the_same_figure_of_the_same_thing_is_one_target_across_paragraphs() -> None:
    """Within one paragraph two figures are two targets."""
    one, two = commitment("Tạo việc làm", 900, 0, 26), commitment("Số việc làm tạo ra", 900, 51, 77)
    again = commitment("tạo việc làm", 900, 51, 77)
    taken = desk()
    taken.take(Commitments((one, again)), WHOLE)
    taken.take(Commitments((again, two)), Stretch(51, 77, 4))
    assert [str(target.indicator) for target in taken.targets] == ["Tạo việc làm", "tạo việc làm", "Số việc làm tạo ra"]
    assert [note.about for note in taken.notes] == ["/targets/0"]


def test_figures_of_tasks_are_left_to_a_person() -> None:
    """With the reason; so is what the commitments' reader did not understand."""
    taken = desk()
    taken.take(Commitments((commitment("A", 1, 0, 26),)), Stretch(0, 26, 1, in_task=True))
    taken.take(Commitments((), (UnreadStretch(37, 50, Text("Không rõ", "Not clear")),)), WHOLE)
    assert taken.targets == []
    assert [(one.text, bool(one.reason.en)) for one in taken.unread] == [(TEXT[:26], True), (TEXT[37:50], True)]


def test_doubts_become_notes_beside_the_target() -> None:
    """Remarks and questions stay with the goal; a guess of the measure stays with the indicator."""
    asked = commitment(
        "A", 1, 0, 26, confidence=Confidence.AMBIGUOUS, remarks=(Text("Một", "One"), Text("Hai", "Two")),
        question=Text("Đúng không?"), alternatives=("exactly: 1",),
    )  # fmt: skip
    taken = desk()
    taken.take(
        Commitments((asked, commitment("B", 2, 0, 26, confidence=Confidence.LIKELY), commitment("C", 3, 0, 26))), WHOLE
    )
    assert [note.about for note in taken.notes] == ["/targets/0/goal", "/targets/1/indicator"]
    assert taken.notes[0].text == Text("Một Hai", "One Two")
    assert taken.notes[0].alternatives == ("exactly: 1",)


def test_long_words_are_cut_at_a_word() -> None:
    """A plan file quotes a few words, not a paragraph."""
    text = "tạo việc làm cho người lao động " * 20
    taken = TargetDesk(clean(text), text, text, None)
    taken.take(Commitments((commitment("Tạo việc làm", 1, 0, len(text)),)), Stretch(0, len(text), 1))
    assert taken.targets[0].stated is not None
    assert len(taken.targets[0].stated) <= 200
    assert text.startswith(taken.targets[0].stated + " ")
