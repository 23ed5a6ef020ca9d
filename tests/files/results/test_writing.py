"""Results written as tables and documents."""

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

import govplan
from govplan import Observation, dump_results, load_results
from govplan.errors import SaveError, UnknownFormatError
from govplan.files.results.csv_text import read_csv
from govplan.model import Plan
from govplan.testing import observations, plans
from govplan.values import Period, Source
from govplan.values.number import plain

PLAN = govplan.load_example("quangnam_2023")
IDS = [target.id for target in PLAN.walk()]
ONE = Observation(IDS[0], period=Period.year(2023), value="16250.50")
NAMES = ("results.csv", "results.yaml", "results.yml", "results.json", "RESULTS.CSV")


def digits(one: Observation) -> list[str | None]:
    """Return the numbers of a result as they are written."""
    return [None if number is None else plain(number) for number in (one.value, one.change, one.relative_change)]


@given(results=st.lists(observations(of=st.sampled_from(IDS)), max_size=5), name=st.sampled_from(NAMES))
@example([evolve(ONE, judgement="=1+1", source=Source(document="{"))], "results.csv")
@example([evolve(ONE, judgement=" Đạt\n", source=Source())], "results.csv")
@example([evolve(ONE, judgement="''-1", source=Source(document="https://example.org"))], "results.csv")
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, results: list[Observation], name: str
) -> None:
    """Every result, with every digit, every mark and its source, in each format."""
    file = tmp_path_factory.mktemp("results") / name
    dump_results(results, file)
    found = load_results(file, PLAN)
    assert list(found) == results
    assert list(map(digits, found)) == list(map(digits, results))
    assert not found.unmatched


@given(plan=plans(max_targets=2), data=st.data())
def test_results_of_any_plan_are_read_back(
    tmp_path_factory: pytest.TempPathFactory, plan: Plan, data: st.DataObject
) -> None:
    """Whatever its indicators are called and measured in: results name targets by id and are in the plan's units."""
    ids = [target.id for target in plan.walk()] or ["none"]
    results = data.draw(st.lists(observations(of=st.sampled_from(ids)), max_size=3))
    file = tmp_path_factory.mktemp("results") / "results.csv"
    dump_results(results, file)
    found = load_results(file, plan)
    assert [*found, *(one.observation for one in found.unmatched)] == results


@given(st.lists(observations(of=st.sampled_from(IDS)), max_size=5))
def test_no_cell_begins_a_formula(tmp_path_factory: pytest.TempPathFactory, results: list[Observation]) -> None:
    """A spreadsheet program that opens the table computes nothing; a minus begins numbers alone."""
    file = tmp_path_factory.mktemp("results") / "results.csv"
    dump_results(results, file)
    for row in read_csv(file.read_text(encoding="utf-8")).rows:
        for cell in row.cells:
            is_number = cell.value.removeprefix("-").replace(".", "", 1).isdecimal()
            assert is_number or cell.value.lstrip()[:1] not in tuple("=+-@＝＋－＠")


@given(st.lists(observations(of=st.sampled_from(IDS)), max_size=4), st.sampled_from(NAMES))
def test_the_same_results_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, results: list[Observation], name: str
) -> None:
    """And results that were read are written as they were."""
    folder = tmp_path_factory.mktemp("results")
    dump_results(results, folder / name)
    dump_results(load_results(folder / name, PLAN), folder / f"again-{name}")
    assert (folder / name).read_bytes() == (folder / f"again-{name}").read_bytes()


def test_columns_that_nobody_needs_are_left_out(tmp_path: Path) -> None:
    """What is always asked for is always there."""
    day = Observation(IDS[1], as_of=date(2023, 6, 30), value="3.000", status="estimate")
    dump_results([ONE, day], tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == (
        f"target,period,as_of,value,status\n{IDS[0]},2023,,16250.50,\n{IDS[1]},,2023-06-30,03.000,estimate\n"
    )
    dump_results([], tmp_path / "b.csv")
    assert (tmp_path / "b.csv").read_text(encoding="utf-8") == "target,period,as_of,value\n"


def test_words_with_any_separator_stand_in_quotation_marks(tmp_path: Path) -> None:
    """Also where another program takes the semicolon for one."""
    dump_results([evolve(ONE, judgement='Đạt; "vượt"')], tmp_path / "a.csv")
    assert '"Đạt; ""vượt"""' in (tmp_path / "a.csv").read_text(encoding="utf-8")


def test_a_file_of_another_kind_is_not_written(tmp_path: Path) -> None:
    """Nothing is left behind."""
    with pytest.raises(UnknownFormatError, match=r"found 'a.xlsx'; results are written as .csv, .yaml, .yml or .json"):
        dump_results([ONE], tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    """Results are written whole or not at all."""
    with pytest.raises(SaveError, match="file cannot be written"):
        dump_results([ONE], tmp_path / "no" / "a.csv")
