"""Measured results; *not* here: what a plan asked for (`target`) or how far along it is (`govplan.aggregation`)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from govplan.errors import InvalidValueError
from govplan.values.conversion import member_of, optional_day_of, optional_instance_of
from govplan.values.number import optional_number_of
from govplan.values.period import Period
from govplan.values.source import Source
from govplan.values.text import identifier, optional_line

__all__ = ["Mode", "Observation", "Status"]


class Status(Enum):
    """How settled a figure is: ước thực hiện, sơ bộ, chính thức."""

    ESTIMATE = "estimate"
    PROVISIONAL = "provisional"
    FINAL = "final"


class Mode(Enum):
    """What stretch of time a reported flow covers: trong kỳ, lũy kế từ đầu năm, lũy kế từ đầu giai đoạn."""

    THIS_PERIOD = "this_period"
    YEAR_TO_DATE = "year_to_date"
    SINCE_START = "since_start"


def status_of(value: Status | str) -> Status:
    """Return the status that a member or its word means."""
    return member_of(Status, value)


def mode_of(value: Mode | str) -> Mode:
    """Return the mode that a member or its word means."""
    return member_of(Mode, value)


@frozen
class Observation:
    """A measured result for a target (kết quả thực hiện).

    `value` and `change` are in the indicator's unit, `relative_change` in percent of the baseline, reductions
    negative; `judgement` is the published one, e.g. "Đạt", as it was printed.

    Raises:
        InvalidValueError: no number at all, or not exactly one of `period` and `as_of`.

    >>> Observation("jobs", period=Period.year(2023), value=16250).value
    Decimal('16250')
    """

    target: str = field(converter=identifier)
    period: Period | None = field(default=None, validator=optional_instance_of(Period))
    as_of: date | None = field(default=None, converter=optional_day_of)
    value: Decimal | None = field(default=None, converter=optional_number_of)
    change: Decimal | None = field(default=None, converter=optional_number_of)
    relative_change: Decimal | None = field(default=None, converter=optional_number_of)
    status: Status = field(default=Status.FINAL, converter=status_of)
    mode: Mode = field(default=Mode.THIS_PERIOD, converter=mode_of)
    judgement: str | None = field(default=None, converter=optional_line)
    source: Source | None = field(default=None, validator=optional_instance_of(Source))

    def __attrs_post_init__(self) -> None:
        if (self.period is None) == (self.as_of is None):
            raise InvalidValueError(
                "a result has one time: found both period and as_of, or neither; give one of them",
                "mỗi kết quả có một thời điểm: gặp cả period lẫn as_of, hoặc không có; hãy cho một trong hai",
            )
        if self.value is None and self.change is None and self.relative_change is None:
            raise InvalidValueError(
                "a result without a number: found no value, change or relative_change; give at least one",
                "kết quả không có số: không có value, change hay relative_change; hãy cho ít nhất một",
            )
