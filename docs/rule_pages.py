"""Pages of the documentation that are made of the rules themselves, so that none can be forgotten or out of date.

They are written below `reference/rules/` before every build, and kept by no version control.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from govplan.cli.rule_pages import page_of
from govplan.rules import RULES, Rule

__all__ = ["write_rule_pages"]

_FAMILIES = {
    "GP1": "Structure",
    "GP2": "Targets",
    "GP3": "Legal references",
    "GP4": "Links",
    "GP5": "Across plans and results",
}


def write_rule_pages(source: Path) -> None:
    """Write a page for each rule and a table for each family; what is as it should be is not written again."""
    folder = source / "reference" / "rules"
    folder.mkdir(exist_ok=True)
    pages = {f"{rule.code}.md": _page(rule) for rule in RULES}
    for family, rules in groupby(RULES, lambda rule: rule.code[:3]):
        pages[f"{family}.txt"] = _table(family, list(rules))
    pages["pages.txt"] = "```{toctree}\n:hidden:\n\n" + "\n".join(f"rules/{rule.code}" for rule in RULES) + "\n```\n"
    for file in folder.iterdir():
        if file.name not in pages:
            file.unlink()
    for name, text in pages.items():
        file = folder / name
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


def _page(rule: Rule) -> str:
    return "\n".join((page_of(rule, "en"), page_of(rule, "vi", level=2)))


def _table(family: str, rules: list[Rule]) -> str:
    rows = [
        f"| [{rule.code}](rules/{rule.code}.md) | `{rule.name}` | {rule.severity.value} "
        f"| {rule.summary.en} | {rule.summary.vi} |"
        for rule in rules
    ]
    head = ["| code | name | severity | in English | in Vietnamese |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([f"## {family}xx: {_FAMILIES[family]}", "", *head, *rows, ""])
