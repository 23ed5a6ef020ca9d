"""Sums of parts, and names of lists."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.relations import adds_up, listed_names
from govplan.reading.tokens import tokens_of

_AMOUNTS = st.lists(st.decimals(0, 10**6, places=2), min_size=2, max_size=6)


@given(_AMOUNTS)
def test_exact_sums_add_up(amounts):
    """Parts whose sum is the whole exhaust it, in any order."""
    whole = str(sum(amounts, Decimal(0)))
    assert adds_up(whole, [str(amount) for amount in amounts])
    assert adds_up(whole, [str(amount) for amount in reversed(amounts)])


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=6), st.integers(1, 1000))
def test_whole_numbers_must_match(amounts, off):
    """Counts are exact: one household more or less is no partition."""
    assert not adds_up(str(sum(amounts) + off), [str(amount) for amount in amounts])


def test_printed_decimals_may_be_rounded():
    """Half a unit of each printed last digit is what rounding explains, and no more."""
    assert adds_up("100", ["33.3", "33.3", "33.3"])
    assert not adds_up("100", ["33.2", "33.2", "33.2"])
    assert adds_up("8962.72", ["3621.68", "3671.79", "1669.24"])


def test_one_part_is_no_partition():
    """A single part that equals the whole exhausts nothing that is named."""
    assert not adds_up("5", ["5"])


def test_lists_match_by_number():
    """Names pair with as many figures, each with the head that is said once; other numbers pair with none."""
    tokens = tokens_of("tỷ lệ hộ nghèo và hộ cận nghèo")
    names = listed_names(tokens, 2)
    assert names is not None
    assert [" ".join(item.word for item in name) for name in names] == ["tỷ lệ hộ nghèo", "tỷ lệ hộ cận nghèo"]
    assert listed_names(tokens, 3) is None
