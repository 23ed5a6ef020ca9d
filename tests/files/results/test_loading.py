"""Results of a plan from files of every kind; what the rows say is tested with `rows`."""

import pickle
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan import DatasetError, Observation, Results, load_results
from govplan.errors import UnknownFormatError
from govplan.files import Unmatched, dump_results, results_file
from govplan.files.results.folder import RESULTS_FILES
from govplan.testing import observations
from govplan.values import Period

PLAN = govplan.load_example("quangnam_2023")
IDS = [target.id for target in PLAN.walk()]
TABLE = """\
target,period,as_of,value,status,judgement
vocational-enrolment,2023,,24800,,Vượt
unemployment-rate,,2023-12-31,3.45,estimate,
"""
SAME = """\
results:
  - {target: vocational-enrolment, period: 2023, value: 24800, judgement: Vượt}
  - {target: unemployment-rate, as_of: 2023-12-31, value: 3.45, status: estimate}
"""
LISTED = """\
[{"target": "vocational-enrolment", "period": "2023", "value": 24800, "judgement": "Vượt"},
 {"target": "unemployment-rate", "as_of": "2023-12-31", "value": "3.45", "status": "estimate"}]
"""
RESULTS = (
    Observation("vocational-enrolment", period=Period.year(2023), value=24800, judgement="Vượt"),
    Observation("unemployment-rate", as_of=Period.year(2023).end, value="3.45", status="estimate"),
)


@pytest.mark.parametrize(
    ("name", "text", "rows", "places"),
    [
        ("results.csv", TABLE, (2, 3), ((2, 1), (3, 1))),
        ("results.yaml", SAME, (1, 2), ((2, 5), (3, 5))),
        ("results.yml", SAME.removeprefix("results:\n"), (1, 2), ((1, 5), (2, 5))),
        ("results.json", LISTED, (1, 2), ((1, 2), (2, 2))),
    ],
)
def test_one_set_of_results_from_every_format(
    tmp_path: Path, name: str, text: str, rows: tuple[int, ...], places: tuple[tuple[int, int], ...]
) -> None:
    """By file and by folder, with the row and the place of each."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    for path in (file, str(file), tmp_path):
        found = load_results(path, PLAN)
        assert tuple(found) == RESULTS
        assert (found.rows, found.places, found.origin) == (rows, places, str(file))
        assert (found.unmatched, found.remarks) == ((), ())
    assert results_file(tmp_path) == file


def test_results_are_a_sequence() -> None:
    """They are counted, indexed, cut, compared and kept as any tuple of observations."""
    found = Results(RESULTS)
    assert isinstance(found, Sequence)
    assert (len(found), found[1], found[:1], list(found)) == (2, RESULTS[1], RESULTS[:1], list(RESULTS))
    assert RESULTS[0] in found
    assert not Results()
    assert pickle.loads(pickle.dumps(found)) == found == Results(list(RESULTS))
    assert hash(found) == hash(Results(RESULTS))


def test_results_are_taken_by_assessing_functions_as_they_are(tmp_path: Path) -> None:
    """Whoever takes observations takes results."""
    (tmp_path / "results.csv").write_text(TABLE, encoding="utf-8")
    report = govplan.check(PLAN, observations=load_results(tmp_path, PLAN))
    assert dict(zip(report.rules, report.counts, strict=True))["GP501"] == 2


def test_the_first_of_several_files_holds_the_results(tmp_path: Path) -> None:
    """results.csv goes before results.yaml, and so on; a folder of that name is none."""
    assert results_file(tmp_path) is None
    for name in reversed(RESULTS_FILES):
        (tmp_path / name).write_text("", encoding="utf-8")
        assert results_file(tmp_path) == tmp_path / name
    (tmp_path / "results.csv").unlink()
    (tmp_path / "results.csv").mkdir()
    assert results_file(tmp_path) == tmp_path / "results.yaml"
    assert results_file(tmp_path / "results.yaml") is None
    assert results_file("\0") is None


def test_a_folder_without_results_says_so(tmp_path: Path) -> None:
    """The names that a file of results may have are told."""
    with pytest.raises(
        DatasetError, match=r"folder without results: found none of results.csv, results.yaml"
    ) as caught:
        load_results(tmp_path, PLAN)
    assert "thư mục không có kết quả" in caught.value.message("vi")


@pytest.mark.parametrize(
    ("name", "words"), [("none.csv", "no such file"), ("none.txt", "no such file"), ("\0.csv", "file cannot be read")]
)
def test_a_file_that_is_not_there(tmp_path: Path, name: str, words: str) -> None:
    """It is told before anything is said of its kind."""
    with pytest.raises(DatasetError, match=words):
        load_results(tmp_path / name, PLAN)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    """With the kinds that there are."""
    file = tmp_path / "results.xls"
    file.write_text("x", encoding="utf-8")
    with pytest.raises(UnknownFormatError, match=r"found 'results.xls'; results end in .csv, .xlsx, .yaml, .yml or"):
        load_results(file, PLAN)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"", "no results: found nothing in the file"),
        ("a.csv", b"\n\n", "no results: found nothing in the file"),
        ("a.csv", b",,\n;;\n", "no headings: found none that results have"),
        ("a.csv", b"a,b\n1,2\n", "no headings: found none that results have"),
        ("a.csv", "target,value".encode("utf-16"), "wrong encoding: found UTF-16"),
        ("a.csv", b"target,value\n\xff", ":2:1: wrong encoding: found the byte 0xff"),
        ("a.yaml", b"", "no results: found nothing in the file"),
        ("a.json", b"{", "not JSON"),
    ],
)
def test_files_without_results(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    """What cannot be read at all is one problem."""
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(DatasetError) as caught:
        load_results(file, PLAN)
    [problem] = caught.value.problems
    assert words in str(caught.value)
    assert problem.message("vi") != problem.message("en")


def test_headings_alone_are_no_results_and_no_fault(tmp_path: Path) -> None:
    """A table that waits for its first row; a byte order mark is none of its words."""
    (tmp_path / "a.csv").write_text("\ufefftarget,period,value\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text("results: []\n", encoding="utf-8")
    assert len(load_results(tmp_path / "a.csv", PLAN)) == len(load_results(tmp_path / "a.yaml", PLAN)) == 0


def test_all_problems_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Each with line and column, in both languages."""
    file = tmp_path / "results.csv"
    file.write_text(
        "target,period,as_of,value,status,unit\n"
        "vocational-enrolment,20x3,,5..6,fnal,\n"
        "vocational-enrolment,,,5,,\n"
        ",2023,,5,,\n"
        "unemployment-rate,2023,,3.000,,\n"
        "unemployment-rate,2023,,4,,người\n",
        encoding="utf-8",
    )
    with pytest.raises(DatasetError) as caught:
        load_results(file, PLAN)
    found = [(one.line, one.column, one.en.split(":")[0]) for one in caught.value.problems]
    assert found == [
        (2, 22, "not a period"),
        (2, 28, "not a plain number"),
        (2, 33, "unknown word"),
        (3, 1, "a result has one time"),
        (4, 1, "result without a target"),
        (5, 25, "ambiguous number"),
        (6, 25, "units that measure different things"),
    ]
    assert str(caught.value).startswith(f"{file}:2:22: not a period: found '20x3'")
    assert f"{file}:5:25: số không rõ nghĩa: gặp 3.000" in caught.value.message("vi")


def test_there_is_an_end_to_problems(tmp_path: Path) -> None:
    """After two hundred one more says that there are others."""
    file = tmp_path / "results.csv"
    file.write_text("target,period,value\n" + "vocational-enrolment,2023,x\n" * 500, encoding="utf-8")
    with pytest.raises(DatasetError) as caught:
        load_results(file, PLAN)
    assert len(caught.value.problems) == 201
    assert "too many problems" in caught.value.problems[-1].message("en")


def test_a_row_without_a_target_of_the_plan_is_listed(tmp_path: Path) -> None:
    """It is neither lost nor taken for another; with an id it says what it says all the same."""
    file = tmp_path / "results.csv"
    file.write_text("target,period,value\nvocational-enrollment,2023,5\nTuyển sinh,2023,6\n", encoding="utf-8")
    found = load_results(file, PLAN)
    assert len(found) == 0
    first, second = found.unmatched
    assert isinstance(first, Unmatched)
    assert (first.row, first.name, first.line, first.column) == (2, "vocational-enrollment", 2, 1)
    assert "did you mean vocational-enrolment?" in (first.reason.en or "")
    assert first.observation == Observation("vocational-enrollment", period=Period.year(2023), value=5)
    assert (second.row, second.name, second.observation) == (3, "Tuyển sinh", None)
    assert "không có chỉ tiêu này trong kế hoạch" in str(second.reason)


@given(
    results=st.lists(observations(of=st.sampled_from(IDS)), max_size=5),
    name=st.sampled_from(("results.csv", "results.yaml", "results.json")),
)
def test_reading_twice_gives_the_same(
    tmp_path_factory: pytest.TempPathFactory, results: list[Observation], name: str
) -> None:
    """Results depend on the file and the plan, and on nothing else."""
    file = tmp_path_factory.mktemp("results") / name
    dump_results(results, file)
    found = load_results(file, PLAN)
    assert found == load_results(file, PLAN)
    assert len(found) == len(found.rows) == len(found.places) == len(results)


@given(content=st.binary(max_size=200), kind=st.sampled_from((".csv", ".yaml", ".json", ".xlsx")))
def test_no_content_crashes(tmp_path_factory: pytest.TempPathFactory, content: bytes, kind: str) -> None:
    """Whatever a file holds, it has results or is told to have none."""
    file = tmp_path_factory.mktemp("results") / f"results{kind}"
    file.write_bytes(content)
    try:
        found: Sequence[object] = load_results(file, PLAN)
    except DatasetError as error:
        found = error.problems
        assert found
    assert len(found) < 300


def test_a_number_is_in_the_unit_of_the_plan(tmp_path: Path) -> None:
    """24,8 nghìn người is 24.800 người, to the last digit."""
    file = tmp_path / "results.csv"
    file.write_text("Chỉ tiêu;Đơn vị;Thực hiện\nTuyển sinh giáo dục nghề nghiệp;nghìn người;24,8\n", encoding="utf-8")
    [one] = load_results(file, PLAN)
    assert (one.value, str(one.value), str(one.period)) == (Decimal(24800), "24800", "2023")
