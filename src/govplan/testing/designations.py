"""Numbers with their symbols as they are printed, in every family, sound or damaged; *not* here: what stands around."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from attrs import evolve, frozen
from hypothesis import strategies as st

from govplan.legal import Deviation, DocumentType, tables
from govplan.legal.lexicon import PARTY, lexicon

__all__ = ["DAMAGED", "Designation", "damaged", "sound"]

_TWO, _FOUR = st.integers(0, 1), st.integers(0, 3)


@frozen
class Designation:
    """A printed number and what it means: the fields of the reference, and which words have to stand before it."""

    printed: str
    number: str
    symbol: str | None = None
    year: int | None = None
    type: DocumentType | None = None
    """The type that the document is of; None where only the word before the number could tell."""
    word: str | None = None
    """The word that has to stand before it; "" for none at all, None for the name of the type or nothing."""
    mark: str | None = None
    """What has to stand between word and number; None for any of the ways to print "số"."""
    issuer: str | None = None
    is_joint: bool = False
    deviation: Deviation | None = None


Drawn = Callable[[st.DrawFn, str, int], Designation]
"""Draws a designation with the number and the year given, which only some families print."""


@cache
def _state_bodies() -> tuple[str, ...]:
    # A circular of LB is an interministerial one, and "TT-LB" its whole symbol.
    return tuple(code for code in tables.bodies() if code not in PARTY and code != "LB")


@cache
def _symbols() -> tuple[str, ...]:
    return tuple(code for code, kind in tables.types_by_symbol().items() if kind.code not in ("TTLT", "NQLT"))


_state_body = st.deferred(lambda: st.sampled_from(_state_bodies()))
_party_body = st.deferred(lambda: st.sampled_from(sorted(PARTY & set(tables.bodies()))))
_any_body = st.one_of(_party_body, _state_body)
# A body that no table has: the set of codes is open.
_written_body = st.one_of(_state_body, _state_body, _state_body, st.sampled_from(("BQLDAĐS", "SXYZ", "VTLT")))
_symbol = st.deferred(lambda: st.sampled_from(_symbols()))
_units = st.sampled_from(("KTTH", "VX", "TĐ&GSĐT", "KN", "V1", "ĐP", "CCHC&PC", "KH-TC"))
_assemblies, _terms = st.sampled_from(("QH", "UBTVQH")), st.integers(1, 16)


def _type_of(symbol: str) -> DocumentType:
    return tables.types_by_symbol()[symbol]


def _issuer(*codes: str) -> str | None:
    names = [tables.bodies().get(code) for code in codes]
    return "; ".join(name for name in names if name) if all(names) else None


def _named(name: str) -> DocumentType:
    kind = tables.type_by_name(name)
    assert kind is not None
    return kind


def _normative(draw: st.DrawFn, number: str, year: int) -> Designation:
    kind, body = draw(_symbol), draw(_written_body)
    return Designation(
        f"{number}/{year}/{kind}-{body}", number, f"{kind}-{body}", year, _type_of(kind), None, None, _issuer(body)
    )


def _administrative(draw: st.DrawFn, number: str, year: int) -> Designation:
    kind, body = draw(_symbol), draw(_written_body)
    return Designation(
        f"{number}/{kind}-{body}", number, f"{kind}-{body}", None, _type_of(kind), None, None, _issuer(body)
    )


def _party(draw: st.DrawFn, number: str, year: int) -> Designation:
    kind, body = draw(_symbol), draw(_any_body)
    # Before a department TC is the Ministry of Finance of old.
    kind = "TB" if kind == "TC" else kind
    return Designation(
        f"{number}-{kind}/{body}", number, f"{kind}/{body}", None, _type_of(kind), None, None, _issuer(body)
    )


def _joint(draw: st.DrawFn, number: str, year: int) -> Designation:
    kind, bodies = draw(st.sampled_from(("TTLT", "NQLT"))), [draw(_any_body) for _ in range(2 + draw(_TWO))]
    symbol = "-".join((kind, *bodies))
    issuer = _issuer(*bodies)
    return Designation(f"{number}/{year}/{symbol}", number, symbol, year, _type_of(kind), None, None, issuer, True)


def _assembly(draw: st.DrawFn, number: str, year: int) -> Designation:
    body, term = draw(_assemblies), draw(_terms)
    of_body = ("Luật", "Bộ luật", "Hiến pháp", "Nghị quyết") if body == "QH" else ("Pháp lệnh", "Nghị quyết")
    kind = _named(draw(st.sampled_from(of_body))) if draw(_FOUR) else None
    word = "" if kind is None else str(kind)
    return Designation(f"{number}/{year}/{body}{term}", number, f"{body}{term}", year, kind, word, None, _issuer(body))


def _assembly_resolution(draw: st.DrawFn, number: str, year: int) -> Designation:
    body, term = draw(_assemblies), draw(_terms)
    symbol = f"NQ-{body}{term}"
    return Designation(f"{number}/{symbol}", number, symbol, None, _type_of("NQ"), None, None, _issuer(body))


def _letter(draw: st.DrawFn, number: str, year: int) -> Designation:
    body, unit = draw(_state_body), draw(_units)
    word, mark = ("", "số ") if draw(_TWO) else ("Công văn", None)
    return Designation(
        f"{number}/{body}-{unit}", number, f"{body}-{unit}", None, _named("Công văn"), word, mark, _issuer(body)
    )


def _old(draw: st.DrawFn, number: str, year: int) -> Designation:
    body, joint = draw(st.sampled_from(("CP", "TTg", "HĐBT", "HĐNN", "CTN"))), draw(st.sampled_from("-/"))
    kind = _named(draw(st.sampled_from(("Nghị định", "Quyết định", "Chỉ thị", "Nghị quyết")))) if draw(_FOUR) else None
    word = "" if kind is None else str(kind)
    return Designation(f"{number}{joint}{body}", number, body, None, kind, word, None, _issuer(body))


def _old_ministry(draw: st.DrawFn, number: str, year: int) -> Designation:
    kind, body, joint = draw(_symbol), draw(_state_body), draw(st.sampled_from("-/"))
    symbol = f"{body}/{kind}"
    return Designation(f"{number}{joint}{symbol}", number, symbol, None, _type_of(kind), None, None, _issuer(body))


def _old_joint(draw: st.DrawFn, number: str, year: int) -> Designation:
    word = draw(st.sampled_from(("Thông tư", "Thông tư liên bộ", "")))
    return Designation(f"{number}/TT-LB", number, "TT-LB", None, _named("Thông tư liên bộ"), word, None, "Liên bộ")


def _decree_law(draw: st.DrawFn, number: str, year: int) -> Designation:
    form, number = draw(st.sampled_from(("/SL", "-SL", "", "-C"))), number.rstrip("a")
    number, symbol = (f"{number}-C", None) if form == "-C" else (number, "SL" if form else None)
    # "Chủ tịch nước" is no more than what the type says.
    return Designation(
        f"{number.removesuffix('-C')}{form}",
        number,
        symbol,
        None,
        _named("Sắc lệnh"),
        "Sắc lệnh",
        "số " if not form else None,
        "Chủ tịch nước",
    )


_FAMILIES: tuple[Drawn, ...] = (
    _normative,
    _administrative,
    _party,
    _joint,
    _assembly,
    _assembly_resolution,
    _letter,
    _old,
    _old_ministry,
    _old_joint,
    _decree_law,
)
_numbers = st.one_of(st.integers(1, 120), st.integers(1, 99_999))
_families = st.sampled_from(_FAMILIES + _FAMILIES[:3] * 2)
_common = st.sampled_from(_FAMILIES[:3])


def _numeral(draw: st.DrawFn) -> str:
    number, style = draw(_numbers), draw(st.integers(0, 15))
    return (
        f"{number:02d}"
        if style < 4
        else f"{number}a"
        if style == 4
        else f"{number % 99 + 1}.{style}"
        if style == 5
        else str(number)
    )


def sound(draw: st.DrawFn, year: int) -> Designation:
    """Draw a well-formed designation of any family; `year` is the one that it prints, if it prints one."""
    family = draw(_families)
    number = _numeral(draw)
    return family(draw, number.partition(".")[0] if family is _decree_law else number, year)


def _plain(draw: st.DrawFn, year: int) -> Designation:
    return draw(_common)(draw, _numeral(draw), year)


def _symbol_missing(draw: st.DrawFn, year: int) -> Designation:
    kind = _type_of(draw(st.sampled_from(("NQ", "NĐ", "QĐ", "CT", "TT", "TTLT", "KL", "CV", "KH", "CTr"))))
    number = _numeral(draw).partition(".")[0]
    return Designation(number, number, None, None, kind, str(kind), "số ")


def _body_missing(draw: st.DrawFn, year: int) -> Designation:
    number, kind = _numeral(draw), draw(_symbol.filter(lambda code: code != "SL"))
    return Designation(f"{number}/{kind}", number, kind, None, _type_of(kind), str(_type_of(kind)))


def _type_missing(draw: st.DrawFn, year: int) -> Designation:
    letter = _letter(draw, _numeral(draw), year)
    printed = f"{letter.number}/{year}/{letter.symbol}"
    return evolve(letter, printed=printed, year=year, word="Công văn", mark=None)


def _unit_missing(draw: st.DrawFn, year: int) -> Designation:
    body = draw(_state_body.filter(lambda code: code not in ("CP", "TTg", "HĐBT", "HĐNN", "CTN", "QH", "UBTVQH")))
    number = _numeral(draw)
    return Designation(f"{number}/{body}", number, body, None, _named("Công văn"), "Công văn", None, _issuer(body))


def _type_contradicts(draw: st.DrawFn, year: int) -> Designation:
    found, said = _plain(draw, year), draw(_types)
    # A Party's QĐ stands for Quyết định and for Quy định alike.
    said = said if said not in (found.type, _named("Quy định")) else _named("Thông báo")
    said = said if said != found.type else _named("Chỉ thị")
    return evolve(found, type=said, word=str(said))


_types = st.deferred(lambda: st.sampled_from(tables.document_types()))


def _type_doubled(draw: st.DrawFn, year: int) -> Designation:
    kind, body, number = draw(st.sampled_from(_SHORT)), draw(_state_body), _numeral(draw)
    word = f"{_type_of(kind)} {kind}"
    return Designation(
        f"{number}/{kind}-{body}", number, f"{kind}-{body}", None, _type_of(kind), word, None, _issuer(body)
    )


def _type_shortened(draw: st.DrawFn, year: int) -> Designation:
    found = _type_doubled(draw, year)
    return evolve(found, word=(found.word or "").split()[-1])


_SHORT = ("QĐ", "NĐ", "NQ", "CT", "TT", "KH")


def _party_form_lost(draw: st.DrawFn, year: int) -> Designation:
    number, kind, body = _numeral(draw), draw(_symbol), draw(_party_body)
    symbol = f"{kind}/{body}"
    return Designation(f"{number}/{kind}-{body}", number, symbol, None, _type_of(kind), None, None, _issuer(body))


def _hyphen_lost(draw: st.DrawFn, year: int) -> Designation:
    kind, body, number = draw(_symbol), draw(_state_body), _numeral(draw)
    if f"{kind}{body}" in lexicon().codes:
        kind = "QĐ"
    word = str(_type_of(kind))
    return Designation(
        f"{number}/{kind}{body}", number, f"{kind}-{body}", None, _type_of(kind), word, None, _issuer(body)
    )


def _separator_lost(draw: st.DrawFn, year: int) -> Designation:
    kind, body, number = draw(_symbol), draw(_state_body), str(draw(_numbers))
    word = str(_type_of(kind))
    return Designation(
        f"{number} {kind}-{body}", number, f"{kind}-{body}", None, _type_of(kind), word, None, _issuer(body)
    )


def _rewritten(form: str, body: st.SearchStrategy[str] = _state_body) -> Callable[[st.DrawFn, int], Designation]:
    """Return what prints a State symbol in another form."""

    def rewritten(draw: st.DrawFn, year: int) -> Designation:
        number, kind, code = _numeral(draw), draw(_symbol), draw(body)
        printed = form.format(number=number, kind=kind, body=code, small=f"{kind}-{code}".lower())
        return Designation(printed, number, f"{kind}-{code}", None, _type_of(kind), None, None, _issuer(code))

    return rewritten


def _marks_lost(draw: st.DrawFn, year: int) -> Designation:
    number, (printed, kind, body) = _numeral(draw), draw(st.sampled_from(_WITHOUT_MARKS))
    if body == "TU":
        # Whether TƯ stands for Trung ương or Tỉnh ủy, only a printed issuer can say.
        return Designation(f"{number}-{printed}", number, f"{kind}/{body}", None, _type_of(kind))
    return Designation(f"{number}/{printed}", number, f"{kind}-{body}", None, _type_of(kind), None, None, _issuer(body))


def _dotted_centre(draw: st.DrawFn, year: int) -> Designation:
    number, kind, printed = _numeral(draw), draw(_symbol), draw(st.sampled_from(("T.Ư", "T.W")))
    return Designation(
        f"{number}-{kind}/{printed}", number, f"{kind}/TW", None, _type_of(kind), None, None, _issuer("TW")
    )


_WITHOUT_MARKS = (
    ("ND-CP", "NĐ", "CP"),
    ("QD-UBND", "QĐ", "UBND"),
    ("NQ-HDND", "NQ", "HĐND"),
    ("CT/TƯ", "CT", "TU"),
)


def _word_run_together(draw: st.DrawFn, year: int) -> Designation:
    found = _administrative(draw, _numeral(draw), year)
    word = str(found.type)
    first, _, rest = word.partition(" ")
    # A name of one word can only lose the space behind "số".
    return evolve(found, word=f"{first}{rest}" if rest else word, mark="số " if rest else "số")


def _nothing_between(draw: st.DrawFn, year: int) -> Designation:
    return evolve(_plain(draw, year), mark="số")


def _colon(draw: st.DrawFn, year: int) -> Designation:
    found = _plain(draw, year)
    return evolve(found, word=str(found.type), mark="số: ")


DAMAGED: dict[Deviation, tuple[Callable[[st.DrawFn, int], Designation], ...]] = {
    Deviation.SYMBOL_MISSING: (_symbol_missing,),
    Deviation.BODY_MISSING: (_body_missing,),
    Deviation.TYPE_MISSING: (_type_missing,),
    Deviation.UNIT_MISSING: (_unit_missing,),
    Deviation.TYPE_CONTRADICTS: (_type_contradicts,),
    Deviation.TYPE_DOUBLED: (_type_doubled,),
    Deviation.TYPE_SHORTENED: (_type_shortened,),
    Deviation.PARTY_FORM_LOST: (_party_form_lost,),
    Deviation.HYPHEN_LOST: (_hyphen_lost,),
    Deviation.SEPARATOR_LOST: (_separator_lost,),
    Deviation.SEPARATOR_OTHER: (_rewritten("{number}/{kind}/{body}"), _rewritten("{number}-{kind}-{body}")),
    Deviation.SEPARATOR_DOUBLED: (_rewritten("{number}//{kind}-{body}"),),
    Deviation.SPACE_WITHIN: (
        _rewritten("{number}/{kind} - {body}"),
        _rewritten("{number} /{kind}-{body}"),
        _rewritten("{number}/{kind}- {body}"),
    ),
    Deviation.SPACE_LOST: (_word_run_together, _nothing_between),
    Deviation.DOT_WITHIN: (_rewritten("{number}/{kind}.{body}"), _dotted_centre),
    Deviation.LONG_DASH: (_rewritten("{number}/{kind}–{body}"), _rewritten("{number}/{kind}—{body}")),
    Deviation.COLON: (_colon,),
    Deviation.LOWER_CASE: (_rewritten("{number}/{small}"),),
    Deviation.MARKS_LOST: (_marks_lost,),
}
"""What damages a number or the words before it, by the deviation that it is; those of dates are not among them."""


def damaged(draw: st.DrawFn, deviation: Deviation, year: int) -> Designation:
    """Draw a designation that departs from the prescribed form in one way."""
    build = draw(st.sampled_from(DAMAGED[deviation]))
    return evolve(build(draw, year), deviation=deviation)
