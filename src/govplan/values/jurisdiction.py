"""Whose plan: dated administrative units; *not* here: sums over them (`govplan.aggregation`)."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import cache, lru_cache

from attrs import field, frozen

from govplan.errors import InvalidJurisdictionError
from govplan.values.conversion import member_of, optional_day_of
from govplan.values.text import Text, line, lines_of, optional_line, text_of
from govplan.vietnamese import tone_key

__all__ = ["Jurisdiction", "Level", "province_names"]


class Level(Enum):
    """The rank of an administrative unit (cấp hành chính)."""

    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    COMMUNE = "commune"

    def __str__(self) -> str:
        return _LEVEL_VI[self]


_LEVEL_VI = {
    Level.COUNTRY: "nước",
    Level.PROVINCE: "tỉnh",
    Level.CITY: "thành phố",
    Level.DISTRICT: "huyện",
    Level.COMMUNE: "xã",
}


def level_of(value: Level | str) -> Level:
    """Return the level that a member or its word means."""
    return member_of(Level, value)


@frozen
class Jurisdiction:
    """An administrative unit from one day to another (đơn vị hành chính); `city` ranks with `province`.

    It is identified by its official code **and** the day its present form began: seven province codes changed
    their name on 2025-07-01. `valid_to` is the last day. `predecessors` and `successors` are keys such as
    "49@1997-01-01"; `within` is the code of the unit above, for districts and communes.

    Source: the table `provinces.csv` beside this file, each row with its resolution.

    Raises:
        InvalidJurisdictionError: it ends before it begins.

    >>> quang_nam = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
    >>> str(quang_nam), quang_nam.key, quang_nam.successors
    ('tỉnh Quảng Nam', '49@1997-01-01', ('48@2025-07-01',))
    """

    code: str = field(converter=line)
    name: Text = field(converter=text_of)
    level: Level = field(converter=level_of)
    valid_from: date | None = field(default=None, converter=optional_day_of)
    valid_to: date | None = field(default=None, converter=optional_day_of)
    iso: str | None = field(default=None, converter=optional_line)
    within: str | None = field(default=None, converter=optional_line)
    predecessors: tuple[str, ...] = field(default=(), converter=lines_of)
    successors: tuple[str, ...] = field(default=(), converter=lines_of)

    def __attrs_post_init__(self) -> None:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise InvalidJurisdictionError(
                f"jurisdiction ends before it begins: found {self.valid_from} to {self.valid_to}; swap them",
                f"đơn vị hành chính kết thúc trước khi bắt đầu: gặp {self.valid_from} đến {self.valid_to}; hãy đổi chỗ",
            )

    @classmethod
    def in_force(cls, code: str, day: date) -> Jurisdiction:
        """Return the unit that an ISO 3166-2 or official code meant on a day.

        A key with its own day ("49@1997-01-01") means that unit whatever the day.

        Raises:
            InvalidJurisdictionError: no such code, or none in force on that day; the message says what was.
        """
        rows = _units(code)
        for row in rows:
            if row.key == code or row.is_in_force(day):
                return row
        if not rows:
            raise InvalidJurisdictionError(
                f"unknown jurisdiction: found {code!r:.80}; write an ISO 3166-2 code such as VN-27, "
                "an official two-digit code in quotes, or a mapping with code, name and level",
                f"đơn vị hành chính chưa biết: gặp {code!r:.80}; hãy viết mã ISO 3166-2 như VN-27, "
                "mã chính thức hai chữ số trong dấu nháy, hoặc một bảng có code, name và level",
            )
        known = "; ".join(f"{row.name} {row.valid_from}–{row.valid_to or ''}" for row in rows)
        raise InvalidJurisdictionError(
            f"jurisdiction not in force: found {code} on {day}; the code stood for {known}",
            f"đơn vị hành chính không có hiệu lực: gặp {code} vào ngày {day}; mã này từng chỉ {known}",
        )

    @classmethod
    def named(cls, name: str) -> tuple[Jurisdiction, ...]:
        """Return the provinces and cities that had a name, the oldest first; none for a name that no unit had.

        The level does not belong to the name, nor does the case, and both schools of tone marks are read.

        >>> [unit.key for unit in Jurisdiction.named("Hoà Bình")]
        ['17@1996-01-01']
        """
        codes = _codes_by_name().get(tone_key(" ".join(name.split())).casefold(), ())
        return tuple([unit for code in codes for unit in _units(code)])

    @staticmethod
    def is_code(code: str) -> bool:
        """Does the code mean a unit, now or on some day before?

        >>> Jurisdiction.is_code("VN-27"), Jurisdiction.is_code("VN-99")
        (True, False)
        """
        return code == "VN" or code in _rows()

    @property
    def key(self) -> str:
        """The identity as text: code and first day."""
        return f"{self.code}@{self.valid_from}" if self.valid_from else self.code

    def is_in_force(self, day: date) -> bool:
        """Did the unit exist on that day?"""
        return not (
            (self.valid_from is not None and day < self.valid_from)
            or (self.valid_to is not None and day > self.valid_to)
        )

    def __str__(self) -> str:
        return f"{self.level} {self.name}" if self.level is not Level.COUNTRY else str(self.name)


# Pure: the table is part of the package, and its units are immutable; each is made when its code is asked for.
@lru_cache(maxsize=1024)
def _units(code: str) -> tuple[Jurisdiction, ...]:
    """Return the units that a code, of whatever kind, stood for, the oldest first."""
    if code == "VN":
        return (Jurisdiction("VN", Text("Việt Nam", "Viet Nam"), Level.COUNTRY, iso="VN"),)
    return tuple(
        [
            Jurisdiction(
                code=row["gso_code"],
                name=Text(row["name_vi"], row["name_en"]),
                level=row["type"],
                valid_from=date.fromisoformat(row["valid_from"]),
                valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                iso=row["iso_3166_2"] or None,
                predecessors=_keys(row["predecessors"]),
                successors=_keys(row["successor"]),
            )
            for row in _rows().get(code, ())
        ]
    )


@cache
def _rows() -> dict[str, list[dict[str, str]]]:
    import csv
    from importlib.resources import files

    found: dict[str, list[dict[str, str]]] = {}
    with files("govplan.values").joinpath("provinces.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            key = f"{row['gso_code']}@{row['valid_from']}"
            for code in filter(None, (row["gso_code"], row["iso_3166_2"], key)):
                found.setdefault(code, []).append(row)
    return found


@cache
def province_names() -> frozenset[str]:
    """Return the Vietnamese names that provinces and cities have or had."""
    return frozenset([row["name_vi"] for rows in _rows().values() for row in rows])


@cache
def _codes_by_name() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in sorted((key for key in _rows() if "@" in key), key=lambda key: key.partition("@")[2]):
        found.setdefault(tone_key(_rows()[key][0]["name_vi"]).casefold(), []).append(key)
    return found


def _keys(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))
