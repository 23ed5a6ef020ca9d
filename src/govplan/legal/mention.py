"""How a text should cite a document, first and later; *not* here: how it was cited (`LegalReference.text`)."""

from __future__ import annotations

import re

from govplan.legal.reference import LegalReference
from govplan.vietnamese import format_long_date

__all__ = ["canonical_form", "first_mention", "later_mention"]

# What the National Assembly and its Standing Committee enact is known by its name.
_BY_TITLE = ("HP", "BL", "L", "PL")
# Words that lead from a document to what it is about; a title that begins with none is joined by the first.
_LINK = re.compile("về (?:việc )?")
_ABOUT = ("về", "ban hành", "quy định", "hướng dẫn", "sửa đổi", "phê duyệt", "công bố", "bãi bỏ", "v/v")


def canonical_form(reference: LegalReference) -> str:
    r"""Return what `str` prints of a reference; of one that names no document, its own words.

    >>> canonical_form(LegalReference("khoản 1 Điều 2\nNghị định này"))
    'khoản 1 Điều 2 Nghị định này'
    """
    if reference.number is None and reference.title is None:
        return " ".join(reference.text.split())
    return str(reference)


def first_mention(reference: LegalReference, *, assembly: bool = False) -> str:
    """Return the words that first cite a document (viện dẫn lần đầu): type, number, symbol, date, issuer, title.

    Laws, codes and ordinances are cited by type and title alone, where the title is known. The pin stands
    first; what the reference does not say is left out; numbers below 10 are padded.

    Args:
        reference: the document.
        assembly: the style of National Assembly texts, which print a law's title and its number.

    Source: Decree 30/2020/NĐ-CP, Annex I, II.3 and II.6; Resolution 351/2017/UBTVQH14, Article 24.

    >>> first_mention(LegalReference.parse("Nghị định 5/2021/NĐ-CP ngày 25/01/2021 của Chính phủ về quản lý cảng"))
    'Nghị định số 05/2021/NĐ-CP ngày 25 tháng 01 năm 2021 của Chính phủ về quản lý cảng'
    """
    if _is_by_title(reference):
        return _named(reference, assembly)
    if reference.number is None:
        return _cited_without_number(reference)
    day = f" {format_long_date(reference.date)}" if reference.date else ""
    issuer = f" của {_issuers(reference.issuer)}" if reference.issuer else ""
    return f"{_numbered(reference)}{day}{issuer}{_about(reference.title)}"


def later_mention(reference: LegalReference, *, assembly: bool = False) -> str:
    """Return the words that cite a document again (viện dẫn lần sau): type, number and symbol.

    Arguments and source are those of `first_mention`, and so is what is said of laws.

    >>> later_mention(LegalReference.parse("Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh"))
    'Nghị quyết số 68/NQ-HĐND'
    """
    if _is_by_title(reference):
        return _named(reference, assembly)
    return _cited_without_number(reference) if reference.number is None else _numbered(reference)


def _is_by_title(reference: LegalReference) -> bool:
    return reference.title is not None and reference.type is not None and reference.type.code in _BY_TITLE


def _named(reference: LegalReference, assembly: bool) -> str:
    title = reference.title or ""
    about = _LINK.match(title) if reference.number else None
    if about is not None:
        # "Luật số 45/2013/QH13 về đất đai" is Luật Đất đai.
        title = title[about.end() :][:1].upper() + title[about.end() + 1 :]
    name = f"{_pin(reference)}{reference.type} {title}"
    return f"{name} số {_designation(reference)}" if assembly and reference.number else name


def _cited_without_number(reference: LegalReference) -> str:
    """Return a name, or the words of a mention that holds only together with another ("Nghị định này")."""
    if reference.title is None:
        return canonical_form(reference)
    return f"{_pin(reference)}{f'{reference.type} ' if reference.type else ''}{reference.title}"


def _numbered(reference: LegalReference) -> str:
    kind = f"{reference.type} " if reference.type else ""
    return f"{_pin(reference)}{kind}số {_designation(reference)}"


def _designation(reference: LegalReference) -> str:
    number = reference.number or ""
    return f"{'0' if len(number) == 1 else ''}{reference.designation}"


def _pin(reference: LegalReference) -> str:
    return f"{reference.pin} " if reference.pin else ""


def _issuers(names: str) -> str:
    """Return the bodies of a joint document as a sentence lists them."""
    *others, last = names.split("; ")
    return f"{', '.join(others)} và {last}" if others else last


def _about(title: str | None) -> str:
    if title is None:
        return ""
    return f" {title}" if title.lower().startswith(_ABOUT) else f" về {title}"
