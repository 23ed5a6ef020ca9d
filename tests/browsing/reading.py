"""Pages as a strict reader of HTML sees them; *not* here: how they look (`layout`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import html5lib

__all__ = ["Element", "document", "repeated_ids", "shape", "words", "wrong_links"]

Element = Any


def document(html: str) -> Element:
    """Return the tree of a page.

    Raises:
        html5lib.html5parser.ParseError: it is not well formed.
    """
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def _elements(root: Element) -> Iterator[Element]:
    return (one for one in root.iter() if isinstance(one.tag, str))


def repeated_ids(root: Element) -> list[str]:
    """Return the ids that two elements have."""
    counts = Counter(one.get("id") for one in _elements(root) if one.get("id"))
    return [id for id, count in counts.items() if count > 1]


def wrong_links(root: Element) -> list[str]:
    """Return the references within a page that lead nowhere, and every one that leads out of it."""
    ids = {one.get("id") for one in _elements(root)}
    found = []
    for one in _elements(root):
        address = one.get("href")
        if address is not None and not (address.startswith("#") and address[1:] in ids):
            found.append(address)
        for name in ("aria-labelledby", "aria-describedby"):
            found += [id for id in (one.get(name) or "").split() if id not in ids]
        found += [one.get(name) for name in ("src", "srcset", "action", "data", "poster") if one.get(name)]
    return found


def shape(root: Element) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Return the elements of a page with their attributes, in order: everything but its text."""
    return [(str(one.tag), tuple(sorted((str(name), text) for name, text in one.items()))) for one in _elements(root)]


def words(root: Element) -> str:
    """Return all the text of a page in its order, its style left out."""
    return " ".join(_texts(root))


def _texts(one: Element) -> Iterator[str]:
    if isinstance(one.tag, str) and one.tag != "style":
        yield one.text or ""
        for child in one:
            yield from _texts(child)
            yield child.tail or ""
