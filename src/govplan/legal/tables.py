"""Document types, issuing bodies and who may issue what, read from the tables beside this file; *not* here: grammar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from attrs import field, frozen

from govplan.values.text import Text, line, text_of
from govplan.vietnamese import tone_key

__all__ = [
    "AssemblyTerm",
    "Body",
    "Competence",
    "DocumentType",
    "assembly_term",
    "bodies",
    "bodies_by_code",
    "body_names",
    "body_variants",
    "competences",
    "document_types",
    "law_titles",
    "type_by_code",
    "type_by_name",
    "type_names",
    "types_by_symbol",
]


@frozen
class DocumentType:
    """A kind of document (loại văn bản) with the key that names it to programs.

    `symbols` are the codes that symbols carry for it, most common first, none for documents known by name or by an
    assembly's symbol; `aliases` are other printed names; `family` is "normative", "administrative", "party" or
    "any". Two types are one when their keys and names are.

    Source: the table `document_types.csv`, each row with its decree or law.

    >>> kind = type_by_code("NQ")
    >>> str(kind), kind.name.en, kind.symbols
    ('Nghị quyết', 'Resolution', ('NQ',))
    """

    code: str = field(converter=line)
    name: Text = field(converter=text_of)
    symbols: tuple[str, ...] = field(default=(), eq=False, repr=False)
    aliases: tuple[str, ...] = field(default=(), eq=False, repr=False)
    family: str = field(default="any", eq=False, repr=False)

    def __str__(self) -> str:
        return str(self.name)


@frozen
class Body:
    """A body that issues documents (cơ quan ban hành) under one code and name, in the days that it had them.

    One code may stand for several bodies, one after another (BNV) or side by side (TW). A day that is not known is
    None and bounds nothing; where a source gives a month or a year, the bound is its outermost day. `read` is "yes"
    where the source itself was read, "secondary" where another account of it was, "no" for practice and memory.

    Source: the table `bodies.csv`, each row with its own.

    >>> bodies_by_code()["BTTTT"][0].existed(date(2025, 3, 1))
    False
    >>> Body("UBXYZ", "Ủy ban XYZ").existed(date(2025, 3, 1))
    True
    """

    code: str = field(converter=line)
    name: str = field(converter=line)
    variants: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    level: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str = ""
    source: str = ""
    read: str = "no"

    def existed(self, day: date) -> bool:
        """Did it issue documents under this code and name on a day, as far as is known?"""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def __str__(self) -> str:
        return self.name


@frozen
class AssemblyTerm:
    """A term of the National Assembly (khóa Quốc hội): its number and its days; the last is None while it sits.

    Source: the table `assembly_terms.csv`.

    >>> term = assembly_term(13)
    >>> term.roman, term.first_day.isoformat(), term.last_day.isoformat()
    ('XIII', '2011-07-21', '2016-07-19')
    """

    number: int
    roman: str
    first_day: date
    last_day: date | None
    source: str
    read: str


@frozen
class Competence:
    """Who may issue which type in which years, and whether it is normative (thẩm quyền ban hành).

    `code` is a body's code, "*" for any, or a pattern of codes in which braces name a kind: "{bộ}-{bộ}".

    Source: the table `competence.csv`, each row with the article of the law on legal documents.

    >>> decrees = [row for row in competences() if (row.code, row.type) == ("CP", "NĐ")]
    >>> decrees[0].valid_from.isoformat(), decrees[0].normative
    ('1997-01-01', True)
    """

    body: str
    code: str
    type: str
    valid_from: date | None
    valid_to: date | None
    normative: bool
    source: str
    read: str


# Pure, all that follow: the tables are part of the package, and what is made of them is never changed.
@cache
def document_types() -> tuple[DocumentType, ...]:
    """Return every type of the table, longest name first, so that "Thông tư liên tịch" comes before "Thông tư"."""
    found = [
        DocumentType(
            row["code"],
            Text(row["name_vi"], row["name_en"]),
            symbols=_listed(row["symbols"]),
            aliases=_listed(row["aliases"]),
            family=row["family"],
        )
        for row in _rows("document_types")
    ]
    return tuple(sorted(found, key=lambda kind: -len(str(kind))))


@cache
def _types_by_key() -> dict[str, DocumentType]:
    return {kind.code: kind for kind in document_types()}


@cache
def types_by_symbol() -> dict[str, DocumentType]:
    """Return the types by the codes that symbols carry; "L" is Lệnh there, for no symbol names a law.

    >>> str(types_by_symbol()["BCTĐ"]), str(types_by_symbol()["L"]), str(type_by_code("L"))
    ('Báo cáo', 'Lệnh', 'Luật')
    """
    return {symbol: kind for kind in document_types() for symbol in kind.symbols}


@cache
def type_names() -> dict[str, DocumentType]:
    """Return the types by every printed name, aliases too, longest name first.

    >>> str(type_names()["Văn bản"])
    'Công văn'
    """
    names = {name: kind for kind in document_types() for name in (str(kind), *kind.aliases)}
    return dict(sorted(names.items(), key=lambda item: -len(item[0])))


@cache
def _types_by_name() -> dict[str, DocumentType]:
    return {tone_key(name).casefold(): kind for name, kind in type_names().items()}


def type_by_code(code: str) -> DocumentType:
    """Return the type with a key such as "QĐ"; KeyError when the table has none."""
    return _types_by_key()[code]


def type_by_name(name: str) -> DocumentType | None:
    """Return the type with a Vietnamese name or alias, in any case and either school of tone marks, or None.

    >>> str(type_by_name("giấy uỷ quyền"))
    'Giấy ủy quyền'
    """
    names = _types_by_name()
    return names.get(name.casefold()) or names.get(tone_key(name).casefold())


@cache
def bodies_by_code() -> dict[str, tuple[Body, ...]]:
    """Return the issuing bodies by the code that symbols carry, in the order of the table."""
    found: dict[str, list[Body]] = {}
    for row in _rows("bodies"):
        body = Body(
            row["code"],
            row["name_vi"],
            variants=_listed(row["variants"]),
            names=_listed(row["names"]),
            level=row["level"],
            valid_from=_day(row["valid_from"], last=False),
            valid_to=_day(row["valid_to"], last=True),
            successor=row["successor"],
            source=row["source"],
            read=row["read"],
        )
        found.setdefault(body.code, []).append(body)
    return {code: tuple(rows) for code, rows in found.items()}


@cache
def bodies() -> dict[str, str]:
    """Return the name that each code stands for now, or stood for last: {"CP": "Chính phủ", …}."""
    return {
        code: next((body for body in rows if body.valid_to is None), rows[-1]).name
        for code, rows in bodies_by_code().items()
    }


@cache
def body_variants() -> dict[str, str]:
    """Return the codes as printers vary them, each with the code of the table.

    >>> body_variants()["BLĐTB&XH"]
    'BLĐTBXH'
    """
    return {variant: code for code, rows in bodies_by_code().items() for body in rows for variant in body.variants}


@cache
def body_names() -> dict[str, str]:
    """Return every printed name of a body with its full name; tone marks stand where `tone_key` puts them.

    >>> body_names()["Bộ NN&PTNT"], body_names()["UBND"]
    ('Bộ Nông nghiệp và Phát triển nông thôn', 'Ủy ban nhân dân')
    """
    found = {body.name: body.name for rows in bodies_by_code().values() for body in rows}
    for rows in bodies_by_code().values():
        for body in rows:
            for name in body.names:
                found.setdefault(name, body.name)
    return found


@cache
def law_titles() -> dict[str, tuple[str, ...]]:
    """Return the titles of laws by the name of their type, longest first, to know where a title ends.

    >>> "Giáo dục nghề nghiệp" in law_titles()["Luật"]
    True
    """
    found: dict[str, list[str]] = {}
    for row in _rows("law_titles"):
        found.setdefault(row["type"], []).append(row["title"])
    return {kind: tuple(sorted(titles, key=lambda title: -len(title))) for kind, titles in found.items()}


@cache
def _assembly_terms() -> dict[int, AssemblyTerm]:
    found = {}
    for row in _rows("assembly_terms"):
        first = date.fromisoformat(row["first_day"])
        last = _day(row["last_day"], last=True)
        number = int(row["term"])
        found[number] = AssemblyTerm(number, row["roman"], first, last, row["source"], row["read"])
    return found


def assembly_term(number: int) -> AssemblyTerm | None:
    """Return the term of the National Assembly with a number, as in QH13, or None."""
    return _assembly_terms().get(number)


@cache
def competences() -> tuple[Competence, ...]:
    """Return every row of the table of who may issue what."""
    return tuple(
        Competence(
            row["body"],
            row["code"],
            row["type"],
            _day(row["valid_from"], last=False),
            _day(row["valid_to"], last=True),
            row["normative"] == "yes",
            row["source"],
            row["read"],
        )
        for row in _rows("competence")
    )


def _day(written: str, *, last: bool) -> date | None:
    """Return the day of "1992-09-30", and the first or last day of "1992-09" or "1992"."""
    if not written:
        return None
    year, month, day = [int(part) for part in written.split("-")] + [0] * (2 - written.count("-"))
    if day:
        return date(year, month, day)
    month = month or (12 if last else 1)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) if last else date(year, month, 1)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


def _rows(table: str) -> Iterator[dict[str, str]]:
    import csv
    from importlib.resources import files

    with files("govplan.legal").joinpath(f"{table}.csv").open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)
