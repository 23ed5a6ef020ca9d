"""Documents as urn:lex names, written and read back; *not* here: anchors in pages (`govplan.legal.annotation`)."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from urllib.parse import quote, unquote

from attrs import evolve

from govplan.errors import InvalidLegalReferenceError
from govplan.legal.pin import Pin, Place
from govplan.legal.reference import LegalReference
from govplan.legal.tables import DocumentType, bodies_by_code, body_names, type_by_name, types_by_symbol
from govplan.vietnamese import nfc, tone_key

__all__ = ["parse_urn", "to_urn"]

_URN = re.compile(
    r"(?i:urn:lex:vn):(?P<authority>[^:;~@$]+):(?P<measure>[^:;~@$]+):(?P<date>[^:;~@$]+);(?P<id>[^:;~@$]+)"
    r"(?:~(?P<partition>[^:~@$]+))?"
)
_BROKEN_OCTET = re.compile("%(?![0-9A-Fa-f]{2})")
_SLASH = re.compile("%2[Ff]|/")
_YEAR = re.compile(r"[0-9]{4}")
_LAST_LETTER = re.compile(r"-\w+\Z")
# How names that no authority gave begin; here also what a citation leaves unsaid.
_UNOFFICIAL = "lex-"
_UNKNOWN = "lex-unknown"
# What stands after this mark has its capitals as printed; everything else is lower case and gets them back.
_EXACT = "="
_LEVELS = {
    "annex": "phụ.lục",
    "part": "phần",
    "chapter": "chương",
    "section": "mục",
    "article": "điều",
    "clause": "khoản",
    "point": "điểm",
}
_CAPITAL_LABELS = ("annex", "part", "chapter", "section")
_LOWER_WORDS = {"tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "trấn", "phường", "và", "các", "của"}


def to_urn(reference: LegalReference) -> str | None:
    """Return the urn:lex name of a document, or None for one that says neither number nor title.

    The parts are issuer, type, date, and number with year and symbol, then the pin behind "~"; `lex-unknown`
    stands for what the citation does not say, so the name is as precise as the citation. Letters are lower
    case, in NFC, and percent-encoded UTF-8, so đ and d stay apart; a word whose capitals the tables do not
    give back keeps them behind "=".

    Source: RFC 9676, known from accounts of it, its text not read; the choice of UTF-8 is said in the reference.

    >>> to_urn(LegalReference.parse("điểm đ khoản 2 Điều 5 Chỉ thị số 20-CT/TW"))
    'urn:lex:vn:trung.%C6%B0%C6%A1ng.%C4%91%E1%BA%A3ng:ch%E1%BB%89.th%E1%BB%8B:lex-unknown;20%2Fct%2Ftw~%C4%91i%E1%BB%81u.5;kho%E1%BA%A3n.2;%C4%91i%E1%BB%83m.%C4%91'
    >>> to_urn(LegalReference("Nghị định này")) is None
    True
    """
    if reference.number is None and reference.title is None:
        return None
    issuers = reference.issuer.split("; ") if reference.issuer else []
    day = reference.date.isoformat() if reference.date else f"{reference.year:04d}" if reference.year else _UNKNOWN
    name = ":".join(
        (
            "+".join(map(_write_words, issuers)) or _UNKNOWN,
            ".".join(map(_quoted, str(reference.type).lower().split(" "))) if reference.type else _UNKNOWN,
            f"{day};{_write_id(reference)}",
        )
    )
    pin = f"~{'+'.join(map(_write_place, reference.pin.places))}" if reference.pin else ""
    return f"urn:lex:vn:{name}{pin}"


def parse_urn(text: str) -> LegalReference:
    """Read a name as `to_urn` writes it; Vietnamese letters may also stand unencoded.

    The `text` of the reference is its canonical form, for a name does not say what was printed.

    Raises:
        InvalidLegalReferenceError: another namespace or country, a part that is missing or cannot be read, a
            type that is not in the tables, or a version, manifestation or annex, which citations do not name.

    >>> str(parse_urn("urn:lex:vn:chính.phủ:nghị.định:2021-03-15;20/2021/nđ-cp"))
    'Nghị định số 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ'
    """
    match = _URN.fullmatch(text.strip())
    if match is None or _BROKEN_OCTET.search(text):
        raise _refused("name", "tên", text)
    try:
        number, title, year, symbol = _read_id(match["id"])
        issuers = [] if match["authority"].lower() == _UNKNOWN else match["authority"].split("+")
        found = LegalReference(
            "-",
            type=_read_type(match["measure"]),
            number=number,
            year=year,
            symbol=symbol,
            issuer="; ".join(map(_read_words, issuers)) or None,
            date=_read_day(match["date"]),
            pin=_read_pin(match["partition"]) if match["partition"] else None,
            title=title,
        )
    except UnicodeDecodeError:
        raise _refused("encoding", "mã hóa", text) from None
    return evolve(found, text=str(found))


def _refused(en: str, vi: str, found: str) -> InvalidLegalReferenceError:
    form = "urn:lex:vn:chính.phủ:nghị.định:2021-03-15;20/2021/nđ-cp"
    return InvalidLegalReferenceError(
        f"unreadable {en} in a urn:lex of Vietnam: found {found!r:.200}; write it as {form}",
        f"không đọc được {vi} trong urn:lex của Việt Nam: gặp {found!r:.200}; hãy viết dạng {form}",
    )


def _quoted(word: str) -> str:
    return quote(word, safe="").replace(".", "%2E").replace("~", "%7E")


def _unquoted(word: str) -> str:
    return nfc(unquote(word, errors="strict"))


def _write(word: str, restored: str) -> str:
    """Return a word in lower case where that gives it back, else as it is behind a mark."""
    return _quoted(word.lower()) if restored == word else f"{_EXACT}{_quoted(word)}"


# --- the number, its year and its symbol --------------------------------------------------------


def _write_id(reference: LegalReference) -> str:
    if reference.number is not None:
        number = reference.number.lstrip("0") or "0"
        parts = [_write(_inner(number), _capital_number(_inner(number.lower())))]
    else:
        words = tone_key(reference.title or "").lower().split(" ")
        parts = [_UNOFFICIAL + ".".join(_quoted(_inner(word)) for word in words)]
    symbol = "%2F".join(map(_write_codes, reference.symbol.split("/"))) if reference.symbol else None
    if reference.year is not None:
        parts.append(f"{reference.year:04d}")
    elif symbol is not None and (_YEAR.match(symbol) or symbol.startswith("%2F")):
        parts.append("")
    return "%2F".join([*parts, *([] if symbol is None else [symbol])])


def _read_id(written: str) -> tuple[str | None, str | None, int | None, str | None]:
    first, *rest = _SLASH.split(written)
    number = title = None
    if first.startswith(_UNOFFICIAL):
        title = _outer(" ".join(map(_unquoted, first[len(_UNOFFICIAL) :].split("."))))
        title = title[:1].upper() + title[1:]
    else:
        number = _outer(_unquoted(first[1:]) if first.startswith(_EXACT) else _capital_number(_unquoted(first)))
    if not (title or number or "").strip():
        raise _refused("number", "số", written)
    year = int(rest[0]) if rest and _YEAR.fullmatch(rest[0]) else None
    if year is not None or rest[:1] == [""]:
        rest = rest[1:]
    return number, title, year, "/".join(map(_read_codes, rest)) or None


def _inner(word: str) -> str:
    """Return a number or a title's word so that a stroke in it is not taken for one between number and symbol."""
    return word.replace("%", "%25").replace("/", "%2F")


def _outer(word: str) -> str:
    return word.replace("%2F", "/").replace("%2f", "/").replace("%25", "%")


def _capital_number(number: str) -> str:
    """Return a number with the capital that "22-C" ends in; "36a" has none."""
    return _LAST_LETTER.sub(lambda match: match.group().upper(), number)


def _write_codes(codes: str) -> str:
    return "-".join(_write(code, _capital_code(code.lower())) for code in codes.split("-"))


def _read_codes(written: str) -> str:
    return "-".join(
        _unquoted(code[1:]) if code.startswith(_EXACT) else _capital_code(_unquoted(code))
        for code in written.split("-")
    )


# Pure: the tables are part of the package.
@cache
def _codes() -> dict[str, str]:
    """Return the codes of the tables by their lower case: {"ttg": "TTg", …}."""
    return {code.lower(): code for code in (*bodies_by_code(), *types_by_symbol())}


def _capital_code(code: str) -> str:
    return _codes().get(code) or code.upper()


# --- type, issuer and date ----------------------------------------------------------------------


def _read_type(written: str) -> DocumentType | None:
    if written.lower() == _UNKNOWN:
        return None
    name = " ".join(map(_unquoted, written.split(".")))
    found = type_by_name(name)
    if found is None:
        raise _refused("type of document", "loại văn bản", name)
    return found


@cache
def _names() -> dict[str, str]:
    return {name.lower(): name for name in body_names().values()}


def _capital_words(words: list[str]) -> list[str]:
    """Return an issuer's lower-case words with their capitals: a body of the table, then a place."""
    known = next((end for end in range(len(words), 0, -1) if " ".join(words[:end]) in _names()), 0)
    head = _names()[" ".join(words[:known])].split(" ") if known else []
    return head + [word if word in _LOWER_WORDS else word[:1].upper() + word[1:] for word in words[known:]]


def _write_words(name: str) -> str:
    words = name.split(" ")
    restored = _capital_words([word.lower() for word in words])
    written = ".".join(map(_write, words, restored))
    return f"{_EXACT}{_quoted(name)}" if written.lower() == _UNKNOWN else written


def _read_words(written: str) -> str:
    exact = [word.startswith(_EXACT) for word in written.split(".")]
    words = [_unquoted(word[is_exact:]) for word, is_exact in zip(written.split("."), exact, strict=True)]
    restored = _capital_words([word.lower() for word in words])
    return " ".join(word if is_exact else back for word, back, is_exact in zip(words, restored, exact, strict=True))


def _read_day(written: str) -> date | None:
    # A year alone is that of the number, where it is read.
    if written.lower() == _UNKNOWN or _YEAR.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise _refused("date", "ngày", written) from None


# --- the place in the document ------------------------------------------------------------------


def _write_place(place: Place) -> str:
    """Return the levels from the largest to the smallest, as RFC 9676 orders them: "điều.5;khoản.2"."""
    levels = ((level, word, getattr(place, level)) for level, word in _LEVELS.items())
    return ";".join(
        ".".join(
            (
                *(_quoted(part) for part in word.split(".")),
                *([_write(label, _capital_label(level, label.lower()))] if label else []),
            )
        )
        for level, word, label in levels
        if label is not None
    )


def _capital_label(level: str, label: str) -> str:
    return label.upper() if level in _CAPITAL_LABELS else label


def _read_pin(written: str) -> Pin:
    return Pin(tuple(_read_place(place) for place in written.split("+")))


def _read_place(written: str) -> Place:
    labels: dict[str, str] = {}
    for part in written.split(";"):
        *words, last = part.split(".")
        for level, name in _LEVELS.items():
            if ".".join(map(_unquoted, words)).lower() == name:
                exact = last.startswith(_EXACT)
                labels[level] = _unquoted(last[1:]) if exact else _capital_label(level, _unquoted(last).lower())
                break
            if ".".join(map(_unquoted, (*words, last))).lower() == name:
                labels[level] = ""
                break
        else:
            raise _refused("place in the document", "vị trí trong văn bản", part)
    return Place(**labels)
