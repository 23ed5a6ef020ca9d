"""Bring the catalogues up to date with the source and the documentation: `python catalogue`.

Adds what `message("…")` says anew to `govplan.po`, drops what nobody says any more, and compiles `govplan.mo`; then
does the same for each page of the documentation that exists in Vietnamese (`pages.py`). What is left to translate is
printed, and makes the exit status 1. `python catalogue --check` changes nothing and says whether anything would change.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from pages import renewed_pages

SOURCE = Path(__file__).parent.parent / "src" / "govplan"
PO = SOURCE / "locale" / "vi" / "LC_MESSAGES" / "govplan.po"
ROOMS = ("rules",)
# Babel writes a date into what it compiles; the same sentences give the same bytes on any day.
EPOCH = datetime(2023, 1, 4, tzinfo=UTC)
HEADER = """\
# What govplan says, in Vietnamese. The English sentences are the keys, and stand in the source as message("…").
# Renewed and compiled by: python catalogue
msgid ""
msgstr ""
"Project-Id-Version: govplan\\n"
"Language: vi\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def renewed() -> Catalog:
    """Return the catalogue with every sentence of the source and no other, translated as far as it was."""
    with PO.open("rb") as file:
        before = read_po(file, locale="vi")
    after = Catalog(locale="vi")
    for room in ROOMS:
        for name, _, english, _, _ in extract_from_dir(SOURCE / room, keywords={"message": None}):
            known = before.get(english)
            after.add(english, known.string if known else "", locations=[(f"{room}/{name}", 1)])
    return after


def main(arguments: Sequence[str] = ()) -> int:
    """Write the files; return 1 while something is left to translate, or with --check where a file is behind."""
    catalogue = renewed()
    text = BytesIO()
    write_po(text, catalogue, width=110, omit_header=True, include_lineno=False)
    files = {PO: HEADER + text.getvalue().decode().rstrip("\n") + "\n", **renewed_pages()}
    if "--check" in arguments:
        behind = [path for path, content in files.items() if path.read_text(encoding="utf-8") != content]
        for path in behind:
            print(f"behind its source, run python catalogue: {path.name}")
        return 1 if behind or print_missing(files) else 0
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    with PO.open("rb") as file, PO.with_suffix(".mo").open("wb") as compiled:
        readable = read_po(file, locale="vi")
        readable.creation_date = EPOCH
        write_mo(compiled, readable)
    return 1 if print_missing(files) else 0


def print_missing(files: dict[Path, str]) -> int:
    """Print what is left to translate, and return how much that is."""
    missing = [
        (path.name, entry.id)
        for path, content in files.items()
        for entry in read_po(BytesIO(content.encode()), locale="vi")
        if entry.id and not entry.string
    ]
    for name, english in missing:
        print(f"not translated in {name}: {english}")
    return len(missing)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
