"""What a data frame of govplan promises in each library: the same columns and exact decimals."""

import sys
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan.errors import InvalidNumberError, MissingExtraError, UnknownFormatError
from govplan.exchange import Column, Kind, Table, to_frame, to_table
from govplan.exchange.frame import Backend

BACKENDS: tuple[Backend, ...] = get_args(Backend)
ALL = tuple(Column(kind.value, kind) for kind in Kind)
DECIMALS = st.decimals(-(10**12), 10**12, places=2) | st.decimals(-100, 100, places=5)


def _cells(frame: Any, backend: Backend, name: str) -> list[Any]:
    if backend == "pyarrow":
        return list(frame.column(name).to_pylist())
    return list(frame[name].to_list())


@pytest.mark.parametrize("backend", BACKENDS)
@given(values=st.lists(st.none() | DECIMALS, max_size=5))
def test_numbers_stay_exact(backend: Backend, values: list[Decimal | None]) -> None:
    """Promise: every number of a frame equals the one that went in, and a missing one is missing."""
    frame = to_frame(Table((Column("n", "number"),), [(value,) for value in values]), backend)
    assert _cells(frame, backend, "n") == values


@pytest.mark.parametrize("backend", BACKENDS)
def test_all_kinds_and_their_gaps_come_through(backend: Backend) -> None:
    """Promise: dates, flags, counts and text keep their kind beside missing ones."""
    rows = [("a", Decimal("1.5"), date(2023, 1, 4), 3, True), (None, None, None, 0, None)]
    frame = to_frame(Table(ALL, rows), backend)
    for index, kind in enumerate(Kind):
        found = _cells(frame, backend, kind.value)
        assert found[0] == rows[0][index]
        assert found[1] == 0 if kind is Kind.COUNT else found[1] is None or found[1] != found[1]


@pytest.mark.parametrize("backend", BACKENDS)
def test_an_empty_table_has_its_columns(backend: Backend) -> None:
    """Promise: the columns of a frame do not depend on what is in it."""
    frame = to_frame(Table(ALL), backend)
    names = frame.column_names if backend == "pyarrow" else list(frame.columns)
    assert names == [kind.value for kind in Kind]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_plan_becomes_a_frame(backend: Backend) -> None:
    """Promise: the targets of a plan are rows in every library, with the columns of its table."""
    plan = govplan.load_example("quangnam_2023")
    frame = to_frame(plan, backend)
    assert _cells(frame, backend, "target") == list(to_table(plan).column("target"))


def test_a_number_beyond_a_column_is_refused() -> None:
    """Promise: where a column cannot hold a number exactly it is refused, never cut."""
    table = Table((Column("n", "number"),), ((Decimal(10) ** 30,), (Decimal("1e-20"),)))
    with pytest.raises(InvalidNumberError, match="column n needs 51"):
        to_frame(table, "polars")


def test_another_library_is_named_with_those_there_are() -> None:
    """Promise: a library that is not known is answered with the names of those that are."""
    with pytest.raises(UnknownFormatError, match="pandas, polars, pyarrow"):
        to_frame(Table(ALL), "duckdb")  # type: ignore[arg-type]  # what a user may well write


@pytest.mark.parametrize("missing", ["narwhals", "polars"])
def test_what_is_not_installed_is_asked_for_by_name(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Promise: a library that is missing is named, with the way to install it."""
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.setattr("govplan.exchange.frame.find_spec", lambda name: None if name == missing else object())
    with pytest.raises(MissingExtraError, match="pip install"):
        to_frame(Table(ALL), "polars")
