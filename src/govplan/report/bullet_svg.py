"""The chart of a target as SVG; *not* here: what it shows (`bullet`), and its colours (the page's style)."""

from __future__ import annotations

from fractions import Fraction

from govplan.markup import escaped
from govplan.model import Direction
from govplan.report.axis import Axis, Label, placed, px
from govplan.report.bullet import Bullet
from govplan.report.figures import Number, number

__all__ = ["bullet_svg"]

_WIDTH, _HEIGHT, _EDGE = 240, 46, 6
_LEFT, _RIGHT = 10 * _EDGE, 10 * (_WIDTH - _EDGE)
_TRACK_TOP, _TRACK, _BAR_TOP, _BAR = 6, 18, 11, 8
_LABELS = 42
# A name that is a paragraph is read out in full beside the chart.
_LONGEST = 200


def bullet_svg(bullet: Bullet, name: str) -> str:
    """Return the chart as SVG for a page of HTML: an image with a title and a description, without script or style.

    Its classes (track, zone, goal, bar, baseline, expected) get their colours from the page. Numbers stand below it
    where there is room: those of the goal first.

    Args:
        bullet: what is drawn.
        name: begins the ids of title and description, so it must be its own on the page.

    >>> from decimal import Decimal
    >>> svg = bullet_svg(Bullet("Việc làm", "16.000", low=Decimal(16000), actual=Decimal(8000)), "t1")
    >>> svg.count("<rect"), 'aria-labelledby="t1-title t1-desc"' in svg, ">16.000</text>" in svg
    (3, True, True)
    """
    axis = _axis_of(bullet)
    left = _LEFT if bullet.low is None else axis.at(Fraction(bullet.low))
    right = _RIGHT if bullet.high is None else axis.at(Fraction(bullet.high))
    # Beyond a bound in the goal's direction is as good as on it.
    if bullet.goes_on is Direction.UP:
        right = _RIGHT
    elif bullet.goes_on is Direction.DOWN:
        left = _LEFT
    title = bullet.title if len(bullet.title) <= _LONGEST else f"{bullet.title[:_LONGEST]}…"
    parts = [
        f'<svg class="bullet" role="img" aria-labelledby="{name}-title {name}-desc" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<title id="{name}-title">{escaped(title)}</title><desc id="{name}-desc">{escaped(bullet.words)}</desc>',
        _rect("track", _LEFT, _RIGHT, _TRACK_TOP, _TRACK),
        _rect("zone", left, right, _TRACK_TOP, _TRACK),
    ]
    zero = axis.at(Fraction(0))
    if bullet.actual is not None:
        reached = axis.at(Fraction(bullet.actual))
        parts.append(_rect("bar", min(zero, reached), max(zero, reached), _BAR_TOP, _BAR))
    bounds = [bound for bound in (bullet.low, bullet.high) if bound is not None]
    parts += [_mark("goal", axis.at(Fraction(bound)), 2, 28) for bound in dict.fromkeys(bounds)]
    if bullet.baseline is not None:
        parts.append(_mark("baseline", axis.at(Fraction(bullet.baseline)), 4, 26))
    if bullet.expected is not None:
        parts.append(_pointer("expected", axis.at(Fraction(bullet.expected))))
    parts += [
        f'<text class="{label.kind}" x="{px(middle)}" y="{_LABELS}">{label.words}</text>'
        for label, middle in placed(_labels(bullet, axis, zero), 10 * _WIDTH)
    ]
    return "".join([*parts, "</svg>"])


def _axis_of(bullet: Bullet) -> Axis:
    numbers = [bullet.low, bullet.high, bullet.actual, bullet.baseline, bullet.expected]
    known = [Fraction(one) for one in numbers if one is not None]
    low, high = min([Fraction(0), *known]), max([Fraction(0), *known])
    # A goal that is open on one side needs room to show that it goes on.
    room = (high - low) / 8 or Fraction(1)
    goes_up = bullet.high is None or bullet.goes_on is Direction.UP
    goes_down = bullet.low is None or bullet.goes_on is Direction.DOWN
    left = low - room if low < 0 or (goes_down and high == 0) else low
    right = high + room if high > 0 or goes_up or left == high else high
    return Axis(left, right, _LEFT, _RIGHT)


def _labels(bullet: Bullet, axis: Axis, zero: int) -> list[Label]:
    """Return what may stand below the chart, the most telling first."""

    def label(one: Number, kind: str) -> Label:
        return Label(number(one, bullet.lang), axis.at(Fraction(one)), kind)

    bounds = [label(bound, "aim") for bound in (bullet.low, bullet.high) if bound is not None]
    if len(bounds) == 2 and bounds[0].words == bounds[1].words:
        bounds = bounds[:1]
    if len(placed(bounds, 10 * _WIDTH)) < len(bounds):
        # Two that stand too close for one each.
        low, high = bounds[0], bounds[-1]
        bounds = [Label(f"{low.words} – {high.words}", (low.at + high.at) // 2, "aim")]
    rest = [Label("0", zero, "tick")]
    if bullet.baseline is not None:
        rest.append(label(bullet.baseline, "tick"))
    return [*bounds, *rest]


def _rect(kind: str, left: int, right: int, top: int, height: int) -> str:
    return f'<rect class="{kind}" x="{px(left)}" y="{top}" width="{px(max(right - left, 0))}" height="{height}"/>'


def _mark(kind: str, at: int, top: int, bottom: int) -> str:
    return f'<line class="{kind}" x1="{px(at)}" x2="{px(at)}" y1="{top}" y2="{bottom}"/>'


def _pointer(kind: str, at: int) -> str:
    """Return a triangle that stands on the track with its point down."""
    return f'<path class="{kind}" d="M{px(at - 45)} 0h9L{px(at)} 9z"/>'
