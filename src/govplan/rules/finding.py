"""What checking says; *not* here: the rules that say it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import frozen

from govplan.errors import Lang
from govplan.values import Text
from govplan.vietnamese import format_date, format_number

__all__ = ["Checked", "Edit", "Fact", "Finding", "Fix", "NotChecked", "Report", "Severity", "Suppressed"]

Fact = Text | str | int | Decimal | date
"""What a message can be filled with; numbers and dates are printed as the language writes them."""


class Severity(Enum):
    """How much a finding weighs (mức độ): lỗi, cảnh báo, thông tin."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def reaches(self, level: Severity) -> bool:
        """Is it at or above the level?"""
        return _ORDER.index(self) <= _ORDER.index(level)


_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_LEVELS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "thông tin"}


def printed(fact: Fact, lang: Lang) -> str:
    """Print a fact as the language writes it."""
    if isinstance(fact, Text):
        return fact.in_language(lang)
    if isinstance(fact, Decimal):
        number = format_number(fact)
        return number if lang == "vi" else number.translate(_ENGLISH)
    if isinstance(fact, date):
        return format_date(fact) if lang == "vi" else fact.isoformat()
    return str(fact)


_ENGLISH = str.maketrans(".,", ",.")


@frozen
class Edit:
    """One change of a plan file: what stands at a JSON Pointer is replaced by a value, or goes for None (sửa đổi).

    What goes is an item of a list or a key of a mapping, with all that it holds; a list that loses its last item
    goes with its key. What is replaced is one scalar.
    """

    path: str
    value: str | None = None


@frozen
class Fix:
    """How a finding can be mended without asking anybody (cách sửa an toàn): the plan says the same before and after.

    `text` says in one sentence what the edits do; they are made together or not at all.
    """

    text: Text
    edits: tuple[Edit, ...]


@frozen
class Finding:
    """One thing that does not hold (phát hiện).

    `path` is a JSON Pointer into `govplan.to_dict(plan)`; `expected`, `found` and `difference` say by how much;
    `fix` is there where one is safe.
    """

    code: str
    severity: Severity
    path: str
    template: Text
    facts: tuple[tuple[str, Fact], ...] = ()
    expected: Fact | None = None
    found: Fact | None = None
    difference: Fact | None = None
    fix: Fix | None = None

    def message(self, lang: Lang = "en") -> str:
        """Return one sentence: what is wrong, what was found, what to do."""
        values = {name: printed(fact, lang) for name, fact in self.facts}
        return self.template.in_language(lang).format_map(values)


@frozen
class NotChecked:
    """Something that a rule could not judge, and why (chưa kiểm tra được); never passed over in silence."""

    code: str
    path: str
    reason: str
    text: Text

    def message(self, lang: Lang = "en") -> str:
        """Return why it was not judged."""
        return self.text.in_language(lang)


@frozen
class Suppressed:
    """A finding that the plan file accepts, and why (phát hiện được bỏ qua)."""

    finding: Finding
    reason: Text


@frozen
class Checked:
    """How many things a rule looked at (đã kiểm tra)."""

    code: str
    count: int


@frozen
class Report:
    """All that checking a plan says (báo cáo kiểm tra), in the order of the rules and then of the plan.

    `suppressed` are the findings that the plan file accepts; `rules` the codes of the rules that were asked, `counts`
    at how many things each looked.
    """

    findings: tuple[Finding, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    rules: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()

    @property
    def checked(self) -> tuple[Checked, ...]:
        """At how many things each rule looked."""
        return tuple(Checked(code, count) for code, count in zip(self.rules, self.counts, strict=True))

    def at_least(self, level: Severity) -> tuple[Finding, ...]:
        """Return the findings at or above a level."""
        return tuple(finding for finding in self.findings if finding.severity.reaches(level))

    def __repr__(self) -> str:
        counts = Counter(finding.severity.value for finding in self.findings)
        said = ", ".join(f"{counts[level.value]} {level.value}" for level in _ORDER if counts[level.value])
        return f"<Report: {said or 'nothing found'}; {len(self.not_checked)} not checked>"

    def _repr_html_(self) -> str:
        from govplan.markup import table_html

        lang: Lang = "vi"
        rows = [(_LEVELS[one.severity], one.code, one.message(lang), one.path) for one in self.findings]
        rows += [("chưa kiểm tra được", one.code, one.message(lang), one.path) for one in self.not_checked]
        return table_html(
            f"{len(self.findings)} phát hiện; {len(self.rules)} quy tắc đã xem {sum(self.counts)} điểm",
            ("Mức độ", "Quy tắc", "Nội dung", "Tại"),
            rows,
        )

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return self.at_least(Severity.ERROR)
