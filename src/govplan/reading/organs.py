"""Names of bodies as they are printed, written out in full; *not* here: finding them in a text (`issuing`)."""

from __future__ import annotations

import re
from functools import cache

from govplan.legal.issuer import written_out
from govplan.legal.lexicon import UPPER, lexicon
from govplan.legal.tables import bodies_by_code
from govplan.values.jurisdiction import province_names
from govplan.vietnamese import tone_key

__all__ = ["in_full", "out_of_capitals", "with_place"]

_LETTERS = re.compile(r"[^\w]|_")
_UNIT = re.compile(
    r"(?P<unit>thị trấn|thị xã|thành phố|tỉnh|huyện|quận|phường|xã|đặc khu)(?= (?!ủy|đoàn|hội)\S)"
    r"|(?<!\w)(?P<short>tp)(?=[. ])"
)
_JOINTS = frozenset(("và", "của", "các", "về", "với", "-", "–"))


def in_full(printed: str) -> str:
    """Return a body's name as the State writes it, with what it abbreviates written out.

    >>> in_full("Sở LĐ,TB&XH"), in_full("UBND tỉnh Bến Tre")
    ('Sở Lao động - Thương binh và Xã hội', 'Ủy ban nhân dân tỉnh Bến Tre')
    """
    words = " ".join(printed.split())
    head, place = words, ""
    for unit in (" tỉnh ", " thành phố ", " huyện ", " TP "):
        if unit in words:
            place = words[words.index(unit) :]
            head = words[: words.index(unit)]
            break
    known = _known().get(_key(head))
    return written_out(lexicon(), f"{known}{place}" if known else words)


_LOCAL = re.compile(
    r"(?:Sở|Ủy ban nhân dân|Hội đồng nhân dân|Ban Thường vụ Tỉnh ủy|Tỉnh ủy|Ban Chấp hành Đảng bộ)(?!\w)"
)
_HAS_PLACE = re.compile(rf"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?: (?P<name>[{UPPER}0-9].*)|\Z)")


def with_place(name: str, place: str) -> str:
    """Return the name of a body of which each province has one with the province behind it, where it lacks it.

    >>> with_place("Sở Y tế", "tỉnh Quảng Nam"), with_place("Ủy ban nhân dân tỉnh", "tỉnh Quảng Nam")
    ('Sở Y tế tỉnh Quảng Nam', 'Ủy ban nhân dân tỉnh Quảng Nam')
    >>> with_place("Bộ Y tế", "tỉnh Quảng Nam")
    'Bộ Y tế'
    """
    if not _LOCAL.match(name) or place.split(" ", 1)[-1] in name:
        return name
    had = _HAS_PLACE.search(name)
    if had is not None and had["name"]:
        return name
    return f"{name[: had.start()].rstrip() if had else name} {place}"


def out_of_capitals(words: str, text: str) -> str:
    """Return a name printed in capitals as running text prints it: as this text does, or by what names are known.

    >>> out_of_capitals("HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG TRỊ", "")
    'Hội đồng nhân dân tỉnh Quảng Trị'
    >>> out_of_capitals("ỦY BAN NHÂN DÂN HUYỆN NÚI THÀNH", "")
    'Ủy ban nhân dân huyện Núi Thành'
    """
    words = " ".join(words.split())
    printed = _as_printed(words, text)
    if printed is not None:
        return in_full(printed)
    folded = words.lower()
    unit = next(iter(_UNIT.finditer(folded)), None)
    head = words[: unit.start()].strip() if unit is not None else words
    known = _known().get(_key(head)) or _as_printed(head, text) or _abbreviated(head) or head.capitalize()
    if unit is None:
        place = ""
        for name in province_names():
            if folded.endswith(f" {name.lower()}"):
                head = words[: -len(name) - 1]
                known = _known().get(_key(head)) or head.capitalize()
                return in_full(f"{known} {name}")
    else:
        rank = "thành phố" if unit["short"] else unit["unit"]
        place = f" {rank} {_name(folded[unit.end() :].strip(' .'))}"
    return in_full(f"{known}{place}")


def _abbreviated(head: str) -> str | None:
    written = written_out(lexicon(), head)
    return written if written != head else None


def _name(folded: str) -> str:
    for name in province_names():
        if folded == name.lower():
            return name
    return " ".join(word if word in _JOINTS else word.capitalize() for word in folded.split())


def _as_printed(words: str, text: str) -> str | None:
    """Return the same words where the text prints them in small letters too."""
    if not words:
        return None
    folded, sought = text.lower(), words.lower()
    # Some capitals have two small letters, and would shift what stands behind them.
    place = folded.find(sought) if len(folded) == len(text) else -1
    while place >= 0:
        end = place + len(sought)
        printed = text[place:end]
        if printed[0].isupper() and not printed.isupper() and not text[end : end + 1].isalnum():
            return printed
        place = folded.find(sought, end)
    return None


def _key(words: str) -> str:
    return _LETTERS.sub("", tone_key(words).casefold())


@cache
def _known() -> dict[str, str]:
    """Return the names that bodies have, by their letters alone: "Sở LĐ,TB&XH" and "Sở LĐ-TBXH" are one."""
    found: dict[str, str] = {}
    for rows in bodies_by_code().values():
        for body in rows:
            for name in (body.name, *body.names):
                if " " in name:
                    found.setdefault(_key(name), body.name)
    return found
