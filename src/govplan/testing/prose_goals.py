"""Clauses with one name and one condition: levels, limits, changes; *not* here: lists and parts (`prose_clauses`)."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st

from govplan.model import Basis, Direction, Goal
from govplan.testing.prose_figures import Amount, Row, amount, drawn, gap, pair, rows
from govplan.testing.prose_scene import Clause, Scene, row_of
from govplan.values import Interval, Period
from govplan.vietnamese import format_number

__all__ = ["by_count", "ceiling", "floor", "points", "raised", "relative"]

_TWO, _FOUR, _EIGHT = st.integers(0, 1), st.integers(0, 3), st.integers(0, 7)

_FLOORS = ("đạt", "đạt ít nhất", "ít nhất", "tối thiểu", "đạt tối thiểu", "không thấp hơn", "đạt không dưới", "là", ":")
_OVER, _UNDER = ("trên", "đạt trên", "hơn", "đạt hơn"), ("dưới", "ở mức dưới", "duy trì dưới")
_CEILINGS = ("không quá", "tối đa", "không vượt quá")


def floor(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print a level that more than reaches, in any of its ways."""
    row = row_of(draw, "share", "growth", "named", "count", "money", "amount", higher=True)
    return _level(draw, scene, row, *_floor_of(draw, row, draw(st.integers(0, 5))))


def _floor_of(draw: st.DrawFn, row: Row, way: int) -> tuple[str, Goal, str]:
    """Draw the words behind a name, the goal, and the unit."""
    if way == 0:
        low, high, printed = pair(draw, row)
        return draw(st.sampled_from(("", "đạt ", "khoảng "))) + printed, Goal.between(low, high), row.unit
    of = amount(draw, row)
    if way == 1:
        return f"{draw(st.sampled_from(('', 'đạt ')))}khoảng {of.printed}", Goal.about(of.value), of.unit
    if way == 2:
        return f"{draw(st.sampled_from(_OVER))} {of.printed}", Goal.above(of.value), of.unit
    if way == 3:
        lead = draw(st.sampled_from(("", "đạt ", "từ ", "đạt từ ")))
        return f"{lead}{of.printed} trở lên", Goal.at_least(of.value), of.unit
    word = "" if draw(_FOUR) == 0 else draw(st.sampled_from(_FLOORS))
    return f"{word} {of.printed}".strip(), Goal.at_least(of.value), of.unit


def _level(draw: st.DrawFn, scene: Scene, row: Row, words: str, goal: Goal, unit: str) -> Clause:
    """Put a name before words of a level, at times with a year of its own."""
    target = scene.target(row, goal, unit=unit)
    colon = words.startswith(":")
    if draw(_EIGHT) > 0:
        return Clause(f"{row.name}{'' if colon else ' '}{words}", (target,))
    year = scene.period.end.year + draw(st.integers(1, 7))
    target = evolve(target, horizon=Period.year(year))
    if draw(_TWO) and not words.endswith("trở lên"):
        return Clause(f"{row.name}{'' if colon else ' '}{words} vào năm {year}", (target,))
    return Clause(f"{row.name} đến năm {year}{'' if colon else ' '}{words}", (target,))


def ceiling(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print a level that less is better than: limits, and levels to come down to."""
    row = row_of(draw, "share", "rate", "count", "denominated", higher=False)
    of, way = amount(draw, row), draw(_EIGHT)
    if way < 2:
        return _level(draw, scene, row, f"{draw(st.sampled_from(_UNDER))} {of.printed}", Goal.below(of.value), of.unit)
    if way < 4:
        words = draw(st.sampled_from(_CEILINGS))
        return _level(draw, scene, row, f"{words} {of.printed}", Goal.at_most(of.value), of.unit)
    if way == 4:
        words = draw(st.sampled_from(("giảm xuống dưới", "giảm còn dưới", "xuống dưới", "còn dưới")))
        goal = Goal(Basis.LEVEL, Interval(None, of.value, upper_open=True), Direction.DOWN)
        return _level(draw, scene, row, f"{words} {of.printed}", goal, of.unit)
    goal = Goal.reduce_to(of.value)
    if way == 5:
        words = draw(st.sampled_from(("còn", "xuống còn")))
        return Clause(f"giảm {row.name} {words} {of.printed}", (scene.target(row, goal, unit=of.unit),))
    if way == 6:
        before = _printed_like(draw, of, of.value + drawn(draw, Decimal(1), row.high, row.decimals))
        text = f"{row.name} giảm từ {before} năm {scene.period.start.year - 1} xuống còn {of.printed}"
        return Clause(text, (scene.target(row, goal, unit=of.unit),))
    words = draw(st.sampled_from(("giảm còn", "giảm xuống còn", "còn", "xuống còn")))
    return _level(draw, scene, row, f"{words} {of.printed}", goal, of.unit)


def _printed_like(draw: st.DrawFn, of: Amount, value: Decimal) -> str:
    return f"{format_number(value)}{gap(draw, of.unit)}{of.unit}"


def raised(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print a level to go up to."""
    row = row_of(draw, "share", "amount", "money", higher=True)
    of = amount(draw, row)
    target = scene.target(row, Goal.increase_to(of.value), unit=of.unit)
    words = f"nâng {row.name} lên" if draw(_TWO) else f"{row.name} tăng lên"
    return Clause(f"{words} {of.printed}", (target,))


def relative(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print a relative change of a quantity: tăng 8%, giảm 5-10% so với năm 2022."""
    up = draw(_TWO) == 1
    row = row_of(draw, "count", "money", "amount", higher=up)
    points = evolve(row, unit="%", low=Decimal(2), high=Decimal(25), decimals=1)
    name, goal, words = row.name, None, ""
    if draw(_FOUR) == 0:
        low, high, words = pair(draw, points)
        interval, bound = Interval(low, high), Direction.UP if up else Direction.DOWN
        goal = Goal(Basis.RELATIVE_CHANGE, interval if up else -interval, bound)
    else:
        of = amount(draw, points)
        words = of.printed
        goal = Goal.increase_by_percent(of.value) if up else Goal.reduce_by_percent(of.value)
    verb = "tăng" if up else "giảm"
    behind = draw(st.sampled_from(("", "", f" so với năm {scene.period.start.year - 1}", "/năm")))
    target = scene.target(row, goal)
    if not up and draw(_TWO):
        return Clause(f"giảm {words} {name}", (target,))
    return Clause(f"{name} {verb} {words}{behind}", (target,))


def points(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print a change of a percentage in points: giảm 0,75%, tăng 1,2 điểm phần trăm."""
    row = row_of(draw, "share", "rate")
    in_words = draw(_TWO) and row.kind == "share"
    steps = evolve(row, low=Decimal(0), high=Decimal(3), decimals=2, unit="điểm phần trăm" if in_words else row.unit)
    of = amount(draw, steps)
    if not of.value:
        of = amount(draw, steps, Decimal("0.5"))
    behind = draw(st.sampled_from(("", "", "/năm", f" so với năm {scene.period.start.year - 1}")))
    up = row.is_higher_better
    goal = Goal.increase_by(of.value) if up else Goal.reduce_by(of.value)
    verb = draw(st.sampled_from(("tăng", "tăng thêm"))) if up else "giảm"
    return Clause(f"{row.name} {verb} {of.printed}{behind}", (scene.target(row, goal),))


def by_count(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print a change of a count in its own unit: giảm số hộ nghèo: 3.000 hộ, tăng thêm 12 xã."""
    row = row_of(draw, "count")
    if row.unit in ("người", "tấn") or row.is_higher_better:
        row = next(each for each in rows() if each.name == "số hộ nghèo")
    of = amount(draw, row)
    words = draw(st.sampled_from(("giảm {name}: {of}", "{name} giảm {of}", "giảm ít nhất {of} so với đầu năm")))
    goal = Goal.reduce_by(of.value)
    if words.endswith("đầu năm"):
        # Without a name before it, the noun counted is the name.
        return Clause(words.format(of=f"{of.number} hộ nghèo"), (scene.target(row, goal, "hộ nghèo", "hộ"),))
    return Clause(words.format(name=row.name, of=of.printed), (scene.target(row, goal, unit=of.unit),))
