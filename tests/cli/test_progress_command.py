"""`govplan progress`: plans held against their results, for people and for programs."""

import csv
import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan.files import example_path
from govplan.testing import plans

Run = Callable[..., Result]
HUE = str(example_path("thuathienhue_2019"))
YEAR_END = "2019-12-31"


def test_the_table_ends_with_the_line_of_the_report(run: Run) -> None:
    """A real plan with published judgements: the computed line, then the published one, with their denominators."""
    result = run("progress", HUE, "--as-of", YEAR_END, "--lang", "vi")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "Chỉ tiêu kinh tế - xã hội tỉnh Thừa Thiên Huế năm 2019, đến 31/12/2019"
    assert lines[-2:] == ["12/16 đạt và vượt (4 không đạt)", "Theo công bố: 14/16 đạt và vượt (2 không đạt)"]
    differing = [line for line in lines if "(khác)" in line]
    assert len(differing) == 2
    assert all("không đạt" in line and ("7,6" in line or "10,4" in line) for line in differing)


def test_parts_stand_under_their_wholes(run: Run) -> None:
    """The sectors of a growth rate are indented below it, each with its own share of what was asked."""
    lines = run("progress", HUE, "--as-of", YEAR_END, "--lang", "en").stdout.splitlines()
    whole = next(index for index, line in enumerate(lines) if line.startswith(" Gross regional"))
    assert lines[whole + 1].startswith("   ")
    assert "95.7%" in lines[whole]


def test_programs_get_exact_figures(run: Run) -> None:
    """As JSON every figure is an exact quotient, and one that is not defined says why."""
    found = json.loads(run("progress", HUE, "--as-of", YEAR_END, "--format", "json").stdout)
    card = found["scorecard"]
    assert (card["met"] + card["exceeded"], card["unmet"], card["total"]) == (12, 4, 16)
    export = next(one for one in found["targets"] if one["goal"] == {"at_least": "1055"})
    assert export["share"] == {"value": "190/211"}
    limit = next(one for one in found["targets"] if one["goal"] == {"below": "7.6"})
    assert limit["progress"]["value"] is None
    assert limit["progress"]["refusal"]["code"] == "limit"


def test_spreadsheets_get_a_row_a_target(run: Run) -> None:
    """As CSV every target and part is a row under names that stay the same, several plans under one heading."""
    text = run(
        "progress", HUE, str(example_path("quangnam_kinhte_2023")), "--as-of", YEAR_END, "--format", "csv"
    ).stdout
    rows = list(csv.DictReader(StringIO(text)))
    assert {row["plan"] for row in rows} == {
        govplan.load_example(name).id for name in ("thuathienhue_2019", "quangnam_kinhte_2023")
    }
    assert {row["attainment"] for row in rows} <= {"met", "exceeded", "unmet", "not_due", "no_data", "not_assessable"}


def test_nothing_is_known_before_it_began(run: Run) -> None:
    """The day decides: of a year that had not begun there are no results."""
    found = json.loads(run("progress", HUE, "--as-of", "2018-06-30", "--format", "json").stdout)
    assert {(one["attainment"], one["actual"] is None) for one in found["targets"]} == {("not_due", True)}


def test_results_may_lie_anywhere(run: Run, tmp_path: Path, quangnam: str) -> None:
    """--results names a file for a plan whose folder has none."""
    results = tmp_path / "half-year.csv"
    results.write_text("target,period,value,status\njobs-created,2023-H1,9000,provisional\n", encoding="utf-8")
    result = run("progress", quangnam, "--results", str(results), "--as-of", "30/6/2023", "--format", "json")
    jobs = json.loads(result.stdout)["targets"][0]
    assert (jobs["attainment"], jobs["share"]["value"], jobs["actual"]["status"]) == ("not_due", "9/16", "provisional")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--as-of", "tomorrow"), "not a date"),
        (("--as-of", "2023-02-30"), "no such day"),
        (("--as-of", YEAR_END, "--results", "x.csv", HUE), "one file of results for 2 plans"),
        (("--as-of", YEAR_END, "--results", "missing.csv"), "no such file"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(run: Run, arguments: tuple[str, ...], told: str) -> None:
    """Exit status 2 and what is wrong, never a traceback."""
    result = run("progress", HUE, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


def test_the_day_is_always_given(run: Run) -> None:
    """Nothing is judged as of today by chance."""
    result = run("progress", HUE)
    assert result.exit_code == 2
    assert "--as-of" in result.stderr


@given(plan=plans(), day=st.dates(date(2000, 1, 1), date(2035, 12, 31)), form=st.sampled_from(["text", "json", "csv"]))
def test_every_plan_can_be_followed(run: Run, plan: govplan.Plan, day: date, form: str) -> None:
    """Any plan, any day: a table comes out, whatever is in the plan."""
    result = run("progress", "-", "--as-of", day.isoformat(), "--format", form, input=govplan.dumps(plan))
    assert (result.exit_code, result.stderr) == (0, "")
