"""How parts relate to their whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan.model.target import Relation
from govplan.reading.commitment import Commitment
from govplan.reading.commitments import read_commitments
from govplan.reading.confidence import Confidence
from govplan.reading.sentences import Sentence
from govplan.reading.tokens import tokens_of


def _first(text: str) -> Commitment:
    return read_commitments(text).found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Nuôi 6 nghìn con trâu, trong đó: trâu đực 2.500 con, trâu cái 3.500 con.",
        "Chi đầu tư 1,5 tỷ đồng, gồm: ngân sách huyện 900 triệu đồng, ngân sách xã 600 triệu đồng.",
        "Trồng 0,4 nghìn ha cây ăn quả, trong đó: xoài 150 ha; nhãn 250 ha.",
    ],
)
def test_sums_are_made_in_one_scale(text):
    """Parts in another scale than their whole exhaust it when they add up to it."""
    one = _first(text)
    assert one.relation is Relation.PARTITION
    assert one.question is None


@given(
    st.sampled_from(["gồm", "bao gồm", "chia ra"]),
    st.integers(10, 900),
    st.integers(10, 900),
    st.integers(-1, 1),
)
def test_words_that_exhaust_make_a_partition(word, first, second, off):
    """What the whole "consists of" is a partition whether the figures add up or not; if not, both sums are told."""
    whole = first + second + off
    one = _first(f"Mua {whole} con bò, {word}: bò thịt {first} con, bò sữa {second} con.")
    assert one.relation is Relation.PARTITION
    assert (one.question is None) == (off == 0)
    if one.question is not None:
        assert f"{first + second:,}" in one.question.en
        assert f"{whole:,}" in one.question.en
        assert one.confidence is Confidence.AMBIGUOUS
        assert "subset" in one.alternatives


def test_the_rest_exhausts():
    """After "còn lại" nothing is left, even where the figures leave something."""
    one = _first("Trồng 900 ha rau, trong đó: cải 300 ha, còn lại là cà chua 500 ha.")
    assert one.relation is Relation.PARTITION
    assert one.question is not None


def test_brackets_exhaust():
    """Amounts listed in brackets divide what they follow."""
    assert _first("Trồng 80 ha rừng (rừng mới 50 ha, rừng thay thế 20 ha).").relation is Relation.PARTITION


@pytest.mark.parametrize(
    ("parts", "asks"), [((700, 500), True), ((480, 500), True), ((300, 200), False), ((600, 400), False)]
)
def test_sums_near_the_whole_or_beyond_it_are_asked_about(parts, asks):
    """Parts "among" a whole are in doubt where together they nearly make it, or more than it."""
    one = _first(f"Trồng 1.000 ha cây, trong đó: chè {parts[0]} ha, hồi {parts[1]} ha.")
    assert one.relation is (Relation.PARTITION if sum(parts) == 1000 else Relation.SUBSET)
    assert (one.confidence is Confidence.AMBIGUOUS) == (one.question is not None) == asks


def test_one_part_adds_up_to_nothing():
    """Of a single part nobody says that it does not add up."""
    assert _first("Trồng 700 ha cây, trong đó: chè 100 ha.").remarks == ()


def test_rates_of_groups_do_not_add_up():
    """Shares that each have a denominator of their own are no partition, whatever word lists them."""
    one = _first("Tỷ lệ trẻ đến lớp đạt 90%, gồm: nhà trẻ 40%, mẫu giáo 98%.")
    assert one.relation is Relation.SUBSET


def test_parts_are_named_in_the_unit_of_their_whole():
    """Households among poor households are such, so that the two compare."""
    one = _first("Giảm 900 hộ nghèo, trong đó: vùng cao 500 hộ, vùng thấp 400 hộ.")
    assert [part.printed_unit for part in one.parts] == ["hộ nghèo", "hộ nghèo"]
    assert one.relation is Relation.PARTITION


def test_a_wrong_sum_is_found_by_the_rules():
    """A draft whose parts do not make their whole is reported by the check of its plan."""
    draft = govplan.read_text("Chỉ tiêu năm 2024:\n- Trồng 700 ha cây, gồm: chè 500 ha, hồi 300 ha.\n")
    plan = draft.to_plan(id="cay", title="Kế hoạch", period="2024", issuer="Sở", jurisdiction="VN-01")
    assert "GP201" in [finding.code for finding in govplan.check(plan).findings]


def test_a_share_of_a_count_stands_beside_it():
    """A percentage among things that are counted is a ratio of its own, in no division with the count."""
    count, share = read_commitments("Tuyển 90 công nhân, trong đó nữ chiếm 40%.").found
    assert count.parts == ()
    assert (share.name, str(share.unit)) == ("Tuyển công nhân: tỷ lệ nữ", "%")


def test_what_exhausts_is_known_before_its_lines():
    """A line that ends in "gồm:" says so of the lines below it."""
    one = _first("- Trồng 700 ha cây, gồm:\n  + Chè 500 ha;\n  + Hồi 300 ha.\n")
    assert len(one.parts) == 2
    assert one.relation is Relation.PARTITION


def test_a_reading_begins_without_a_whole():
    """Parts need a whole to belong to."""
    state = Sentence("trong đó")
    state.read(tokens_of("trong đó"))
    assert state.whole is None
