"""Goals as plan files write them, both ways; *not* here: what a goal means (`govplan.model.goal`).

A goal is a mapping with one plain key (`at_least: 16000`, `reduce_by_percent: {above: 5}`), a lower and an upper
level key together, or a general form (`change_between: [-3, null]`) with `direction`, `open`, `approximate`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from govplan.errors import GovplanError
from govplan.files.problem import FormError
from govplan.files.scalars import below, flag, number, text, unknown_key
from govplan.model.goal import Basis, Direction, Goal
from govplan.values.interval import Interval

__all__ = ["GENERAL_KEYS", "LEVEL_KEYS", "MODIFIERS", "TO_AND_BY_KEYS", "goal_from_form", "goal_to_form"]

LEVEL_KEYS = ("at_least", "above", "at_most", "below", "exactly", "about")
"""Keys that hold one number."""

TO_AND_BY_KEYS = {
    "increase_to": (Basis.LEVEL, Direction.UP),
    "reduce_to": (Basis.LEVEL, Direction.DOWN),
    "increase_by": (Basis.CHANGE, Direction.UP),
    "reduce_by": (Basis.CHANGE, Direction.DOWN),
    "increase_by_percent": (Basis.RELATIVE_CHANGE, Direction.UP),
    "reduce_by_percent": (Basis.RELATIVE_CHANGE, Direction.DOWN),
}
"""Keys that hold a number, a pair, or one level key: what they speak about, and which way."""

GENERAL_KEYS = {
    "between": Basis.LEVEL,
    "change_between": Basis.CHANGE,
    "relative_change_between": Basis.RELATIVE_CHANGE,
}
"""Keys that hold two bounds, of which one may be null; changes down are negative."""

MODIFIERS = ("direction", "open", "approximate", "tolerance")
"""Keys that may stand beside a general form; `tolerance` also beside `about`."""

_LOWER = ("at_least", "above")
_UPPER = ("at_most", "below")
_ALL = (*LEVEL_KEYS, *TO_AND_BY_KEYS, *GENERAL_KEYS, *MODIFIERS, "text")


def goal_from_form(form: object) -> Goal:
    """Return the goal that a file's mapping means.

    Raises:
        FormError: no such key, keys that do not go together, or a value of the wrong form; `at` leads to it.

    >>> goal_from_form({"reduce_by_percent": {"above": "5"}}).met(relative_change=Decimal(-6))
    True
    """
    if not isinstance(form, dict):
        raise FormError(
            f"a goal is a mapping: found {form!r:.80}; write e.g. at_least: 16000",
            f"chỉ tiêu là một bảng: gặp {form!r:.80}; hãy viết ví dụ at_least: 16000",
        )
    if len(form) == 1:
        [(key, value)] = form.items()
        build = _PLAIN.get(key)
        if build is not None and value.__class__ is str:
            try:
                return build(value)
            except GovplanError as error:
                raise FormError(error.message("en"), error.message("vi"), (key,)) from None
        read = _READERS.get(key)
        if read is not None:
            return below(key, read, value)
    for key in form:
        if key not in _ALL:
            raise unknown_key(key, _ALL)
    if "text" not in form:
        if "about" in form and form.keys() <= {"about", "tolerance"}:
            return Goal.about(below("about", number, form["about"]), below("tolerance", number, form["tolerance"]))
        if any(key in form for key in GENERAL_KEYS):
            return _general(form)
        if len(form) == 2 and any(key in form for key in _LOWER) and any(key in form for key in _UPPER):
            return Goal(Basis.LEVEL, _two_sided(form))
    raise FormError(
        f"keys that make no goal: found {', '.join(map(str, form)) or 'none'}; write one key such as at_least, "
        "or a lower and an upper one",
        f"các khóa không thành chỉ tiêu: gặp {', '.join(map(str, form)) or 'không có khóa'}; "
        "hãy viết một khóa như at_least, hoặc một khóa cận dưới và một khóa cận trên",
    )


def _pair(value: object) -> tuple[Decimal | None, Decimal | None]:
    if not isinstance(value, list) or len(value) != 2:
        raise FormError(
            f"two bounds expected: found {value!r:.80}; write [1500, 1700]",
            f"cần hai cận: gặp {value!r:.80}; hãy viết [1500, 1700]",
        )
    low, high = (None if bound is None else below(index, number, bound) for index, bound in enumerate(value))
    return low, high


def _full_pair(value: object) -> Interval:
    low, high = _pair(value)
    if low is None or high is None:
        raise FormError(
            f"two numbers expected: found {value!r:.80}; for one bound write at_least or at_most",
            f"cần hai số: gặp {value!r:.80}; nếu chỉ có một cận hãy viết at_least hoặc at_most",
        )
    return Interval(low, high)


def _two_sided(form: Mapping[str, object]) -> Interval:
    bounds = {key: below(key, number, value) for key, value in form.items()}
    return Interval(
        bounds.get("at_least", bounds.get("above")),
        bounds.get("at_most", bounds.get("below")),
        lower_open="above" in bounds,
        upper_open="below" in bounds,
    )


def _level(key: str) -> Callable[[object], Goal]:
    build: Callable[[Decimal], Goal] = getattr(Goal, key)

    def read(value: object) -> Goal:
        return build(number(value))

    return read


def _between(value: object) -> Goal:
    low, high = _pair(value)
    return Goal(Basis.LEVEL, Interval(low, high), Direction.POLARITY)


def _changed(basis: Basis) -> Callable[[object], Goal]:
    def read(value: object) -> Goal:
        return Goal(basis, Interval(*_pair(value)))

    return read


def _to_or_by(key: str) -> Callable[[object], Goal]:
    basis, direction = TO_AND_BY_KEYS[key]

    def read(value: object) -> Goal:
        approximate, tolerance = False, None
        if value.__class__ is dict:
            inner = goal_from_form(value)
            if inner.basis is not Basis.LEVEL or inner.interval is None or not set(value) <= _INNER:
                raise FormError(
                    f"a number, a pair or one level key expected: found {value!r:.80}; write e.g. {{above: 5}}",
                    f"cần một số, một cặp số hoặc một khóa mức: gặp {value!r:.80}; hãy viết ví dụ {{above: 5}}",
                )
            amounts, approximate, tolerance = inner.interval, inner.approximate, inner.tolerance
        elif value.__class__ is list:
            amounts = _full_pair(value)
        elif direction is Direction.DOWN and basis is Basis.LEVEL:
            amounts = Interval(None, number(value))
        else:
            amounts = Interval(number(value), None)
        if basis is not Basis.LEVEL:
            _refuse_negative(key, amounts)
            if direction is Direction.DOWN:
                amounts = -amounts
        near = amounts.lower if direction is Direction.UP else amounts.upper
        return Goal(
            basis,
            amounts,
            # A limit on the far side alone ("giảm không quá 3") leaves nothing beyond it to wish for.
            Direction.NONE if near is None else direction,
            approximate=approximate,
            tolerance=tolerance,
        )

    return read


_INNER = frozenset((*LEVEL_KEYS, "tolerance"))


def _refuse_negative(key: str, amounts: Interval) -> None:
    if any(bound is not None and bound < 0 for bound in (amounts.lower, amounts.upper)):
        raise FormError(
            f"negative amount: found {amounts}; {key} says the direction, write it without the sign",
            f"mức thay đổi âm: gặp {amounts}; {key} đã nói chiều, hãy viết không dấu",
        )


def _text(value: object) -> Goal:
    if value is None:
        raise FormError("empty text: found nothing; write the goal in words", "lời trống: hãy viết chỉ tiêu bằng lời")
    return Goal.in_words(text(value))


def _general(form: Mapping[str, Any]) -> Goal:
    [key, *more] = [key for key in form if key in GENERAL_KEYS]
    if more or not set(form) <= {key, *MODIFIERS}:
        raise FormError(
            f"keys that do not go together: found {', '.join(form)}; keep {key} with {', '.join(MODIFIERS)}",
            f"các khóa không đi cùng nhau: gặp {', '.join(form)}; hãy giữ {key} cùng {', '.join(MODIFIERS)}",
        )
    low, high = below(key, _pair, form[key])
    sides = form.get("open")
    if sides not in (None, "lower", "upper", "both"):
        raise FormError(
            f"unknown side: found {sides!r:.80}; write lower, upper or both",
            f"phía không rõ: gặp {sides!r:.80}; hãy viết lower, upper hoặc both",
            ("open",),
        )
    words = [direction.value for direction in Direction]
    direction = form.get("direction", "polarity" if key == "between" else "none")
    if direction not in words:
        raise FormError(
            f"unknown direction: found {direction!r:.80}; write one of {', '.join(words)}",
            f"chiều không rõ: gặp {direction!r:.80}; hãy viết một trong: {', '.join(words)}",
            ("direction",),
        )
    interval = below(
        key,
        lambda _: Interval(low, high, lower_open=sides in ("lower", "both"), upper_open=sides in ("upper", "both")),
        None,
    )
    tolerance = form.get("tolerance")
    return Goal(
        GENERAL_KEYS[key],
        interval,
        Direction(direction),
        approximate=below("approximate", flag, form.get("approximate", "false")),
        tolerance=None if tolerance is None else below("tolerance", number, tolerance),
    )


_PLAIN: dict[str, Callable[[str], Goal]] = {key: getattr(Goal, key) for key in (*LEVEL_KEYS, *TO_AND_BY_KEYS)}
"""Constructors that take the text of one number, as nearly every goal is written."""

_READERS: dict[str, Callable[[object], Goal]] = {
    **{key: _level(key) for key in LEVEL_KEYS},
    **{key: _to_or_by(key) for key in TO_AND_BY_KEYS},
    "between": _between,
    "change_between": _changed(Basis.CHANGE),
    "relative_change_between": _changed(Basis.RELATIVE_CHANGE),
    "text": _text,
}


def _one_sided_key(goal: Goal, is_floor: bool, is_open: bool) -> str | None:
    """Return the key that says all of a goal with one bound, or None."""
    direction = goal.direction
    if goal.basis is Basis.LEVEL:
        if direction is Direction.NONE:
            return ("above" if is_open else None) if is_floor else ("below" if is_open else "at_most")
        if is_open or direction is not (Direction.UP if is_floor else Direction.DOWN):
            return None
        return "at_least" if is_floor else "reduce_to"
    if is_open or direction is not (Direction.UP if is_floor else Direction.DOWN):
        return None
    word = "increase_by" if is_floor else "reduce_by"
    return word if goal.basis is Basis.CHANGE else f"{word}_percent"


def goal_to_form(goal: Goal) -> dict[str, Any]:
    """Return the mapping that files hold for a goal, the plainest that reads back as the same goal.

    >>> goal_to_form(Goal.reduce_by(3000))
    {'reduce_by': Decimal('3000')}
    """
    interval = goal.interval
    if interval is None:
        return {"text": goal.text}
    if interval.lower is None or interval.upper is None:
        # What most plans hold; everything else is tried by reading it back.
        bound, is_floor = (interval.upper, False) if interval.lower is None else (interval.lower, True)
        is_open = interval.lower_open or interval.upper_open
        key = _one_sided_key(goal, is_floor, is_open)
        if key is not None and not goal.approximate and bound is not None:
            if goal.basis is Basis.LEVEL:
                return {key: bound}
            if (bound >= 0) if is_floor else (bound <= 0):
                return {key: bound.copy_abs()}
    if goal.approximate and not interval.is_point:
        return _general_form(goal, interval)
    for form in _candidates(goal, interval):
        if goal_from_form(_as_read(form)) == goal:
            return form
    return _general_form(goal, interval)


def _candidates(goal: Goal, interval: Interval) -> list[dict[str, Any]]:
    """Return plain forms that may mean the goal, the plainest first."""
    extra = {} if goal.tolerance is None else {"tolerance": goal.tolerance}
    level = _level_form(interval, approximate=goal.approximate)
    if goal.basis is Basis.LEVEL:
        forms = [{**form, **extra} for form in level]
        if goal.direction in (Direction.UP, Direction.DOWN):
            key = "increase_to" if goal.direction is Direction.UP else "reduce_to"
            bound = interval.lower if goal.direction is Direction.UP else interval.upper
            if bound is not None and (interval.lower is None or interval.upper is None):
                forms.append({key: bound})
            if interval.lower is not None and interval.upper is not None and not interval.is_point:
                forms.append({key: [interval.lower, interval.upper]})
            forms.extend({key: {**form, **extra}} for form in level if "between" not in form)
        return forms
    word = "_by" if goal.basis is Basis.CHANGE else "_by_percent"
    forms = []
    if interval.lower is not None and interval.lower >= 0:
        forms += _by_forms(f"increase{word}", interval, goal.approximate, extra)
    if interval.upper is not None and interval.upper <= 0:
        forms += _by_forms(f"reduce{word}", -interval, goal.approximate, extra)
    return forms


def _by_forms(key: str, amounts: Interval, approximate: bool, extra: dict[str, Any]) -> list[dict[str, Any]]:
    forms: list[dict[str, Any]] = []
    if amounts.upper is None:
        forms.append({key: amounts.lower})
    elif not amounts.is_point:
        forms.append({key: [amounts.lower, amounts.upper]})
    forms.extend(
        {key: {**form, **extra}} for form in _level_form(amounts, approximate=approximate) if "between" not in form
    )
    return forms


def _level_form(interval: Interval, *, approximate: bool) -> list[dict[str, Any]]:
    lower, upper = interval.lower, interval.upper
    if interval.is_point:
        return [{"about" if approximate else "exactly": lower}]
    low = {} if lower is None else {"above" if interval.lower_open else "at_least": lower}
    high = {} if upper is None else {"below" if interval.upper_open else "at_most": upper}
    both = [{"between": [lower, upper]}] if low and high else []
    return [*both, {**low, **high}]


def _general_form(goal: Goal, interval: Interval) -> dict[str, Any]:
    key = next(name for name, basis in GENERAL_KEYS.items() if basis is goal.basis)
    form: dict[str, Any] = {key: [interval.lower, interval.upper]}
    if interval.lower_open or interval.upper_open:
        form["open"] = (
            "both" if interval.lower_open and interval.upper_open else ("lower" if interval.lower_open else "upper")
        )
    if goal.direction is not (Direction.POLARITY if key == "between" else Direction.NONE):
        form["direction"] = goal.direction.value
    if goal.approximate:
        form["approximate"] = "true"
    if goal.tolerance is not None:
        form["tolerance"] = goal.tolerance
    return form


def _as_read(form: dict[str, Any]) -> dict[str, Any]:
    """Return a form as reading would give it: mappings and lists of text."""
    return {key: _value_as_read(value) for key, value in form.items()}


def _value_as_read(value: Any) -> Any:
    if isinstance(value, dict):
        return _as_read(value)
    if isinstance(value, list):
        return [_value_as_read(item) for item in value]
    return format(value, "f") if isinstance(value, Decimal) else value
