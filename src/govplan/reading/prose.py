"""A plan read from its own words; *not* here: files and their tables (`document`).

The stages, a file each: one form of letters (`cleaning`), paragraphs (`paragraphs`), what the plan says of itself
(`heading`), what stands below what (`outline`), groups of tasks (`task_groups`), where targets may stand
(`target_stretches`), what is committed there (`commitments`), targets made of it (`targets`).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from attrs import evolve

from govplan.legal import Citation, find_citations
from govplan.model import Declared, Organization, TaskGroup
from govplan.model.task import Task
from govplan.reading.cleaning import Clean, clean
from govplan.reading.commitments import read_commitments
from govplan.reading.confidence import Confidence
from govplan.reading.declared import DeclaredCount, find_declared
from govplan.reading.draft import Draft, Note, Unread
from govplan.reading.flat_tables import content_with_tables
from govplan.reading.group_titles import first_words
from govplan.reading.heading import Heading, cited_in, read_heading
from govplan.reading.heading_notes import notes_on_heading
from govplan.reading.legacy import legacy_encoding
from govplan.reading.outline import Node, outline
from govplan.reading.page_marks import without_page_marks
from govplan.reading.paragraphs import Paragraphs, paragraphs
from govplan.reading.target_stretches import find_stretches, masked
from govplan.reading.targets import TargetDesk
from govplan.reading.task_groups import FoundGroup, find_task_groups
from govplan.reading.task_words import ends_document
from govplan.values import Source, Span, Text

__all__ = ["read_text"]

_TITLE = 300
_SAMPLE = 1000
_MARKED = re.compile("[\u0300-\u0323\u1ea0-\u1ef9]")


def read_text(text: str) -> Draft:
    """Return the draft of a plan that a text states: a decision, a plan, a news article, or a single clause.

    Deterministic, and no text raises. Text in an encoding older than Unicode gives an empty draft with a note.

    >>> draft = read_text("Tỷ lệ hộ nghèo giảm còn 3,5%.")
    >>> [str(target) for target in draft.targets]
    ['Tỷ lệ hộ nghèo: giảm còn 3,5%']
    """
    encoding = None if _is_unicode(text) else legacy_encoding(text)
    if encoding is not None:
        return Draft(text, notes=(Note("", Confidence.CERTAIN, None, _legacy(encoding), _CONVERT),))
    if "|" in text or "\t" in text:
        content = content_with_tables(text)
        if content.tables:
            # Documents are read with this file, so that it can be bound to theirs only here.
            from govplan.reading.document import draft_of

            return draft_of(content)
    return _Reading(text).draft()


class _Reading:
    """One text on its way to a draft."""

    def __init__(self, text: str) -> None:
        self.given = text
        cleaned = clean(text)
        unmarked = without_page_marks(cleaned)
        self.clean: Clean = unmarked.clean
        self.footnotes = [cleaned.span(*footnote) for footnote in unmarked.footnotes]
        self.found: Paragraphs = paragraphs(self.clean.text)
        if unmarked.lines:
            counted = (evolve(one, line=one.line + unmarked.taken_before(one.start)) for one in self.found.items)
            self.found = evolve(self.found, items=tuple(counted))
        self.citations = find_citations(self.found.text)
        self.heading: Heading = read_heading(self.found, self.citations)
        self.nodes: tuple[Node, ...] = self._body()

    def _body(self) -> tuple[Node, ...]:
        nodes = outline(self.found, self.heading.first)
        for place, node in enumerate(nodes):
            item = self.found.items[node.index]
            if (
                place
                and item.marker is None
                and ends_document(self.found.text[item.start : min(item.end, item.start + 200)])
            ):
                return nodes[:place]
        return nodes

    def draft(self) -> Draft:
        """Return what was read."""
        counts = self._counts()
        announced = _announced(counts)
        groups = find_task_groups(self.found, self.nodes, announced.count if announced else None)
        announced = _announced(counts, groups[0].start) if groups else announced
        stretches = find_stretches(self.found, self.nodes, groups)
        text = masked(self.found, stretches, self.citations, self.heading.lead)
        heading = self.heading
        desk = TargetDesk(self.clean, self.given, self.found.text, heading.period)
        for stretch in stretches:
            if stretch.left_out is not None:
                desk.leave_figures(text, stretch, stretch.left_out)
                continue
            desk.take(read_commitments(text, stretch.start, stretch.end, period=heading.period), stretch)
        counted = [self.clean.span(one.start, one.end).start for one in counts]
        places = [(f"/{name}", self.clean.span(*span)) for name, span in _spans(heading) if span is not None]
        declared, notes = self._declared(announced, groups, places)
        if sum(1 for group in groups if group.printed == 1) > 1:
            notes.append(Note("/task_groups", Confidence.LIKELY, None, _JOINED))
        return Draft(
            text=self.given,
            title=Text(heading.title) if heading.title else None,
            issuer=Organization(Text(heading.issuer)) if heading.issuer else None,
            jurisdiction=heading.jurisdiction,
            period=heading.period,
            issued=heading.issued,
            declared=declared,
            document=heading.document,
            legal_basis=heading.legal_basis,
            targets=desk.targets,
            task_groups=self._groups(groups, places),
            citations=[self._original(one) for one in self.citations],
            unread=[
                *(one for one in desk.unread if not _counts_of(one.span, counted)),
                *(Unread(span, span.of(self.given), _FOOTNOTE) for span in self.footnotes),
            ],
            notes=[*notes_on_heading(heading, self.clean), *notes, *desk.notes],
            places=[*places, *desk.places],
            source=Source(document=Text(heading.headline)) if heading.headline else None,
        )

    def _counts(self) -> list[DeclaredCount]:
        """Return what the body says of how many groups and targets it has."""
        if not self.nodes:
            return []
        first, last = self.found.items[self.nodes[0].index], self.found.items[self.nodes[-1].index]
        return list(find_declared(self.found.text, first.start, last.end))

    def _declared(
        self, announced: DeclaredCount | None, groups: tuple[FoundGroup, ...], places: list[tuple[str, Span]]
    ) -> tuple[Declared | None, list[Note]]:
        if announced is None or (announced.kind == "tasks" and not groups):
            return None, []
        span = self.clean.span(announced.start, announced.end)
        places.append(("/declared/task_groups", span))
        declared = Declared(task_groups=announced.count)
        if len(groups) == announced.count:
            return declared, []
        note = Note(
            "/declared/task_groups",
            Confidence.AMBIGUOUS,
            span,
            Text(
                f"Văn bản nói có {announced.count} nhóm nhiệm vụ; đọc được {len(groups)} nhóm.",
                f"The text speaks of {announced.count} task groups; {len(groups)} were read.",
            ),
            Text(
                "Con số công bố sai, hay các nhóm được chia khác?",
                "Is the declared number wrong, or are the groups divided differently?",
            ),
            (str(announced.count), str(len(groups))),
        )
        return declared, [note]

    def _groups(self, groups: tuple[FoundGroup, ...], places: list[tuple[str, Span]]) -> list[TaskGroup]:
        text = self.found.text
        made: list[TaskGroup] = []
        for ordinal, group in enumerate(groups, start=1):
            span = self.clean.span(group.start, group.end)
            places.append((f"/task_groups/{ordinal - 1}", span))
            made.append(
                TaskGroup(
                    ordinal,
                    Text(_words(text, group.body, group.head_end)),
                    tasks=tuple(Task(Text(_words(text, start, end))) for start, end in group.tasks),
                    legal_references=tuple(cited_in(self.citations, group.start, group.end)),
                    source=Source(paragraph=group.line, span=span),
                )
            )
        return made

    def _original(self, citation: Citation) -> Citation:
        """Return a citation as the given text prints it."""
        span = self.clean.span(citation.span.start, citation.span.end)
        return evolve(
            citation, span=span, text=span.of(self.given), nested=tuple(self._original(one) for one in citation.nested)
        )


def _is_unicode(text: str) -> bool:
    """Do the text's first and last letters hold marks that no older encoding has? Most texts are told by that."""
    return all(len(_MARKED.findall(part)) * 25 > len(part) for part in (text[:_SAMPLE], text[-_SAMPLE:]))


def _counts_of(span: Span, counted: list[int]) -> bool:
    """Does a stretch count what the plan has, which was read already? `counted` are the places of the counts."""
    return bisect_left(counted, span.start) < bisect_left(counted, span.end)


def _announced(counts: list[DeclaredCount], before: int | None = None) -> DeclaredCount | None:
    """Return the number of groups that a text announces: the last before the groups, else the first."""
    tasks = [one for one in counts if one.kind != "targets"]
    groups = [one for one in tasks if one.kind == "groups"] or tasks
    earlier = [one for one in groups if before is not None and one.start < before]
    return earlier[-1] if earlier else groups[0] if groups else None


def _words(text: str, start: int, end: int) -> str:
    first, last = first_words(text, start, end)
    return " ".join(text[first:last].split())[:_TITLE] or "…"


def _spans(heading: Heading) -> tuple[tuple[str, tuple[int, int] | None], ...]:
    return (
        ("title", heading.title_span),
        ("issuer", heading.issuer_span),
        ("jurisdiction", heading.jurisdiction_span),
        ("period", heading.period_span),
        ("issued", heading.issued_span),
        ("document", heading.document_span),
    )


_JOINED = Text(
    "Các nhóm đứng ở nhiều mục, mỗi mục đánh số lại từ 1; ở đây được đánh số liên tục.",
    "The groups stand in several lists, each numbered from 1; here they are numbered in one run.",
)
_FOOTNOTE = Text(
    "Chú thích cuối trang không được đọc như lời văn.",
    "A footnote is not read as a part of the text.",
)
_CONVERT = Text(
    "Hãy chuyển văn bản sang Unicode rồi đọc lại.",
    "Convert the text to Unicode and read it again.",
)


def _legacy(encoding: str) -> Text:
    return Text(
        f"Văn bản dùng bảng mã cũ {encoding}, không phải Unicode; chưa đọc được gì.",
        f"The text is in the legacy encoding {encoding}, not in Unicode; nothing was read.",
    )
