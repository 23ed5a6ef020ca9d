"""What was read of a document, with notes on how sure it is; *not* here: the reading itself (`prose`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from govplan.errors import InvalidValueError
from govplan.legal import Citation, LegalReference
from govplan.model import Declared, Organization, Plan, Target, TaskGroup
from govplan.model.target import targets_of
from govplan.model.task import references_of, task_groups_of
from govplan.reading.confidence import Confidence
from govplan.reading.identifiers import plan_identifier
from govplan.values import Jurisdiction, Period, Source, Span, Text
from govplan.values.conversion import instance_of, instances_of, member_of, optional_instance_of, tuple_of
from govplan.values.text import lines_of, optional_text_of, text_of

__all__ = ["Draft", "Note", "Unread"]


def _confidence_of(value: Confidence | str) -> Confidence:
    return member_of(Confidence, value)


@frozen
class Note:
    """What a person should know or answer about one thing that was read (ghi chú).

    `about` is a JSON Pointer into the plan file that the draft becomes, "" for the whole; `span` the words in the
    text as it was given; `text` what was decided and why; `question` what a person must answer, None when nothing;
    `alternatives` the other readings.

    >>> note = Note("/issued", "likely", None, Text("Năm lấy theo kỳ kế hoạch", "The year is the plan's"))
    >>> note.confidence, note.question
    (<Confidence.LIKELY: 'likely'>, None)
    """

    about: str = field(validator=instance_of(str))
    confidence: Confidence = field(converter=_confidence_of)
    span: Span | None = field(validator=optional_instance_of(Span))
    text: Text = field(converter=text_of)
    question: Text | None = field(default=None, converter=optional_text_of)
    alternatives: tuple[str, ...] = field(default=(), converter=lines_of)


@frozen
class Unread:
    """A stretch with figures or commitments that was not read (đoạn chưa đọc được), and the reason.

    `span` counts characters of the text as it was given, and `text` is what stands there.
    """

    span: Span = field(validator=instance_of(Span))
    text: str = field(validator=instance_of(str))
    reason: Text = field(converter=text_of)


def _citations_of(items: Iterable[Citation]) -> tuple[Citation, ...]:
    return instances_of(items, Citation)


def _unread_of(items: Iterable[Unread]) -> tuple[Unread, ...]:
    return instances_of(items, Unread)


def _notes_of(items: Iterable[Note]) -> tuple[Note, ...]:
    return instances_of(items, Note)


def _places_of(items: Iterable[tuple[str, Span]]) -> tuple[tuple[str, Span], ...]:
    return tuple_of(items, _place_of)


def _place_of(item: tuple[str, Span]) -> tuple[str, Span]:
    pointer, span = item
    return pointer, span


@frozen
class Draft:
    """A plan as it was read from a text (bản nháp), for a person to correct.

    What could not be found is None or empty. `text` is the text as it was given, and every span
    counts its characters. `document` is the act that issues the plan, `legal_basis` what it says it rests on,
    `citations` all that it cites. `places` are pairs of a JSON Pointer into the plan and the span that it was read
    from.
    """

    text: str = field(validator=instance_of(str))
    title: Text | None = field(default=None, converter=optional_text_of)
    issuer: Organization | None = field(default=None, validator=optional_instance_of(Organization))
    jurisdiction: Jurisdiction | None = field(default=None, validator=optional_instance_of(Jurisdiction))
    period: Period | None = field(default=None, validator=optional_instance_of(Period))
    issued: date | None = None
    declared: Declared | None = field(default=None, validator=optional_instance_of(Declared))
    document: LegalReference | None = field(default=None, validator=optional_instance_of(LegalReference))
    legal_basis: tuple[LegalReference, ...] = field(default=(), converter=references_of)
    targets: tuple[Target, ...] = field(default=(), converter=targets_of)
    task_groups: tuple[TaskGroup, ...] = field(default=(), converter=task_groups_of)
    citations: tuple[Citation, ...] = field(default=(), converter=_citations_of)
    unread: tuple[Unread, ...] = field(default=(), converter=_unread_of)
    notes: tuple[Note, ...] = field(default=(), converter=_notes_of)
    places: tuple[tuple[str, Span], ...] = field(default=(), converter=_places_of)
    source: Source | None = field(default=None, validator=optional_instance_of(Source))

    @property
    def questions(self) -> tuple[Note, ...]:
        """The notes that a person must answer."""
        return tuple([note for note in self.notes if note.question is not None])

    def to_plan(
        self,
        *,
        id: str | None = None,
        jurisdiction: Jurisdiction | str | None = None,
        period: Period | str | None = None,
        issuer: Organization | str | None = None,
        title: Text | str | None = None,
    ) -> Plan:
        """Return the plan that was read; what is given here goes before what was read.

        A code of a jurisdiction means the unit in force when the plan was issued, else on the first day of its period.

        Raises:
            InvalidValueError: what a plan must have was neither read nor given; the message names all of it.

        >>> Draft("").to_plan(title="Kế hoạch năm 2024", jurisdiction="VN-27", issuer="Sở Tài chính")
        Traceback (most recent call last):
            ...
        govplan.errors.InvalidValueError: no plan yet: found no period; give it to to_plan, e.g. period="2024"
        """
        named = optional_text_of(title) or self.title
        body = Organization(text_of(issuer)) if isinstance(issuer, str) else issuer or self.issuer
        span = Period.parse(period) if isinstance(period, str) else period or self.period
        unit = jurisdiction or self.jurisdiction
        if isinstance(unit, str) and (day := self.issued or (span and span.start)):
            unit = Jurisdiction.in_force(unit, day)
        values = {"title": named, "issuer": body, "jurisdiction": unit, "period": span}
        missing = [name for name, value in values.items() if value is None]
        if missing or named is None or body is None or span is None or not isinstance(unit, Jurisdiction):
            raise _incomplete(missing)
        return Plan(
            id=id or plan_identifier(str(named), str(unit.name), span),
            title=named,
            issuer=body,
            jurisdiction=unit,
            period=span,
            issued=self.issued,
            document=self.document,
            legal_basis=self.legal_basis,
            declared=self.declared,
            source=self.source,
            targets=self.targets,
            task_groups=self.task_groups,
        )


_HOW = {
    "title": ('title="Kế hoạch …"', "tên kế hoạch"),
    "issuer": ('issuer="Sở …"', "cơ quan ban hành"),
    "jurisdiction": ('jurisdiction="VN-27"', "đơn vị hành chính"),
    "period": ('period="2024"', "kỳ kế hoạch"),
}


def _incomplete(missing: list[str]) -> InvalidValueError:
    how = ", ".join(_HOW[name][0] for name in missing)
    they = "it" if len(missing) == 1 else "them"
    return InvalidValueError(
        f"no plan yet: found no {', no '.join(missing)}; give {they} to to_plan, e.g. {how}",
        f"chưa thành kế hoạch: chưa có {', '.join(_HOW[name][1] for name in missing)}; hãy cho to_plan, ví dụ {how}",
    )
