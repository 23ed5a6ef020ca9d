"""Dated administrative units."""

import csv
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import InvalidDateError, InvalidJurisdictionError, InvalidTextError
from govplan.testing import days, jurisdictions
from govplan.testing.circumstances import shipped_jurisdictions
from govplan.values import Jurisdiction, Level, Text
from govplan.values.jurisdiction import province_names

ROWS = [row for row in shipped_jurisdictions() if row.level is not Level.COUNTRY]
BY_KEY = {row.key: row for row in ROWS}


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(1996, 6, 30), 53),
        (date(1996, 12, 31), 53),
        (date(1997, 1, 1), 61),
        (date(2004, 1, 1), 64),
        (date(2008, 8, 1), 63),
        (date(2023, 1, 4), 63),
        (date(2025, 6, 30), 63),
        (date(2025, 7, 1), 34),
        (date(2026, 9, 20), 34),
    ],
)
def test_the_table_has_as_many_provinces_as_the_country_had(day: date, count: int) -> None:
    """On each day as many units of the first level are in force as resolutions of the National Assembly left."""
    assert len([row for row in ROWS if row.is_in_force(day)]) == count


def test_every_row_is_one_unit() -> None:
    """No two rows have one key; the first day of every row is known."""
    assert len(BY_KEY) == len(ROWS)
    assert all(row.valid_from is not None for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_links_between_units_go_both_ways_without_a_gap(row: Jurisdiction) -> None:
    """A successor names its predecessor and begins on the day after its last, and the other way round."""
    for key in row.successors:
        assert row.key in BY_KEY[key].predecessors
        assert row.valid_to is not None
        assert BY_KEY[key].valid_from == row.valid_to + timedelta(days=1)
    for key in row.predecessors:
        assert row.key in BY_KEY[key].successors
    assert bool(row.successors) == (row.valid_to is not None)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_a_code_means_one_unit_at_a_time(row: Jurisdiction) -> None:
    """On the first and last day of a unit both its codes mean it, and its key does on every day."""
    assert row.valid_from is not None
    for day in (row.valid_from, row.valid_to or date(2099, 12, 31)):
        assert Jurisdiction.in_force(row.code, day) == row
        assert row.iso is None or Jurisdiction.in_force(row.iso, day) == row
    assert Jurisdiction.in_force(row.key, date(1900, 1, 1)) == row


def test_quang_nam_is_a_province_until_the_middle_of_2025() -> None:
    """VN-27 is Quảng Nam in 2023; on 2025-07-01 it does not exist, and Đà Nẵng has succeeded it."""
    quang_nam = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
    assert str(quang_nam) == "tỉnh Quảng Nam"
    assert quang_nam == Jurisdiction.in_force("49", date(2025, 6, 30))
    [successor] = quang_nam.successors
    assert str(Jurisdiction.in_force(successor, date(2025, 7, 1))) == "thành phố Đà Nẵng"
    with pytest.raises(
        InvalidJurisdictionError,
        match="found VN-27 on 2025-07-01; the code stood for Quảng Nam 1997-01-01–2025-06-30",
    ):
        Jurisdiction.in_force("VN-27", date(2025, 7, 1))


def test_a_code_may_change_its_name() -> None:
    """Code 15 was Yên Bái and is Lào Cai; the day decides, and the two are different units."""
    before, after = (Jurisdiction.in_force("15", day) for day in (date(2025, 6, 30), date(2025, 7, 1)))
    assert (str(before), str(after)) == ("tỉnh Yên Bái", "tỉnh Lào Cai")
    assert before != after
    assert before.key in after.predecessors


def test_the_country_is_always_in_force() -> None:
    """VN is the country, which has no first day here, and prints without its level."""
    country = Jurisdiction.in_force("VN", date(1, 1, 1))
    assert country == Jurisdiction.in_force("VN", date.max)
    assert (str(country), country.key, country.level) == ("Việt Nam", "VN", Level.COUNTRY)


@pytest.mark.parametrize("code", ["", "VN-99", "vn-27", "Quảng Nam", "49@2025-07-01", "7"])
def test_unknown_codes_are_refused(code: str) -> None:
    """A name, a wrong code and the key of no row are no code."""
    with pytest.raises(InvalidJurisdictionError, match=r"unknown jurisdiction: found .*; write an ISO 3166-2 code"):
        Jurisdiction.in_force(code, date(2023, 1, 4))
    assert not Jurisdiction.is_code(code)


@given(jurisdictions(shipped=True))
def test_the_codes_of_the_table_are_codes(row: Jurisdiction) -> None:
    """Official code, ISO code and key all are known, whatever the day."""
    assert Jurisdiction.is_code(row.code)
    assert Jurisdiction.is_code(row.key)
    assert row.iso is None or Jurisdiction.is_code(row.iso)


@given(jurisdictions(), days())
def test_a_unit_is_in_force_from_its_first_day_to_its_last(unit: Jurisdiction, day: date) -> None:
    """Both days belong to it; without a first or last day that side has no end."""
    from_then = unit.valid_from is None or unit.valid_from <= day
    until_then = unit.valid_to is None or day <= unit.valid_to
    assert unit.is_in_force(day) == (from_then and until_then)
    for edge in (unit.valid_from, unit.valid_to):
        assert edge is None or unit.is_in_force(edge)


@given(jurisdictions(shipped=False))
def test_a_unit_prints_with_its_level(unit: Jurisdiction) -> None:
    """The level comes before the name, except the country's."""
    expected = str(unit.name) if unit.level is Level.COUNTRY else f"{unit.level} {unit.name}"
    assert str(unit) == expected


@given(jurisdictions())
def test_identity_is_code_and_first_day(unit: Jurisdiction) -> None:
    """The key is the code, with the day from which the unit has been what it is."""
    assert unit.key == (unit.code if unit.valid_from is None else f"{unit.code}@{unit.valid_from.isoformat()}")


@pytest.mark.parametrize(
    ("level", "vi"), [("country", "nước"), ("city", "thành phố"), ("district", "huyện"), ("commune", "xã")]
)
def test_levels_are_printed_in_vietnamese(level: str, vi: str) -> None:
    """Files hold the English word, str() is the Vietnamese one."""
    assert str(Level(level)) == vi


def test_units_that_the_table_lacks_are_written_in_place() -> None:
    """A district has a code, a name and a level of its own, and says within what it lies."""
    district = Jurisdiction("506", "Đại Lộc", "district", within="49")
    assert (str(district), district.name, district.level) == ("huyện Đại Lộc", Text("Đại Lộc"), Level.DISTRICT)
    assert district.is_in_force(date(2023, 1, 4))


def test_a_unit_ends_after_it_begins() -> None:
    """Two days in the wrong order are told; one and the same day is a unit of one day."""
    assert Jurisdiction("1", "x", "commune", date(2023, 1, 1), date(2023, 1, 1)).is_in_force(date(2023, 1, 1))
    with pytest.raises(
        InvalidJurisdictionError, match="jurisdiction ends before it begins: found 2023-01-02 to 2023-01-01"
    ):
        Jurisdiction("1", "x", "commune", date(2023, 1, 2), date(2023, 1, 1))


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        ({"code": ""}, InvalidTextError, "empty text"),
        ({"name": " "}, InvalidTextError, "empty text"),
        ({"level": "town"}, InvalidTextError, "unknown word: found 'town'; write one of country, province"),
        ({"valid_from": "2023"}, InvalidDateError, "not a date"),
        ({"iso": ""}, InvalidTextError, "empty text"),
        ({"within": 49}, InvalidTextError, "text expected"),
        ({"predecessors": [""]}, InvalidTextError, "empty text"),
    ],
)
def test_every_field_is_held_to_its_kind(fields: dict[str, Any], error: type[Exception], message: str) -> None:
    """Nothing that is wrong with a field passes unseen."""
    with pytest.raises(error, match=message):
        Jurisdiction(**{"code": "506", "name": "Đại Lộc", "level": "district"} | fields)


@given(st.dates(date(1996, 1, 1), date(2030, 12, 31)))
def test_names_are_unique_on_every_day(day: date) -> None:
    """Of the provinces in force on a day no two have one name or one code."""
    rows = [row for row in ROWS if row.is_in_force(day)]
    for attribute in ("name", "code"):
        assert len({getattr(row, attribute) for row in rows}) == len(rows)


OLD, NEW = ([row for row in ROWS if row.is_in_force(day)] for day in (date(2025, 6, 30), date(2025, 7, 1)))


def test_the_34_units_of_2025_divide_the_63_before_among_them() -> None:
    """Each of the 63 goes into exactly one of the 34: 11 are themselves, 23 are made of two or three others."""
    made_of = {row.key: row.predecessors if row not in OLD else (row.key,) for row in NEW}
    gone = sorted(key for keys in made_of.values() for key in keys)
    assert gone == sorted(row.key for row in OLD)
    merged = [keys for keys in made_of.values() if len(keys) > 1]
    assert (len(OLD), len(NEW), len(merged)) == (63, 34, 23)
    assert {len(keys) for keys in merged} == {2, 3}


def test_every_row_states_its_source() -> None:
    """Each unit names the document that made it what it is, or that it stood before the table opens."""
    with files("govplan.values").joinpath("provinces.csv").open(encoding="utf-8") as rows:
        sources = [row["source"] for row in csv.DictReader(rows)]
    assert len(sources) == len(ROWS)
    assert all("Nghị quyết" in source or "Quyết định" in source or "có trước" in source for source in sources)
    assert sum("Nghị quyết 202/2025/QH15" in source for source in sources) >= 23


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Hoà Bình", ["17@1996-01-01"]),
        ("BẮC NINH", ["27@1997-01-01", "24@2025-07-01", "24@2026-09-20"]),
        ("Thừa  Thiên Huế", ["46@1996-01-01"]),
        ("Sài Gòn", []),
    ],
)
def test_units_are_found_by_name_in_their_order(name: str, keys: list[str]) -> None:
    """In any case, spacing and school of tone marks; a name that no unit had finds none."""
    assert [unit.key for unit in Jurisdiction.named(name)] == keys


def test_every_name_of_the_table_finds_its_units() -> None:
    """Who looks for names in a text asks for all of them once."""
    assert {"Quảng Nam", "Hà Tây", "Huế"} <= province_names()
    assert all(str(unit.name) == name for name in province_names() for unit in Jurisdiction.named(name))
