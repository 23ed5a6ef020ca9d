"""What the public strategies promise to those who test with them."""

import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module
from typing import Any

import attrs
import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

import govplan.testing
from govplan.errors import InvalidLegalReferenceError, InvalidNumberError, InvalidTextError, MissingExtraError
from govplan.legal import Citation, Deviation, DocumentType, LegalReference, Pin
from govplan.legal.tables import bodies, document_types, type_by_code
from govplan.model import (
    Baseline,
    Basis,
    Breakdown,
    Code,
    Declared,
    Denominator,
    Direction,
    Goal,
    Indicator,
    Measure,
    Milestone,
    Mode,
    Observation,
    Organization,
    Plan,
    Polarity,
    Relation,
    Status,
    Suppression,
    Target,
    Task,
    TaskGroup,
)
from govplan.reading import Draft, Note
from govplan.testing.circumstances import shipped_jurisdictions
from govplan.testing.wording import NOT_PRINTED
from govplan.values import Interval, Jurisdiction, Level, Period, Quantity, Source, Span, Text, Unit
from govplan.values.number import number_of
from govplan.values.text import identifier, line

KINDS: dict[str, type] = {
    "baselines": Baseline,
    "breakdowns": Breakdown,
    "citations": Citation,
    "codes": Code,
    "days": date,
    "declared": Declared,
    "document_types": DocumentType,
    "drafts": Draft,
    "goals": Goal,
    "identifiers": str,
    "indicators": Indicator,
    "intervals": Interval,
    "jurisdictions": Jurisdiction,
    "legal_references": LegalReference,
    "lines": str,
    "milestones": Milestone,
    "notes": Note,
    "numbers": Decimal,
    "observations": Observation,
    "organizations": Organization,
    "periods": Period,
    "pins": Pin,
    "plans": Plan,
    "quantities": Quantity,
    "sources": Source,
    "spans": Span,
    "suppressions": Suppression,
    "targets": Target,
    "task_groups": TaskGroup,
    "tasks": Task,
    "texts": Text,
    "units": Unit,
}
# These are drawn for a target or a plan that is given; `test_followed` looks at them.
FOR_SOMETHING_GIVEN = {"results_of", "series"}
# Prose and the plan that it was printed from have promises of their own, in test_written_plans.
TESTED_ELSEWHERE = {"WrittenPlan", "written_plans"}


def _strategy(name: str, **wanted: Any) -> st.SearchStrategy[Any]:
    build: Callable[..., st.SearchStrategy[Any]] = getattr(govplan.testing, name)
    return build(**wanted)


def _comes(name: str, condition: Callable[[Any], object]) -> bool:
    """Does a strategy come upon a value of which the condition holds?"""
    return any(condition(value) for batch in range(12) for value in _drawn(name, batch))


@cache
def _drawn(name: str, batch: int) -> list[Any]:
    """Draw values the way tests do; the next batch only where the ones before have not what is looked for."""
    found: list[Any] = []

    @seed(batch)
    @settings(max_examples=400, phases=[Phase.generate], database=None)
    @given(_strategy(name))
    def keep(value: Any) -> None:
        found.append(value)

    keep()
    return found


def test_every_strategy_is_in_the_table_above() -> None:
    """What the package offers is what these tests look at."""
    assert sorted({*KINDS, *FOR_SOMETHING_GIVEN, *TESTED_ELSEWHERE}) == sorted(govplan.testing.__all__)


def test_without_hypothesis_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who installed govplan alone reads, in both languages, what to type."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "govplan.testing")
    with pytest.raises(MissingExtraError, match=r"pip install govplan\[testing\]") as caught:
        import_module("govplan.testing")
    assert "pip install govplan[testing]" in caught.value.message("vi")


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS)
@given(data=st.data())
def test_values_are_what_the_class_accepts(name: str, kind: type, data: st.DataObject) -> None:
    """Every value drawn is of its class, and its constructor takes all its fields again and changes none."""
    value = data.draw(_strategy(name))
    assert isinstance(value, kind)
    if attrs.has(kind):
        taken = {each.alias: getattr(value, each.name) for each in attrs.fields(kind) if each.init}
        assert kind(**taken) == value


@pytest.mark.parametrize("name", KINDS)
@given(data=st.data())
def test_values_have_a_short_hash_and_a_text(name: str, data: st.DataObject) -> None:
    """Every value can be a key and can be printed, which is what tests do with them first."""
    value = data.draw(_strategy(name))
    assert hash(value) == hash(value)
    assert isinstance(str(value), str)


@pytest.mark.parametrize("name", KINDS)
def test_strategies_print_without_their_tables(name: str) -> None:
    """When a test fails, what its strategy is drawn from is shown far short of where Hypothesis warns of the length."""
    strategy = _strategy(name)
    assert _comes(name, lambda value: value is not None)
    assert len(repr(strategy)) < 5000


@given(govplan.testing.numbers())
def test_numbers_are_legal(number: Decimal) -> None:
    """Every number is one that constructors take as it is."""
    assert number_of(number).as_tuple() == number.as_tuple()


@pytest.mark.parametrize(
    "condition",
    [
        lambda number: number == 0,
        lambda number: number < 0,
        lambda number: number > 10**29,
        lambda number: 0 < abs(number) < Decimal("1E-25"),
        lambda number: len(number.as_tuple().digits) > 50,
        lambda number: number.as_tuple().exponent > 0,
        lambda number: number.as_tuple().exponent < -60,
        lambda number: number == number.to_integral_value() and number.as_tuple().exponent == -2,
    ],
)
def test_numbers_reach_every_corner(condition: Callable[[Any], bool]) -> None:
    """Nothing, negative, huge, tiny and long numbers come, and decimals that are zeros."""
    assert _comes("numbers", condition)


@given(
    st.data(),
    st.integers(-(10**6), 10**6),
    st.integers(0, 10**6),
    st.integers(7, 60),
    st.integers(0, 40),
)
def test_numbers_stay_where_they_were_asked_to(
    data: st.DataObject, low: int, width: int, max_digits: int, max_decimals: int
) -> None:
    """Bounds, digits and decimals that were asked for are kept."""
    number = data.draw(
        govplan.testing.numbers(min_value=low, max_value=low + width, max_digits=max_digits, max_decimals=max_decimals)
    )
    assert low <= number <= low + width
    assert len(number.as_tuple().digits) <= max_digits
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    assert -max_decimals <= exponent <= 0


def test_numbers_that_do_not_exist_are_refused_at_once() -> None:
    """A strategy that could draw nothing says so where it is built."""
    with pytest.raises(InvalidNumberError, match=r"no such number: found 0\.1 to 0\.2, 60 digits, 0 decimals"):
        govplan.testing.numbers(min_value="0.1", max_value="0.2", max_decimals=0)


@given(
    govplan.testing.lines(max_size=8), govplan.testing.identifiers(max_size=3), govplan.testing.identifiers(max_size=1)
)
def test_lines_and_ids_are_legal(text: str, id: str, letter: str) -> None:
    """Text is kept as it is by its converter, and ids no longer than was asked."""
    assert line(text) == text
    assert identifier(id) == id
    assert len(id) <= 3
    assert len(letter) == 1


def test_only_what_no_document_prints_is_left_out_of_texts() -> None:
    """Of every character of the first plane: either text with it is legal, or no strategy draws it."""
    refused = {code for code in range(0x10000) if not _is_legal(chr(code))}
    assert refused == {*NOT_PRINTED, *range(0xD800, 0xE000)}


def _is_legal(letter: str) -> bool:
    try:
        return bool(line(f"a{letter}"))
    except InvalidTextError:
        return False


@given(govplan.testing.units(printed=True))
def test_printed_units_are_read_back(unit: Unit) -> None:
    """These are the units that plan files can hold."""
    assert Unit.parse(unit.symbol) == unit


@given(st.sampled_from(["VND", "person", "percent", "square metre", "xã"]), st.data())
def test_units_of_a_dimension_measure_it(dimension: str, data: st.DataObject) -> None:
    """Whatever their scale, they may be added; a noun is a dimension of its own."""
    assert data.draw(govplan.testing.units(dimension=dimension)).dimension == dimension


@pytest.mark.parametrize(
    "condition",
    [
        lambda interval: interval.is_point,
        lambda interval: interval.lower is None and interval.upper_open,
        lambda interval: interval.upper is None and interval.lower_open,
        lambda interval: interval.lower_open and interval.upper_open,
        lambda interval: None not in (interval.lower, interval.upper) and not interval.is_point,
    ],
)
def test_every_form_of_interval_comes(condition: Callable[[Any], bool]) -> None:
    """One bound and two, open and closed, and points."""
    assert _comes("intervals", condition)


@given(st.data(), st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 3000))
def test_days_and_periods_stay_where_they_were_asked_to(data: st.DataObject, first: date, length: int) -> None:
    """Whatever period is given, those drawn lie within it; days keep to both ends."""
    last = date.fromordinal(first.toordinal() + length)
    frame = Period(first, last)
    assert frame.covers(data.draw(govplan.testing.periods(within=frame)))
    assert frame.holds(data.draw(govplan.testing.days(first=first, last=last)))


@pytest.mark.parametrize("form", ["quý", "tháng 1", "tháng đầu năm", "tháng cuối năm", "-", "20", "/"])
def test_every_form_of_period_comes(form: str) -> None:
    """Years and runs of them, quarters, months, first and last months, day ranges."""
    assert _comes("periods", lambda period: form in str(period))


@given(st.data(), govplan.testing.days())
def test_jurisdictions_are_in_force_when_asked(data: st.DataObject, day: date) -> None:
    """On the day that was asked for, both rows of the table and units written in place."""
    for shipped in (None, True, False):
        assert data.draw(govplan.testing.jurisdictions(day=day, shipped=shipped)).is_in_force(day)


def test_all_rows_of_the_table_come_and_others_too() -> None:
    """The strategy draws from the shipped table itself, and beside it units that are not there."""
    rows = set(shipped_jurisdictions())
    assert len(rows) == 104
    assert _comes("jurisdictions", rows.__contains__)
    assert _comes("jurisdictions", lambda unit: unit not in rows and unit.level is Level.COMMUNE)


@given(st.data(), st.sampled_from([None, True, False]), st.sampled_from([None, True, False]))
def test_references_are_as_asked(data: st.DataObject, dated: bool | None, well_formed: bool | None) -> None:
    """With or without date, well formed or damaged; each reads back from its own text."""
    reference = data.draw(govplan.testing.legal_references(dated=dated, well_formed=well_formed))
    assert dated is None or (reference.date is not None) == dated
    assert well_formed is None or reference.well_formed == well_formed
    assert LegalReference.parse(reference.text) == reference


@given(st.data(), st.sampled_from(Deviation))
def test_references_are_damaged_as_asked(data: st.DataObject, deviation: Deviation) -> None:
    """In that one way and no other."""
    assert data.draw(govplan.testing.legal_references(deviation=deviation)).deviations == (deviation,)


@given(govplan.testing.legal_references(numbered=False), govplan.testing.legal_references(numbered=True))
def test_references_have_a_number_or_a_name(named: LegalReference, numbered: LegalReference) -> None:
    """A law known by name has no number, date or symbol."""
    assert (named.number, named.symbol, named.date, named.pin) == (None, None, None, None)
    assert named.title is not None
    assert numbered.number is not None


@pytest.mark.parametrize("wanted", [{"dated": True}, {"well_formed": False}, {"deviation": Deviation.COLON}])
def test_a_name_alone_cannot_be_dated_or_damaged(wanted: dict[str, Any]) -> None:
    """What contradicts itself is refused where it is asked for."""
    with pytest.raises(InvalidLegalReferenceError, match="a name alone has neither date nor symbol"):
        govplan.testing.legal_references(numbered=False, **wanted)


@pytest.mark.parametrize(
    "wanted",
    [
        {"deviation": Deviation.DAY_IMPOSSIBLE, "dated": True},
        {"deviation": Deviation.YEAR_SHORTENED, "dated": False},
        {"deviation": Deviation.COLON, "well_formed": True},
    ],
)
def test_damage_that_contradicts_what_else_is_asked_is_refused(wanted: dict[str, Any]) -> None:
    """A date that no calendar has is none, and what is damaged is not well formed."""
    with pytest.raises(InvalidLegalReferenceError, match="no such reference: found"):
        govplan.testing.legal_references(**wanted)


@given(st.data(), st.dates(date(1996, 1, 1), date(2030, 12, 31)))
def test_sound_references_are_dated_in_their_own_year(data: st.DataObject, latest: date) -> None:
    """Where they have a number they are well formed, dated no later than asked, in the year that it says."""
    reference = data.draw(govplan.testing.legal_references(sound=True, latest=latest))
    assert reference.well_formed
    if reference.number is not None:
        assert reference.date is not None
        assert reference.date <= latest
        assert reference.year in (None, reference.date.year)


@pytest.mark.parametrize("kind", document_types(), ids=str)
def test_every_type_of_document_comes(kind: DocumentType) -> None:
    """No row of the table of types is left out."""
    assert _comes("document_types", kind.__eq__)
    assert _comes("legal_references", lambda reference: reference.type == kind)


@pytest.mark.parametrize(
    "condition",
    [
        lambda reference: reference.symbol in ("QH13", "UBTVQH13"),
        lambda reference: reference.is_party,
        lambda reference: reference.pin is not None and any(place.point for place in reference.pin),
        lambda reference: reference.pin is not None and len(reference.pin.places) > 1,
        lambda reference: reference.pin is not None and reference.pin.places[0].annex is not None,
        lambda reference: reference.symbol is not None and reference.symbol.startswith("TTLT-"),
        lambda reference: reference.symbol == "TT-LB",
        lambda reference: reference.type == type_by_code("CV") and reference.well_formed,
        lambda reference: reference.type == type_by_code("Sắc lệnh") and reference.symbol is None,
        lambda reference: reference.symbol is not None and reference.symbol.partition("/")[0] in bodies(),
        lambda reference: reference.year is not None and reference.type is not None,
        lambda reference: reference.symbol in bodies(),
        lambda reference: reference.number is not None and reference.number.endswith("a"),
        lambda reference: reference.issuer is not None and reference.issuer.endswith("Hòa Tiến"),
        lambda reference: not reference.well_formed and reference.year is not None,
    ],
)
def test_every_family_of_documents_comes(condition: Callable[[Any], bool]) -> None:
    """Assembly, Party, joint and old forms, letters, pins and lists of them, years, places, damaged symbols."""
    assert _comes("legal_references", condition)


@given(govplan.testing.citations())
def test_citations_are_quotes(citation: Citation) -> None:
    """A citation covers what it says, and what it says is a reference."""
    assert citation.span.end - citation.span.start == len(citation.text)
    assert LegalReference.parse(citation.text) == citation.reference


@pytest.mark.parametrize(
    "condition",
    [
        lambda citation: citation.kind == "full" and citation.alias is None,
        lambda citation: citation.kind == "named",
        lambda citation: citation.kind == "short" and citation.reference.number is None,
        lambda citation: citation.kind == "short" and citation.reference.number is not None,
        lambda citation: len(citation.nested) == 2,
        lambda citation: citation.alias is not None,
    ],
)
def test_every_kind_of_citation_comes(condition: Callable[[Any], bool]) -> None:
    """Full, named and short ones, laws with others in their titles, documents that get a short name."""
    assert _comes("citations", condition)


@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("direction", Direction)
def test_goals_of_every_basis_and_direction_come(basis: Basis, direction: Direction) -> None:
    """Each direction comes on each basis, but words, which have none."""
    wanted = Direction.NONE if basis is Basis.TEXT else direction
    assert _comes("goals", lambda goal: goal.basis is basis and goal.direction is wanted)


@given(st.sampled_from(Basis), st.data())
def test_goals_are_of_the_basis_asked_for(basis: Basis, data: st.DataObject) -> None:
    """Who asks for changes gets changes."""
    assert data.draw(govplan.testing.goals(basis=basis)).basis is basis


@pytest.mark.parametrize(
    "condition",
    [
        lambda goal: goal.approximate and goal.tolerance is None,
        lambda goal: goal.tolerance is not None and goal.tolerance > 0,
        lambda goal: goal.basis is Basis.CHANGE and goal.direction is Direction.UP and goal.lower < 0,
        lambda goal: goal.basis is Basis.RELATIVE_CHANGE and goal.interval.upper_open,
        lambda goal: goal.direction is Direction.UP and goal.upper is not None,
    ],
)
def test_goals_that_only_general_forms_hold_come(condition: Callable[[Any], bool]) -> None:
    """Approximate ones, with and without tolerance, and those that sums make."""
    assert _comes("goals", condition)


@given(govplan.testing.goals(values=st.just(Decimal(7))), govplan.testing.milestones(values=st.just(Decimal(7))))
def test_bounds_are_drawn_from_what_was_given(goal: Goal, milestone: Milestone) -> None:
    """Who needs sums that stay within the bounds gives the numbers."""
    for each in (goal, milestone.goal):
        assert {each.lower, each.upper} <= {None, Decimal(7)}


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        *[("indicators", lambda each, wanted=wanted: each.measure is wanted) for wanted in (None, *Measure)],
        *[("indicators", lambda each, wanted=wanted: each.polarity is wanted) for wanted in (None, *Polarity)],
        ("indicators", lambda each: len(each.codes) == 2),
        ("indicators", lambda each: each.unit is None and each.id is not None),
        *[("breakdowns", lambda each, wanted=wanted: each.relation is wanted) for wanted in Relation],
        *[("breakdowns", lambda each, wanted=wanted: each.denominator is wanted) for wanted in Denominator],
        ("milestones", lambda each: each.by is None),
        ("milestones", lambda each: each.during is None),
        ("observations", lambda each: None not in (each.value, each.change, each.relative_change)),
        *[("observations", lambda each, wanted=wanted: each.status is wanted) for wanted in Status],
        *[("observations", lambda each, wanted=wanted: each.mode is wanted) for wanted in Mode],
        ("declared", lambda each: each == Declared()),
        ("sources", lambda each: each == Source()),
        ("targets", lambda each: len(each.breakdowns) == 2),
        ("targets", lambda each: len(each.milestones) == 2),
        ("targets", lambda each: each.horizon is not None and each.baseline is not None),
        ("task_groups", lambda each: each.tasks and each.targets and each.legal_references),
        ("plans", lambda each: each.issued is None and each.document is not None),
        ("plans", lambda each: len({target.id for target in each.targets}) < len(each.targets)),
        ("plans", lambda each: any(target.indicator in each.indicators for target in each.walk())),
    ],
)
def test_every_kind_of_value_comes(name: str, condition: Callable[[Any], bool]) -> None:
    """Each member of each choice, empty values, full ones, and plans that no rule would let pass."""
    assert _comes(name, condition)


@given(govplan.testing.targets(max_depth=1))
def test_depth_one_is_without_parts(target: Target) -> None:
    """The depth counts the outermost target."""
    assert target.breakdowns == ()


@given(govplan.testing.targets(max_depth=99, max_parts=1))
def test_depth_never_goes_beyond_what_targets_accept(target: Target) -> None:
    """However much is asked for, targets stay within the bound of their class."""
    assert all(len(each.parts) <= 2 for each in target.walk())


@given(govplan.testing.observations(of=st.just("jobs"), values=st.just(Decimal(1))))
def test_observations_are_of_the_targets_given(observation: Observation) -> None:
    """Results that belong to a plan are drawn by giving its ids."""
    assert observation.target == "jobs"
    assert {observation.value, observation.change, observation.relative_change} <= {None, Decimal(1)}


@given(govplan.testing.plans(max_targets=0, max_task_groups=0))
def test_sizes_may_be_nothing(plan: Plan) -> None:
    """A plan without targets and groups is a plan."""
    assert (plan.targets, plan.task_groups) == ((), ())
