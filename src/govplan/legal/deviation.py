"""What a printed citation does otherwise than prescribed, and reading repaired; *not* here: the repairs."""

from __future__ import annotations

from enum import Enum

from govplan.errors import Lang

__all__ = ["Deviation"]


class Deviation(Enum):
    """One way in which a citation departs from the prescribed form (sai thể thức).

    The value is a stable code for programs; `description` says it to people. Line breaks, all-capital headings,
    non-breaking spaces and hyphens, and either school of tone marks are no deviations.

    Source: Decree 30/2020/NĐ-CP, Annexes I and III; 36-HD/VPTW for Party documents.

    >>> Deviation.HYPHEN_LOST.value, Deviation.HYPHEN_LOST.description("en")
    ('hyphen-lost', 'the hyphen between type and issuer is lost')
    """

    SYMBOL_MISSING = "symbol-missing"
    BODY_MISSING = "body-missing"
    TYPE_MISSING = "type-missing"
    UNIT_MISSING = "unit-missing"
    TYPE_CONTRADICTS = "type-contradicts"
    TYPE_DOUBLED = "type-doubled"
    TYPE_SHORTENED = "type-shortened"
    PARTY_FORM_LOST = "party-form-lost"
    HYPHEN_LOST = "hyphen-lost"
    SEPARATOR_LOST = "separator-lost"
    SEPARATOR_OTHER = "separator-other"
    SEPARATOR_DOUBLED = "separator-doubled"
    SPACE_WITHIN = "space-within"
    SPACE_LOST = "space-lost"
    LONG_DASH = "long-dash"
    DOT_WITHIN = "dot-within"
    COLON = "colon"
    LOWER_CASE = "lower-case"
    MARKS_LOST = "marks-lost"
    DAY_IMPOSSIBLE = "day-impossible"
    YEAR_SHORTENED = "year-shortened"
    YEAR_CONTRADICTS = "year-contradicts"

    def description(self, lang: Lang = "en") -> str:
        """Return what is otherwise than prescribed, without a full stop."""
        vi, en = _DESCRIPTIONS[self]
        return vi if lang == "vi" else en


_DESCRIPTIONS = {
    Deviation.SYMBOL_MISSING: ("thiếu ký hiệu sau số", "the symbol after the number is missing"),
    Deviation.BODY_MISSING: ("ký hiệu thiếu mã cơ quan ban hành", "the symbol lacks the issuer's code"),
    Deviation.TYPE_MISSING: ("ký hiệu thiếu mã loại văn bản", "the symbol lacks the code of the document type"),
    Deviation.UNIT_MISSING: ("số công văn thiếu đơn vị soạn thảo", "the letter's symbol lacks the drafting unit"),
    Deviation.TYPE_CONTRADICTS: (
        "tên loại khác với mã loại trong ký hiệu",
        "the printed type is not the one that the symbol says",
    ),
    Deviation.TYPE_DOUBLED: ("loại văn bản ghi hai lần", "the document type is printed twice"),
    Deviation.TYPE_SHORTENED: ("tên loại bị viết tắt", "the document type is abbreviated"),
    Deviation.PARTY_FORM_LOST: (
        "văn bản của Đảng viết theo lối Nhà nước",
        "a Party document is written the State's way",
    ),
    Deviation.HYPHEN_LOST: ("mất dấu gạch nối giữa loại và cơ quan", "the hyphen between type and issuer is lost"),
    Deviation.SEPARATOR_LOST: ("mất dấu gạch chéo sau số", "the stroke after the number is lost"),
    Deviation.SEPARATOR_OTHER: ("dùng lẫn gạch chéo và gạch nối", "stroke and hyphen are interchanged"),
    Deviation.SEPARATOR_DOUBLED: ("lặp dấu gạch chéo", "a stroke is doubled"),
    Deviation.SPACE_WITHIN: ("có khoảng trắng trong số, ký hiệu", "there are spaces within number and symbol"),
    Deviation.SPACE_LOST: ("hai từ dính liền", "two words are run together"),
    Deviation.LONG_DASH: ("dùng gạch ngang dài thay gạch nối", "a dash stands for the hyphen"),
    Deviation.DOT_WITHIN: ("có dấu chấm trong ký hiệu", "there is a dot within the symbol"),
    Deviation.COLON: ("thừa dấu hai chấm sau chữ “số”", "there is a colon after the word “số”"),
    Deviation.LOWER_CASE: ("ký hiệu viết chữ thường", "the symbol is in lower case"),
    Deviation.MARKS_LOST: ("mất dấu tiếng Việt", "Vietnamese marks are lost, or stand where none belong"),
    Deviation.DAY_IMPOSSIBLE: ("ngày không có trong lịch", "no calendar has the date"),
    Deviation.YEAR_SHORTENED: ("năm ghi hai chữ số", "the date's year has two digits"),
    Deviation.YEAR_CONTRADICTS: ("năm trong số khác năm ban hành", "the year in the number is not that of the date"),
}
