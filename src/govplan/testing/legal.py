"""Strategies for legal references and where they are cited; *not* here: the plans that cite them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from attrs import evolve
from hypothesis import strategies as st

from govplan.errors import InvalidLegalReferenceError
from govplan.legal import Citation, Deviation, DocumentType, LegalReference, Pin, Place, find_citations, tables
from govplan.legal.pin import POINTS
from govplan.testing.chance import Perhaps
from govplan.testing.circumstances import days
from govplan.testing.designations import DAMAGED, Designation, damaged, sound
from govplan.testing.wording import CAPITALS, lines
from govplan.vietnamese import format_date, format_long_date, tone_key

__all__ = ["citations", "document_types", "legal_references", "pins"]

_TWO, _FOUR, _EIGHT = st.integers(0, 1), st.integers(0, 3), st.integers(0, 7)
_FIRST, _LAST = date(1945, 9, 2), date(2060, 12, 31)
_days = days(first=_FIRST, last=_LAST)
_capitals, _lines = st.sampled_from(CAPITALS), lines()


def document_types() -> st.SearchStrategy[DocumentType]:
    """Generate the document types of the table."""
    return _types


_types = st.deferred(lambda: st.sampled_from(tables.document_types()))


def pins() -> st.SearchStrategy[Pin]:
    """Generate places in a document as `Pin.parse` reads them: one or a few, of any levels, some in lists.

    >>> from hypothesis import find
    >>> str(find(pins(), lambda pin: pin.places[0].clause and pin.places[0].article))
    'khoản 1 Điều 1'
    """
    return _pins


_LEVELS = ("point", "clause", "article", "section", "chapter", "part", "annex")
_articles = st.one_of(st.integers(1, 999).map(str), st.integers(1, 99).map("{}a".format))
_chapters = st.sampled_from(("I", "II", "III", "IV", "IX", "XIII", "1", "2", "12", "A"))
_labels = {
    "point": st.one_of(st.sampled_from(POINTS), st.just("a1")),
    "clause": _articles,
    "article": _articles,
    "section": _chapters,
    "chapter": _chapters,
    "part": _chapters,
    "annex": st.one_of(st.just(""), _chapters),
}
_tops = st.one_of(st.sampled_from((2, 2, 2, 1)), st.integers(0, 6))
_below = st.lists(_TWO, min_size=7, max_size=7)


@st.composite
def _any_pin(draw: st.DrawFn) -> Pin:
    # What one place leaves unsaid is read from those behind it, so all of them reach up to the same level.
    top = draw(_tops)
    places: list[Place] = []
    for _ in range(1 + (draw(_EIGHT) == 7)):
        chosen = [level for level, is_there in zip(_LEVELS[:top], draw(_below), strict=False) if is_there]
        levels = [*chosen, _LEVELS[top]]
        above = {level: draw(_labels[level]) for level in levels[1:]}
        smallest = draw(st.lists(_labels[levels[0]], min_size=1, max_size=1 + (draw(_FOUR) == 3) * 3, unique=True))
        # An annex without a number is alone.
        smallest = smallest[:1] if "" in smallest else smallest
        places += [Place(**above, **{levels[0]: label}) for label in smallest]
    return Pin(places if "" not in (places[0].annex, places[-1].annex) else places[:1])


_pins = _any_pin()


def legal_references(
    *,
    numbered: bool | None = None,
    dated: bool | None = None,
    well_formed: bool | None = None,
    deviation: Deviation | None = None,
    sound: bool = False,
    latest: date = _LAST,
) -> st.SearchStrategy[LegalReference]:
    """Generate references as `LegalReference.parse` reads them, so that parse(reference.text) == reference.

    Every type and body of the tables comes, with year or without, with or without number, date, issuer and pin,
    in State, Party, joint, assembly, letter and old forms, and with every way to depart from them. What a
    reference holds is known from what was drawn, not read from its text.

    Args:
        numbered: only documents with a number (True), only those known by name (False), or both.
        dated: only references with a date (True), only those without (False), or both; names have no date.
        well_formed: only well-formed references (True), only damaged ones (False), or both.
        deviation: only references that depart from the prescribed form in this one way.
        sound: only references that no rule finds fault with: issued by a body that issues such documents, and,
            where they have a number, well formed and dated, in the year that the number says.
        latest: the last day that a document may be dated; the first is 1945-09-02.

    Raises:
        InvalidLegalReferenceError: dates or damage are asked for, of documents known by name alone, or a damage
            that contradicts what else is asked for.

    >>> from hypothesis import find
    >>> wanted = legal_references(numbered=True, well_formed=False)
    >>> find(wanted, lambda reference: str(reference.type) == "Nghị quyết").well_formed
    False
    """
    if numbered is False and (dated or well_formed is False or deviation is not None):
        raise InvalidLegalReferenceError(
            "a name alone has neither date nor symbol: found numbered=False with them; ask for one of the two",
            "tên gọi không có ngày, ký hiệu: gặp numbered=False đi kèm; hãy chọn một trong hai",
        )
    if sound:
        return _sound_reference(numbered, latest)
    if numbered is None and (dated or well_formed is False or deviation is not None):
        numbered = True
    damage = [each for each in Deviation if deviation in (None, each) and dated in _POSSIBLE.get(each, (dated,))]
    if not damage or (deviation is not None and well_formed):
        raise InvalidLegalReferenceError(
            f"no such reference: found {deviation} with dated={dated}, well_formed={well_formed}; leave one out",
            f"không có viện dẫn như thế: gặp {deviation} với dated={dated}, well_formed={well_formed}; hãy bỏ bớt",
        )
    return _any_reference(numbered, dated, False if deviation is not None else well_formed, tuple(damage), latest)


# Some damage is that of a date, and one sort of it leaves none.
_POSSIBLE = {
    Deviation.DAY_IMPOSSIBLE: (None, False),
    Deviation.YEAR_SHORTENED: (None, True),
    Deviation.YEAR_CONTRADICTS: (None, True),
}


@st.composite
def _any_reference(
    draw: st.DrawFn,
    numbered: bool | None,
    dated: bool | None,
    well_formed: bool | None,
    damage: tuple[Deviation, ...],
    latest: date,
) -> LegalReference:
    if numbered is False or (numbered is None and draw(_FOUR) == 3):
        return _known_by_name(draw)
    is_damaged = not well_formed if well_formed is not None else draw(_FOUR) == 3
    deviation = draw(st.sampled_from(damage)) if is_damaged else None
    day = min(draw(_days), latest)
    if deviation is Deviation.YEAR_SHORTENED:
        day = min(day.replace(year=draw(_years_of_two_digits), day=min(day.day, 28)), latest)
    number = damaged(draw, deviation, day.year) if deviation in DAMAGED else _sound_but(draw, deviation, day.year)
    number = evolve(number, deviation=deviation)
    when, printed_day = _date(draw, dated, deviation, day)
    if when is None and number.year is not None and deviation is None:
        number = _of_another_year(draw, number)
    return _assembled(draw, number, when, printed_day)


def _sound_but(draw: st.DrawFn, deviation: Deviation | None, year: int) -> Designation:
    """Draw a well-formed number, with a year where that is to contradict the date's."""
    if deviation is not Deviation.YEAR_CONTRADICTS:
        return sound(draw, year)
    wrong = year + draw(st.sampled_from((-1, 1, 10)))
    symbol = draw(st.sampled_from(("NĐ-CP", "TT-BTC", "NQ-HĐND", "QĐ-TTg")))
    kind, _, body = symbol.partition("-")
    return Designation(
        f"31/{wrong}/{symbol}", "31", symbol, wrong, tables.types_by_symbol()[kind], issuer=tables.bodies()[body]
    )


def _of_another_year(draw: st.DrawFn, number: Designation) -> Designation:
    """Return the number with any year that numbers print; without a date no other has to agree with it."""
    year = draw(_years)
    printed = number.printed.replace(f"/{number.year}/", f"/{year}/", 1)
    return evolve(number, printed=printed, year=year)


_years = st.one_of(st.integers(1997, 2035), st.integers(1900, 2099))


def _date(draw: st.DrawFn, dated: bool | None, deviation: Deviation | None, day: date) -> tuple[date | None, str]:
    """Draw the date that a reference has, and how it is printed."""
    if deviation is Deviation.DAY_IMPOSSIBLE:
        return None, draw(_impossible_days)
    if deviation is Deviation.YEAR_SHORTENED:
        return day, f"ngày {day.day}-{day.month}-{day.year % 100:02d}"
    if dated is False or (dated is None and deviation not in _POSSIBLE and draw(_TWO)):
        return None, ""
    return day, draw(_date_forms)(day)


def _short_ngay(day: date) -> str:
    return f"ngày {format_date(day)}"


def _unpadded(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def _with_points(day: date) -> str:
    return f"ngày {day.day:02d}.{day.month:02d}.{day.year}"


_date_forms = st.sampled_from((_short_ngay, format_long_date, format_date, _unpadded, _with_points))
_impossible_days = st.sampled_from(("ngày 31/02/2021", "ngày 32 tháng 1 năm 2020", "30-02-2020", "ngày 29/2/2021"))
# Two digits mean the years of the first documents, or ours.
_years_of_two_digits = st.one_of(st.integers(1946, 1996), st.integers(2000, 2044))


def _assembled(draw: st.DrawFn, number: Designation, when: date | None, printed_day: str) -> LegalReference:
    """Draw the words around a number and put everything together."""
    word = number.word
    if word is None:
        word = str(number.type) if draw(_FOUR) else ""
    if word and word == str(number.type):
        word = draw(_cases)(word)
    mark = draw(_marks) if number.mark is None else number.mark
    pin = draw(_pins) if word and draw(_FOUR) == 3 else None
    lead = f"{pin} {draw(_ofs)}" if pin is not None else ""
    text = f"{lead}{word}{' ' if word else ''}{mark}{number.printed}"
    issuer = number.issuer
    tail = f"{draw(_commas)}{printed_day}" if printed_day else ""
    if draw(_TWO):
        printed, in_full = draw(_issuers)
        issuer = issuer if number.is_joint and issuer else in_full
        # A body may be named before the date or behind it.
        tail = f" của {printed}{tail}" if draw(_EIGHT) == 7 else f"{tail} của {printed}"
    title = f"{draw(_abouts)} {draw(_capitals)}" if draw(_EIGHT) == 7 else None
    return LegalReference(
        text=f"{text}{tail}{f' {title}' if title else ''}",
        type=number.type,
        number=number.number,
        year=number.year,
        symbol=number.symbol,
        issuer=issuer,
        date=when,
        pin=pin,
        title=title,
        deviations=() if number.deviation is None else (number.deviation,),
    )


_Case = Callable[[str], str]
_as_they_are: list[_Case] = [str, str, str.upper, str.lower]
_cases = st.sampled_from(_as_they_are)
_marks = st.sampled_from(("số ", "số ", "", "Số "))
_ofs, _commas = st.sampled_from(("", "của ")), st.sampled_from((" ", ", "))
_abouts = st.sampled_from(("về", "về việc", "ban hành", "phê duyệt"))
_PLACES = (
    "",
    " tỉnh",
    " tỉnh Quảng Nam",
    " huyện Đại Lộc",
    " thành phố Hà Nội",
    " xã Hoà Tiến",
    " tỉnh Bà Rịa - Vũng Tàu",
)
_COUNCILS = {
    "HĐND": "Hội đồng nhân dân",
    "UBND": "Ủy ban nhân dân",
    "Uỷ ban nhân dân": "Ủy ban nhân dân",
    "Chủ tịch UBND": "Chủ tịch Ủy ban nhân dân",
}


@cache
def _names() -> tuple[tuple[str, str], ...]:
    # A longer name than the full one is kept: it says more.
    return tuple(
        (printed, printed if printed.casefold().startswith(f"{full.casefold()} ") else full)
        for printed, full in tables.body_names().items()
    )


_issuers = st.one_of(
    st.tuples(st.sampled_from(tuple(_COUNCILS.items())), st.sampled_from(_PLACES)).map(
        lambda drawn: (f"{drawn[0][0]}{drawn[1]}", f"{drawn[0][1]}{tone_key(drawn[1])}")
    ),
    st.deferred(lambda: st.sampled_from(_names())),
    st.sampled_from(("Tổ công tác liên ngành", "Ban Quản lý dự án Đường sắt đô thị", "Hiệp hội Làng nghề")).map(
        lambda name: (name, name)
    ),
)
_laws = st.deferred(
    lambda: st.sampled_from([(kind, title) for kind, titles in tables.law_titles().items() for title in titles])
)


def _known_by_name(draw: st.DrawFn) -> LegalReference:
    if draw(_FOUR) == 0:
        return _law(draw)
    more = Perhaps(draw, 1)(_lines)
    # Any words at all may follow a type: only reading says where such a name ends.
    return LegalReference.parse(f"{draw(_types)} {draw(_capitals)}{f' {more}' if more else ''}")


def _law(draw: st.DrawFn) -> LegalReference:
    name, title = draw(_laws)
    year = f" năm {draw(_years)}" if name == "Hiến pháp" or draw(_FOUR) == 3 else ""
    title = f"{title}{year}" if title not in year else year.strip()
    kind = tables.type_by_name(name)
    issuer = tables.bodies()["UBTVQH" if name == "Pháp lệnh" else "QH"]
    return LegalReference(f"{name} {title}", kind, issuer=issuer, title=title)


# Who issues what, in what form; bodies that have existed under one name since 1997.
_CUSTOMARY = (
    ("{number}/{year}/NĐ-CP", "Chính phủ"),
    ("{number}/NQ-CP", "Chính phủ"),
    ("{number}/QĐ-TTg", "Thủ tướng Chính phủ"),
    ("{number}/{year}/QĐ-TTg", "Thủ tướng Chính phủ"),
    ("{number}/CT-TTg", "Thủ tướng Chính phủ"),
    ("{number}/{year}/TT-BTC", "Bộ Tài chính"),
    ("{number}/{year}/TT-BYT", "Bộ Y tế"),
    ("{number}/NQ-HĐND", "HĐND tỉnh"),
    ("{number}/{year}/NQ-HĐND", "Hội đồng nhân dân tỉnh"),
    ("{number}/QĐ-UBND", "UBND tỉnh"),
    ("{number}/{year}/QĐ-UBND", "Ủy ban nhân dân tỉnh"),
    ("{number}/KH-UBND", "UBND tỉnh"),
    ("{number}/CT-UBND", "UBND tỉnh"),
    ("{number}-CTr/TU", "Tỉnh ủy"),
    ("{number}-NQ/TU", "Tỉnh ủy"),
    ("{number}-NQ/TW", "Ban Chấp hành Trung ương"),
    ("{number}-CT/TW", "Ban Bí thư"),
)
_customary = st.sampled_from(_CUSTOMARY)
_numbers = st.one_of(st.integers(1, 120), st.integers(1, 99_999)).map(str)


@st.composite
def _sound_reference(draw: st.DrawFn, numbered: bool | None, latest: date) -> LegalReference:
    if numbered is False or (numbered is None and draw(_EIGHT) == 7):
        return _law(draw)
    form, issuer = draw(_customary)
    day = draw(st.dates(min(date(1997, 1, 1), latest), latest))
    number = draw(_numbers)
    designation = form.format(number=number, year=day.year)
    symbol = re.split("[/-]", form.removeprefix("{number}").removeprefix("/{year}"), maxsplit=1)[1]
    code, body = re.split("[/-]", symbol)
    kind = tables.types_by_symbol()[code]
    text = f"{kind} số {designation}{draw(_commas)}{draw(_date_forms)(day)}"
    implied, is_named = tables.bodies()[body], draw(_FOUR) > 0
    return LegalReference(
        text=f"{text} của {issuer}" if is_named else text,
        type=kind,
        number=number,
        year=day.year if "{year}" in form else None,
        symbol=symbol,
        issuer=_in_full(issuer) if is_named else implied,
        date=day,
    )


def _in_full(issuer: str) -> str:
    return issuer.replace("HĐND", "Hội đồng nhân dân").replace("UBND", "Ủy ban nhân dân")


def citations() -> st.SearchStrategy[Citation]:
    """Generate places where a document is cited, as `find_citations` finds them in a sentence.

    Every kind comes: documents with their number, laws by name, some with others in their titles, mentions such as
    "Nghị định này", and documents that the text gives a short name.

    >>> from hypothesis import find
    >>> citation = find(citations(), lambda citation: citation.reference.symbol == "QĐ-TTg")
    >>> citation.kind, citation.span.start
    ('full', 10)
    """
    return _citations


def _last_in(sentence: str) -> Citation:
    return find_citations(sentence)[-1]


_numbered_text = _sound_reference(True, _LAST).map(lambda reference: reference.text)
_named_text = _sound_reference(False, _LAST).map(lambda reference: reference.text)
_pointing = st.tuples(
    st.sampled_from(("", "khoản 2 Điều 5 ", "Phụ lục II kèm theo ")),
    st.sampled_from(("Nghị định này", "Quyết định nêu trên", "Luật này", "Kế hoạch nói trên", "Nghị quyết trên đây")),
).map("".join)
_amending = st.tuples(_named_text, _named_text).map(
    lambda laws: f"Luật sửa đổi, bổ sung một số điều của {laws[0]} và {laws[1]}"
)
_citations = st.one_of(
    _numbered_text.map(lambda text: _last_in(f"Thực hiện {text}.")),
    _numbered_text.map(lambda text: _last_in(f"Thực hiện {text} (sau đây gọi tắt là Chương trình hỗ trợ), tỉnh đã")),
    st.one_of(_named_text, _amending, _pointing).map(lambda text: _last_in(f"Thực hiện {text}.")),
    st.sampled_from(("Nghị quyết", "Quyết định")).map(
        lambda kind: _last_in(f"{kind} số 68/{'NQ' if kind == 'Nghị quyết' else 'QĐ'}-CP quy định; {kind} 68, tỉnh đã")
    ),
)
