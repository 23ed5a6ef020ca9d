"""Units of measure and what they measure; *not* here: amounts (`govplan.values.quantity`)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from attrs import field, frozen

from govplan.errors import InvalidUnitError
from govplan.values.number import exact_product, number_of
from govplan.values.text import line
from govplan.vietnamese import nfc, tone_key

__all__ = ["Unit"]

_SPACES = re.compile(r"\s+")
_SLASH = re.compile(r"\s*/\s*")


@frozen
class Unit:
    """A unit of measure (đơn vị tính): what it counts and in what steps.

    `dimension` is what may be added to what; `scale` is how many of the dimension's own steps one unit is:
    tỷ đồng is 10⁹ of the dimension VND. Percent and percentage point are two dimensions. What a plan counts
    (hộ, xã, giường, bác sĩ) is an open set: a noun that the table does not know is a dimension of its own.

    Source: the table `units.csv` beside this file; Decree 86/2012/NĐ-CP names the legal units.

    >>> Unit.parse("tỷ đồng")
    Unit(symbol='tỷ đồng', dimension='VND', scale=Decimal('1000000000'))
    >>> str(Unit.parse("triệu đồng/người/năm")), Unit.parse("triệu đồng/người/năm").dimension
    ('triệu đồng/người/năm', 'VND/person/year')
    """

    symbol: str = field(converter=line)
    dimension: str = field(converter=line)
    scale: Decimal = field(default=Decimal(1), converter=number_of)

    def __attrs_post_init__(self) -> None:
        if self.scale <= 0:
            raise InvalidUnitError(
                f"unit without size: found the scale {self.scale}; give a number above 0",
                f"đơn vị không có độ lớn: gặp hệ số {self.scale}; hãy cho số lớn hơn 0",
            )

    @classmethod
    def parse(cls, text: str) -> Unit:
        """Read a unit as documents print it: a noun, perhaps with nghìn, vạn, triệu, tỷ before and "/…" after.

        Raises:
            InvalidUnitError: the text holds digits alone, is empty, or has an empty part around a slash.
        """
        return _parse(text)

    @property
    def is_percent(self) -> bool:
        """Is it a share in percent?"""
        return self.dimension == "percent"

    def measures_like(self, other: Unit) -> bool:
        """May amounts in the two units be added?"""
        return self.dimension == other.dimension

    def __str__(self) -> str:
        return self.symbol


# Pure functions: remembering their answers changes nothing but the time.
@cache
def _table() -> tuple[dict[str, tuple[str, str, Decimal]], dict[str, Decimal]]:
    import csv
    from importlib.resources import files

    units: dict[str, tuple[str, str, Decimal]] = {}
    prefixes: dict[str, Decimal] = {}
    with files("govplan.values").joinpath("units.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            scale = Decimal(row["scale"])
            for word in (row["symbol"], *filter(None, row["variants"].split("|"))):
                if row["kind"] == "prefix":
                    prefixes[word] = scale
                else:
                    units[word] = (row["symbol"], row["dimension"], scale)
    return units, prefixes


@lru_cache(maxsize=512)
def _parse(text: str) -> Unit:
    symbol = _SPACES.sub(" ", nfc(text)).strip()
    head, *per = _SLASH.split(symbol)
    if not _is_noun(head) or not all(map(_is_noun, per)) or len(symbol) > 100:
        raise InvalidUnitError(
            f"not a unit: found {text!r:.80}; write a noun such as người, hộ, %, tỷ đồng, triệu đồng/người",
            f"không phải đơn vị tính: gặp {text!r:.80}; hãy viết như người, hộ, %, tỷ đồng, triệu đồng/người",
        )
    dimension, scale = _measure(head)
    for part in per:
        of, step = _measure(part)
        if step != 1:
            # 10 giường/vạn dân counts per 10.000: another ratio than per head, never divided here.
            of = f"{step:f} {of}"
        dimension = f"{dimension}/{of}"
    return Unit(symbol, dimension, scale)


def _is_noun(word: str) -> bool:
    return bool(word) and not word[0].isdigit() and (any(map(str.isalpha, word)) or word in _table()[0])


def _measure(noun: str) -> tuple[str, Decimal]:
    units, prefixes = _table()
    key = tone_key(noun).casefold()
    known = units.get(noun) or units.get(key)
    if known is not None:
        return known[1], known[2]
    first, _, rest = key.partition(" ")
    if rest and first in prefixes:
        dimension, scale = _measure(rest)
        return dimension, exact_product(prefixes[first], scale)
    return key, Decimal(1)
