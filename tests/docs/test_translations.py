"""The pages of the documentation in Vietnamese; *not* here: the messages of the library, and whether pages build."""

import re
from pathlib import Path
from runpy import run_path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FOLDER = DOCS / "locale" / "vi" / "LC_MESSAGES"
PAGES = sorted(
    page.relative_to(DOCS).with_suffix("").as_posix()
    for pattern in run_path(str(ROOT / "catalogue" / "pages.py"))["TRANSLATED"]
    for page in DOCS.glob(f"{pattern}.md")
)
CODE = re.compile(r"`[^`]+`")
LINK = re.compile(r"\]\([^)]+\)")
ROLE = re.compile(r"\{[a-z:]+\}(?=`)")
FENCE = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# What stands before the words of a heading, of a point and of a numbered step.
MARK = re.compile(r"^(#+|-|\d+\.) +")
LETTERS = re.compile("[à-ãè-êìíò-õùúýăđĩũơưạ-ỹ]", re.IGNORECASE)


def catalogue(page: str) -> Catalog:
    with (FOLDER / f"{page}.po").open("rb") as file:
        return read_po(file, locale="vi")


def entries(page: str) -> list[Message]:
    return [entry for entry in catalogue(page) if entry.id]


def words_of_code() -> set[str]:
    """Return the words of the glossary's first column, which stay as the code says them."""
    lines = (DOCS / "reference" / "glossary.md").read_text(encoding="utf-8").splitlines()
    return {line.strip("| ").split(" | ")[0] for line in lines if line.startswith("|")}


def pieces(page: str) -> tuple[list[str], list[str]]:
    """Return the lines of prose and the cells of tables that a page has outside its code."""
    text = COMMENT.sub("", FENCE.sub("", (DOCS / f"{page}.md").read_text(encoding="utf-8")))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    rows = [line.strip("|").split(" | ") for line in lines if line.startswith("|")]
    cells = [cell.strip(" |") for row in rows for cell in row]
    prose = [MARK.sub("", line) for line in lines if not line.startswith("|")]
    return prose, [cell for cell in cells if cell.strip("-")]


def test_there_are_pages_in_vietnamese() -> None:
    """Whoever reads no English can begin, read a decision and mend the draft."""
    begin = {"index", "tutorial/first-plan", "how-to/read-a-decision", "how-to/correct-a-draft", "reference/glossary"}
    assert begin <= set(PAGES)
    assert sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.po")) == PAGES


@pytest.mark.parametrize("page", PAGES)
def test_every_sentence_of_the_page_is_in_its_catalogue(page: str) -> None:
    """Whoever changes a page renews its catalogue: run `python catalogue`."""
    known = [entry.id for entry in entries(page)]
    prose, cells = pieces(page)
    assert [line for line in prose if not any(line in sentence for sentence in known)] == []
    assert [cell for cell in cells if cell not in known] == []


@pytest.mark.parametrize("page", PAGES)
def test_no_sentence_lacks_its_vietnamese(page: str) -> None:
    """A page is translated whole and for certain."""
    assert [entry.id for entry in entries(page) if not entry.string or entry.fuzzy] == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("pattern", [CODE, LINK, ROLE], ids=["code", "links", "roles"])
def test_both_languages_have_the_same_code_and_links(page: str, pattern: re.Pattern[str]) -> None:
    """What is typed and where a link leads is the same in both, in whatever order."""
    differing = [
        entry.id
        for entry in entries(page)
        if sorted(pattern.findall(entry.id)) != sorted(pattern.findall(entry.string))
    ]
    assert differing == []


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_stress_as_much(page: str) -> None:
    """No star is lost, so that nothing is stressed to the end of its paragraph."""
    assert [entry.id for entry in entries(page) if entry.id.count("*") != entry.string.count("*")] == []


@pytest.mark.parametrize("page", PAGES)
def test_what_says_something_says_it_in_vietnamese(page: str) -> None:
    """Only names and code are the same in both languages; all else has letters that only Vietnamese has."""
    names = words_of_code() if page == "reference/glossary" else set()
    english = [
        entry.id
        for entry in entries(page)
        if entry.id not in names
        and re.search("[a-z]", CODE.sub("", entry.id).replace("govplan", ""))
        and not LETTERS.search(CODE.sub("", entry.string))
    ]
    assert english == []


@pytest.mark.parametrize("page", PAGES)
def test_no_sentence_begins_like_a_list(page: str) -> None:
    """A heading that begins with a number has its point escaped; Sphinx would leave it in English."""
    assert [entry.string for entry in entries(page) if re.match(r"(\d+[.)]|[-+*]) ", entry.string)] == []
