"""Numbers and symbols of documents: "43/2021/NQ-HĐND", "06-NQ/TU"; *not* here: the words around them.

Grammar (NUM a number, TYPE a document type's code, BODY an issuer's code)::

    normative      NUM "/" YEAR "/" TYPE "-" BODY
    administrative NUM "/" TYPE "-" BODY
    assembly       NUM "/" YEAR "/" ("QH" | "UBTVQH") TERM
    party          NUM "-" TYPE "/" BODY
    letter         NUM "/" BODY "-" UNIT
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from attrs import frozen

from govplan.legal.tables import DocumentType, bodies, document_types

__all__ = ["NUMBERED", "Symbol", "read_symbol"]

_LETTERS = "A-ZĐƯ"
_CODE = rf"[{_LETTERS}][{_LETTERS}a-zđư0-9&]{{0,20}}"
# Every repeat is bounded, so that hostile text costs no more than its length.
_GAP = r"[ \t\u00a0]{0,2}"
_HYPHEN = r"[-–‑]"
NUMBERED = (
    rf"(?P<number>[0-9]{{1,5}}[a-zđ]?)"
    rf"(?:{_GAP}/{_GAP}(?P<year>(?:19|20)[0-9]{{2}}))?"
    rf"(?P<separator>{_GAP}(?:/|{_HYPHEN}){_GAP})"
    rf"(?P<symbol>{_CODE}(?:{_GAP}(?:{_HYPHEN}|/){_GAP}{_CODE}){{0,4}})"
    rf"(?!\w|/\w|{_GAP}(?:{_HYPHEN}|/){_GAP}(?:{_CODE}(?!\w)|[{_LETTERS}]{{2}}))"  # all of it or nothing
)
"""The pattern of a number with its symbol, without anchors."""

_JOINT = re.compile(rf"{_GAP}({_HYPHEN}|/){_GAP}")
_ASSEMBLY = re.compile(r"(QH|UBTVQH)[0-9]{1,2}")
_LOST_T = {"TƯ": "TW", "Tư": "TW"}


@frozen
class Symbol:
    """What stands behind a document's number (ký hiệu), in its canonical form.

    `well_formed` is False when the printed form was repaired; `type` is None where symbols name none.
    """

    canonical: str
    type: DocumentType | None
    body: str | None
    is_party: bool
    well_formed: bool

    @property
    def issuer(self) -> str | None:
        """The body that the code means, without its place, or None."""
        return bodies().get(self.body) if self.body else None


# Pure, over the few hundred symbols that are in use.
@lru_cache(maxsize=1024)
def read_symbol(separator: str, printed: str, *, has_year: bool) -> Symbol:
    """Return the canonical symbol of what was printed after the number.

    A lost hyphen, a slash for a hyphen and spaces within are repaired and marked.

    >>> read_symbol("/", "NQHĐND", has_year=False).canonical
    'NQ-HĐND'
    >>> read_symbol("-", "NQ/TU", has_year=False).canonical
    'NQ/TU'
    """
    tokens = _JOINT.split(printed)
    codes = [_LOST_T.get(code, code) for code in tokens[0::2]]
    joints = ["-" if joint in "-–‑" else "/" for joint in tokens[1::2]]
    exact = "".join(codes[:1] + [part for pair in zip(joints, codes[1:], strict=True) for part in pair]) == printed
    tidy = exact and separator in {"/", "-"}
    types = _types()
    kind = types.get(codes[0])
    if _ASSEMBLY.fullmatch(codes[0]) and len(codes) == 1:
        body = codes[0].rstrip("0123456789")
        return Symbol(codes[0], None, body, is_party=False, well_formed=tidy and separator == "/" and has_year)
    if len(codes) == 1 and kind is None:
        # TTCP is the Government Inspectorate, no circular that lost its hyphen.
        split = None if codes[0] in bodies() else _split_lost_hyphen(codes[0])
        if split is not None:
            return Symbol(
                f"{split[0]}-{split[1]}",
                types[split[0]],
                split[1],
                is_party=False,
                well_formed=False,
            )
        return Symbol(codes[0], None, codes[0], is_party=False, well_formed=tidy)
    if separator.strip() != "/" and joints == ["/"] and kind is not None:
        return Symbol(
            f"{codes[0]}/{codes[1]}",
            kind,
            codes[1],
            is_party=True,
            well_formed=tidy and not has_year,
        )
    if kind is not None and len(codes) > 1:
        straight = separator.strip() == "/" and "/" not in joints
        return Symbol("-".join(codes), kind, codes[1], is_party=False, well_formed=tidy and straight)
    return Symbol("-".join(codes), None, codes[0], is_party=False, well_formed=tidy and "/" not in joints)


@cache
def _types() -> dict[str, DocumentType]:
    return {kind.code: kind for kind in document_types()}


def _split_lost_hyphen(code: str) -> tuple[str, str] | None:
    known = bodies()
    for length in range(1, len(code)):
        if code[:length] in _types() and code[length:] in known:
            return code[:length], code[length:]
    return None
