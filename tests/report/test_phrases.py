"""The fixed words of pages, and the templates that use them."""

import re
from pathlib import Path

import govplan.report
from govplan.model import Relation
from govplan.report.phrases import phrases

ROOM = Path(govplan.report.__file__).parent
TEMPLATES = {path.name: path.read_text(encoding="utf-8") for path in (ROOM / "templates").iterdir()}
CODE = "".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py") if path.name != "phrases.py")


def test_each_phrase_is_there_in_both_languages() -> None:
    """With the same places to fill, and different words."""
    vi, en = phrases("vi"), phrases("en")
    assert vi.keys() == en.keys()
    for key in vi:
        assert re.findall(r"\{\w*\}", vi[key]) == re.findall(r"\{\w*\}", en[key]), key
        assert vi[key] != en[key], key


def test_each_phrase_is_used() -> None:
    """A word that no page says is no word of pages."""
    unused = []
    for key in phrases("en"):
        in_templates = any(re.search(rf"\b(?:w|words)\.{key}\b", text) for text in TEMPLATES.values())
        if not in_templates and f'"{key}"' not in CODE and f"'{key}'" not in CODE:
            unused.append(key)
    # What is asked for by a value's own word: how parts relate to their whole.
    assert set(unused) == {relation.value for relation in Relation}


def test_only_charts_are_put_in_as_they_are() -> None:
    """Everything else is escaped: a new `|safe` is a new way in, and is looked at here first."""
    assert set(TEMPLATES) == {"comparison.html", "frame.html", "page.css", "parts.html", "plan.html", "plans.html"}
    found = [use for text in TEMPLATES.values() for use in re.findall(r"\{\{[^}]*\bsafe\b[^}]*\}\}", text)]
    assert found == ["{{ row.chart|safe }}", "{{ timeline|safe }}"]
    assert not any("autoescape" in text for text in TEMPLATES.values())
