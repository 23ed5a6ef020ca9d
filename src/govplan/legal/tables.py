"""Document types and issuing bodies, read from the tables beside this file; *not* here: the grammar of citations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import field, frozen

from govplan.values.text import Text, line, text_of

__all__ = ["DocumentType", "bodies", "document_types", "type_by_code", "type_by_name"]


@frozen
class DocumentType:
    """A kind of document (loại văn bản) with the code that its symbol carries.

    Source: the table `document_types.csv`, each row with its decree or law.

    >>> str(type_by_code("NQ")), type_by_code("NQ").name.en
    ('Nghị quyết', 'Resolution')
    """

    code: str = field(converter=line)
    name: Text = field(converter=text_of)

    def __str__(self) -> str:
        return str(self.name)


# Pure: the tables are part of the package, and what is made of them is never changed.
@cache
def document_types() -> tuple[DocumentType, ...]:
    """Return every type of the table, longest name first, so that "Thông tư liên tịch" comes before "Thông tư"."""
    found = [DocumentType(row["code"], Text(row["name_vi"], row["name_en"])) for row in _rows("document_types")]
    return tuple(sorted(found, key=lambda kind: -len(str(kind))))


@cache
def _types_by_key() -> tuple[dict[str, DocumentType], dict[str, DocumentType]]:
    return (
        {kind.code: kind for kind in document_types()},
        {str(kind).casefold(): kind for kind in document_types()},
    )


def type_by_code(code: str) -> DocumentType:
    """Return the type with a code such as "QĐ"; KeyError when the table has none."""
    return _types_by_key()[0][code]


def type_by_name(name: str) -> DocumentType | None:
    """Return the type with a Vietnamese name in any case, or None."""
    return _types_by_key()[1].get(name.casefold())


@cache
def bodies() -> dict[str, str]:
    """Return the issuing bodies by the code that symbols carry: {"CP": "Chính phủ", …}."""
    return {row["code"]: row["name_vi"] for row in _rows("bodies")}


def _rows(table: str) -> Iterator[dict[str, str]]:
    import csv
    from importlib.resources import files

    with files("govplan.legal").joinpath(f"{table}.csv").open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)
