"""GP213-215: places that targets are allocated to, at their edges; the faults are in `tests/planting`."""

import pytest
from attrs import evolve
from planting.cases import COUNTRY, divided, target
from planting.saying import QUANG_NAM, found, looked_at, missed, said_of

from govplan.model import Goal, Target
from govplan.values import Jurisdiction, Level

TAM_KY = Jurisdiction("502", "Tam Kỳ", Level.DISTRICT, within="49")
HOI_AN = Jurisdiction("503", "Hội An", Level.DISTRICT, within="49@1997-01-01")
AN_XUAN = Jurisdiction("20335", "An Xuân", Level.COMMUNE, within="502")


def allocated(*places: Jurisdiction, whole: Jurisdiction | None = None) -> Target:
    parts = [target(f"part-{number}", Goal.at_least(5), jurisdiction=place) for number, place in enumerate(places)]
    return divided(target("all", Goal.at_least(5), jurisdiction=whole), "allocation", *parts)


def test_districts_of_the_province_lie_in_it() -> None:
    """The unit above may be written as a code or as a key; a province lies in the country."""
    report = said_of(allocated(TAM_KY, HOI_AN))
    assert (report.findings, looked_at(report, "GP214"), looked_at(report, "GP215")) == ((), 2, 2)
    assert said_of(allocated(QUANG_NAM, whole=COUNTRY)).findings == ()


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(evolve(TAM_KY, within="48"), id="a district of another province"),
        pytest.param(evolve(AN_XUAN, within="48"), id="a commune of another province"),
        pytest.param(QUANG_NAM, id="the province itself"),
        pytest.param(COUNTRY, id="the country"),
    ],
)
def test_what_lies_elsewhere_is_found(place: Jurisdiction) -> None:
    """Another's unit, the whole itself, and what is above it are no parts of it."""
    assert found(said_of(allocated(place))) == [("GP214", "/targets/0/allocation/0/jurisdiction")]


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(evolve(TAM_KY, within=None), id="a district that says nothing of it"),
        pytest.param(AN_XUAN, id="a commune that names its district"),
    ],
)
def test_where_a_place_lies_may_be_unknown(place: Jurisdiction) -> None:
    """What is written of a unit may not lead up to the province, and that is said."""
    assert missed(said_of(allocated(place))) == [("GP214", "unit_above_unknown")]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param((TAM_KY, TAM_KY), 1, id="one place twice"),
        pytest.param((TAM_KY, TAM_KY, TAM_KY), 2, id="three times"),
        pytest.param((TAM_KY, AN_XUAN), 1, id="a district beside its commune"),
        pytest.param((evolve(HOI_AN, predecessors=("502",)), TAM_KY), 1, id="what it was before"),
        pytest.param((TAM_KY, HOI_AN), 0, id="neighbours"),
    ],
)
def test_no_place_is_counted_twice(places: tuple[Jurisdiction, ...], expected: int) -> None:
    """Whatever the order, an overlap is found once for each place too many."""
    for order in (places, places[::-1]):
        told = found(said_of(allocated(*order)))
        assert sum(code == "GP215" for code, _ in told) == expected
