"""What only a whole plan file knows: its version, and what ids and bare codes in it mean; *not* here: the rest.

A target's `indicator` may be an id from the plan's `indicators`; a bare jurisdiction code means the unit in
force when the plan was issued, or on the first day of its period when it does not say when.
"""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from typing import Any

import attrs

from govplan.errors import GovplanError
from govplan.files import scalars
from govplan.files.problem import FormError, Refused
from govplan.model import Plan, Target
from govplan.values import Jurisdiction, Period

__all__ = [
    "VERSION",
    "jurisdiction_from_form",
    "jurisdiction_to_form",
    "linked",
    "with_links",
    "without_version",
]

VERSION = 1
"""The version of the format that this library writes, and the newest that it reads."""

_PARTS = ("partition", "subset", "overlap", "allocation")


def without_version(form: Any) -> dict[str, Any]:
    """Return a plan's mapping without its first key.

    Raises:
        FormError: no mapping, no version, or a newer one.
    """
    if form.__class__ is not dict:
        raise scalars.not_a_mapping(form, ("govplan", "id", "title", "targets"))
    if "govplan" not in form:
        raise FormError(
            f"no plan file: found no key govplan; write govplan: {VERSION} on the first line",
            f"không phải tệp kế hoạch: không có khóa govplan; hãy viết govplan: {VERSION} ở dòng đầu",
        )
    version = scalars.below("govplan", scalars.whole, form["govplan"])
    if version != VERSION:
        raise FormError(
            f"format version not known: found {version}; this govplan reads {VERSION}, a newer one may read it",
            f"chưa biết phiên bản định dạng: gặp {version}; govplan này đọc được {VERSION}, hãy dùng bản mới hơn",
            ("govplan",),
        )
    return {key: value for key, value in form.items() if key != "govplan"}


def with_links(form: dict[str, Any]) -> dict[str, Any]:
    """Return a plan's mapping with bare codes of jurisdictions as units, and ids of indicators as mappings.

    What cannot be resolved stays as it is, for the reader of the value to refuse at its place.
    """
    day = _reference_day(form)
    found = dict(form)
    if "jurisdiction" in form:
        found["jurisdiction"] = _unit_on(form["jurisdiction"], day)
    defined = form.get("indicators", [])
    indicators: dict[str, Any] | None = None
    # Where the definitions themselves cannot be read, no id of them is held against a target.
    if defined.__class__ is list and not any(item.__class__ is Refused for item in defined):
        indicators = {}
        for item in defined:
            if item.__class__ is dict and isinstance(item.get("id"), str):
                indicators.setdefault(item["id"], item)
    if form.get("targets").__class__ is list:
        found["targets"] = [_resolve(target, indicators, day) for target in form["targets"]]
    return found


def _reference_day(form: dict[str, Any]) -> date | None:
    try:
        if form.get("issued") is not None:
            return scalars.day(form["issued"])
        return Period.parse(scalars.text(form.get("period"))).start
    except GovplanError:
        return None


def _resolve(form: Any, indicators: dict[str, Any] | None, day: date | None) -> Any:
    if form.__class__ is not dict:
        return form
    changed: dict[str, Any] = {}
    indicator = form.get("indicator")
    if isinstance(indicator, str):
        changed["indicator"] = (
            Refused() if indicators is None else indicators.get(indicator) or Undefined(indicator, tuple(indicators))
        )
    if form.get("jurisdiction").__class__ is str:
        changed["jurisdiction"] = _unit_on(form["jurisdiction"], day)
    for key in _PARTS:
        if form.get(key).__class__ is list:
            changed[key] = [_resolve(part, indicators, day) for part in form[key]]
    if form.get("breakdowns").__class__ is list:
        changed["breakdowns"] = [
            {**item, "parts": [_resolve(part, indicators, day) for part in item["parts"]]}
            if item.__class__ is dict and item.get("parts").__class__ is list
            else item
            for item in form["breakdowns"]
        ]
    return {**form, **changed} if changed else form


class Undefined:
    """An id of an indicator that the plan does not define, with the ids that it does."""

    __slots__ = ("id", "known")

    def __init__(self, id: str, known: tuple[str, ...]) -> None:
        self.id = id
        self.known = known

    def error(self) -> FormError:
        """Return the error that says so, with the nearest id."""
        near = get_close_matches(self.id[:100], self.known, 1)
        en = f"did you mean {near[0]}?" if near else "define it under indicators, or write the indicator out here"
        vi = f"có phải ý bạn là {near[0]}?" if near else "hãy định nghĩa trong indicators, hoặc viết đầy đủ tại đây"
        return FormError(
            f"indicator not defined: found the id {self.id!r:.80}; {en}",
            f"chỉ tiêu thống kê chưa định nghĩa: gặp mã {self.id!r:.80}; {vi}",
        )


def _unit_on(code: Any, day: date | None) -> Any:
    if code.__class__ is not str:
        return code
    if day is None:
        # The day is at fault and said to be; which unit a code meant on it nobody can tell.
        return Refused() if Jurisdiction.is_code(code) else code
    try:
        return Jurisdiction.in_force(code, day)
    except GovplanError as error:
        return NotInForce(error)


class NotInForce:
    """A bare code that meant nothing on the plan's day, with the error that says so."""

    __slots__ = ("error",)

    def __init__(self, error: GovplanError) -> None:
        self.error = error


def jurisdiction_from_form(form: Any) -> Jurisdiction:
    """Return a unit from its key ("49@1997-01-01"); bare codes are resolved with the plan's day."""
    if form.__class__ is Jurisdiction:
        return form
    if form.__class__ is NotInForce:
        raise form.error
    # Outside a plan there is no day: a key says its own, and "VN" has no end.
    return Jurisdiction.in_force(scalars.text(form), date.max)


def jurisdiction_to_form(unit: Jurisdiction) -> Any:
    """Return the key of a unit that the table has, else its mapping."""
    try:
        if Jurisdiction.in_force(unit.key, date.max) == unit:
            return unit.key
    except GovplanError:
        pass
    name = unit.name
    words = {key: value for key, value in (("vi", name.vi), ("en", name.en)) if value is not None}
    form: dict[str, Any] = {"code": unit.code, "name": words, "level": unit.level.value}
    for attribute in attrs.fields(Jurisdiction)[3:]:
        value = getattr(unit, attribute.name)
        if value is not None and value != ():
            form[attribute.name] = list(value) if isinstance(value, tuple) else value
    return form


def linked(form: dict[str, Any], plan: Plan) -> dict[str, Any]:
    """Return a plan's written mapping with bare codes and ids wherever reading gives the same back."""
    day = plan.issued or plan.period.start
    for code in (plan.jurisdiction.iso, plan.jurisdiction.code):
        if code is not None and _means(code, day, plan.jurisdiction):
            form["jurisdiction"] = code
            break
    if plan.indicators:
        # The first of an id is what reading finds; a second one is written out.
        defined: dict[str, Any] = {}
        for indicator in plan.indicators:
            if indicator.id is not None:
                defined.setdefault(indicator.id, indicator)
        for written, target in zip(form.get("targets", ()), plan.targets, strict=True):
            _name_indicators(written, target, defined)
    return form


def _means(code: str, day: date, unit: Jurisdiction) -> bool:
    try:
        return Jurisdiction.in_force(code, day) == unit
    except GovplanError:
        return False


def _name_indicators(form: dict[str, Any], target: Target, defined: dict[str, Any]) -> None:
    id = target.indicator.id
    if id is not None and defined.get(id) == target.indicator:
        form["indicator"] = id
    breakdowns = form.get("breakdowns")
    for index, breakdown in enumerate(target.breakdowns):
        parts = form[breakdown.relation.value] if breakdowns is None else breakdowns[index]["parts"]
        for written, part in zip(parts, breakdown.parts, strict=True):
            _name_indicators(written, part, defined)
