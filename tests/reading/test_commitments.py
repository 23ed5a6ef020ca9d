"""What stretches of prose commit to."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.reading import remarks
from govplan.reading.commitment import Commitment
from govplan.reading.commitments import read_commitments
from govplan.reading.confidence import Confidence
from govplan.values import Period

_WORDS = (
    "tỷ lệ hộ nghèo", "giảm", "còn", "đạt", "trong đó", "lần lượt", "và", ",", ";", ":", "(", ")", "5%", "1.200 người",
    "30/63", "từ", "đến", "trở lên", "năm 2025", "khoảng", "không còn", "phấn đấu", "đã", "ước", "so với năm 2020",
    "\n", ". Tỷ", "riêng", "còn lại là", "mỗi", "tăng thêm", "0", "cơ cấu", "1 vạn dân", "trên", "lần", "bằng",
)  # fmt: skip
_PROSE = st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join)


def _all(found: tuple[Commitment, ...]) -> list[Commitment]:
    return [one for whole in found for one in (whole, *_all(whole.parts))]


@given(_PROSE | st.text(max_size=120))
def test_spans_lie_in_the_text(text):
    """No text raises; every commitment has a name, and spans that quote the text, the number inside the whole."""
    read = read_commitments(text)
    for one in _all(read.found):
        assert one.name.strip()
        assert 0 <= one.span[0] <= one.number_span[0] < one.number_span[1] <= one.span[1] <= len(text)
        assert one.name_span is None or 0 <= one.name_span[0] <= one.name_span[1] <= len(text)
    for stretch in read.unread:
        assert 0 <= stretch.start < stretch.end <= len(text)


@given(_PROSE)
def test_reading_is_deterministic(text):
    """The same words read twice are the same commitments."""
    assert read_commitments(text) == read_commitments(text)


@given(_PROSE, st.text(alphabet="ab \n", max_size=20))
def test_a_stretch_is_read_where_it_stands(prose, before):
    """Spans count in the whole text, and what stands outside the stretch is not read."""
    alone = read_commitments(prose)
    within = read_commitments(before + prose, len(before))
    assert [one.number_span for one in _all(within.found)] == [
        (start + len(before), end + len(before)) for start, end in [one.number_span for one in _all(alone.found)]
    ]


def test_points_or_percent_is_asked():
    """A share that falls by percent leaves a choice, and the other reading is given."""
    [one] = read_commitments("Tỷ lệ hộ nghèo giảm 1,5%.").found
    assert one.confidence is Confidence.AMBIGUOUS
    assert one.question == remarks.POINTS_QUESTION
    assert "reduce_by_percent: 1.5" in one.alternatives


def test_compositions_are_marked():
    """Shares of 100 % are commitments side by side, each exact and marked."""
    found = read_commitments("Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 35%.").found
    assert len(found) == 3
    assert all(remarks.COMPOSITION in one.remarks and not one.parts for one in found)
    assert [str(one.goal) for one in found] == ["20", "45", "35"]


def test_times_are_kept_as_printed():
    """What is asked in "lần" is a level in times of the baseline, never turned into percent."""
    [one] = read_commitments("Thu nhập người dân tăng 1,8 lần so với năm 2020.").found
    assert (str(one.goal), one.printed_unit, one.confidence) == ("ít nhất 1,8", "lần", Confidence.AMBIGUOUS)


def test_what_a_plan_tells_of_earlier_years_is_no_target():
    """Where the plan's period is known, a bare figure of a year before it is a result."""
    words = "Năm 2019, tỷ lệ đô thị hóa đạt 30%."
    assert len(read_commitments(words).found) == 1
    assert read_commitments(words, period=Period.years(2021, 2025)).found == ()


def test_units_keep_their_capitals():
    """A unit is as it was printed."""
    assert read_commitments("Xuất khẩu đạt 2,5 tỷ USD.").found[0].printed_unit == "tỷ USD"


@pytest.mark.parametrize("unit", ["1", ",", "trong đó ", "(", "5% ", "1 xã, ", "a 1%, trong đó ", "không còn ", "1/"])
def test_reading_takes_linear_time(unit):
    """Twice the hostile text takes about twice the time."""

    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        times = []
        for _ in range(3):
            start = time.perf_counter()
            read_commitments(text)
            times.append(time.perf_counter() - start)
        return min(times)

    assert seconds(24_000) < 5 * seconds(12_000) + 0.05
