"""Which province, city or district a name means."""

from datetime import date

import pytest

from govplan.reading.territory import FoundTerritory, find_territory, unit_on
from govplan.values import Level, Period


@pytest.mark.parametrize(
    ("text", "name", "level", "within"),
    [
        ("Ủy ban nhân dân tỉnh Cà Mau", "Cà Mau", None, None),
        ("UBND TỈNH THỪA THIÊN HUẾ", "Thừa Thiên Huế", None, None),
        ("UBND TP.HCM", "Hồ Chí Minh", None, None),
        ("Sở Y tế Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu", None, None),
        ("UBND thành phố Đà Nẵng", "Đà Nẵng", None, None),
        ("UBND huyện Đông Giang, tỉnh Quảng Nam", "Đông Giang", Level.DISTRICT, "Quảng Nam"),
        ("Huyện ủy Tủa Chùa (Điện Biên)", "Tủa Chùa", Level.DISTRICT, "Điện Biên"),
        ("UBND xã Tam Dân", "Tam Dân", Level.COMMUNE, None),
        ("Thủ tướng Chính phủ", "Việt Nam", Level.COUNTRY, None),
        ("Sở Lao động - Thương binh và Xã hội Sơn La", "Sơn La", None, None),
    ],
)
def test_names_of_units_are_found(text: str, name: str, level: Level | None, within: str | None) -> None:
    """A district goes before its province, and "Xã hội" is no commune."""
    found = find_territory(text)
    assert found is not None
    assert (found.name, found.level, found.within) == (name, level, within)


def test_text_without_a_unit_has_none() -> None:
    """Nothing is guessed from words that name no place."""
    assert find_territory("Sở Y tế ban hành kế hoạch") is None
    assert find_territory("UBND xã Tam Dân", below=False) is None


def test_a_name_means_what_it_meant_on_the_day() -> None:
    """Bắc Ninh of 2023 and of 2025 are two units; a name that no unit has any more is of its years."""
    place = FoundTerritory("Bắc Ninh", None, 0, 8)
    assert unit_on(place, date(2023, 1, 4), None)[0].key == "27@1997-01-01"
    assert unit_on(place, None, Period.year(2026))[0].key == "24@2025-07-01"
    assert unit_on(FoundTerritory("Quảng Nam", None, 0, 9), date(2026, 1, 1), None)[0] is not None


def test_without_any_day_it_is_said_that_others_could_be_meant() -> None:
    """One unit of a name is certain, several are not."""
    assert unit_on(FoundTerritory("Quảng Nam", None, 0, 9), None, None)[1]
    unit, certain = unit_on(FoundTerritory("Bắc Ninh", None, 0, 8), None, None)
    assert unit is not None
    assert not certain


def test_districts_get_a_code_of_their_own_within_the_province() -> None:
    """A district's plan is never taken for its province's."""
    unit, certain = unit_on(FoundTerritory("Đông Giang", Level.DISTRICT, 0, 9, "Quảng Nam"), date(2023, 1, 4), None)
    assert unit is not None
    assert (str(unit), unit.code, unit.within) == ("huyện Đông Giang", "49-district-dong-giang", "49")
    assert not certain
    alone, _ = unit_on(FoundTerritory("Tam Dân", Level.COMMUNE, 0, 7), None, None)
    assert alone is not None
    assert (alone.code, alone.within) == ("commune-tam-dan", None)
