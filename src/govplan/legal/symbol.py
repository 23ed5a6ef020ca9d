"""What stands behind a document's number: "NQ-HĐND", "NQ/TU", "QH13"; *not* here: the words around it.

Families (NUM a number, TYPE a document type's code, BODY an issuer's code, UNIT who drafted it)::

    normative        NUM "/" YEAR "/" TYPE "-" BODY                43/2021/NQ-HĐND
    administrative   NUM "/" TYPE "-" BODY                         2911/QĐ-UBND
    joint            NUM "/" YEAR "/" ("TTLT" | "NQLT") ("-" BODY)+
    assembly         NUM "/" YEAR "/" ("QH" | "UBTVQH") TERM       80/2015/QH13
    party            NUM "-" TYPE "/" BODY                         06-NQ/TU
    letter           NUM "/" BODY "-" UNIT                         2347/LĐTBXH-VP
    old              NUM ("-" | "/") BODY ["/" TYPE]               31-CP, 11-LĐTBXH/TT

Sources: Decree 30/2020/NĐ-CP, Annexes I and III; Decree 34/2016/NĐ-CP, Article 58; 36-HD/VPTW.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import field, frozen

from govplan.legal.deviation import Deviation
from govplan.legal.lexicon import PARTY, Lexicon
from govplan.legal.tables import DocumentType, type_by_code

__all__ = ["Symbol", "read_symbol"]

# In print "T.Ư" and "T.W" are the Central Committee's.
_DOTTED = {"T.Ư": "TW", "T.W": "TW", "T.U": "TU"}
_JOINT = re.compile(r"([ \n\t]{0,3}(?://?|[-–—])[ \n\t]{0,3})")
_ASSEMBLY = re.compile(r"(QH|UBTVQH|HĐNN)([0-9]{1,2}|[IVX]{1,5})", re.IGNORECASE)
# Bodies whose code once stood alone behind the number.
_ALONE = frozenset({"CP", "TTg", "HĐBT", "HĐNN", "CTN", "SL"})
_TOGETHER = ("TTLT", "NQLT")


@frozen(eq=False)
class Symbol:
    """A symbol in its canonical form (ký hiệu), what it says, and what was repaired to read it.

    `type` is None where symbols name none; `issuer` is the body that the code means, without its place.
    """

    canonical: str
    type: DocumentType | None
    body: str | None
    issuer: str | None
    speaks: bool
    """Is a number with this symbol a document's, without any word before it?"""
    is_letter: bool
    is_joint: bool
    lost_t: bool
    """Was TƯ printed, which may mean Trung ương or Tỉnh ủy?"""
    deviations: tuple[Deviation, ...]

    @property
    def is_assembly(self) -> bool:
        """Is it a symbol of the National Assembly or its Standing Committee, behind which a law's title stands?"""
        return self.canonical.startswith(("QH", "UBTVQH", "PL-UBTVQH"))

    is_plain: bool = field(init=False)
    """Does it stand for one body alone?"""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "is_plain", not (self.is_joint or self.lost_t))


# Pure, over the few hundred symbols that are in use.
@lru_cache(maxsize=4096)
def read_symbol(tables: Lexicon, before_year: str | None, separator: str, printed: str) -> Symbol | None:
    """Return what a printed symbol says, with the separators before and after the year; None where it is none.

    >>> from govplan.legal.lexicon import lexicon
    >>> symbol = read_symbol(lexicon(), None, "/", "NQHĐND")
    >>> symbol.canonical, symbol.deviations
    ('NQ-HĐND', (<Deviation.HYPHEN_LOST: 'hyphen-lost'>,))
    """
    pieces = _JOINT.split(printed)
    if not all(piece and piece[0].isalpha() for piece in pieces[0::2]):
        return None
    found: dict[Deviation, None] = {}
    gaps = [separator, *pieces[1::2]] if before_year is None else [before_year, separator, *pieces[1::2]]
    marks = [_mark(gap, found) for gap in gaps]
    lead, joints = marks[-len(pieces[1::2]) - 1], marks[len(marks) - len(pieces[1::2]) :]
    if before_year is not None and marks[0] == "-":
        found[Deviation.SEPARATOR_OTHER] = None
    codes = []
    lost_t = False
    for index, piece in enumerate(pieces[0::2]):
        if piece in _DOTTED:
            found[Deviation.DOT_WITHIN] = None
            codes.append(_DOTTED[piece])
            continue
        if piece in ("TƯ", "Tư"):
            lost_t = True
            found[Deviation.MARKS_LOST] = None
            codes.append("TU")
            continue
        # Who drafted a letter is free: its codes are nobody's but the writer's.
        canonical, deviation = tables.code(piece) if index < 2 or codes[0] in _TOGETHER else (piece, None)
        codes.append(canonical)
        if deviation is not None:
            found[deviation] = None
    return _in_family(tables, codes, lead, joints, before_year is not None, lost_t, found)


def _mark(gap: str, found: dict[Deviation, None]) -> str:
    """Return the one mark that a gap stands for; note what it holds besides."""
    core = gap.strip()
    # A line may break anywhere; a space alone is a slip.
    if core != gap and "\n" not in gap:
        found[Deviation.SPACE_WITHIN] = None
    if core in ("–", "—"):
        found[Deviation.LONG_DASH] = None
        return "-"
    if core == "//":
        found[Deviation.SEPARATOR_DOUBLED] = None
        return "/"
    if not core:
        found.pop(Deviation.SPACE_WITHIN, None)
        found[Deviation.SEPARATOR_LOST] = None
    return core


def _in_family(
    tables: Lexicon,
    codes: list[str],
    lead: str,
    joints: list[str],
    has_year: bool,
    lost_t: bool,
    found: dict[Deviation, None],
) -> Symbol:
    kind = tables.types.get(codes[0])
    assembly = _ASSEMBLY.fullmatch(codes[0])
    other = Deviation.SEPARATOR_OTHER

    def symbol(
        canonical: str, of: DocumentType | None, body: str | None, speaks: bool = True, letter: bool = False
    ) -> Symbol:
        issuer = _issuer(tables, body)
        if lost_t and body == "TU":
            issuer = None
        return Symbol(canonical, of, body, issuer, speaks, letter, False, lost_t, tuple(found))

    if assembly is not None and len(codes) == 1:
        if not has_year or "-" in (lead, *joints):
            found[other] = None
        if codes[0] != codes[0].upper():
            found[Deviation.LOWER_CASE] = None
        return symbol(codes[0].upper(), None, assembly[1].upper(), speaks=has_year)
    if len(codes) == 1:
        return _alone(tables, codes[0], kind, lead, has_year, lost_t, found)
    if codes[0] == "TT" and codes[1] == "LB":
        return Symbol("TT-LB", type_by_code("TTLB"), "LB", "Liên bộ", True, False, False, False, tuple(found))
    if codes[0] == "PL" and len(codes) == 2 and codes[1].startswith("UBTVQH"):
        return symbol("-".join(codes), type_by_code("PL"), codes[1])
    second = tables.types.get(codes[1])
    if lead != "/" and joints[:2] == ["/", "/"] and second is not None and len(codes) == 3:
        # Ministries until 1996: who, what, which department.
        return symbol("/".join(codes), second, codes[0])
    if (
        lead == "-"
        and joints == ["/"]
        and not has_year
        and codes[1] not in PARTY
        and (
            codes[0] == "TC"
            or (kind is None and tables.types.get(codes[1]) is None and _named(tables, codes[0]) is not None)
        )
    ):
        # Ministries until 1996: who and which department.
        return symbol("/".join(codes), None, codes[0], speaks=False, letter=codes[0] != "TC")
    if kind is not None and codes[0] in _TOGETHER:
        if "/" in joints or lead == "-":
            found[other] = None
        issuers = [_issuer(tables, code) for code in codes[1:]]
        issuer = "; ".join(filter(None, issuers)) if all(issuers) else None
        return Symbol("-".join(codes), kind, codes[1], issuer, True, False, True, False, tuple(found))
    if kind is not None:
        body = codes[1]
        if body in PARTY and len(codes) == 2:
            if joints == ["-"] and lead != "-":
                found[Deviation.PARTY_FORM_LOST] = None
            elif joints != ["/"] or lead == "/" or has_year:
                found[other] = None
            return symbol(f"{codes[0]}/{body}", kind, body)
        if lead != "/" and joints[0] == "/" and "/" not in joints[1:]:
            if has_year:
                found[other] = None
            return symbol(f"{codes[0]}/{'-'.join(codes[1:])}", kind, body)
        if lead == "-" or "/" in joints:
            found[other] = None
        return symbol("-".join(codes), kind, body)
    last = tables.types.get(codes[-1])
    is_known = _named(tables, codes[0]) is not None
    if last is not None and len(codes) == 2 and joints == ["/"] and is_known:
        return symbol("/".join(codes), last, codes[0])
    if lead == "-" and joints == ["/"] and codes[1] in PARTY and not has_year:
        return symbol("/".join(codes), None, codes[1])
    if "/" in joints or lead == "-":
        found[other] = None
    if has_year:
        found[Deviation.TYPE_MISSING] = None
    return symbol("-".join(codes), None, codes[0], speaks=False, letter=is_known)


def _alone(
    tables: Lexicon,
    code: str,
    kind: DocumentType | None,
    lead: str,
    has_year: bool,
    lost_t: bool,
    found: dict[Deviation, None],
) -> Symbol:
    """Read a symbol of one code: an old form, or one that lost something."""
    if code in _ALONE:
        return Symbol(code, kind, code, _issuer(tables, code), code != "SL", False, False, lost_t, tuple(found))
    if kind is not None:
        found[Deviation.BODY_MISSING] = None
        return Symbol(code, kind, None, None, False, False, False, lost_t, tuple(found))
    # TTCP is the Government Inspectorate, no circular that lost its hyphen.
    split = None if code in tables.bodies else _split(tables, code)
    if split is not None:
        found[Deviation.HYPHEN_LOST] = None
        first, body = split
        if (first, body) == ("TT", "LB"):
            return Symbol("TT-LB", type_by_code("TTLB"), "LB", "Liên bộ", True, False, False, lost_t, tuple(found))
        joint = "/" if body in PARTY and first not in _TOGETHER else "-"
        if (joint == "/") is not (lead == "-") and joint != "/":
            found[Deviation.SEPARATOR_OTHER] = None
        return Symbol(
            f"{first}{joint}{body}",
            tables.types[first],
            body,
            _issuer(tables, body),
            True,
            False,
            False,
            lost_t,
            tuple(found),
        )
    found[Deviation.UNIT_MISSING] = None
    return Symbol(code, None, code, _issuer(tables, code), False, code in tables.bodies, False, lost_t, tuple(found))


def _split(tables: Lexicon, code: str) -> tuple[str, str] | None:
    for length in range(1, len(code)):
        first, second = code[:length], tables.codes.get(code[length:])
        if first in tables.types and second is not None and second in tables.bodies:
            return first, second
    return None


# Ministries whose code was printed without its B.
_WITHOUT_B = frozenset(
    [
        "LĐTBXH",
        "GTVT",
        "XD",
        "YT",
        "NN",
        "NV",
        "NG",
        "GDĐT",
        "KHĐT",
        "TNMT",
        "KHCN",
        "VHTT",
        "VHTTDL",
        "BCVT",
        "TTTT",
        "QP",
        "CN",
        "TM",
        "TS",
        "TC",
    ]
)


def _named(tables: Lexicon, body: str) -> str | None:
    return tables.bodies.get(body) or (tables.bodies.get(f"B{body}") if body in _WITHOUT_B else None)


def _issuer(tables: Lexicon, body: str | None) -> str | None:
    if body is None:
        return None
    if body == "SL":
        return "Chủ tịch nước"
    named = _named(tables, body)
    if named is None and (assembly := _ASSEMBLY.fullmatch(body)) is not None:
        return tables.bodies.get(assembly[1].upper())
    return named
