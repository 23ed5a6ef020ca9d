"""Short names and programme titles that a text ties to a document; *not* here: who refers to whom (`resolution`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from govplan.legal.reference import LegalReference
from govplan.legal.tables import DocumentType, type_by_name
from govplan.values.filling import filler

__all__ = ["Defined", "defined_behind", "mentions"]

_S = r"[ \n\t]{1,3}"
_ALIAS = re.compile(
    rf"[ \n\t]{{1,3}}\((?i:sau{_S}đây|dưới{_S}đây){_S}(?i:gọi|viết)(?:{_S}chung)?+(?:{_S}tắt)?+(?:{_S}là)?+:?{_S}"
    r"[\"“‘']?(?P<alias>[^()\"“”‘’'\n]{2,80}?)[\"”’']?[ ]?\)"
)
_APPROVED = re.compile(
    rf"(?:,?{_S}(?:về(?:{_S}việc)?{_S})?)(?:phê{_S}duyệt|ban{_S}hành){_S}"
    rf"(?P<title>(?:Chương{_S}trình|Đề{_S}án|Chiến{_S}lược|Kế{_S}hoạch|Quy{_S}hoạch){_S}[^.;:,()\n\"”]{{8,160}})"
)
_PROGRAMME = re.compile(rf"(?:Chương{_S}trình|Đề{_S}án|Chiến{_S}lược|Kế{_S}hoạch|Quy{_S}hoạch){_S}")
_TWO_WORDS = re.compile(r"\w+[ \n\t]{1,3}\w+")
_MOST = 500
_fill = filler(LegalReference)
_KEY = 24


@frozen
class Defined:
    """A name that the text gives a document: where the citation ends, the name, and what kind of name."""

    end: int
    alias: str
    is_alias: bool
    behind: int


def defined_behind(text: str, start: int, end: int, reference: LegalReference) -> Iterator[Defined]:
    """Yield the short name in brackets behind a citation, and the title of the programme that it approves."""
    alias = _ALIAS.match(text, end)
    if alias is not None:
        yield Defined(end, alias["alias"].strip(), True, alias.end())
        return
    if reference.number is None or end - start > _KEY * 20:
        return
    approved = _APPROVED.match(text, end)
    if approved is not None:
        title = approved["title"].rstrip()
        yield Defined(end, title, False, approved.start("title") + len(title))
        alias = _ALIAS.match(text, approved.start("title") + len(title))
        if alias is not None:
            yield Defined(end, alias["alias"].strip(), True, alias.end())


def mentions(text: str, definitions: list[Defined]) -> Iterator[tuple[int, int, str, LegalReference]]:
    """Yield the places behind its definition where a name stands, as "short" for aliases and "named" for titles."""
    aliases = {item.alias: item.behind for item in reversed(definitions[:_MOST]) if item.is_alias}
    if aliases:
        names = "|".join(re.escape(alias) for alias in sorted(aliases, key=len, reverse=True))
        for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text):
            if match.start() >= aliases[match.group()]:
                kind = _type(match.group())
                title = match.group()[len(str(kind)) :].strip()
                yield match.start(), match.end(), "short", _named(match.group(), kind, title)
    titles: dict[str, list[Defined]] = {}
    for item in definitions:
        if not item.is_alias:
            titles.setdefault(item.alias[:_KEY], []).append(item)
    if titles:
        for match in _PROGRAMME.finditer(text):
            known = titles.get(text[match.start() : match.start() + _KEY], ())
            for item in known[:_MOST]:
                end = match.start() + len(item.alias)
                if (
                    match.start() >= item.behind
                    and text.startswith(item.alias, match.start())
                    and not text[end : end + 1].isalnum()
                ):
                    kind = _type(item.alias)
                    title = item.alias[len(str(kind)) :].strip() if kind is not None else item.alias
                    yield match.start(), end, "named", _named(item.alias, kind, title)
                    break


def _named(name: str, kind: DocumentType | None, title: str) -> LegalReference:
    return _fill(name, kind, None, None, None, None, None, None, " ".join(title.split()) or None, ())


def _type(name: str) -> DocumentType | None:
    head = _TWO_WORDS.match(name)
    kind = type_by_name(" ".join(head.group().split())) if head is not None else None
    return kind or type_by_name(name.split()[0])
