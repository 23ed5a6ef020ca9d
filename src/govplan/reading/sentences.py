"""What the clauses of a sentence commit to, each knowing those before it; *not* here: finding sentences."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import define, field

from govplan.reading.clauses import Clause, clauses_of, has_words, segments_of
from govplan.reading.conditions import Condition, condition_of
from govplan.reading.deadlines import is_deadline, leading_horizon, own_horizon, times_of
from govplan.reading.echoes import is_said_again, restates
from govplan.reading.horizons import named_period
from govplan.reading.names import Name, name_of
from govplan.reading.numbers import Item
from govplan.reading.pairing import pairs_at, share_denominators
from govplan.reading.readings import Reading, add_part, add_share, header_of, reading_of
from govplan.reading.standing import Standing, is_figure_of_something, own_standing, reports, standings_of
from govplan.reading.units import meaning_of
from govplan.values.number import exact_sum
from govplan.values.period import Period

__all__ = ["Sentence"]

_PROMISING = (Standing.OPEN, Standing.COMMITS)
_SHARES = ("percent", "mille", "points")
# What brackets begin with that say the same in other words: "(bình quân mỗi năm 300 lao động)".
_RESTATING = frozenset(("frequency", "versus", "commit", "past", "-", "+", "again"))


@define
class Sentence:
    """The state that passes from clause to clause (trạng thái đọc): horizon, standing, the whole that parts belong to.

    `skipped` are the clauses whose figures are no commitments, each with the reason.
    """

    text: str
    found: list[Reading] = field(factory=list)
    skipped: list[tuple[Clause, str]] = field(factory=list)
    horizon: Period | None = None
    heading_horizon: Period | None = None
    standing: Standing = Standing.OPEN
    heading_standing: Standing = Standing.OPEN
    whole: Reading | None = None
    in_parts: bool = False
    last: Reading | None = None
    mentioned: Name | None = None
    line_marker: str = ""
    list_marker: str = ""

    def begin(self, *, is_new_line: bool, marker: str = "") -> None:
        """Forget what does not outlive a sentence, or a line.

        `marker` is the dash or plus that a new line begins with. The lines of a list under "trong đó:" are parts of
        what stands in the line above them, as long as their marker is another.
        """
        self.horizon = self.heading_horizon
        goes_on = is_new_line and self.in_parts and self.whole is not None and marker not in ("", self.line_marker)
        self.list_marker = marker if goes_on else ""
        self.in_parts = goes_on
        self.last = self.mentioned = None
        if is_new_line:
            self.standing = self.heading_standing
            if not goes_on:
                self.whole, self.line_marker = None, marker

    def read(self, items: Sequence[Item]) -> None:
        """Read the items of one sentence."""
        from_here = len(self.found)
        for number, segment in enumerate(segments_of(items)):
            self._read_segment(segment, number)
        self._drop_the_years_before(from_here)

    def _read_segment(self, items: list[Item], number: int) -> None:
        clauses, rest = clauses_of(items)
        if not clauses:
            self._read_silence(rest)
            return
        share_denominators(clauses)
        if self.list_marker and not number and not clauses[0].link:
            clauses[0].link = "," if self.whole is not None and self.whole.parts else "parts"
        if number and not clauses[0].link:
            clauses[0].link = ";"
        standings, self.standing = standings_of(clauses, self.standing, self.text)
        self.horizon = leading_horizon(clauses[0]) or self.horizon
        index = 0
        while index < len(clauses):
            standing = standings[index]
            pairs = pairs_at(self.text, clauses, index) if standing in _PROMISING else []
            for pair in pairs:
                reading = self._made(pair.clause, pair.name, pair.condition, standing, pair.horizon)
                reading.notes.add("respective")
                self._keep(reading)
            if pairs:
                index += len(pairs)
                continue
            self._take(clauses[index], standing)
            index += 1
        if (
            self.whole is not None
            and "intro" in clauses[-1].kinds_after
            and clauses[-1].figure is self.whole.clause.figure
        ):
            self.in_parts = True
            self.whole.exhausted = any(item.kind == "intro" and item.meaning == "all" for item in clauses[-1].after)

    def _read_silence(self, items: list[Item]) -> None:
        """Take what a stretch without figures says about those after it; a line that ends in a colon heads them."""
        times = times_of(items)
        if times:
            self.horizon = times[0]
        promises = any(item.kind == "commit" for item in items)
        if promises:
            self.standing = Standing.COMMITS
        if items and items[-1].kind == ":":
            tells = not promises and reports(items)
            self.heading_horizon = self.horizon
            self.heading_standing = self.standing = Standing.PAST if tells else Standing.OPEN

    def _take(self, clause: Clause, standing: Standing) -> None:
        """Read one clause with what it inherits, and its brackets."""
        if standing not in _PROMISING:
            self.skipped.append((clause, standing.value))
            if clause.link not in ("parts", "group"):
                self.last, self.whole = None, None
                self.mentioned = name_of(self.text, clause)
            return
        reading = self._reading(clause, standing)
        if reading is not None:
            for inside in clause.brackets:
                self._bracket(inside, reading)

    def _reading(self, clause: Clause, standing: Standing) -> Reading | None:
        name = name_of(self.text, clause)
        condition = condition_of(clause, name.opener)
        is_part = self._is_part(clause, name, condition)
        if not is_figure_of_something(clause) and not (is_part and clause.figure.sort == ""):
            if clause.figure.sort or has_words(clause.before):
                # A number alone begins an item of a list.
                self.skipped.append((clause, "not_stated"))
            return None
        own, last = own_horizon(clause), self.last
        if not name.words and clause.header and (shared := header_of(self.text, clause)):
            name = Name(shared, None, name.opener, "before")
        if last is not None and is_said_again(clause, name, last):
            name = Name("", None, name.opener, "")
        if not name.words and last is not None and _goes_on(clause, last):
            name = Name(self.text[clause.figure.number_end : clause.figure.end].strip(), None, name.opener, "after")
        if not name.words:
            if last is not None:
                if (own is None or own == last.horizon) and restates(clause, condition, last):
                    last.notes.add("restated")
                    return None
            elif standing is Standing.COMMITS and self.mentioned is not None and self.mentioned.words:
                name, self.mentioned = self.mentioned, None
            else:
                self.skipped.append((clause, "nameless"))
                return None
        reading = self._made(clause, name, condition, standing, own)
        if is_part and self.whole is not None:
            if reading.sort == "percent" and self.whole.sort not in _SHARES and not reading.condition.change:
                add_share(self.whole, reading)
                self.found.append(reading)
            else:
                add_part(self.whole, reading)
            self.last = reading
        else:
            self.in_parts = False
            self._keep(reading)
        return reading

    def _made(
        self, clause: Clause, name: Name, condition: Condition, standing: Standing, own: Period | None
    ) -> Reading:
        return reading_of(
            self.text, clause, name, condition, standing, own or self.horizon, self.last,
            in_parts=self.in_parts, is_later=own is not None,
        )  # fmt: skip

    def _keep(self, reading: Reading) -> None:
        self.found.append(reading)
        self.whole = self.last = reading

    def _is_part(self, clause: Clause, name: Name, condition: Condition) -> bool:
        """Does a clause belong to the whole before it: after "trong đó", and as long as the list of parts goes on?"""
        if self.whole is None:
            return False
        if clause.link in ("parts", "group"):
            self.in_parts = True
            return True
        before = self.whole.parts or self.whole.shares
        if not self.in_parts or not before:
            return False
        first, figure = before[0], clause.figure
        if figure.sort not in ("", "scale") and not _measures_like(figure.unit, first, self.whole):
            return False
        if clause.link in (",", "and"):
            return not name.is_headed or first.is_headed
        return (
            clause.link == ";"
            and not clause.header
            and (not name.is_headed or self._still_adds_up(clause, name, first))
            and bool(name.words)
            and name.opener is None
            and not name.prefix
            and condition.change == first.condition.change
            and not any(item.kind in ("time", "commit") for item in clause.before[:2])
        )

    def _still_adds_up(self, clause: Clause, name: Name, first: Reading) -> bool:
        """Is it one more of the parts that are named alike, with room for it: "thu nội địa …; thu xuất nhập khẩu …"?"""
        whole = self.whole
        if whole is None or not first.is_headed or name.first != first.name.partition(" ")[0].lower():
            return False
        figures = [*[part.clause.figure for part in whole.parts], clause.figure]
        return exact_sum([Decimal(figure.low) for figure in figures]) <= Decimal(whole.clause.figure.low)

    def _bracket(self, inside: list[Item], reading: Reading) -> None:
        """Read what stands in brackets after a figure: parts, the level before, the same in other words, or more."""
        clauses = [clause for segment in segments_of(inside) for clause in clauses_of(segment)[0]]
        if _are_parts(clauses, reading):
            # Brackets that list amounts divide what they follow, unless they say that there is more.
            for clause in clauses:
                clause.exhausts = clause.exhausts or clause.link != "parts"
                clause.link = "parts"
        for clause in clauses:
            if clause.link in ("parts", "group"):
                self.whole, self.in_parts = reading, True
                self._reading(clause, reading.standing)
            elif _sets_baseline(clause, reading):
                reading.baseline = clause.figure
            elif not is_figure_of_something(clause):
                continue
            elif (
                inside[0].kind in _RESTATING
                or name_of(self.text, clause).side != "before"
                or own_standing(clause) not in _PROMISING
            ):
                reading.notes.add("restated")
            else:
                clause.link = "," if self.in_parts else "bracket"
                last = self.last
                self._reading(clause, reading.standing)
                self.last = last
        self.in_parts = False

    def _drop_the_years_before(self, from_here: int) -> None:
        """Take out what a sentence tells of a year before the one that it commits to."""
        sentence = self.found[from_here:]
        starts = [one.horizon.start for one in sentence if one.standing is Standing.COMMITS and one.horizon is not None]
        if not starts:
            return
        first = min(starts)
        kept = []
        for one in sentence:
            is_before = one.horizon is not None and one.horizon.end < first
            if is_before and one.standing is Standing.OPEN and not is_deadline(self.text, one.clause):
                self.skipped.append((one.clause, Standing.PAST.value))
            else:
                kept.append(one)
        self.found[from_here:] = kept


def _measures_like(unit: str, *others: Reading) -> bool:
    """Is a unit, but for its scale, the one of a whole or of its first part?"""
    if any(unit in (other.unit, other.clause.figure.unit) for other in others):
        return True
    meaning, first = meaning_of(unit), meaning_of(others[0].unit)
    return meaning is not None and first is not None and meaning.measures_like(first)


def _goes_on(clause: Clause, last: Reading) -> bool:
    """Does a figure with nothing but a unit go on with a list of such: "10 bác sĩ/vạn dân, 30 giường/vạn dân"?"""
    figure = clause.figure
    return (
        clause.link in (",", "and")
        and figure.sort == last.sort == "count"
        and figure.unit != last.unit
        and not clause.before
        and not has_words(last.clause.before)
    )


def _are_parts(clauses: Sequence[Clause], reading: Reading) -> bool:
    """Do brackets list several named amounts in the unit before them: "120 thủ tục (cấp tỉnh 90, cấp huyện 30)"?"""
    return (
        len(clauses) > 1
        and reading.sort not in _SHARES
        and all(clause.figure.unit in ("", reading.unit) and has_words(clause.before) for clause in clauses)
    )


def _sets_baseline(clause: Clause, reading: Reading) -> bool:
    """Does a clause in brackets give the level of an earlier year: "(năm 2022: 5,2%)"? It keeps the year."""
    if clause.figure.sort != reading.sort or has_words([item for item in clause.before if item.kind != "time"]):
        return False
    for item in (*clause.header, *clause.before, *clause.after):
        if item.kind == "time":
            period = named_period(item.meaning.partition("|")[2])
            if period is not None and (reading.horizon is None or period.end < reading.horizon.end):
                reading.baseline_period = period
                return True
    return False
