"""A draft with what a person knows better than the text; *not* here: what the text says (`prose`)."""

from __future__ import annotations

from attrs import evolve

from govplan.errors import InvalidValueError
from govplan.model import Organization
from govplan.reading.draft import Draft
from govplan.values import Jurisdiction, Period, Text

__all__ = ["completed"]


def completed(
    draft: Draft,
    *,
    title: str | None = None,
    issuer: str | None = None,
    period: Period | str | None = None,
    jurisdiction: Jurisdiction | str | None = None,
) -> Draft:
    """Return the draft with what is given in place of what was read.

    A code of a jurisdiction means the unit in force when the plan was issued, else on the first day of its period.

    Raises:
        InvalidValueError: a code of a jurisdiction, and no day to tell which unit it means; or no such unit.
        InvalidPeriodError: words that are no period.

    >>> completed(Draft(""), period="2024", jurisdiction="VN-27").jurisdiction.key
    '49@1997-01-01'
    """
    if title:
        draft = evolve(draft, title=Text(title))
    if issuer:
        draft = evolve(draft, issuer=Organization(Text(issuer)))
    if period:
        draft = evolve(draft, period=Period.parse(period) if isinstance(period, str) else period)
    if not jurisdiction:
        return draft
    if isinstance(jurisdiction, Jurisdiction):
        return evolve(draft, jurisdiction=jurisdiction)
    day = draft.issued or (draft.period.start if draft.period else None)
    if day is None:
        raise InvalidValueError(
            f"no day for the jurisdiction: found the code {jurisdiction!r:.40} and no date or period; give the period",
            f"không có ngày để xác định địa bàn: gặp mã {jurisdiction!r:.40}, chưa có ngày hay kỳ; hãy cho kỳ",
        )
    return evolve(draft, jurisdiction=Jurisdiction.in_force(jurisdiction, day))
