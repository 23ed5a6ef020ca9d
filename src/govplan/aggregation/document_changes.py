"""Which documents a plan cites anew, and which no longer; *not* here: whether they are in force (`govplan.rules`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from govplan.aggregation.beside import key_of_words
from govplan.legal.reference import LegalReference
from govplan.model.plan import Plan

__all__ = ["DocumentChanges", "compare_documents"]

_OF_YEAR = re.compile(r",? (?:năm )?[0-9]{4}$")


@frozen
class DocumentChanges:
    """The documents that one of two plans cites alone (thay đổi về văn bản được viện dẫn), each once."""

    cited_anew: tuple[LegalReference, ...] = ()
    no_longer_cited: tuple[LegalReference, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.cited_anew or self.no_longer_cited)


def compare_documents(old: Plan, new: Plan) -> DocumentChanges:
    """Return what two plans cite differently, in their legal basis and their task groups.

    Only what is certainly another document counts: one that is cited without its date here and with it there may be
    the same.
    """
    before, after = list(_cited(old)), list(_cited(new))
    return DocumentChanges(_missing_from(before, after), _missing_from(after, before))


def _cited(plan: Plan) -> Iterator[LegalReference]:
    yield from plan.legal_basis
    for group in plan.task_groups:
        yield from group.legal_references


def _missing_from(known: list[LegalReference], cited: list[LegalReference]) -> tuple[LegalReference, ...]:
    alike: dict[tuple[str, str], list[LegalReference]] = {}
    for one in known:
        for key in _keys(one):
            alike.setdefault(key, []).append(one)
    found: list[LegalReference] = []
    for one in cited:
        if not any(_may_be_one(one, other) for key in _keys(one) for other in alike.get(key, ())):
            found.append(one)
            for key in _keys(one):
                alike.setdefault(key, []).append(one)
    return tuple(found)


def _may_be_one(one: LegalReference, other: LegalReference) -> bool:
    return one.text == other.text or one.same_document(other) is not False


def _keys(one: LegalReference) -> list[tuple[str, str]]:
    """Return under what to look for the same document: its number with its symbol, and how its name begins."""
    keys = []
    if one.number is not None:
        keys.append(("number", f"{one.number.lstrip('0').lower()} {one.symbol}"))
    name = one.title or (one.text if one.number is None else None)
    if name is not None:
        # A name may lack its year: "Luật Đất đai", "Luật Đất đai năm 2013".
        keys.append(("name", _OF_YEAR.sub("", key_of_words(name))))
    return keys
