"""Strategies for text and ids; *not* here: text in a grammar, such as citations (`govplan.testing.legal`)."""

from __future__ import annotations

from hypothesis import strategies as st

from govplan.values.text import Text
from govplan.vietnamese import nfc

__all__ = ["CAPITALS", "NOT_PRINTED", "identifiers", "lines", "texts"]

CAPITALS = (
    "Giáo dục nghề nghiệp",
    "Việc làm và thị trường lao động",
    "Người có công với cách mạng",
    "Quảng Nam",
    "Đào tạo nghề cho lao động nông thôn",
    "Ưu đãi hộ cận nghèo",
    "Bảo hiểm y tế",
    "An toàn, vệ sinh lao động",
    "Trẻ em",
    "Phòng, chống tệ nạn xã hội",
    "Xây dựng nông thôn mới",
    "Ủy ban nhân dân huyện Đại Lộc",
)
"""Phrases that begin with a capital letter."""

_PHRASES = (
    "xã",
    "Số lao động có việc làm tăng thêm",
    "Tỷ lệ hộ nghèo theo chuẩn đa chiều",
    "Tuyển sinh giáo dục nghề nghiệp",
    "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ",
    "Thu ngân sách nhà nước trên địa bàn",
    "Số giường bệnh trên một vạn dân",
    "Tổng sản phẩm trên địa bàn (GRDP)",
    "Hoà giải ở cơ sở; thuỷ lợi nội đồng",
    "chi trả “đúng, đủ” – kịp thời",
    "no",
    "12:30",
    "08",
    "~",
    "null",
    "# không phải chú thích: thật",
    "- gạch đầu dòng",
    '{"a": [1]}',
    "'nháy' \"kép\" \\ gạch chéo",
    *CAPITALS,
)
_WORDS = (
    "công",
    "dân",
    "đào tạo",
    "đề",
    "giảm",
    "hộ",
    "huyện",
    "lao động",
    "nghèo",
    "phúc",
    "quý",
    "sở",
    "tỉnh",
    "ước",
)
# The complement of what `govplan.values.text.line` accepts; NFC keeps what is left printable.
NOT_PRINTED = (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFFFE, 0xFFFF)
"""The code points that no text drawn has, surrogates left aside."""

_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="".join(map(chr, NOT_PRINTED)))
_ID_ENDS = "abcdefghijklmnopqrstuvwxyz0123456789"
_ID_NAMES = (
    "a",
    "b",
    "jobs-created",
    "poor-households",
    "unemployment-rate",
    "vocational-enrolment",
    "quangnam-2023",
    "1",
    "no",
    "08",
    "1e5",
    "2023-01-04",
)


def lines(*, max_size: int = 40) -> st.SearchStrategy[str]:
    """Generate what `govplan.values.text.line` returns: text in NFC that a document could print.

    Vietnamese phrases come often, every other legal character comes too, line breaks and tabs among them.

    Args:
        max_size: how many characters text other than the phrases has at most, before it is brought into NFC.
    """
    return _usual_lines if max_size == 40 else _lines_up_to(max_size)


def _lines_up_to(max_size: int) -> st.SearchStrategy[str]:
    return st.one_of(
        st.sampled_from(_PHRASES),
        st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join),
        st.text(_LETTERS, min_size=1, max_size=max_size).map(_worded),
    )


def _worded(text: str) -> str:
    normal = nfc(text)
    return f"{normal[:-1]}ạ" if normal.isspace() else normal


_usual_lines = _lines_up_to(40)


def texts() -> st.SearchStrategy[Text]:
    """Generate texts in Vietnamese, English or both.

    >>> from hypothesis import find
    >>> find(texts(), lambda text: text.vi is None)
    Text(vi=None, en='xã')
    """
    return _texts


@st.composite
def _any_text(draw: st.DrawFn) -> Text:
    first = draw(_usual_lines)
    which = draw(st.sampled_from(("vi", "both", "en")))
    if which == "en":
        return Text(en=first)
    return Text(first, draw(_usual_lines) if which == "both" else None)


_texts = _any_text()


def identifiers(*, max_size: int = 20) -> st.SearchStrategy[str]:
    """Generate ids: a few names again and again, so that some coincide, and every other one.

    Args:
        max_size: how many characters an id has at most, from 1 to 100.
    """
    return _usual_identifiers if max_size == 20 else _identifiers_up_to(max_size)


def _identifiers_up_to(max_size: int) -> st.SearchStrategy[str]:
    names = st.sampled_from([name for name in _ID_NAMES if len(name) <= max_size])
    ends = st.sampled_from(_ID_ENDS)
    if max_size == 1:
        return st.one_of(names, ends)
    inner = st.text(f"{_ID_ENDS}._-", max_size=max_size - 2)
    return st.one_of(names, ends, st.tuples(ends, inner, ends).map("".join))


_usual_identifiers = _identifiers_up_to(20)
