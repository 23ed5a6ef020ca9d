"""Numbers along a line."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from govplan.report.axis import Axis, Label, placed, px

LABELS = st.lists(
    st.builds(Label, st.text("0123456789.,", min_size=1, max_size=40), st.integers(-200, 2600)), max_size=6
)


@given(LABELS)
def test_labels_never_collide_and_are_never_cut(labels: list[Label]) -> None:
    """Between any two there is room, and each lies within the picture."""
    found = placed(labels, 2400)
    spans = sorted((middle - label.width / 2, middle + label.width / 2) for label, middle in found)
    assert all(start >= -1 and end <= 2401 for start, end in spans)
    assert all(one[1] < two[0] for one, two in pairwise(spans))


@given(LABELS)
def test_the_first_that_fits_is_always_there(labels: list[Label]) -> None:
    """What is told first gives way to nothing."""
    fitting = [label for label in labels if label.width < 2400]
    assert [label for label, _ in placed(labels, 2400)][:1] == fitting[:1]


@given(st.fractions(), st.fractions(min_value=Fraction(1, 1000)), st.fractions(0, 1))
def test_an_axis_keeps_order_and_edges(low: Fraction, length: Fraction, share: Fraction) -> None:
    """The low end stands left, the high end right, all else between."""
    axis = Axis(low, low + length, 60, 2340)
    assert (axis.at(low), axis.at(low + length)) == (60, 2340)
    assert 60 <= axis.at(low + share * length) <= 2340


@given(st.integers(-10_000, 10_000))
def test_pixels_are_exact(tenths: int) -> None:
    """A tenth of a pixel is told as such, without a float."""
    assert Fraction(px(tenths)) == Fraction(tenths, 10)
