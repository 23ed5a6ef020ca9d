"""The catalogues of the documentation's pages that exist in Vietnamese; *not* here: those of messages."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

DOCS = Path(__file__).parent.parent / "docs"
FOLDER = DOCS / "locale" / "vi" / "LC_MESSAGES"
TRANSLATED = ("index", "tutorial/*", "how-to/*", "reference/glossary", "explanation/what-the-reader-cannot-read")
HEADER = """\
# A page of the documentation in Vietnamese. Renewed by: python catalogue
msgid ""
msgstr ""
"Project-Id-Version: govplan\\n"
"Language: vi\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def renewed_pages() -> dict[Path, str]:
    """Return what each page's catalogue is to hold: every sentence of the page and no other, as far as translated."""
    with TemporaryDirectory() as scratch:
        build = [sys.executable, "-m", "sphinx", "-q", "-b", "gettext", str(DOCS), scratch]
        subprocess.run(build, check=True)
        found = {}
        for pattern in TRANSLATED:
            for template in sorted(Path(scratch).glob(f"{pattern}.pot")):
                name = template.relative_to(scratch).with_suffix(".po")
                found[FOLDER / name] = _renewed(template, FOLDER / name)
    return found


def _renewed(template: Path, po: Path) -> str:
    before = _read(po) if po.exists() else Catalog(locale="vi")
    after = Catalog(locale="vi")
    for entry in _read(template):
        if entry.id:
            known = before.get(entry.id)
            after.add(entry.id, known.string if known else "")
    text = BytesIO()
    write_po(text, after, width=110, omit_header=True, no_location=True)
    return HEADER + text.getvalue().decode().rstrip("\n") + "\n"


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="vi")
