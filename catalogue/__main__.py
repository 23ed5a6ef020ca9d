"""Bring the catalogue of messages up to date with the source: `python catalogue`.

Adds what `message("…")` says anew to `govplan.po`, drops what nobody says any more, and compiles `govplan.mo`.
What is left to translate is printed, and makes the exit status 1.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

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


def main() -> int:
    """Write both files; return 1 while something is left to translate."""
    catalogue = renewed()
    text = BytesIO()
    write_po(text, catalogue, width=110, omit_header=True, include_lineno=False)
    PO.write_text(HEADER + text.getvalue().decode().rstrip("\n") + "\n", encoding="utf-8")
    with PO.open("rb") as file, PO.with_suffix(".mo").open("wb") as compiled:
        readable = read_po(file, locale="vi")
        readable.creation_date = EPOCH
        write_mo(compiled, readable)
    missing = [entry.id for entry in catalogue if entry.id and not entry.string]
    for english in missing:
        print(f"not translated: {english}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
