"""The tables as reading needs them: keys by which printed words are looked up; *not* here: the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from govplan.legal.deviation import Deviation
from govplan.legal.tables import (
    Body,
    DocumentType,
    bodies,
    body_names,
    body_variants,
    law_titles,
    type_names,
    types_by_symbol,
)
from govplan.vietnamese import fold, tone_key

__all__ = ["GAP", "LAWS", "LEAD_KEY", "LOWER", "UPPER", "Lexicon", "lexicon", "spaced", "word_tree"]

GAP = r"[ \n\t]{0,3}+"
"""What may stand between two tokens, once `repair` has seen the text."""

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""The capital letters for a character class; the blocks of Unicode mix them with the small ones."""

LOWER = UPPER.lower()
"""The small letters for a character class."""

LEAD_KEY = 7
"""How many letters right before a number are looked up to find its type."""

LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
"""The types that are cited by their title."""

# Party bodies that no State body shares its code with: "NQ-TW" can only mean "NQ/TW".
PARTY = frozenset(
    [
        "TW",
        "TU",
        "HU",
        "QU",
        "ĐU",
        "VPTW",
        "BTCTW",
        "BTGTW",
        "BDVTW",
        "BTGDVTW",
        "BNCTW",
        "BKTTW",
        "BĐNTW",
        "UBKTTW",
        "UBKTTU",
        "VPTU",
        "BTCTU",
        "BTGTU",
        "BDVTU",
        "BNCTU",
    ]
)


class Lexicon:
    """Types, bodies and names by every key under which they are printed; made once, never changed."""

    def __init__(self, further: tuple[Body, ...]) -> None:
        self.types = types_by_symbol()
        known = {**bodies(), **{body.code: body.name for body in further}}
        variants = {variant: _kept(variant, code) for variant, code in body_variants().items()}
        self.bodies = known | {
            kept: known[body_variants()[variant]] for variant, kept in variants.items() if kept not in known
        }
        self.codes = {code: code for code in (*self.types, *self.bodies)} | variants
        self.any_case = {code.casefold(): canonical for code, canonical in self.codes.items()}
        self.no_marks = _unambiguous((fold(code), canonical) for code, canonical in self.codes.items())
        self.type_names = {_key(name): kind for name, kind in type_names().items()}
        self.short_types = {
            code: kind
            for code, kind in self.types.items()
            if code in ("QĐ", "NĐ", "NQ", "TT", "TTLT", "CT", "KH", "CV")
        }
        names = {**body_names(), **{body.name: body.name for body in further}}
        self.names = {_key(name): canonical for name, canonical in names.items()}
        self.run_together = {name.replace(" ", ""): canonical for name, canonical in self.names.items()}
        self.names_without_marks = _unambiguous((fold(name), canonical) for name, canonical in self.names.items())
        self.titles = {
            printed for titles in law_titles().values() for title in titles for printed in _as_printed(_key(title))
        }
        # A symbol that stops here lacks its body or its term.
        self.unfinished = frozenset((*self.types, "QH", "UBTVQH"))
        self.leads: dict[str, tuple[tuple[str, DocumentType], ...]] = {}
        for lead, kind in _leads((*self.type_names, *self.titles), self.type_names.values()):
            self.leads[lead[-LEAD_KEY:]] = (*self.leads.get(lead[-LEAD_KEY:], ()), (lead, kind))

    def code(self, printed: str) -> tuple[str, Deviation | None]:
        """Return a code's canonical form, and how the printed one departs from it."""
        if (known := self.codes.get(printed)) is not None:
            return known, None
        is_lower = printed != printed.upper()
        if (known := self.any_case.get(printed.casefold())) is not None:
            # "QĐ-TTG" in a heading in capitals is no fault; "qđ-ttg" is.
            return known, Deviation.LOWER_CASE if is_lower else None
        if printed.isascii() and (known := self.no_marks.get(fold(printed))) is not None:
            return known, Deviation.MARKS_LOST
        if printed[0].islower():
            return printed.upper(), Deviation.LOWER_CASE
        return printed, None

    def type_named(self, words: str) -> DocumentType | None:
        """Return the type of a name in any case and spacing, or None."""
        return self.type_names.get(_key(words))

    def is_title(self, words: str) -> bool:
        """Are the words the whole title of a law of the tables?"""
        return _key(words) in self.titles


# Pure: the tables are part of the package.
@lru_cache(maxsize=16)
def lexicon(further: tuple[Body, ...] = ()) -> Lexicon:
    """Return the tables with further bodies that a caller knows, ready for reading."""
    return Lexicon(further)


def _key(words: str) -> str:
    return tone_key(" ".join(words.split())).casefold()


def _kept(variant: str, code: str) -> str:
    """Return the canonical form of another spelling of a code: the code, unless it is another name of the body."""
    without = variant.replace("&", "")
    return code if without.casefold() == code.casefold() else without


def _as_printed(title: str) -> tuple[str, ...]:
    """Return a law's title as texts print it: with its commas or without, bodies in full or abbreviated."""
    short = title.replace("hội đồng nhân dân", "hđnd").replace("ủy ban nhân dân", "ubnd")
    return (
        title,
        short,
        short.replace("hđnd và ubnd", "hđnd, ubnd"),
        title.replace(", chống", " chống"),
        title.replace(",", ""),
        short.replace(",", ""),
    )


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a dict of the keys that mean one thing only."""
    meanings: dict[str, set[str]] = {}
    for key, value in pairs:
        meanings.setdefault(key, set()).add(value)
    return {key: values.pop() for key, values in meanings.items() if len(values) == 1}


def _leads(names: Iterable[str], kinds: Iterable[DocumentType]) -> Iterable[tuple[str, DocumentType]]:
    """Yield the common leads letter by letter, so that most citations need no pattern to be understood."""
    for kind in kinds:
        name = str(kind)
        if (
            name.count(" ") == 1
            and name not in LAWS
            and not any(longer.endswith(f" {name.casefold()}") for longer in names)
        ):
            for printed in (name, name.lower(), name.upper(), name.title()):
                yield f"{printed} ", kind
                yield f"{printed} {'SỐ' if printed.isupper() else 'số'} ", kind


def spaced(words: str) -> str:
    """Return a pattern of words with any gap between them."""
    return r"[ \n\t]{1,3}".join(re.escape(word) for word in words.split())


def word_tree(names: Iterable[str], gap: str = r"[ \n\t]{1,3}") -> str:
    """Return a pattern of many names that tries each first word once, the longest name first."""
    branches: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        first, *rest = name.split()
        branches.setdefault(first, set()).add(tuple(rest))
    patterns = []
    for first, rests in sorted(branches.items(), key=lambda item: (-len(item[0]), item[0])):
        inner = word_tree((" ".join(rest) for rest in rests if rest), gap) if any(rests) else ""
        ending = f"(?:{gap}{inner})" if inner else ""
        patterns.append(f"{re.escape(first)}{ending}{'?' if ending and () in rests else ''}")
    return f"(?:{'|'.join(patterns)})"
