"""The date behind a document's number, as printers print it; *not* here: dates elsewhere (`govplan.vietnamese`)."""

from __future__ import annotations

import re
from datetime import date

from govplan.legal.deviation import Deviation
from govplan.legal.lexicon import GAP

__all__ = ["find_day", "quick_day"]

_PLAIN = re.compile(r",? ?(?:ngày )?([0-9]{1,2})/([0-9]{1,2})/([12][0-9]{3})(?![0-9/.-]|[^\W\d_])")
_DAY = re.compile(
    rf"{GAP},?{GAP}(?P<open>\()?(?:(?P<word>(?i:ngày|ngay)){GAP})?(?P<d>[0-9]{{1,2}})"
    rf"(?:{GAP}(?P<mark>[/.–-]){GAP}(?P<m>[0-9]{{1,2}}){GAP}(?P=mark){GAP}(?P<y>[0-9]{{2,6}})"
    rf"|{GAP}(?i:tháng|thang){GAP}(?P<m2>[0-9]{{1,2}}){GAP},?{GAP}(?i:năm|nam){GAP}(?P<y2>[0-9]{{2,6}}))(?(open)\)?)"
)
_RUN_TOGETHER = re.compile(r"(?i:ngày|tháng|năm|ngay|thang|nam)[0-9]|[0-9](?i:tháng|năm)")
_YEAR_ALONE = re.compile(rf"{GAP},?{GAP}(?i:năm|nam){GAP}(?:19|20)[0-9]{{2}}(?![0-9]|{GAP}[-–]{GAP}[0-9])")
# Documents of the first years are cited with two digits; then as now they can mean one century only.
_OLD = range(45, 97)

Day = tuple[date | None, int, tuple[Deviation, ...]]


def quick_day(text: str, start: int) -> tuple[date | None, int]:
    """Return the date in its most frequent form that stands at `start`, and where it ends; `start` for none."""
    plain = _PLAIN.match(text, start)
    if plain is not None:
        day, month, year = plain.groups()
        try:
            return date(int(year), int(month), int(day)), plain.end()
        except ValueError:
            return None, start
    return None, start


def find_day(text: str, start: int) -> Day | None:
    """Return the date that stands at `start`, where it ends, and what is wrong with it, or None for none.

    The date is None where no calendar has it; a year alone, as catalogues print it, is no date either.

    >>> find_day(", ngày 10 tháng4 năm 2012 của Chính phủ", 0)
    (datetime.date(2012, 4, 10), 25, (<Deviation.SPACE_LOST: 'space-lost'>,))
    """
    match = _DAY.match(text, start)
    if match is None:
        alone = _YEAR_ALONE.match(text, start)
        return (None, alone.end(), ()) if alone is not None else None
    year = match["y"] or match["y2"]
    # Without its word a date has to be whole, or "12-3/4" would be one.
    if match["word"] is None and len(year) < 4:
        return None
    found: list[Deviation] = []
    end = match.end()
    if _RUN_TOGETHER.search(match.group()):
        found.append(Deviation.SPACE_LOST)
    if len(year) == 2:
        found.append(Deviation.YEAR_SHORTENED)
        year = f"{'19' if int(year) in _OLD else '20'}{year}"
    try:
        day = date(int(year), int(match["m"] or match["m2"]), int(match["d"])) if len(year) == 4 else None
    except ValueError:
        day = None
    if day is None:
        found.append(Deviation.DAY_IMPOSSIBLE)
    return day, end, tuple(found)
