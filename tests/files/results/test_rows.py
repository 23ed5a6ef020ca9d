"""Rows of results into observations: what each column means, and what is refused or listed."""

from decimal import Decimal
from pathlib import Path

import pytest

import govplan
from govplan import DatasetError, Observation, Results, load_results
from govplan.model import Mode, Status
from govplan.values import Period, Source

PLAN = govplan.loads("""\
govplan: 1
id: p-2023
title: Chương trình công tác năm 2023
issuer: Sở Lao động - Thương binh và Xã hội
jurisdiction: VN-27
period: 2023
targets:
  - {id: jobs, indicator: {name: {vi: Việc làm mới, en: New jobs}, unit: người, measure: flow}, goal: {at_least: 16000}}
  - {id: fund, indicator: {name: Số tiền huy động, unit: tỷ đồng, measure: flow}, goal: {between: [5, 6]}}
  - {id: rate, indicator: {name: Tỷ lệ thất nghiệp, unit: "%", measure: ratio}, goal: {below: 4}}
  - {id: poor, indicator: {name: Số hộ nghèo, unit: hộ, measure: stock}, goal: {reduce_by: 3000}}
  - {id: accidents, indicator: {name: Tần suất tai nạn}, goal: {reduce_by_percent: 4}}
  - {id: five-years, indicator: {name: Nhà ở xã hội, unit: căn, measure: flow}, goal: {at_least: 9}, horizon: 2021-2025}
  - {id: words, indicator: {name: Cải cách hành chính}, goal: {text: chuyển biến rõ nét}}
""")
YEAR = Period.year(2023)


def results(folder: Path, text: str, name: str = "results.csv") -> Results:
    """Return the results of a table."""
    (folder / name).write_text(text, encoding="utf-8")
    return load_results(folder / name, PLAN)


def problems(folder: Path, text: str, name: str = "results.csv") -> list[str]:
    """Return what is wrong with a table, each behind its line and column."""
    with pytest.raises(DatasetError) as caught:
        results(folder, text, name)
    return [problem.message("en") for problem in caught.value.problems]


def test_a_published_table_is_read_as_it_stands(tmp_path: Path) -> None:
    """Titles above, columns that are counted, groups, marks before names, a planned figure, a judgement."""
    found = results(
        tmp_path,
        "BÁO CÁO KẾT QUẢ NĂM 2023;;;;;;\n"
        ";;;;;;\n"
        "TT;Chỉ tiêu;Đơn vị tính;Kế hoạch;Ước thực hiện;Đánh giá;Ghi chú\n"
        "(1);(2);(3);(4);(5);(6)=(5)/(4);(7)\n"
        "I;Việc làm;;;;;\n"
        "1;- Việc làm mới;người;16.000;16.250;Vượt;\n"
        "2;Tỷ lệ  thất nghiệp;%;Dưới 4;3,5;Đạt;số sơ bộ\n"
        "3;Số tiền huy động;triệu đồng;5.000-6.000;5.500;Đạt;\n"
        "4;Cải cách hành chính;;chuyển biến;;Đạt;\n",
    )
    estimate = Status.ESTIMATE
    assert tuple(found) == (
        Observation("jobs", period=YEAR, value=16250, status=estimate, judgement="Vượt"),
        Observation("rate", period=YEAR, value="3.5", status=estimate, judgement="Đạt"),
        Observation("fund", period=YEAR, value="5.5", status=estimate, judgement="Đạt"),
    )
    assert found.rows == (6, 7, 8)
    assert found.remarks == ()
    [listed] = found.unmatched
    assert (listed.row, listed.name) == (9, "Cải cách hành chính")
    assert listed.reason.en == "no figure yet: the row has no number; add it when there is one"


def test_every_column_of_the_format(tmp_path: Path) -> None:
    """Nothing that a row says is lost."""
    [first, second] = results(
        tmp_path,
        "target,indicator,period,as_of,value,change,relative_change,unit,mode,status,judgement,source,plan,note\n"
        'jobs,New jobs,2023-Q1,,4.5,0.5,12.5,nghìn người,this_period,provisional,Đạt,"Báo cáo số 5, 2023",16000,a\n'
        "rate,,,31/12/2023,3.5,,,,year_to_date,,,https://example.org/bc,,\n",
    )
    assert first == Observation(
        "jobs",
        period=Period.parse("quý I/2023"),
        value=4500,
        change=500,
        relative_change="12.5",
        mode=Mode.THIS_PERIOD,
        status=Status.PROVISIONAL,
        judgement="Đạt",
        source=Source("Báo cáo số 5, 2023"),
    )
    assert second == Observation(
        "rate", as_of=YEAR.end, value="3.5", mode="year_to_date", source=Source(address="https://example.org/bc")
    )


@pytest.mark.parametrize(
    "name", ["jobs", "Việc làm mới", "New jobs", "việc  làm MỚI", "1.2. Việc làm mới", "Trong đó: - Việc làm mới"]
)
def test_a_target_is_found_by_id_or_exact_name(tmp_path: Path, name: str) -> None:
    """In either column, in either language."""
    for heading in ("target", "indicator", "Chỉ tiêu"):
        [one] = results(tmp_path, f"{heading},period,value\n{name},2023,5\n")
        assert one.target == "jobs"


@pytest.mark.parametrize("name", ["Việc làm", "Việc làm mới tăng thêm", "Viec lam moi", "Tỷ lệ thất nghiệp thành thị"])
def test_a_similar_name_is_another_name(tmp_path: Path, name: str) -> None:
    """It is listed, never guessed."""
    found = results(tmp_path, f"indicator,period,value\n{name},2023,5\n")
    assert len(found) == 0
    assert [one.name for one in found.unmatched] == [name]


def test_several_figures_in_a_row_are_several_results(tmp_path: Path) -> None:
    """Each with the time and the status of its heading; the judgement is about the target's own time."""
    found = results(
        tmp_path,
        "Chỉ tiêu;Thực hiện năm 2022;Kế hoạch năm 2023;Ước thực hiện năm 2023;Đánh giá\n"
        "Việc làm mới;15.000;16.000;16.250;Đạt\n"
        "Tỷ lệ thất nghiệp;4,5;Dưới 4;;Chưa có số\n",
    )
    assert tuple(found) == (
        Observation("jobs", period=Period.year(2022), value=15000),
        Observation("jobs", period=YEAR, value=16250, status="estimate", judgement="Đạt"),
        Observation("rate", period=Period.year(2022), value="4.5"),
    )
    assert found.rows == (2, 2, 3)
    [remark] = found.remarks
    assert (remark.row, remark.name, remark.line, remark.column) == (3, "Tỷ lệ thất nghiệp", 3, 31)
    assert (remark.reason.en or "").startswith("judgement of no figure")


def test_the_judgement_goes_with_the_most_settled_figure(tmp_path: Path) -> None:
    """Beside an estimate and a figure that is settled, it is about the latter."""
    found = results(tmp_path, "Chỉ tiêu;Ước thực hiện;Thực hiện;Đánh giá\nViệc làm mới;16.100;16.250;Vượt\n")
    assert [(one.status, one.judgement) for one in found] == [(Status.ESTIMATE, None), (Status.FINAL, "Vượt")]


def test_an_unknown_id_without_a_figure_is_listed(tmp_path: Path) -> None:
    """A slip in an id is told before there is a number."""
    [listed] = results(tmp_path, "target,period,value\njob,2023,\n").unmatched
    assert (listed.name, listed.observation) == ("job", None)
    assert "did you mean jobs?" in (listed.reason.en or "")


def test_a_planned_figure_that_is_not_the_plans_is_remarked(tmp_path: Path) -> None:
    """It is compared and never used; that of another year is another figure."""
    found = results(
        tmp_path,
        "Chỉ tiêu;Đơn vị;Kế hoạch;Kế hoạch năm 2024;Thực hiện\n"
        "Việc làm mới;nghìn người;16,5;17;16,25\n"
        "Số tiền huy động;triệu đồng;5.000 - 6.000;7.000;5.500\n"
        "Tỷ lệ thất nghiệp;%;4,5;3;3,5\n",
    )
    assert len(found) == 3
    assert [(one.row, one.name, one.line, one.column) for one in found.remarks] == [
        (2, "Việc làm mới", 2, 26),
        (4, "Tỷ lệ thất nghiệp", 4, 21),
    ]
    assert "found 16,5, the plan has Việc làm mới: ít nhất 16.000 người" in (found.remarks[0].reason.en or "")


def test_a_result_under_a_change_goal_says_whether_it_is_one(tmp_path: Path) -> None:
    """What is printed, 3.100, may be households left or households fewer: nobody guesses."""
    found = results(tmp_path, "Chỉ tiêu;Kế hoạch;Thực hiện\nSố hộ nghèo;3.000;3.100\n")
    assert len(found) == 0
    assert [one.reason.en for one in found.unmatched] == [
        "level or change: the goal is a change, and the column says neither; put the number into a column change, "
        "relative_change or value, reductions negative"
    ]
    [change] = results(tmp_path, "Chỉ tiêu;Mức thay đổi\nSố hộ nghèo;-3.100\n")
    assert (change.value, change.change) == (None, Decimal(-3100))
    [level] = results(tmp_path, "Chỉ tiêu;Giá trị\nSố hộ nghèo;9.100\n")
    assert (level.value, level.change) == (Decimal(9100), None)
    [relative] = results(tmp_path, "Chỉ tiêu;Tốc độ tăng (%)\nTần suất tai nạn;-4,5\n")
    assert relative.relative_change == Decimal("-4.5")


def test_results_in_words_are_listed_with_them(tmp_path: Path) -> None:
    """A range or "trên" is no number, and a mark for nothing is no 0."""
    found = results(
        tmp_path,
        "Chỉ tiêu;Thực hiện\nViệc làm mới;Trên 16.000\nTỷ lệ thất nghiệp;3-4\nSố tiền huy động;-\n",
    )
    assert len(found) == 0
    assert [(one.row, (one.reason.en or "").split(";")[0]) for one in found.unmatched] == [
        (2, "result that is no single number: found 'Trên 16.000'"),
        (3, "result that is no single number: found '3-4'"),
        (4, "no figure yet: the row has no number"),
    ]


def test_a_table_without_times_is_of_the_targets_year(tmp_path: Path) -> None:
    """Beside a target of several years it must say which."""
    assert problems(tmp_path, "Chỉ tiêu;Thực hiện\nViệc làm mới;5\nNhà ở xã hội;5\n") == [
        "3:1: result without a time: found none, and the target is for 2021-2025; add a column period, or say it in "
        "the heading"
    ]
    [one] = results(tmp_path, "Chỉ tiêu;Thực hiện năm 2022\nNhà ở xã hội;5\n")
    assert one.period == Period.year(2022)
    assert problems(tmp_path, "target,value\njobs,5\n") == [
        "1:1: missing column: found no period; add it, the headings are target, period or as_of, value, and more"
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("jobs,2023,,5,,,hộ", "units that measure different things: found hộ, the target has người; mend the unit"),
        ("rate,2023,,5,,,điểm %", "units that measure different things: found điểm %, the target has %"),
        ("jobs,2023,,5 hộ,,,người", "units that measure different things: found hộ, the target has người"),
        ("accidents,2023,,5,,,vụ", "unit of a target that has none: found vụ"),
        ("jobs,2023,,,,5 người,", "units that measure different things: found người, the target has %"),
        ("jobs,2023,,5,,,7", "not a unit: found '7'"),
        ("jobs,2023,2023-06-30,5,,,", "a result has one time: found both period and as_of"),
        ("jobs,,,5,,,", "a result has one time"),
        ("jobs,,2023-02-30,5,,,", "no such day in the calendar"),
        ("jobs,2023,,68,25,,,", "row of another length: found 8 cells below 7 headings"),
        ("jobs,2023,,5", "row of another length: found 4 cells below 7 headings"),
        (",2023,,5,,,", "result without a target"),
    ],
)
def test_what_a_row_may_not_say(tmp_path: Path, row: str, words: str) -> None:
    """One problem, at its place, with what to do."""
    headings = "target,period,as_of,value,change,relative_change,unit"
    [problem] = problems(tmp_path, f"{headings}\n{row}\n")
    assert problem.startswith("2:")
    assert words in problem


def test_points_are_a_unit_of_changes_of_shares(tmp_path: Path) -> None:
    """A share in percent changes by points, or as reports print it by percent."""
    for unit in ("điểm %", "điểm phần trăm", "%"):
        [one] = results(tmp_path, f"target,period,change,unit\nrate,2023,-0.5,{unit}\n")
        assert one.change == Decimal("-0.5")


def test_units_are_converted_without_rounding(tmp_path: Path) -> None:
    """The unit stands behind the number, in the heading or in its column, the nearest one is meant."""
    for table in (
        "target,period,value,unit\nfund,2023,5500,triệu đồng\n",
        "target,period,value (triệu đồng)\nfund,2023,5500\n",
        "target,period,value\nfund,2023,5500 triệu đồng\n",
        "target,period,value,unit\nfund,2023,5500 triệu đồng,tỷ đồng\n",
    ):
        [one] = results(tmp_path, table)
        assert (one.value, str(one.value)) == (Decimal("5.5"), "5.500")


def test_a_row_that_names_two_targets_is_refused(tmp_path: Path) -> None:
    """An id beside another target's name is a slip in one of them."""
    assert problems(tmp_path, "target,indicator,period,value\njobs,Tỷ lệ thất nghiệp,2023,5\n") == [
        "2:6: two targets in one row: found the id jobs and the name of rate; mend one of them"
    ]


def test_a_status_against_its_heading_is_refused(tmp_path: Path) -> None:
    """A heading speaks for every number below it."""
    table = "Chỉ tiêu;Ước thực hiện;Trạng thái\nViệc làm mới;5;{}\n"
    assert len(results(tmp_path, table.format("ước"))) == 1
    assert problems(tmp_path, table.format("chính thức")) == [
        "2:16: against its column: found another word than the heading's estimate; mend one of them"
    ]


@pytest.mark.parametrize(
    ("headings", "words"),
    [
        ("target,period,value,valeu", "1:21: unknown heading: found 'valeu'; did you mean value?"),
        ("target,period,value,zzzz", "begin its heading with note to leave it out"),
        ("target,period,value,value", "1:21: one heading twice: found 'value' and 'value'"),
        ("target,period,judgement", "1:1: missing column: found no value"),
        ("period,value", "1:1: missing column: found no target"),
        ("Chỉ tiêu,Kỳ,Thực hiện năm 2023", "1:1: two times: found a period in a heading"),
    ],
)
def test_headings_that_cannot_be(tmp_path: Path, headings: str, words: str) -> None:
    """They are told by their place, with the nearest heading there is."""
    [problem] = problems(tmp_path, headings + "\n")
    assert words in problem


def test_a_value_without_a_heading_is_refused(tmp_path: Path) -> None:
    """An empty column is none."""
    assert len(results(tmp_path, "target,period,value,\njobs,2023,5,\n")) == 1
    assert problems(tmp_path, "target,period,value,\njobs,2023,5,6\n") == [
        "2:13: column without a heading: found a value in it; name the column, or empty it"
    ]


def test_one_name_of_several_targets_names_none(tmp_path: Path) -> None:
    """Their ids are told, for the row to say which."""
    twice = govplan.dumps(PLAN).replace("Tỷ lệ thất nghiệp", "Số tiền huy động")
    (tmp_path / "a.csv").write_text("indicator,period,value\nSố tiền huy động,2023,5\n", encoding="utf-8")
    [listed] = load_results(tmp_path / "a.csv", govplan.loads(twice)).unmatched
    assert "several targets with one name: found 'Số tiền huy động' for fund, rate" in (listed.reason.en or "")
    assert "nhiều chỉ tiêu cùng tên" in str(listed.reason)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('"{""documnt"": ""a""}"', "unknown key: found 'documnt'; did you mean document? [/documnt]"),
        ('"{""paragraph"": 0}"', "not an ordinal"),
        ('"{a"', "not JSON"),
        ('"{""document"": ""a"", ""document"": ""b""}"', "twice"),
    ],
)
def test_a_source_that_is_no_mapping_of_one(tmp_path: Path, source: str, words: str) -> None:
    """What begins as a mapping is read as one."""
    [problem] = problems(tmp_path, f"target,period,value,source\njobs,2023,5,{source}\n")
    assert problem.startswith("2:13: ")
    assert words in problem


def test_documents_are_as_strict_as_plan_files(tmp_path: Path) -> None:
    """Unknown keys, plain 3.000, aliases and missing targets, all at once with their pointers."""
    text = """\
govplan: 1
results:
- {target: jobs, period: 2023, value: 3.000}
- {target: jobs, period: 2023, valu: 3}
- x
- {target: rate, period: 2023, value: x, source: {documnt: a}}
- {target: rate, period: 2023, value: *a}
- {period: 2023, value: 1}
- {target: jobs, period: 2023}
"""
    assert [one.partition("; ")[0] + one[one.rindex(" [") :] for one in problems(tmp_path, text, "results.yaml")] == [
        "3:32: ambiguous number: found 3.000 [/results/0/value]",
        "4:32: unknown key: found 'valu' [/results/1/valu]",
        "5:3: mapping expected: found 'x' [/results/2]",
        "6:32: not a plain number: found 'x' [/results/3/value]",
        "6:42: unknown key: found 'documnt' [/results/3/source/documnt]",
        "7:39: not allowed in a plan file: found alias *a [/results/4/value]",
        "8:3: result without a target: found none [/results/5]",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("result: []", "unknown key: found 'result'; did you mean results?"),
        ("govplan: 2\nresults: []", "format version not known: found '2'; this govplan reads 1"),
        ("results: {a: 1}", "list expected: found a mapping of 1 keys"),
        ("results: []\n---\n{}", "a second document"),
        ("x", "list expected: found 'x'"),
    ],
)
def test_documents_of_another_form(tmp_path: Path, text: str, words: str) -> None:
    """The top of a document is a list, or holds one under results."""
    assert words in problems(tmp_path, text, "results.yaml")[0]
