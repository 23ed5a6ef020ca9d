"""Whether a printed issuer is the body that the symbol names, and of which place; *not* here: reading it (`issuer`)."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache

from govplan.legal.reference import LegalReference
from govplan.legal.tables import Body, bodies_by_code
from govplan.vietnamese import tone_key

__all__ = ["Openness", "is_printed", "openness_of", "other_issuer"]

# Whoever heads a body signs what the body issues.
_HEADS = re.compile(r"(?:chủ tịch|bộ trưởng|chủ nhiệm|thống đốc|tổng thanh tra|giám đốc|chánh án|viện trưởng)\s+")
_TOKENS = re.compile(r"[-/]")
# Levels of which each place has a body of its own, under one code.
_EVERYWHERE = ("tỉnh", "huyện", "xã", "sở", "các cấp")


@cache
def _codes_by_name() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code, rows in bodies_by_code().items():
        for body in rows:
            for name in (body.name, *body.names):
                found.setdefault(tone_key(name).casefold(), set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


def other_issuer(code: str, rows: tuple[Body, ...], printed: str) -> bool:
    """Is the printed issuer known, and another body than the one of a code?

    A name that begins with a known one is that body's, of some place; what no table knows is nobody else's.

    >>> other_issuer("CP", bodies_by_code()["CP"], "Thủ tướng Chính phủ")
    True
    >>> other_issuer("UBND", bodies_by_code()["UBND"], "Chủ tịch Ủy ban nhân dân tỉnh Quảng Nam")
    False
    """
    name = tone_key(printed).casefold()
    found = _codes_at_start(name)
    if not found and (head := _HEADS.match(name)) is not None:
        found = _codes_at_start(name[head.end() :])
    if not found or any(code in one or one in code for one in found):
        return False
    # "Ban Thường vụ Đảng ủy xã": such names begin those of many others.
    if any("các cấp" in body.level for one in found for body in bodies_by_code()[one]):
        return False
    own = {tone_key(body.name).casefold() for body in rows}
    return not any(name == one or name.startswith(f"{one} ") for one in own)


@lru_cache(maxsize=1024)
def _codes_at_start(name: str) -> frozenset[str]:
    """Return the codes of the longest known name with which a name begins."""
    known, end = _codes_by_name(), len(name)
    while end > 0:
        if (codes := known.get(name[:end].rstrip(","))) is not None:
            return codes
        end = name.rfind(" ", 0, end)
    return frozenset()


class Openness(Enum):
    """How open it is of which place a body is: nothing says it, or nothing but a name that the symbol implies."""

    BARE = "bare"
    IMPLIED = "implied"


def openness_of(symbol: str, issuer: str | None) -> Openness | None:
    """Return how open the place is, None where the body has no others of its code or the issuer says more.

    >>> openness_of("QĐ-UBND", "Ủy ban nhân dân"), openness_of("QĐ-UBND", "Ủy ban nhân dân tỉnh")
    (<Openness.BARE: 'bare'>, None)
    >>> openness_of("NQ/TU", "Tỉnh ủy")
    <Openness.IMPLIED: 'implied'>
    """
    for token in _TOKENS.split(symbol):
        rows = bodies_by_code().get(token, ())
        if any(level in body.level for body in rows for level in _EVERYWHERE):
            named = [body for body in rows if body.name == issuer]
            if issuer is not None and not named:
                return None
            return Openness.IMPLIED if len({body.level for body in named}) == 1 else Openness.BARE
    return None


def is_printed(reference: LegalReference) -> bool:
    """Is the issuer printed beside the symbol?

    "của Tỉnh ủy" leaves only the province open, which goes without saying within it; "của UBND" the level too.
    """
    issuer = reference.issuer
    return issuer is not None and (issuer in reference.text or issuer.casefold() in tone_key(reference.text).casefold())
