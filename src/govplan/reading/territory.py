"""Which province, city or district a name in a text means; *not* here: the table of units (`govplan.values`)."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from attrs import frozen

from govplan.legal.lexicon import UPPER, spaced
from govplan.reading.identifiers import slug
from govplan.values import Jurisdiction, Level, Period
from govplan.values.jurisdiction import province_names
from govplan.vietnamese import tone_key

__all__ = ["FoundTerritory", "find_territory", "unit_on"]

_NAME = rf"[{UPPER}][\w’']*(?:[ ](?:-[ ])?[{UPPER}][\w’']*){{0,3}}"
_BELOW = re.compile(
    rf"(?P<level>(?i:(?:huyện|quận|thị)\sủy|huyện|quận|thị\sxã|thị\strấn|xã|phường|đặc\skhu|thành\sphố|tp\.?))\s(?!(?i:hội)\s)(?P<name>{_NAME}|[0-9]{{1,2}}(?!\w))"
    r"(?P<rest>,?\s(?i:tỉnh|thành\sphố|tp\.?)\s)?"
)
_RANKS = {
    "huyện": Level.DISTRICT, "quận": Level.DISTRICT, "thị xã": Level.DISTRICT, "thành phố": Level.DISTRICT,
    "tp": Level.DISTRICT, "tp.": Level.DISTRICT, "thị trấn": Level.COMMUNE, "xã": Level.COMMUNE,
    "huyện ủy": Level.DISTRICT, "quận ủy": Level.DISTRICT, "thị ủy": Level.DISTRICT, "phường": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}  # fmt: skip
_COUNTRY = re.compile(
    r"(?i:(?:thủ\stướng\s)?chính\sphủ|quốc\shội)(?!\w)|(?i:bộ)\s(?=[A-ZĐ])(?!\s?(?:chỉ\shuy|đội))|cả\snước|toàn\squốc"
)
_SHORT = {"TPHCM": "Hồ Chí Minh", "TP.HCM": "Hồ Chí Minh", "TP. HCM": "Hồ Chí Minh", "TP HCM": "Hồ Chí Minh"}


@frozen
class FoundTerritory:
    """A unit that a text names, where its name stands, and whether the table has it or a name alone is known."""

    name: str
    level: Level | None
    start: int
    end: int
    within: str | None = None


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(province_names(), key=len, reverse=True)
    known = "|".join([*(re.escape(name) for name in _SHORT), *(spaced(name) for name in names)])
    return re.compile(rf"(?<!\w)(?:{known})(?!\w)", re.IGNORECASE)


def find_territory(text: str, start: int = 0, end: int | None = None, *, below: bool = True) -> FoundTerritory | None:
    """Return the unit that a stretch of clean text names: a district or commune before its province.

    Unless `below`, nothing lower than a province is looked for.

    >>> find_territory("Ủy ban nhân dân huyện Đại Lộc, tỉnh Quảng Nam").within
    'Quảng Nam'
    >>> find_territory("Ủy ban nhân dân tỉnh Hòa Bình").name
    'Hòa Bình'
    """
    last = len(text) if end is None else end
    province = _pattern().search(text, start, last)
    for match in _BELOW.finditer(text, start, last) if below else ():
        name = " ".join(match["name"].split())
        if _province(name) is not None:
            continue
        level = _RANKS[" ".join(match["level"].split()).casefold()]
        if province is not None and province.start() <= match.start():
            continue
        return FoundTerritory(
            name, level, match.start(), match.end("name"), _canonical(province.group()) if province else None
        )
    if province is not None:
        return FoundTerritory(_canonical(province.group()), None, *province.span())
    country = _COUNTRY.search(text, start, last)
    if country is not None:
        return FoundTerritory("Việt Nam", Level.COUNTRY, *country.span())
    return None


def unit_on(found: FoundTerritory, day: date | None, period: Period | None) -> tuple[Jurisdiction | None, bool]:
    """Return the unit that a name meant on a day, or in a period's years, and whether nothing else could be meant.

    Districts and communes are not in the table: they get a code made of the province's and their name.

    >>> place = find_territory("Sở Y tế tỉnh Quảng Nam")
    >>> str(unit_on(place, date(2023, 1, 4), None)[0])
    'tỉnh Quảng Nam'
    """
    if found.level is Level.COUNTRY:
        return Jurisdiction.in_force("VN", day or (period.start if period else date.max)), True
    units = Jurisdiction.named(found.within or found.name)
    if found.level is not None and found.within is None:
        units = ()
    unit = _in_force(units, day, period)
    if found.level is None:
        return unit, unit is not None and (len(units) == 1 or day is not None or period is not None)
    within = unit.code if unit is not None else None
    code = "-".join(filter(None, (within, slug(f"{found.level.value} {found.name}"))))
    return Jurisdiction(code, found.name, found.level, within=within), False


def _in_force(units: tuple[Jurisdiction, ...], day: date | None, period: Period | None) -> Jurisdiction | None:
    for asked in (day, *((period.start, period.end) if period is not None else ())):
        if asked is not None:
            for unit in units:
                if unit.is_in_force(asked):
                    return unit
    return units[-1] if len(units) == 1 or (units and day is None and period is None) else None


def _canonical(printed: str) -> str:
    words = " ".join(printed.split())
    return _SHORT.get(words.upper()) or _province(words) or words


def _province(name: str) -> str | None:
    return _by_key().get(tone_key(name).casefold())


@cache
def _by_key() -> dict[str, str]:
    return {tone_key(name).casefold(): name for name in province_names()}
