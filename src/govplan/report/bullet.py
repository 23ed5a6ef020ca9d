"""What the chart of a target shows, and says to who cannot see it; *not* here: the drawing (`bullet_svg`)."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from govplan.errors import Lang
from govplan.model import Basis, Direction, Target
from govplan.model.wording import goal_in_words
from govplan.report.figures import Number, amount
from govplan.values.conversion import optional_instance_of

__all__ = ["Bullet", "bullet_of"]

_WORDS = {
    "goal": ("mức đề ra: {}", "goal: {}"),
    "actual": ("thực hiện: {}", "result: {}"),
    "baseline": ("giá trị gốc: {}", "baseline: {}"),
    "expected": ("dự kiến đến ngày báo cáo: {}", "expected by the day of the report: {}"),
}


@frozen
class Bullet:
    """What a bullet chart shows (biểu đồ viên đạn), all in one unit: after Stephen Few's design of 2006.

    The goal is the stretch from `low` to `high`, endless where one is missing; `actual` the bar, `baseline` and
    `expected` marks. `words` is what the picture says to who cannot see it.
    """

    title: str
    words: str
    low: Decimal | None = field(default=None, validator=optional_instance_of(Decimal))
    high: Decimal | None = field(default=None, validator=optional_instance_of(Decimal))
    goes_on: Direction = Direction.NONE
    actual: Number | None = None
    baseline: Number | None = None
    expected: Number | None = None
    lang: Lang = "vi"


def bullet_of(
    target: Target, *, actual: Number | None = None, expected: Number | None = None, lang: Lang = "vi"
) -> Bullet | None:
    """Return the chart of a target, None for a goal in words.

    Reductions are drawn as the amounts that they are: a goal of 3,000 fewer is a bar that grows to 3,000.

    Args:
        target: whose goal is drawn.
        actual: what was reached, on the goal's own basis.
        expected: where it should be by now, on the same basis.
        lang: the language of the words.

    >>> from govplan.model import Goal, Indicator
    >>> poor = Indicator("Số hộ nghèo", unit="hộ", measure="stock")
    >>> chart = bullet_of(Target("poor", poor, Goal.reduce_by(3000)), actual=Decimal(-3100), lang="en")
    >>> chart.words, chart.low, chart.actual
    ('goal: reduce by 3,000 hộ; result: -3,100 hộ', Decimal('3000'), Decimal('3100'))
    """
    goal, interval = target.goal, target.goal.interval
    if interval is None:
        return None
    baseline = target.baseline.value if target.baseline is not None and goal.basis is Basis.LEVEL else None
    words = _in_words(target, actual, baseline, expected, lang)
    is_reduction = goal.basis is not Basis.LEVEL and goal.upper is not None and goal.upper <= 0
    if is_reduction:
        interval = -interval
        actual, expected = _turned(actual), _turned(expected)
    return Bullet(
        title=target.indicator.name.in_language(lang),
        words=words,
        low=interval.lower,
        high=interval.upper,
        goes_on=Direction.UP if is_reduction else goal.direction,
        actual=actual,
        baseline=baseline,
        expected=expected,
        lang=lang,
    )


def _turned(number: Number | None) -> Number | None:
    return number.copy_negate() if isinstance(number, Decimal) else None if number is None else -number


def _in_words(
    target: Target, actual: Number | None, baseline: Number | None, expected: Number | None, lang: Lang
) -> str:
    goal, unit = target.goal, target.indicator.unit
    is_change, is_relative = goal.basis is Basis.CHANGE, goal.basis is Basis.RELATIVE_CHANGE
    said = [_word("goal", lang).format(goal_in_words(goal, lang, unit))]
    for key, number in (("actual", actual), ("baseline", baseline), ("expected", expected)):
        if number is not None:
            printed = amount(number, unit, lang, is_change=is_change, is_relative=is_relative)
            said.append(_word(key, lang).format(printed))
    return "; ".join(said)


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]
