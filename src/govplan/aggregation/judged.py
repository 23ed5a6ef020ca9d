"""What published judgements claim, read from their words; *not* here: whether the numbers agree (`govplan.rules`)."""

from __future__ import annotations

from enum import Enum

__all__ = ["Said", "read_judgement"]


class Said(Enum):
    """What a published judgement claims (kết quả đánh giá đã công bố)."""

    UNMET = "unmet"
    MET = "met"
    EXCEEDED = "exceeded"
    MET_OR_EXCEEDED = "met or exceeded"


# How reports print it; the words around it ("kế hoạch", "chỉ tiêu", "mục tiêu") add nothing.
# Source: tables of provincial and national reports of 2019 and 2023.
_JUDGEMENTS = {
    "không đạt": Said.UNMET,
    "chưa đạt": Said.UNMET,
    "không hoàn thành": Said.UNMET,
    "chưa hoàn thành": Said.UNMET,
    "not met": Said.UNMET,
    "unmet": Said.UNMET,
    "đạt": Said.MET,
    "hoàn thành": Said.MET,
    "met": Said.MET,
    "vượt": Said.EXCEEDED,
    "vượt mức": Said.EXCEEDED,
    "hoàn thành vượt mức": Said.EXCEEDED,
    "exceeded": Said.EXCEEDED,
    "đạt và vượt": Said.MET_OR_EXCEEDED,
    "đạt, vượt": Said.MET_OR_EXCEEDED,
}
_AROUND = (" kế hoạch", " chỉ tiêu", " mục tiêu", " đề ra", " kh")


def read_judgement(words: str) -> Said | None:
    """Return what a judgement claims, None where its words are not known ("Đạt 95%" claims nothing of the kind).

    >>> read_judgement("Vượt kế hoạch"), read_judgement("Đạt 95%")
    (<Said.EXCEEDED: 'exceeded'>, None)
    """
    text = " ".join(words.casefold().split()).strip(" .")
    shorter = text
    while shorter not in _JUDGEMENTS:
        ending = next((ending for ending in _AROUND if shorter.endswith(ending)), None)
        if ending is None:
            return None
        shorter = shorter.removesuffix(ending)
    return _JUDGEMENTS[shorter]
