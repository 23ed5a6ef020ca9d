"""Goals in words, as a person would write them; *not* here: the keys of plan files (`govplan.files`)."""

from __future__ import annotations

from decimal import Decimal

from govplan.errors import Lang
from govplan.model.goal import Basis, Direction, Goal
from govplan.model.target import Relation
from govplan.values.interval import Interval
from govplan.values.unit import Unit
from govplan.vietnamese import format_number

__all__ = ["format_for", "goal_in_words", "relation_in_words"]

_WORDS: dict[str, tuple[str, str]] = {
    "floor": ("ít nhất {}", "at least {}"),
    "over": ("trên {}", "above {}"),
    "ceiling": ("không quá {}", "at most {}"),
    "under": ("dưới {}", "below {}"),
    "down_to_level": ("giảm còn {}", "reduce to {}"),
    "up": ("tăng {}", "increase by {}"),
    "down": ("giảm {}", "reduce by {}"),
    "change": ("thay đổi {}", "change by {}"),
    "range": ("từ {} đến {}", "from {} to {}"),
    "range_of_change": ("từ {} đến {}", "{} to {}"),
    "about": ("khoảng {}", "about {}"),
    "tolerance": ("{} (sai lệch tối đa {})", "{} (within {})"),
    "point": ("điểm %", "percentage points"),
}

_RELATIONS: dict[Relation, tuple[str, str]] = {
    Relation.PARTITION: ("chia thành", "divides into"),
    Relation.SUBSET: ("trong đó", "of which"),
    Relation.OVERLAP: ("gồm, có giao nhau", "including, overlapping"),
    Relation.ALLOCATION: ("phân bổ", "allocated to"),
}


def relation_in_words(relation: Relation, lang: Lang) -> str:
    """Print what stands between a whole and its parts: trong đó, chia thành.

    >>> relation_in_words(Relation.SUBSET, "vi")
    'trong đó'
    """
    return _RELATIONS[relation][0 if lang == "vi" else 1]


def format_for(number: Decimal, lang: Lang) -> str:
    """Print a number as the language groups it: 16.000 and 68,25, or 16,000 and 68.25."""
    vietnamese = format_number(number)
    return vietnamese if lang == "vi" else vietnamese.translate(str.maketrans(".,", ",."))


def goal_in_words(goal: Goal, lang: Lang, unit: Unit | None = None) -> str:
    """Print a goal in Vietnamese or English, with the unit where one is given.

    A change of an indicator that is itself in percent is in percentage points.

    >>> goal_in_words(Goal.reduce_by(3000), "vi", Unit.parse("hộ"))
    'giảm 3.000 hộ'
    >>> goal_in_words(Goal.below(4), "en", Unit.parse("%"))
    'below 4%'
    """
    interval = goal.interval
    if interval is None:
        return goal.text or ""
    if goal.basis is Basis.RELATIVE_CHANGE:
        suffix = "%"
    elif unit is None:
        suffix = ""
    elif goal.basis is Basis.CHANGE and unit.is_percent:
        suffix = f" {_word('point', lang)}"
    else:
        suffix = str(unit) if unit.symbol in {"%", "‰"} else f" {unit}"
    frame, amounts = (_level if goal.basis is Basis.LEVEL else _change)(goal, interval, lang, suffix)
    words = frame.format(_word("about", lang).format(amounts) if goal.approximate else amounts)
    if goal.tolerance is not None:
        words = _word("tolerance", lang).format(words, format_for(goal.tolerance, lang) + suffix)
    return words


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]


def _level(goal: Goal, interval: Interval, lang: Lang, suffix: str) -> tuple[str, str]:
    if goal.direction is not Direction.DOWN or interval.lower is not None or interval.upper is None:
        return "{}", _amounts(interval, lang, suffix)
    strict = interval.upper_open
    amounts = _amounts(interval, lang, suffix) if strict else format_for(interval.upper, lang) + suffix
    return _word("down_to_level", lang), amounts


def _change(goal: Goal, interval: Interval, lang: Lang, suffix: str) -> tuple[str, str]:
    if interval.lower is not None and interval.lower >= 0:
        key, amounts = "up", interval
    elif interval.upper is not None and interval.upper <= 0:
        key, amounts = "down", -interval
    else:
        key, amounts = "change", interval
    one_sided = amounts.upper is None and not amounts.lower_open and goal.direction is not Direction.NONE
    if key != "change" and one_sided and amounts.lower is not None:
        return _word(key, lang), format_for(amounts.lower, lang) + suffix
    return _word(key, lang), _amounts(amounts, lang, suffix, "range_of_change")


def _amounts(interval: Interval, lang: Lang, suffix: str, range_key: str = "range") -> str:
    lower, upper = interval.lower, interval.upper
    if lower is not None and lower == upper:
        return format_for(lower, lang) + suffix
    if lower is not None and upper is not None and not interval.lower_open and not interval.upper_open:
        return _word(range_key, lang).format(format_for(lower, lang), format_for(upper, lang) + suffix)
    parts = []
    if lower is not None:
        parts.append(_word("over" if interval.lower_open else "floor", lang).format(format_for(lower, lang) + suffix))
    if upper is not None:
        parts.append(
            _word("under" if interval.upper_open else "ceiling", lang).format(format_for(upper, lang) + suffix)
        )
    return ", ".join(parts)
