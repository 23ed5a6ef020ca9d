"""A draft beside its source, as one HTML page; *not* here: the citations' own marks (`govplan.legal.annotation`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Literal, NamedTuple

from govplan.errors import Lang
from govplan.model import Target, TaskGroup
from govplan.model.pointers import long_pointer
from govplan.model.wording import goal_in_words, relation_in_words
from govplan.reading.draft import Draft, Note
from govplan.values import Span, Text
from govplan.vietnamese import format_date

__all__ = ["draft_as_html"]

Kind = Literal["target", "citation", "group", "field", "unread"]
_WORDS = {
    "page": ("Bản nháp đối chiếu", "Draft beside its source"),
    "source": ("Nguyên văn", "Source"),
    "fields": ("Đã đọc được", "What was read"),
    "legend": ("Chú giải", "Legend"),
    "target": ("chỉ tiêu", "target"),
    "citation": ("viện dẫn", "citation"),
    "group": ("nhóm nhiệm vụ", "task group"),
    "field": ("thông tin chung", "heading"),
    "unread": ("chưa đọc", "not read"),
    "targets": ("Chỉ tiêu", "Targets"),
    "groups": ("Nhóm nhiệm vụ", "Task groups"),
    "citations": ("Văn bản viện dẫn", "Documents cited"),
    "unreads": ("Chưa đọc", "Not read"),
    "general": ("Thông tin chung", "The plan"),
    "question": ("Câu hỏi", "Question"),
    "others": ("Cách đọc khác", "Other readings"),
    "none": ("không có", "none"),
    "unknown": ("chưa đọc được", "not found"),
    "to_source": ("xem trong nguyên văn", "see it in the source"),
    "title": ("Tên", "Title"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "jurisdiction": ("Địa bàn", "Jurisdiction"),
    "period": ("Kỳ", "Period"),
    "issued": ("Ngày ban hành", "Issued"),
    "document": ("Văn bản", "Document"),
    "declared": ("Số nhóm nhiệm vụ tự công bố", "Task groups declared"),
}
_KINDS: tuple[Kind, ...] = ("target", "citation", "group", "field", "unread")
_STYLE = """
:root { color-scheme: light dark; --line: #8888; --target: #1769aa; --citation: #2e7d32; --group: #6a4ea3;
  --field: #555; --unread: #b3261e }
@media (prefers-color-scheme: dark) { :root { --target: #7fbfff; --citation: #8fd694; --group: #c3aef0; --field: #bbb;
  --unread: #ff9a8f } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 90rem; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif }
.beside { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2rem; align-items: start }
@media (max-width: 60rem) { .beside { grid-template-columns: minmax(0, 1fr) } }
.text { white-space: pre-wrap; overflow-wrap: anywhere; font-family: serif }
mark { background: none; color: inherit; border-bottom: .14em solid var(--line) }
mark a { color: inherit; text-decoration: none }
mark a:hover, mark a:focus-visible { text-decoration: underline }
mark.target { border-color: var(--target); font-weight: 600 }
mark.citation { border-color: var(--citation); border-bottom-style: dotted }
mark.group { border-bottom: 0; border-left: .25em solid var(--group); padding-left: .25em }
mark.field { border-color: var(--field); border-bottom-style: dashed }
mark.unread { border-color: var(--unread); border-bottom-style: wavy; text-decoration: underline wavy var(--unread);
  border-bottom: 0 }
:target { outline: .15em solid; outline-offset: .15em }
.tag { font: 700 .7em/1 system-ui, sans-serif; vertical-align: super }
li, dd { overflow-wrap: anywhere }
dt { font-weight: 600 } dd { margin: 0 0 .5rem }
.note { font-size: .9em } .ask { border-left: .25em solid var(--unread); padding-left: .5em }
@media print { .beside { display: block } a { color: inherit } }
"""
_HEAD = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
"""


class _Mark(NamedTuple):
    """A stretch of the text that was read as something, with the name that links the two sides."""

    start: int
    end: int
    kind: Kind
    name: str
    label: str


def draft_as_html(draft: Draft, *, name: str | None = None, lang: Lang = "vi") -> str:
    """Return one self-contained page: the source with what was read marked, each mark linked to its field and back.

    No script, no outside request; everything from the text is escaped; marks differ in more than colour, and each
    says in words what it is to who hears the page.

    Args:
        draft: what was read.
        name: what was read is called so in the title.
        lang: the language of the page's own words.

    >>> from govplan.reading.prose import read_text
    >>> "&lt;b&gt;" in draft_as_html(read_text("<b>"))
    True
    """
    title = _word("page", lang) + (f": {_plain(name)}" if name else "")
    marks = _marks(draft, lang)
    return "".join(
        (
            _HEAD.format(lang=lang, title=escape(title), style=_STYLE),
            f"<header><h1>{escape(title)}</h1>\n<p>{_word('legend', lang)}: ",
            ", ".join(f'<mark class="{kind}">{_word(kind, lang)}</mark>' for kind in _KINDS),
            '</p></header>\n<main class="beside">\n<section aria-labelledby="source"><h2 id="source">',
            f'{_word("source", lang)}</h2>\n<div class="text" lang="vi">',
            *_marked(draft.text, marks),
            '</div></section>\n<section aria-labelledby="fields"><h2 id="fields">',
            f"{_word('fields', lang)}</h2>\n",
            *_fields(draft, {mark.name for mark in marks}, lang),
            "</section>\n</main>\n</body>\n</html>\n",
        )
    )


def _name_of(pointer: str) -> str:
    return "f" + long_pointer(pointer).replace("/", "-")


# --- the source ---------------------------------------------------------------------------------


def _marks(draft: Draft, lang: Lang) -> list[_Mark]:
    """Return the marks in reading order, outer ones first; of two of one field the first."""
    fields = _field_pointers(draft)
    found: list[_Mark] = []
    for place, span in draft.places:
        pointer = long_pointer(place)
        # What has no field of its own is shown at the one that holds it.
        while pointer and pointer not in fields:
            pointer = pointer.rpartition("/")[0]
        kind = _kind_of(pointer)
        found.append(_Mark(span.start, span.end, kind, _name_of(pointer), _word(kind, lang)))
    for number, citation in enumerate(draft.citations):
        found.append(_Mark(*_ends(citation.span), "citation", f"c-{number}", _word("citation", lang)))
    for number, unread in enumerate(draft.unread):
        found.append(_Mark(*_ends(unread.span), "unread", f"u-{number}", _word("unread", lang)))
    named: set[str] = set()
    marks = []
    for mark in sorted(found, key=lambda one: (one.start, -one.end, _KINDS.index(one.kind), one.name)):
        if mark.start < mark.end and mark.name not in named:
            named.add(mark.name)
            marks.append(mark)
    return marks


def _field_pointers(draft: Draft) -> set[str]:
    """Return the long pointers of all that the page has a field for."""
    found = {f"/{key}" for key in _general(draft)}
    found |= {f"/task_groups/{number}" for number in range(len(draft.task_groups))}
    waiting = [(f"/targets/{number}", target) for number, target in enumerate(draft.targets)]
    while waiting:
        pointer, target = waiting.pop()
        found.add(pointer)
        for index, breakdown in enumerate(target.breakdowns):
            waiting += [(f"{pointer}/breakdowns/{index}/parts/{n}", part) for n, part in enumerate(breakdown.parts)]
    return found


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _kind_of(pointer: str) -> Kind:
    if pointer.startswith("/targets"):
        return "target"
    return "group" if pointer.startswith("/task_groups") else "field"


def _marked(text: str, marks: list[_Mark]) -> Iterator[str]:
    """Yield the escaped text with its marks; one that would cross the end of an outer one is closed and goes on."""
    opened: list[_Mark] = []
    begun: set[str] = set()
    waiting = list(reversed(marks))
    position = 0
    while waiting or opened:
        ends = min((mark.end for mark in opened), default=len(text))
        if waiting and waiting[-1].start < ends:
            mark = waiting.pop()
            yield _escaped(text[position : mark.start])
            position = mark.start
            opened.append(mark)
            yield _opening(mark, begun)
            continue
        if not opened:
            break
        yield _escaped(text[position:ends])
        position = max(position, ends)
        # Marks nest in HTML: what goes on beyond this end is closed with it and opened again.
        going_on = [mark for mark in opened if mark.end > position]
        first = next(index for index, mark in enumerate(opened) if mark.end <= position)
        yield "</mark>" * (len(opened) - first)
        again = [mark for mark in going_on if mark in opened[first:]]
        opened = [*opened[:first], *again]
        for mark in again:
            yield _opening(mark, begun)
    yield _escaped(text[position:])


def _opening(mark: _Mark, begun: set[str]) -> str:
    if mark.name in begun:
        return f'<mark class="{mark.kind}">'
    begun.add(mark.name)
    link = f'<a class="tag" href="#{mark.name}" aria-label="{mark.label}">{_sign(mark)}</a>'
    return f'<mark class="{mark.kind}" id="s-{mark.name}">{link}'


def _sign(mark: _Mark) -> str:
    return {"target": "◎", "citation": "§", "group": "▸", "field": "•", "unread": "?"}[mark.kind]


# --- the fields ---------------------------------------------------------------------------------


def _fields(draft: Draft, named: set[str], lang: Lang) -> Iterator[str]:
    notes: dict[str, list[Note]] = {}
    for note in draft.notes:
        notes.setdefault(_name_of(note.about), []).append(note)
    yield f'<h3 id="{_name_of("")}">{_word("general", lang)}</h3>\n'
    yield from _notes(notes.pop(_name_of(""), []), lang)
    yield "<dl>\n"
    for key, value in _general(draft).items():
        anchor = _name_of(f"/{key}")
        shown = _word("unknown", lang) if value is None else _in_language(value, lang)
        yield f'<dt>{_word(key, lang)}</dt><dd id="{anchor}">{_escaped(shown)}{_back(anchor, named, lang)}'
        yield from _notes(notes.pop(anchor, []), lang)
        yield "</dd>\n"
    yield f"</dl>\n<h3>{_word('targets', lang)}</h3>\n"
    yield from _targets(draft.targets, "/targets", named, notes, lang)
    yield f"<h3>{_word('groups', lang)}</h3>\n"
    yield from _groups(draft.task_groups, named, notes, lang)
    yield f"<h3>{_word('citations', lang)}</h3>\n<ul>\n"
    for number, citation in enumerate(draft.citations):
        anchor = f"c-{number}"
        yield f'<li id="{anchor}">{_escaped(str(citation.reference))}{_back(anchor, named, lang)}</li>\n'
    yield f"</ul>\n<h3>{_word('unreads', lang)}</h3>\n<ul>\n"
    for number, unread in enumerate(draft.unread):
        anchor, reason = f"u-{number}", unread.reason.in_language(lang)
        yield f'<li id="{anchor}">“{_escaped(unread.text)}”: {_escaped(reason)}{_back(anchor, named, lang)}</li>\n'
    yield "</ul>\n"
    left = [note for rest in notes.values() for note in rest]
    yield from _notes(left, lang)


def _general(draft: Draft) -> dict[str, object]:
    return {
        "title": draft.title,
        "issuer": draft.issuer.name if draft.issuer else None,
        "jurisdiction": draft.jurisdiction,
        "period": draft.period,
        "issued": draft.issued,
        "document": draft.document,
        "declared": draft.declared.task_groups if draft.declared else None,
    }


def _in_language(value: object, lang: Lang) -> str:
    if isinstance(value, date):
        return format_date(value) if lang == "vi" else value.isoformat()
    return value.in_language(lang) if isinstance(value, Text) else str(value)


def _targets(
    targets: tuple[Target, ...], path: str, named: set[str], notes: dict[str, list[Note]], lang: Lang
) -> Iterator[str]:
    yield "<ol>\n" if path == "/targets" else "<ul>\n"
    for number, target in enumerate(targets):
        pointer = f"{path}/{number}"
        anchor = _name_of(pointer)
        yield f'<li id="{anchor}">{_escaped(_in_words(target, lang))}{_back(anchor, named, lang)}'
        # What is said of the goal or the horizon is said at the target.
        own = [key for key in notes if key == anchor or _is_inside(key, anchor)]
        yield from _notes([note for key in own for note in notes.pop(key)], lang)
        for index, breakdown in enumerate(target.breakdowns):
            yield f'<div class="note">{relation_in_words(breakdown.relation, lang)}:</div>'
            yield from _targets(breakdown.parts, f"{pointer}/breakdowns/{index}/parts", named, notes, lang)
        yield "</li>\n"
    yield "</ol>\n" if path == "/targets" else "</ul>\n"


def _in_words(target: Target, lang: Lang) -> str:
    goal = goal_in_words(target.goal, lang, target.indicator.unit)
    return f"{target.indicator.name.in_language(lang)}: {goal}"


def _is_inside(key: str, anchor: str) -> bool:
    return key.startswith(f"{anchor}-") and "-parts-" not in key[len(anchor) :]


def _groups(groups: tuple[TaskGroup, ...], named: set[str], notes: dict[str, list[Note]], lang: Lang) -> Iterator[str]:
    yield "<ul>\n"
    for number, group in enumerate(groups):
        anchor = _name_of(f"/task_groups/{number}")
        title = group.title.in_language(lang)
        yield f'<li id="{anchor}">{group.ordinal}. {_escaped(title)}{_back(anchor, named, lang)}'
        own = [key for key in notes if key == anchor or key.startswith(f"{anchor}-")]
        yield from _notes([note for key in own for note in notes.pop(key)], lang)
        if group.legal_references:
            yield "<ul>" + "".join(f"<li>{_escaped(str(one))}</li>" for one in group.legal_references) + "</ul>"
        yield "</li>\n"
    yield "</ul>\n"


def _notes(notes: list[Note], lang: Lang) -> Iterator[str]:
    for note in notes:
        sure = str(note.confidence) if lang == "vi" else note.confidence.value
        yield f'<p class="note">[{escape(sure)}] {_escaped(note.text.in_language(lang))}'
        if note.alternatives:
            yield f"<br>{_word('others', lang)}: {_escaped('; '.join(note.alternatives))}"
        yield "</p>\n"
        if note.question is not None:
            question = note.question.in_language(lang)
            yield f'<p class="note ask"><strong>{_word("question", lang)}:</strong> {_escaped(question)}</p>\n'


def _back(anchor: str, named: set[str], lang: Lang) -> str:
    """Return the link from a field to its words, where they are marked."""
    if anchor not in named:
        return ""
    return f' <a href="#s-{anchor}" aria-label="{_word("to_source", lang)}">↩</a>'


def _escaped(text: str) -> str:
    """Return text as HTML shows it: what could turn the reading order or hide is written out."""
    return escape(_plain(text), quote=True)


def _plain(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() or letter in "\n\t\u00a0" else "\ufffd"
        for letter in text.replace("\r\n", "\n").replace("\r", "\n")
    )


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]
