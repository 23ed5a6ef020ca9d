"""The pages of the documentation that are made of the rules."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from govplan.rules import RULES

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def rule_pages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("rule_pages", DOCS / "rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(rule_pages: ModuleType, tmp_path: Path) -> Path:
    """Return the folder of pages that a build of the documentation makes."""
    (tmp_path / "reference").mkdir()
    rule_pages.write_rule_pages(tmp_path)
    return tmp_path / "reference" / "rules"


def test_every_rule_has_a_page_in_both_languages(folder: Path) -> None:
    """English first, with its examples, then Vietnamese with the same."""
    for rule in RULES:
        page = (folder / f"{rule.code}.md").read_text(encoding="utf-8")
        assert rule.bad is not None
        assert page.startswith(f"# {rule.code}: {rule.name}\n")
        assert page.count(rule.bad.plan.strip()) >= 2
        assert rule.explanation.en in page
        assert rule.explanation.vi in page


def test_every_rule_stands_in_the_table_of_its_family(folder: Path) -> None:
    """The reference page has all families, and the list of pages all rules."""
    reference = (DOCS / "reference" / "rules.md").read_text(encoding="utf-8")
    listed = (folder / "pages.txt").read_text(encoding="utf-8")
    for rule in RULES:
        table = (folder / f"{rule.code[:3]}.txt").read_text(encoding="utf-8")
        row = f"| [{rule.code}](rules/{rule.code}.md) | `{rule.name}` | {rule.severity.value} | {rule.summary.en} |"
        assert row in table
        assert f"```{{include}} rules/{rule.code[:3]}.txt\n" in reference
        assert f"\nrules/{rule.code}\n" in listed


def test_pages_are_written_when_they_change_and_no_rule_keeps_one_that_is_gone(
    rule_pages: ModuleType, folder: Path
) -> None:
    """A second build has nothing to do; what is out of date is made anew."""
    page, gone = folder / "GP101.md", folder / "GP999.md"
    text, time = page.read_text(encoding="utf-8"), page.stat().st_mtime_ns
    rule_pages.write_rule_pages(folder.parents[1])
    assert page.stat().st_mtime_ns == time
    page.write_text("old", encoding="utf-8")
    gone.write_text("old", encoding="utf-8")
    rule_pages.write_rule_pages(folder.parents[1])
    assert page.read_text(encoding="utf-8") == text
    assert not gone.exists()
