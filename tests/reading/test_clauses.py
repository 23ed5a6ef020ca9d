"""Sentences as clauses of one figure each."""

from govplan.reading.clauses import Clause, clauses_of, segments_of
from govplan.reading.horizons import mark_times
from govplan.reading.numbers import mark_figures
from govplan.reading.tokens import tokens_of


def _clauses(text: str) -> list[Clause]:
    items = mark_figures(mark_times(tokens_of(text)))
    return [clause for segment in segments_of(items) for clause in clauses_of(segment)[0]]


def _shape(text: str) -> list[tuple[str, str, str]]:
    """Return the words before each figure, its number, and how it joins."""
    return [
        (" ".join(text[item.start : item.end] for item in clause.before), clause.figure.low, clause.link)
        for clause in _clauses(text)
    ]


def test_a_name_may_hold_commas():
    """The comma of a list within a name parts no clauses; the one before a new name does."""
    assert _shape("nông, lâm nghiệp đạt 5%, công nghiệp, xây dựng đạt 6%") == [
        ("nông , lâm nghiệp đạt".replace("nghiệp", "nghiệp"), "5", ""),
        ("công nghiệp , xây dựng đạt", "6", ","),
    ]


def test_semicolons_in_brackets_part_nothing():
    """A list in brackets belongs to the figure before them."""
    [clause] = _clauses("trồng 900 ha cây (lúa 500 ha; ngô 400 ha)")
    assert clause.figure.low == "900"
    assert len(clause.brackets) == 1


def test_unmatched_brackets_are_left_out():
    """A bracket that is never closed hides nothing."""
    assert [low for _, low, _ in _shape("(a đạt 5%, b đạt 6%")] == ["5", "6"]
    assert [low for _, low, _ in _shape("a đạt 5%), b đạt 6%")] == ["5", "6"]


def test_parts_are_announced():
    """What follows "trong đó" is linked as parts, with a colon or without."""
    assert [link for _, _, link in _shape("a 9 xã, trong đó b 5 xã, c 4 xã")] == ["", "parts", ","]
    assert [link for _, _, link in _shape("a 9 xã, trong đó: b 5 xã")] == ["", "parts"]
    assert [link for _, _, link in _shape("a giảm 2%, riêng b giảm 3%")] == ["", "group"]


def test_headers_stand_over_clauses():
    """A colon before words heads the clauses after it; one before a figure parts it from its name."""
    [first, second] = _clauses("hồ sơ xử lý qua mạng: cấp tỉnh đạt 90%, cấp xã 70%")
    assert [item.word for item in first.header] == ["hồ", "sơ", "xử", "lý", "qua", "mạng"]
    assert second.header == first.header
    [plain] = _clauses("số trường đạt chuẩn: 4 trường")
    assert plain.header == []


def test_numbers_of_names_are_told_from_values():
    """Of two numbers without a break one is the value: the share, the one that is reached, the one that leads."""
    assert [low for _, low, _ in _shape("tỷ lệ trẻ được tiêm đủ 8 loại vắc xin đạt 98%")] == ["98"]
    assert [low for _, low, _ in _shape("60% học sinh học 2 buổi/ngày")] == ["60"]
    assert [low for _, low, _ in _shape("không còn xã dưới 10 tiêu chí")] == ["0"]
    assert [low for _, low, _ in _shape("thành lập 12 tổ tại doanh nghiệp có từ 25 lao động trở lên")] == ["12"]


def test_baselines_are_taken_out():
    """In "từ 50% năm 2020 lên 65%" the first number is where it starts from."""
    [clause] = _clauses("tỷ lệ đô thị hóa tăng từ 50% năm 2020 lên 65%")
    assert clause.figure.low == "65"
    assert clause.baseline is not None
    assert clause.baseline.low == "50"
    assert clause.baseline_time is not None
