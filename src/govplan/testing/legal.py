"""Strategies for legal references and where they are cited; *not* here: the plans that cite them."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import strategies as st

from govplan.errors import InvalidLegalReferenceError
from govplan.legal import Citation, DocumentType, LegalReference, Pin, find_citations, tables
from govplan.testing.chance import Perhaps
from govplan.testing.circumstances import days
from govplan.testing.wording import CAPITALS, lines
from govplan.vietnamese import format_date, format_long_date

__all__ = ["citations", "document_types", "legal_references", "pins"]

_TWO, _FOUR, _EIGHT = st.integers(0, 1), st.integers(0, 3), st.integers(0, 7)
_days = days(first=date(1945, 9, 2), last=date(2060, 12, 31))
_capitals, _lines = st.sampled_from(CAPITALS), lines()
_numbers = st.one_of(st.integers(1, 120), st.integers(1, 99_999))
_years = st.one_of(st.integers(1997, 2035), st.integers(1900, 2099))


def document_types() -> st.SearchStrategy[DocumentType]:
    """Generate the document types of the table."""
    return _types


_types = st.deferred(lambda: st.sampled_from(tables.document_types()))
_bodies = st.deferred(lambda: st.sampled_from(tuple(tables.bodies())))


def pins() -> st.SearchStrategy[Pin]:
    """Generate places in a document: an article, a clause of it, a point of that.

    >>> from hypothesis import find
    >>> str(find(pins(), lambda pin: pin.point is not None))
    'điểm a khoản 1 Điều 1'
    """
    return _pins


@st.composite
def _any_pin(draw: st.DrawFn) -> Pin:
    article, depth = draw(_articles), draw(_FOUR)
    clause = draw(_articles) if depth else None
    return Pin(article, clause, draw(_points) if depth > 1 else None)


_articles, _points = st.integers(1, 999), st.sampled_from("abcdđeghiklmnopqrstuvxy")
_pins = _any_pin()


def legal_references(
    *,
    numbered: bool | None = None,
    dated: bool | None = None,
    well_formed: bool | None = None,
    sound: bool = False,
    latest: date = date(2060, 12, 31),
) -> st.SearchStrategy[LegalReference]:
    """Generate references as `LegalReference.parse` reads them, so that parse(reference.text) == reference.

    Every type and body of the tables comes, with year or without, with or without number, date, issuer and pin,
    in State, Party, assembly, letter and old forms, and with the slips that printers make.

    Args:
        numbered: only documents with a number (True), only those known by name (False), or both.
        dated: only references with a date (True), only those without (False), or both; names have no date.
        well_formed: only well-formed symbols (True), only damaged ones (False), or both.
        sound: only references that no rule finds fault with: issued by a body that issues such documents, and,
            where they have a number, well formed and dated, in the year that the number says.
        latest: the last day that a document may be dated; the first is 1945-09-02.

    Raises:
        InvalidLegalReferenceError: dates or damage are asked for, of documents known by name alone.

    >>> from hypothesis import find
    >>> wanted = legal_references(numbered=True, well_formed=False)
    >>> find(wanted, lambda reference: str(reference.type) == "Nghị quyết").well_formed
    False
    """
    if numbered is False and (dated or well_formed is False):
        raise InvalidLegalReferenceError(
            "a name alone has neither date nor symbol: found numbered=False with them; ask for one of the two",
            "tên gọi không có ngày, ký hiệu: gặp numbered=False đi kèm; hãy chọn một trong hai",
        )
    if sound:
        return _sound_reference(numbered, latest)
    if numbered is None and (dated or well_formed is False):
        numbered = True
    return _any_reference(numbered, dated, well_formed, latest)


@st.composite
def _any_reference(
    draw: st.DrawFn, numbered: bool | None, dated: bool | None, well_formed: bool | None, latest: date
) -> LegalReference:
    if numbered is False or (numbered is None and draw(_EIGHT) == 7):
        return _named(draw)
    damaged = not well_formed if well_formed is not None else draw(_FOUR) == 3
    kind, designation = (_damaged if damaged else _designated)(draw)
    lead = f"{draw(_pins)} {draw(_ofs)}" if draw(_FOUR) == 3 else ""
    if kind is not None:
        lead = f"{lead}{draw(_cases)(kind)} "
    number = f"{lead}{draw(_number_marks)}{designation}"
    tail = ""
    if dated or (dated is None and draw(_TWO) == 1):
        tail = draw(_commas) + draw(_date_forms)(min(draw(_days), latest))
    if draw(_TWO) == 1:
        tail = f"{tail} của {draw(_issuers)}"
    if draw(_EIGHT) == 7:
        tail = f"{tail} về {draw(_capitals)}"
    return LegalReference.parse(f"{number}{tail}")


def _upper(kind: DocumentType) -> str:
    return str(kind).upper()


def _lower(kind: DocumentType) -> str:
    return str(kind).lower()


_ofs, _commas = st.sampled_from(("", "của ")), st.sampled_from((" ", ", "))
_cases = st.sampled_from((DocumentType.__str__, _upper, _lower))
_number_marks = st.sampled_from(("số ", "số: ", "", "Số "))


def _short_ngay(day: date) -> str:
    return f"ngày {format_date(day)}"


def _unpadded(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


_date_forms = st.sampled_from((_short_ngay, format_long_date, format_date, _unpadded))
_PLACES = ("", " tỉnh", " tỉnh Quảng Nam", " huyện Đại Lộc", " thành phố Hà Nội", " xã Hoà Tiến")


@cache
def _issuer_names() -> tuple[str, ...]:
    names = dict.fromkeys((*tables.bodies(), *tables.bodies().values(), "Thủ tướng", "Bộ Chính trị"))
    return tuple(names)


_issuers = st.one_of(
    st.tuples(st.sampled_from(("HĐND", "UBND", "Ủy ban nhân dân", "Uỷ ban nhân dân")), st.sampled_from(_PLACES)).map(
        "".join
    ),
    st.deferred(lambda: st.sampled_from(_issuer_names())),
    st.tuples(_capitals, _lines).map(" ".join),
)


def _named(draw: st.DrawFn) -> LegalReference:
    more = Perhaps(draw, 1)(_lines)
    return LegalReference.parse(f"{draw(_types)} {draw(_capitals)}{f' {more}' if more else ''}")


def _numeral(draw: st.DrawFn) -> str:
    number, style = draw(_numbers), draw(_EIGHT)
    return f"{number:02d}" if style == 6 else f"{number}a" if style == 7 else str(number)


def _designated(draw: st.DrawFn) -> tuple[DocumentType | None, str]:
    """Draw a number with a well-formed symbol, and the type to print before it."""
    number, family, body = _numeral(draw), draw(_EIGHT), draw(_bodies)
    kind = draw(_types)
    printed = kind if draw(_FOUR) else None
    if family in (0, 1):
        return printed, f"{number}/{draw(_years)}/{kind.code}-{body}"
    if family in (2, 3):
        return printed, f"{number}/{kind.code}-{body}"
    if family == 4:
        return printed, f"{number}-{kind.code}/{body}"
    if family == 5:
        return printed, f"{number}/{draw(_years)}/{draw(_assemblies)}{draw(_terms)}"
    if family == 6:
        return printed, f"{number}/{kind.code}-{body}-{draw(_bodies)}"
    letter = draw(st.sampled_from((None, "Công văn")))
    kind_of_letter = tables.type_by_name(letter) if letter else None
    return kind_of_letter, f"{number}/{body}-{draw(_units)}" if draw(_TWO) else f"{number}-{body}"


_assemblies, _terms = st.sampled_from(("QH", "UBTVQH")), st.integers(1, 16)
_units = st.sampled_from(("KTTH", "VX", "TĐ&GSĐT", "KN", "V1", "ĐP"))


def _damaged(draw: st.DrawFn) -> tuple[DocumentType | None, str]:
    """Draw a number with a symbol that a printer damaged, and the type to print before it."""
    number, kind, body, slip = _numeral(draw), draw(_types), draw(_bodies), draw(_slips)
    printed = kind if draw(_FOUR) else None
    if slip == _OTHER_TYPE:
        known = tables.document_types()
        printed = known[(known.index(kind) + 1) % len(known)]
    return printed, slip.format(number=number, kind=kind.code, body=body, year=draw(_years))


_OTHER_TYPE = "{number}/{kind}-{body}"
_slips = st.sampled_from(
    (
        "{number}/{kind}{body}",
        "{number}/{year}/{kind}{body}",
        "{number}/{kind}/{body}",
        "{number}/{kind}–{body}",
        "{number}/{kind} - {body}",
        "{number}-{kind}-{body}",
        "{number}/{year}-{kind}/{body}",
        "{number}/{kind}-TƯ",
        _OTHER_TYPE,
    )
)

# Who issues what, in what form; bodies that have existed under one name since 1996.
_CUSTOMARY = (
    ("NĐ", "{number}/{year}/NĐ-CP", "Chính phủ"),
    ("NQ", "{number}/NQ-CP", "Chính phủ"),
    ("QĐ", "{number}/QĐ-TTg", "Thủ tướng Chính phủ"),
    ("QĐ", "{number}/{year}/QĐ-TTg", "Thủ tướng Chính phủ"),
    ("CT", "{number}/CT-TTg", "Thủ tướng Chính phủ"),
    ("TT", "{number}/{year}/TT-BTC", "Bộ Tài chính"),
    ("TT", "{number}/{year}/TT-BYT", "Bộ Y tế"),
    ("NQ", "{number}/NQ-HĐND", "HĐND tỉnh"),
    ("NQ", "{number}/{year}/NQ-HĐND", "Hội đồng nhân dân tỉnh"),
    ("QĐ", "{number}/QĐ-UBND", "UBND tỉnh"),
    ("QĐ", "{number}/{year}/QĐ-UBND", "Ủy ban nhân dân tỉnh"),
    ("KH", "{number}/KH-UBND", "UBND tỉnh"),
    ("CT", "{number}/CT-UBND", "UBND tỉnh"),
    ("CTr", "{number}-CTr/TU", "Tỉnh ủy"),
    ("NQ", "{number}-NQ/TU", "Tỉnh ủy"),
    ("NQ", "{number}-NQ/TW", "Ban Chấp hành Trung ương"),
    ("CT", "{number}-CT/TW", "Ban Bí thư"),
)
_customary = st.sampled_from(_CUSTOMARY)
_laws = st.sampled_from(("Luật", "Bộ luật", "Pháp lệnh"))


@st.composite
def _sound_reference(draw: st.DrawFn, numbered: bool | None, latest: date) -> LegalReference:
    if numbered is False or (numbered is None and draw(_EIGHT) == 7):
        return LegalReference.parse(f"{draw(_laws)} {draw(_capitals)}")
    code, form, issuer = draw(_customary)
    earliest = min(date(1996, 1, 1), latest)
    day = draw(st.dates(earliest, latest))
    designation = form.format(number=draw(_numbers), year=day.year)
    by = f" của {issuer}" if draw(_FOUR) else ""
    return LegalReference.parse(
        f"{tables.type_by_code(code)} số {designation}{draw(_commas)}{draw(_date_forms)(day)}{by}"
    )


def citations() -> st.SearchStrategy[Citation]:
    """Generate places where a document is cited, as `find_citations` finds them in a sentence.

    >>> from hypothesis import find
    >>> citation = find(citations(), lambda citation: citation.reference.symbol == "QĐ-TTg")
    >>> citation.kind, citation.span.start
    ('full', 10)
    """
    return _citations


_citations = _sound_reference(True, date(2060, 12, 31)).map(lambda one: find_citations(f"Thực hiện {one.text}.")[0])
