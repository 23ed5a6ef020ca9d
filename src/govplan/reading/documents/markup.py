"""HTML cut into tags and text, in time that grows with its length alone; *not* here: what the tags mean.

The standard library's parser goes back over text that was left open (a comment, a quote, a tag), which hostile pages
make use of; here every character is passed once or twice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from attrs import frozen

__all__ = ["Tag", "attribute", "cut_up"]

_RAW = {"script", "style", "title", "textarea", "noscript", "template", "svg", "math", "iframe", "xmp", "noembed"}
"""Elements whose text is no text of the page, or not cut into tags."""

_OPENING = re.compile(r"<(/?)([A-Za-z][^\s/>]{0,40}+)")
# A quote opens behind "=" only; one that never closes is an ordinary character.
_ATTRIBUTES = re.compile(r"""(?:[^>=]++|=\s{0,8}+(?:"[^"]*+"|'[^']*+')?)*+>""")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}(?![0-9])|#[xX][0-9A-Fa-f]{1,6}(?![0-9A-Fa-f]));?")
_VALUE = r"""(?:^|[\s"'/]){}\s{{0,8}}=\s{{0,8}}(?:"([^"]{{0,200}})|'([^']{{0,200}})|([^\s"'>]{{1,200}}))"""


@frozen
class Tag:
    """A tag: its name in small letters, whether it closes, and its attributes as they are written."""

    name: str
    closes: bool
    attributes: str


def cut_up(page: str) -> Iterator[Tag | str]:
    r"""Yield the tags and the stretches of text of a page, in order, comments and declarations left out.

    >>> list(cut_up('<p class="a>b">Tỷ&nbsp;lệ<!-- x --></p>'))
    [Tag(name='p', closes=False, attributes=' class="a>b"'), 'Tỷ\xa0lệ', Tag(name='p', closes=True, attributes='')]
    """
    at, reached, quotes = 0, 0, True
    missing: set[str] = set()
    while (at := page.find("<", at)) >= 0:
        if page.startswith(("<!", "<?"), at):
            end = _after(page, "-->", at + 4, missing) if page.startswith("<!--", at) else None
            end = end or _after(page, ">", at, missing)
        else:
            match = _OPENING.match(page, at)
            if match is None:
                at += 1
                continue
            rest = _ATTRIBUTES.match(page, match.end()) if quotes else None
            # Once a tag's quotes swallow all that follows, quotes mean nothing in this page.
            quotes = rest is not None
            end = rest.end() if rest is not None else _after(page, ">", match.end(), missing)
        if end is None:
            break
        if reached < at:
            yield _text(page[reached:at])
        if page[at + 1] not in "!?":
            assert match is not None
            tag = Tag(match[2].lower(), bool(match[1]), page[match.end() : end - 1])
            yield tag
            if tag.name in _RAW and not tag.closes and not tag.attributes.endswith("/"):
                end = _closing(page, tag.name, end, missing)
        at = reached = end
    if reached < len(page):
        yield _text(page[reached:])


def attribute(tag: Tag, name: str) -> str:
    """Return the value of an attribute, "" when the tag does not have it.

    >>> attribute(Tag("td", False, ' colspan="2" rowspan=3'), "rowspan")
    '3'
    """
    match = re.search(_VALUE.format(name), tag.attributes, re.IGNORECASE)
    return "" if match is None else _text(next(filter(None, match.groups()), ""))


def _text(written: str) -> str:
    return _ENTITY.sub(_meaning, written) if "&" in written else written


def _meaning(entity: re.Match[str]) -> str:
    return html.unescape(entity.group())


def _after(page: str, mark: str, start: int, missing: set[str]) -> int | None:
    """Return where a mark ends, None when it is not there; that it is missing is remembered."""
    if mark in missing:
        return None
    found = page.find(mark, start)
    if found < 0:
        missing.add(mark)
        return None
    return found + len(mark)


def _closing(page: str, name: str, start: int, missing: set[str]) -> int:
    """Return where the closing tag of an element begins whose text is passed over, the page's end when it has none."""
    if name in missing:
        return start
    match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(page, start)
    if match is None:
        missing.add(name)
        return start
    return match.start()
