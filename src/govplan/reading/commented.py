"""A draft as a plan file with comments beside its lines; *not* here: what the comments say (`draft`)."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from govplan.errors import Lang
from govplan.files.document import to_dict
from govplan.files.spans import Node, yaml_tree
from govplan.files.yaml_writing import write_yaml
from govplan.model import Organization
from govplan.model.pointers import long_pointer
from govplan.reading.confidence import Confidence
from govplan.reading.draft import Draft, Note
from govplan.values import Jurisdiction, Period, Text
from govplan.values.text import text_of

__all__ = ["draft_as_yaml"]

_WIDTH = 100
_QUOTED = 160
_WORDS = {
    "head": (
        "Bản nháp đọc từ {name}. Hãy đối chiếu từng con số với nguyên văn trong `stated`, trả lời các câu hỏi, rồi xóa "
        "các dòng chú thích.",
        "A draft read from {name}. Compare each figure with the words in `stated`, answer the questions, then delete "
        "these comments.",
    ),
    "text": ("văn bản", "a text"),
    "counted": (
        "{targets} chỉ tiêu, {groups} nhóm nhiệm vụ, {questions} câu hỏi, {unread} đoạn chưa đọc.",
        "Targets: {targets}; task groups: {groups}; questions: {questions}; stretches not read: {unread}.",
    ),
    "missing": ("Chưa đọc được, hãy thêm dòng này", "Not found, add this line"),
    "question": ("Câu hỏi", "Question"),
    "others": ("Cách đọc khác", "Other readings"),
    "unread": ("Chưa đọc (dòng {line})", "Not read (line {line})"),
}
# What a plan cannot do without, how a line of it looks, and what stands for it while the rest is written.
_REQUIRED: dict[str, tuple[Any, str]] = {
    "title": (Text("?"), "title: Kế hoạch …"),
    "issuer": (Organization(Text("?")), "issuer: {name: Sở …}"),
    "jurisdiction": (Jurisdiction("?", Text("?"), "province"), "jurisdiction: VN-27"),
    "period": (Period.year(2000), "period: 2024"),
}
_CONFIDENCE = {Confidence.CERTAIN: "certain", Confidence.LIKELY: "likely", Confidence.AMBIGUOUS: "ambiguous"}


def draft_as_yaml(draft: Draft, *, name: str | None = None, id: str | None = None, lang: Lang = "vi") -> str:
    """Return the plan file that a draft becomes, its notes, questions and unread words as comments beside the lines.

    What a plan must have and the text did not say is a comment with the line to add; the file is read as soon as it
    is there. The same draft gives the same text every time.

    Args:
        draft: what was read.
        name: what was read is called so in the first line.
        id: the plan's id, where the one made from its title will not do.
        lang: the language of the comments.

    >>> from govplan.reading.prose import read_text
    >>> print(draft_as_yaml(read_text("")).splitlines()[3])
    # Chưa đọc được, hãy thêm dòng này: title: Kế hoạch …
    """
    form, missing = _form(draft, id)
    body = write_yaml(form)
    lines = body.splitlines()
    above = _comments_by_line(draft.notes, body, lang)
    written = list(_head(draft, missing, name, lang))
    for number, line in enumerate(lines):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        for words in above.get(number, ()):
            written += _comment(words, indent)
        written.append(line)
    for one in draft.unread:
        place = _word("unread", lang).format(line=draft.text.count("\n", 0, one.span.start) + 1)
        quote = textwrap.shorten(one.text, _QUOTED, placeholder=" …")
        written += _comment(f"{place}: “{quote}”: {one.reason.in_language(lang)}")
    return "\n".join(written) + "\n"


def _form(draft: Draft, id: str | None) -> tuple[dict[str, Any], list[str]]:
    """Return the file form of a draft, and the keys that a person must add to it."""
    missing = [key for key in _REQUIRED if getattr(draft, key) is None]
    form = to_dict(
        draft.to_plan(id=id or ("draft" if missing else None), **{key: _REQUIRED[key][0] for key in missing})
    )
    return {key: value for key, value in form.items() if key not in missing}, missing


def _head(draft: Draft, missing: list[str], name: str | None, lang: Lang) -> Iterator[str]:
    shown = text_of(name).in_language(lang) if name else _word("text", lang)
    yield from _comment(_word("head", lang).format(name=shown))
    yield from _comment(
        _word("counted", lang).format(
            targets=sum(1 for target in draft.targets for _ in target.walk()),
            groups=len(draft.task_groups),
            questions=len(draft.questions) + len(missing),
            unread=len(draft.unread),
        )
    )
    for key in missing:
        yield f"# {_word('missing', lang)}: {_REQUIRED[key][1]}"


def _comments_by_line(notes: tuple[Note, ...], body: str, lang: Lang) -> dict[int, list[str]]:
    """Return what is to stand above each line of a YAML text, by the line's number from 0."""
    starts = _line_starts(body)
    found: dict[int, list[str]] = defaultdict(list)
    for note in notes:
        pointer = long_pointer(note.about)
        # What is nowhere in the file, like a value that was not found, is said of what would hold it.
        while pointer not in starts:
            pointer = pointer.rpartition("/")[0]
        found[starts[pointer]] += _said(note, lang)
    return found


def _said(note: Note, lang: Lang) -> Iterator[str]:
    sure = str(note.confidence) if lang == "vi" else _CONFIDENCE[note.confidence]
    yield f"[{sure}] {note.text.in_language(lang)}"
    if note.alternatives:
        yield f"{_word('others', lang)}: {'; '.join(note.alternatives)}"
    if note.question is not None:
        yield f"{_word('question', lang)}: {note.question.in_language(lang)}"


def _line_starts(body: str) -> dict[str, int]:
    """Return the line, from 0, on which each value of a YAML text begins with its key, by its long pointer."""
    root = yaml_tree(body)
    if root is None:
        return {"": 0}
    ends = [match.start() for match in re.finditer("\n", body)]
    found = {"": 0}
    waiting: list[tuple[str, Node]] = [("", root)]
    while waiting:
        pointer, node = waiting.pop()
        for index, value in enumerate(node.values):
            step = node.keys[index].text if node.keys else str(index)
            inner = f"{pointer}/{step.replace('~', '~0').replace('/', '~1')}"
            found[long_pointer(inner)] = bisect_left(ends, node.start_of(index))
            waiting.append((inner, value))
    return found


def _comment(words: str, indent: str = "") -> list[str]:
    """Return words as lines of a comment; what could end a line, or hide in it, is written out."""
    safe = "".join(
        letter if letter.isprintable() else " " if letter in "\t\n\r" else ascii(letter)[1:-1] for letter in words
    )
    width = max(_WIDTH - len(indent) - 2, 40)
    return [f"{indent}# {line}" for line in textwrap.wrap(safe, width, break_on_hyphens=False)] or [f"{indent}#"]


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]
