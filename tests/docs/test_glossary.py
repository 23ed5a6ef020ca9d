"""The glossary of the documentation; *not* here: whether its pages build."""

import inspect
import re
from pathlib import Path

import pytest

import govplan

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "glossary.md"
CLASSES = [name for name in govplan.__all__ if inspect.isclass(getattr(govplan, name))]


def rows() -> list[list[str]]:
    """Return the rows of all tables of the page, without their heads."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    cells = [re.split(r"\s*\|\s*", line.strip("| ")) for line in lines]
    return [row for row in cells if row[0] not in ("govplan", "---")]


def test_the_page_has_three_columns_everywhere() -> None:
    """Every word stands with its Vietnamese and its meaning."""
    assert len(rows()) > 100
    assert [row for row in rows() if len(row) != 3 or not all(row)] == []


def test_no_word_is_explained_twice() -> None:
    """A word has one row, so that it has one meaning."""
    words = [word for row in rows() for word in row[0].split(", ")]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize("name", CLASSES)
def test_every_public_class_is_explained(name: str) -> None:
    """Whoever meets a class of govplan finds its word in both languages."""
    word = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    words = {word.replace("-", " ") for row in rows() for word in row[0].split(", ")}
    assert word in words
