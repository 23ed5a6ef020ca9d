"""Numbers and days as a page prints them; *not* here: what they are (`govplan.aggregation`)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from govplan.aggregation import Figure, Reading, rounded
from govplan.errors import Lang
from govplan.model.wording import format_for
from govplan.values import Unit
from govplan.vietnamese import format_date

__all__ = ["Number", "amount", "day", "figure", "measured_amount", "number"]

Number = Decimal | Fraction
_POINT = ("điểm %", "percentage points")
_STATUS = {"estimate": ("ước", "estimate"), "provisional": ("sơ bộ", "provisional")}


def day(when: date, lang: Lang) -> str:
    """Print a day as the language writes it."""
    return format_date(when) if lang == "vi" else when.isoformat()


def number(value: Number, lang: Lang) -> str:
    """Print a number; of a quotient two decimals at most, none that it does not have.

    >>> number(Fraction(1000, 3), "vi"), number(Fraction(5, 2), "en"), number(Decimal("16000"), "vi")
    ('333,33', '2.5', '16.000')
    """
    if isinstance(value, Decimal):
        return format_for(value, lang)
    shown = f"{rounded(value, 2):f}".rstrip("0").rstrip(".")
    return format_for(Decimal(shown), lang)


def amount(value: Number, unit: Unit | None, lang: Lang, *, is_change: bool = False, is_relative: bool = False) -> str:
    """Print a number with its unit; changes with their sign, those of a percentage in percentage points."""
    printed = number(value, lang)
    if (is_change or is_relative) and value > 0:
        printed = f"+{printed}"
    if is_relative:
        return f"{printed}%"
    if unit is None:
        return printed
    if is_change and unit.is_percent:
        return f"{printed} {_POINT[lang == 'en']}"
    return f"{printed}{unit}" if unit.symbol in {"%", "‰"} else f"{printed} {unit}"


def measured_amount(reading: Reading, unit: Unit | None, lang: Lang) -> str:
    """Print what was measured, on the basis that it was reported on, with what is to be said of it."""
    if reading.value is not None:
        printed = amount(reading.value, unit, lang)
    elif reading.change is not None:
        printed = amount(reading.change, unit, lang, is_change=True)
    else:
        printed = amount(reading.number, unit, lang, is_relative=True)
    status = _STATUS.get(reading.status.value)
    return printed if status is None else f"{printed} ({status[lang == 'en']})"


def figure(found: Figure, lang: Lang) -> str:
    """Print an exact figure, a dash where there is none."""
    return "–" if found.value is None else number(found.value, lang)
