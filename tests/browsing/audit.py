"""What is read out of a page, and what axe-core finds wrong with it; *not* here: the page (`browser`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from browsing.browser import Opened

__all__ = ["read_out", "violations"]


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(opened: Opened) -> list[str]:
    """Return the serious and critical violations on a page, each with the elements that it is about."""
    # In the browser's own world: the page's policy lets no script of its own run, and that stays so.
    opened.page.evaluate(_axe())
    found: dict[str, Any] = opened.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


def read_out(opened: Opened, role: str) -> list[str]:
    """Return the names of everything with a role in the browser's accessibility tree, "" for what has none."""
    session = opened.page.context.new_cdp_session(opened.page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    return [
        str(node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"] and node["role"]["value"] == role
    ]
