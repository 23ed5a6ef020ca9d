"""What passes from clause to clause."""

from govplan.model.target import Denominator, Relation
from govplan.reading.commitments import read_commitments


def test_parts_that_add_up_are_a_partition():
    """What follows "trong đó" is a partition when it sums to the whole, over commas, semicolons and brackets."""
    for words in (
        "Tuyển sinh 24.000 người, trong đó: cao đẳng: 4.000 người; sơ cấp và đào tạo dưới 3 tháng: 20.000 người.",
        "Tuyển sinh 24.000 người (trong đó: cao đẳng 4.000 người, sơ cấp 20.000 người).",
        "Tuyển sinh 24.000 người (cao đẳng 4.000; sơ cấp 20.000).",
        "Tuyển sinh 24.000 người. Trong đó, cao đẳng 4.000 người, còn lại là sơ cấp 20.000 người.",
    ):
        [whole] = read_commitments(words).found
        assert (whole.relation, len(whole.parts)) == (Relation.PARTITION, 2), words


def test_other_parts_are_subsets():
    """One part, or parts that do not sum to the whole, only lie within it."""
    [whole] = read_commitments("Diện tích nuôi tôm 280.000 ha, trong đó tôm càng xanh 20.000 ha.").found
    assert whole.relation is Relation.SUBSET
    [whole] = read_commitments("Đào tạo 900 người, trong đó huyện A 500 người, huyện B 300 người.").found
    assert whole.relation is Relation.SUBSET


def test_parts_end_where_another_indicator_begins():
    """A clause in another unit, or with an indicator's own head, is no part."""
    found = read_commitments("Có 80 xã đạt chuẩn, trong đó 30 xã nâng cao; tỷ lệ hộ nghèo giảm 2%.").found
    assert [len(one.parts) for one in found] == [1, 0]


def test_rates_of_subgroups_have_denominators_of_their_own():
    """How fast a part grows or falls is bounded by no rate of the whole."""
    [whole] = read_commitments("Tỷ lệ hộ nghèo giảm 1%/năm, riêng các huyện nghèo giảm 3%/năm.").found
    assert (whole.relation, whole.denominator) == (Relation.SUBSET, Denominator.OWN)


def test_a_baseline_in_brackets_is_kept():
    """The level of an earlier year is where the target starts from."""
    [one] = read_commitments("Đến năm 2025, tỷ lệ hộ nghèo còn 3% (năm 2022: 5,2%).").found
    assert one.baseline is not None
    assert (str(one.baseline.value), str(one.baseline.period)) == ("5.2", "2022")


def test_brackets_may_hold_a_target():
    """What is named in brackets and promised is a target beside the one before them."""
    found = read_commitments("Tỷ lệ hộ dùng nước sạch trên 90% (hợp vệ sinh đạt 100%).").found
    assert len(found) == 2
