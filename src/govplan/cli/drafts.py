"""What `govplan read` does with a document; *not* here: the reading itself (`govplan.reading`), and checking."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from govplan.cli.reading import STDIN
from govplan.cli.streaming import read_chunks
from govplan.cli.terminal import plain, say, say_json
from govplan.errors import Lang, SaveError
from govplan.files.dataset import format_of
from govplan.files.document import dumps
from govplan.files.saving import replace_file
from govplan.reading import Draft, read_document, read_text
from govplan.reading.commented import draft_as_yaml
from govplan.reading.completion import completed
from govplan.reading.side_view import draft_as_html

__all__ = ["print_draft"]

_WORDS = {
    "read": (
        "{path}: {targets} chỉ tiêu, {groups} nhóm nhiệm vụ, {cited} viện dẫn; {questions} câu hỏi, {unread} đoạn chưa "
        "đọc",
        "{path}: {targets} targets, {groups} task groups, {cited} citations; {questions} questions, {unread} stretches "
        "not read",
    ),
    "next": ("tiếp theo: sửa tệp rồi chạy: govplan check {path}", "next: correct the file, then: govplan check {path}"),
}
_CHUNK_BYTES = 1 << 19


def print_draft(
    path: str,
    output: str | None,
    form: str | None,
    lang: Lang,
    *,
    force: bool = False,
    id: str | None = None,
    known: Mapping[str, str | None] | None = None,
) -> None:
    """Read a document and print its draft, or write it to a file.

    Args:
        path: the document, or "-" for text on standard input.
        output: the file to write; None prints.
        form: "yaml", "json" or "html"; None means what the name of `output` says, YAML without one.
        lang: the language of comments, questions and of the page.
        force: replace `output` where there is a file already.
        id: the plan's id, where the one made from its title will not do.
        known: what the user knows better than the text: title, issuer, period, jurisdiction.

    Raises:
        SaveError: there is a file already, or it cannot be written.
        InvalidValueError: JSON was asked for, which has no room for what is missing.
    """
    file = None if output is None else Path(output)
    written_as = form or _form_of(file)
    if file is not None and not force and file.exists():
        raise SaveError(
            f"{output}: there is a file already; nothing was written; name another, or say --force to replace it",
            f"{output}: đã có tệp này; chưa ghi gì; hãy chọn tên khác, hoặc dùng --force để thay thế",
        )
    draft = completed(_read(path), **(known or {}))
    name = None if path == STDIN else Path(path).name
    if written_as == "html":
        text = draft_as_html(draft, name=name, lang=lang)
    elif written_as == "json":
        text = dumps(draft.to_plan(id=id), format="json")
    else:
        text = draft_as_yaml(draft, name=name, id=id, lang=lang)
    if file is not None:
        replace_file(file, text)
        _say_what_was_read(draft, str(file), written_as, lang)
    elif written_as == "json":
        say_json(json.loads(text))
    else:
        click.echo(text, nl=False)


def _form_of(file: Path | None) -> str:
    if file is None:
        return "yaml"
    return "html" if file.suffix.lower() in (".html", ".htm") else format_of(file)


def _read(path: str) -> Draft:
    if path == STDIN:
        return read_text("".join([chunk.text for chunk in read_chunks(STDIN, _CHUNK_BYTES)]))
    return read_document(path)


def _say_what_was_read(draft: Draft, path: str, form: str, lang: Lang) -> None:
    say(
        _word("read", lang).format(
            path=plain(path),
            targets=sum(1 for target in draft.targets for _ in target.walk()),
            groups=len(draft.task_groups),
            cited=len(draft.citations),
            questions=len(draft.questions),
            unread=len(draft.unread),
        ),
        err=True,
    )
    if form != "html":
        say(_word("next", lang).format(path=plain(path)), err=True)


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]
