"""The charts of targets: what they show, and the drawing."""

import re
from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.model import Baseline, Basis, Goal, Indicator, Target
from govplan.report.bullet import bullet_of
from govplan.report.bullet_svg import bullet_svg
from govplan.testing import numbers, targets

JOBS = Indicator("Lao động có việc làm tăng thêm", unit="người", measure="flow")
RATE = Indicator("Tỷ lệ lao động thất nghiệp", unit="%", measure="ratio", polarity="lower")


def drawn(target: Target, **values: object) -> str:
    chart = bullet_of(target, **values)  # type: ignore[arg-type]
    assert chart is not None
    return bullet_svg(chart, "t1")


def place(svg: str, kind: str) -> tuple[float, float]:
    """Return where a rectangle of a kind begins and ends."""
    found = re.search(rf'<rect class="{kind}" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg)
    assert found is not None, kind
    return float(found[1]), float(found[1]) + float(found[2])


@given(target=targets(), actual=st.none() | numbers(), expected=st.none() | st.fractions())
def test_any_target_is_drawn_or_has_only_words(
    target: Target, actual: Decimal | None, expected: Fraction | None
) -> None:
    """A picture that XML readers read, named and described, with everything inside its frame."""
    chart = bullet_of(target, actual=actual, expected=expected)
    assert (chart is None) is (target.goal.basis is Basis.TEXT)
    if chart is None:
        return
    root = ElementTree.fromstring(bullet_svg(chart, "t1"))
    assert root.get("role") == "img"
    assert [root[0].tag, root[1].tag] == ["title", "desc"]
    assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"
    _, _, width, height = map(float, (root.get("viewBox") or "").split())
    for one in root.iter("rect"):
        left, across = float(one.get("x") or ""), float(one.get("width") or "")
        assert left >= 0
        assert left + across <= width
    assert all(0 <= float(one.get("y") or "") < height for one in root.iter("text"))


def test_a_floor_goes_on_to_the_right() -> None:
    """Everything from the goal on is where it is met."""
    svg = drawn(Target("jobs", JOBS, Goal.at_least(16000)), actual=Decimal(8000))
    left, right = place(svg, "zone")
    assert right == place(svg, "track")[1]
    assert place(svg, "bar")[1] < left


def test_a_ceiling_is_met_below() -> None:
    """Under a limit the stretch begins at the left."""
    svg = drawn(Target("jobless", RATE, Goal.below(4)), actual=Decimal("3.5"))
    assert place(svg, "zone")[0] == place(svg, "track")[0]
    assert place(svg, "bar")[1] < place(svg, "zone")[1]


def test_a_reduction_is_drawn_as_the_amount_that_it_is() -> None:
    """3,000 fewer is a bar that grows; in words it stays a reduction."""
    chart = bullet_of(Target("poor", JOBS, Goal.reduce_by(3000)), actual=Decimal(-3100), expected=Fraction(-1500))
    assert chart is not None
    assert (chart.low, chart.actual, chart.expected) == (3000, 3100, 1500)
    assert "giảm 3.000 người; thực hiện: -3.100 người" in chart.words


def test_numbers_of_a_range_stand_together_where_they_are_close() -> None:
    """1.500 and 1.700 would run into one another."""
    svg = drawn(Target("jobs", JOBS, Goal.between(1500, 1700)))
    assert ">1.500 – 1.700</text>" in svg


def test_a_goal_of_nothing_has_an_axis() -> None:
    """No accident at all: there is a line to draw 0 on."""
    for goal in (Goal.exactly(0), Goal.at_most(0), Goal.at_least(0)):
        assert ">0</text>" in drawn(Target("accidents", JOBS, goal), actual=Decimal(0))


def test_the_baseline_is_told() -> None:
    """Where a level starts from is a mark, a number and a word."""
    svg = drawn(Target("jobless", RATE, Goal.reduce_to(3), baseline=Baseline("4.5")), lang="en")
    assert 'class="baseline"' in svg
    assert ">4.5</text>" in svg
    assert "baseline: 4.5%" in svg


@pytest.mark.parametrize("name", ["<script>", '"><img>', "]]>", "&lt;"])
def test_words_are_escaped(name: str) -> None:
    """A name is text, in the title and in the description."""
    svg = drawn(Target("jobs", Indicator(name, unit="người"), Goal.at_least(5)))
    assert ElementTree.fromstring(svg)[0].text == name
