"""One figure on its way to a commitment, with what its clause leaves unsaid; *not* here: the order of clauses."""

from __future__ import annotations

from decimal import Decimal

from attrs import define, field

from govplan.model.goal import Basis
from govplan.model.target import Relation
from govplan.reading.clauses import Clause, has_words
from govplan.reading.conditions import Condition
from govplan.reading.horizons import named_period
from govplan.reading.measures import is_growth, is_rate
from govplan.reading.names import LONGEST, Name, trimmed_before, words_of
from govplan.reading.numbers import Figure
from govplan.reading.standing import Standing
from govplan.reading.units import unit_within
from govplan.values.period import Period

__all__ = ["Reading", "add_part", "add_share", "header_of", "reading_of"]


@define
class Reading:
    """One figure on its way to a commitment (số liệu đang đọc): clause, name, what is asked, what depends on it."""

    clause: Clause
    name: str
    name_span: tuple[int, int] | None
    condition: Condition
    basis: Basis
    horizon: Period | None
    standing: Standing
    is_headed: bool
    prefix: str
    unit: str
    sort: str
    start: int
    notes: set[str] = field(factory=set)
    parts: list[Reading] = field(factory=list)
    relation: Relation | None = None
    shares: list[Reading] = field(factory=list)
    exhausted: bool = False
    own_denominator: bool = False
    in_composition: bool = False
    composition_total: Decimal | None = None
    is_deed: bool = False
    baseline: Figure | None = None
    baseline_period: Period | None = None

    @property
    def is_promised(self) -> bool:
        """Do its own words promise it: phấn đấu, sẽ?"""
        return self.standing is Standing.COMMITS


def reading_of(
    text: str, clause: Clause, name: Name, condition: Condition, standing: Standing, horizon: Period | None,
    last: Reading | None, *, in_parts: bool = False, is_later: bool = False,
) -> Reading:  # fmt: skip
    """Return the reading of a clause, with what it takes over from the one before it in a list.

    `is_later` tells that the clause names a time of its own.
    """
    figure = clause.figure
    words, prefix = name.words, name.prefix
    notes: set[str] = set()
    if not words and last is not None:
        words, prefix = last.name, last.prefix
        notes.add("inherited")
        goes_on = figure.unit == last.unit and not condition.is_stated
        if is_later and not condition.change and (goes_on or last.condition.change.endswith("_to")):
            condition = Condition(condition.comparator, last.condition.change)
    elif last is not None and clause.link in (",", "and") and not name.is_headed:
        words, prefix = _full_name(clause, name, last, in_parts=in_parts)
        condition = _full_condition(clause, name, condition, last)
    if clause.header and not name.is_headed:
        header = header_of(text, clause)
        if header and not words.startswith(header):
            words = f"{header}: {words}"[:LONGEST]
    reading = Reading(
        clause, words, name.span, condition, Basis.LEVEL, horizon, standing, name.is_headed, prefix,
        figure.unit, figure.sort, _start(clause, name), notes,
    )  # fmt: skip
    # More is better of what is done, whatever it is done to: "xóa 300 nhà tạm".
    takes_over = not name.words or (name.side == "after" and last is not None and bool(last.prefix))
    reading.is_deed = name.is_deed or (takes_over and last is not None and last.is_deed)
    if clause.baseline is not None:
        reading.baseline = clause.baseline
        if clause.baseline_time is not None:
            reading.baseline_period = named_period(clause.baseline_time.meaning.partition("|")[2])
    if condition.change:
        reading.basis = _basis(reading)
        if last is not None and _is_rate_of_a_group(reading, last):
            reading.name, reading.basis = f"{last.name.partition(':')[0]}: {reading.name}"[:LONGEST], Basis.CHANGE
    return reading


def _is_rate_of_a_group(reading: Reading, last: Reading) -> bool:
    """Does "…; vùng miền núi giảm 3%" go on with the rate before it, whose change was one of points?"""
    return (
        not reading.is_headed
        and reading.basis is Basis.RELATIVE_CHANGE
        and last.basis is Basis.CHANGE
        and reading.unit == last.unit
        and reading.condition.change == last.condition.change
        and reading.name.lower().startswith(_GROUPS)
    )


_GROUPS = (
    "vùng ", "khu vực ", "miền ", "thành thị", "nông thôn", "đồng bào ", "các huyện", "các xã", "huyện ", "xã ",
    "hộ ", "địa bàn ", "thành phố ", "nhóm ", "dân tộc ", "người dân tộc", "phụ nữ", "nữ",
)  # fmt: skip


def add_part(whole: Reading, part: Reading) -> None:
    """Make a reading a part of another, with the unit, the change and the name that it takes over."""
    if part.sort in ("", "scale") and whole.unit:
        part.unit, part.sort = whole.unit, whole.sort
    elif part.sort == whole.sort:
        part.unit = unit_within(part.unit, whole.unit)
    if part.clause.exhausts:
        whole.exhausted = True
    if not part.condition.change and not part.condition.is_stated and whole.condition.change:
        part.condition = Condition(part.condition.comparator, whole.condition.change)
    if part.clause.link == "group":
        part.own_denominator = True
    if not part.is_headed and not part.name.startswith(whole.name):
        joint = " " if part.name.startswith(("có ", "được ", "đạt ", "là ")) else ": "
        part.name = f"{whole.name}{joint}{part.name}"[:LONGEST]
        part.is_deed = part.is_deed or whole.is_deed
    part.basis = _basis(part)
    whole.parts.append(part)


def add_share(whole: Reading, share: Reading) -> None:
    """Name a share of what is counted ("trong đó nữ chiếm 40%"), which is a ratio of its own beside the count."""
    if not share.name.startswith(whole.name):
        share.name = f"{whole.name}: {share.name if share.is_headed else 'tỷ lệ ' + share.name}"[:LONGEST]
    share.notes.add("share")
    share.basis = _basis(share)
    whole.shares.append(share)


def header_of(text: str, clause: Clause) -> str:
    """Return the topic that a header gives to the clauses under it, "" where it only announces them."""
    if not clause.header:
        return ""
    start = max((index + 1 for index, item in enumerate(clause.header) if item.kind == ":"), default=0)
    topic = clause.header[start:]
    if any(item.kind in ("commit", "past", "need") for item in topic):
        return ""
    words = words_of(text, trimmed_before(topic)[0])
    return "" if words.lower().startswith(("về ", "chỉ tiêu", "mục tiêu", "các chỉ tiêu", "gồm")) else words


def _full_name(clause: Clause, name: Name, last: Reading, *, in_parts: bool) -> tuple[str, str]:
    """Return the name of a clause in a list with the words that only the first one has, and what later ones share."""
    words = name.words
    if name.side == "after" and last.prefix:
        # "Trồng 2.000 ha keo, 500 ha quế": the verb is said once.
        return f"{last.prefix} {words}"[:LONGEST], last.prefix
    if name.side == "before" and name.first and clause.figure.unit == last.unit:
        known = last.name.lower().split()
        if name.first in known[1:] and not clause.header:
            # "tỷ suất tử vong trẻ sơ sinh …, trẻ dưới 1 tuổi …": said up to the word that comes again.
            shared = last.name.split()[: known.index(name.first, 1)]
            return " ".join([*shared, words])[:LONGEST], name.prefix
        if last.is_headed and not in_parts and len(words.split()) <= 3:
            return f"{last.name.partition(':')[0]}: {words}"[:LONGEST], name.prefix
    return words, name.prefix


def _full_condition(clause: Clause, name: Name, condition: Condition, last: Reading) -> Condition:
    """Return what a clause in a list asks, with the comparator or change that is said once for all."""
    known = last.condition
    comparator, change = condition.comparator, condition.change
    if not comparator and not change and name.side in ("after", "both") and not clause.header:
        leads = not has_words(clause.before)
        if leads and known.comparator in _SHARED and (last.prefix or not has_words(last.clause.before)):
            comparator = known.comparator
    if not change and not condition.is_stated and clause.figure.unit == last.unit:
        change = known.change
    return Condition(comparator, change, condition.is_noun, condition.is_stated)


# "khoảng 1.000 lao động nhóm 1 và 500 lao động nhóm 2": about as many of both.
_SHARED = ("about", "at_least", "at_most")


def _start(clause: Clause, name: Name) -> int:
    """Return where the words begin that carry a clause's commitment."""
    start = clause.figure.start
    for item in reversed(clause.before):
        if item.kind not in _CARRYING:
            break
        start = item.start
    if name.opener is not None:
        start = min(start, name.opener.start)
    return min(start, name.span[0]) if name.span is not None else start


_CARRYING = frozenset(("compare", "change", "from", "attain", "frequency", "rank"))


def _basis(reading: Reading) -> Basis:
    """Return the basis of what a clause asks: a change in percent is one of points where the indicator is a share."""
    if not reading.condition.change.endswith("_by") or reading.unit.startswith("lần"):
        return Basis.LEVEL
    if reading.sort != "percent":
        return Basis.CHANGE
    name = reading.name
    if is_growth(name) and not is_rate(name.partition(":")[0]):
        return Basis.LEVEL if reading.is_headed and not reading.parts else Basis.RELATIVE_CHANGE
    return Basis.CHANGE if is_rate(name) else Basis.RELATIVE_CHANGE
