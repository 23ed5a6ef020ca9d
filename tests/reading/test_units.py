"""Units beside numbers."""

import pytest

from govplan.reading.tokens import tokens_of
from govplan.reading.units import meaning_of, unit_at


@pytest.mark.parametrize(
    ("printed", "words", "sort"),
    [
        ("triệu đồng/người/năm và", "triệu đồng/người/năm", "measure"),
        ("% GRDP", "% grdp", "percent"),
        ("điểm phần trăm/năm", "điểm phần trăm/năm", "points"),
        ("phần nghìn", "phần nghìn", "mille"),
        ("lượt khách quốc tế", "lượt khách", "count"),
        ("huyện/thành phố đạt chuẩn", "huyện/thành phố", "count"),
        ("/100.000 ca đẻ sống", "/100.000 ca đẻ sống", "per"),
        ("tuổi", "tuổi", "time"),
        ("chỉ tiêu", "chỉ tiêu", "task"),
        ("nghìn", "nghìn", "scale"),
        ("trở lên", "", ""),
    ],
)
def test_units_end_where_the_name_begins(printed, words, sort):
    """A unit takes its scale and all that it is taken per, and no word of the name behind it."""
    unit = unit_at(tokens_of(printed), 0)
    assert (unit.words, unit.sort) == (words, sort)


@pytest.mark.parametrize("printed", ["/100.000 ca đẻ", "tỷ đồng", "%/năm", "%0", "thuê bao/100 dân", "‰"])
def test_units_can_be_written_to_a_file(printed):
    """What a unit means is read again from what it prints as."""
    unit = meaning_of(printed)
    assert unit is None or meaning_of(str(unit)) == unit


def test_no_unit_means_nothing():
    """Where nothing is printed there is no unit."""
    assert meaning_of("") is None
