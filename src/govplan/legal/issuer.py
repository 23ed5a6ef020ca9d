"""Who issued a document, found in running text and written out in full; *not* here: what symbols imply."""

from __future__ import annotations

import re
from functools import lru_cache

from govplan.legal.lexicon import LOWER, UPPER, Lexicon, spaced, word_tree
from govplan.vietnamese import fold, tone_key

__all__ = ["Issuers", "closed_names", "is_run_together", "issuers", "written_out"]

_S = r"[ \n\t]{1,3}"
_OF = rf"(?P<of>,?[ \n\t]{{0,4}}(?i:của|cua)(?:{_S}|(?=[{UPPER}])))"
_NAME = rf"[{UPPER}][\w&.-]{{0,40}}(?<![.])(?![\w&])"
_UNIT = rf"(?i:tỉnh|thành{_S}phố|TP|huyện|quận|thị{_S}xã|thị{_S}trấn|xã|phường|đặc{_S}khu)"
# Types of documents and what else begins a sentence; behind the end of a line, a place's name would go on with them.
_NO_PLACE = (
    "Nghị|Quyết|Thông|Chỉ|Kế|Kết|Luật|Về|Công|Chương|Hiến|Pháp|Bộ|Điều|Đề|Hướng|Báo|Tờ|Quy|Sắc|Căn|Xét|Theo|Thực"
)
# Words that no body's name holds, so that a name ends before them; a heading in capitals has them in capitals.
_ENDING = [
    "với",
    "theo",
    "về",
    "tại",
    "để",
    "trong",
    "đã",
    "được",
    "do",
    "ban hành",
    "quy định",
    "hướng dẫn",
    "là",
    "có",
    "ngày",
    "phê duyệt",
    "sửa đổi",
    "triển khai",
    "thực hiện",
    "cho",
    "khi",
    "năm",
    "nhằm",
    "trên",
    "thì",
    "đến",
    "từ",
    "căn cứ",
    "thay thế",
    "bãi bỏ",
]
_ENDS = "|".join(spaced(printed) for words in _ENDING for printed in (words, words.upper()))
_WORDS = (
    rf"(?:(?:{_S}|[ ]{{1,3}}-{_S}|{_S}-[ ]{{0,2}}\n)(?!(?:Luật|{_ENDS})(?!\w)|(?:{_NO_PLACE}){_S}[{LOWER}]){_NAME})"
)
_PLACE = (
    rf"(?:{_S}{_UNIT}(?!\w){_S}[0-9]{{1,2}}(?![\w/.-])|{_S}(?:TP|Q|H|TX|P|X)\.[ ]?{_NAME}{_WORDS}{{0,4}}"
    rf"|{_S}{_UNIT}(?!\w){_WORDS}{{0,5}}|{_WORDS}{{1,5}})?"
)
_STOP = (
    # A line that ends in a name goes on with it where the next one begins in small letters.
    rf"(?=[ ]?[,;.:()\"”]|\n(?![{LOWER}])|\Z|{_S}(?:(?:{_ENDS}|(?i:số){_S}?(?=[0-9:]))(?!\w)"
    rf"|[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-][12][0-9]{{3}}"
    rf"|và{_S}(?:các|những|chính{_S}sách|chỉ{_S}đạo|Luật|Bộ{_S}luật|Nghị|Quyết|Thông|Chỉ|Kế|Kết|Công|Chương|Pháp)(?!\w)"
    rf"))"
)
_OFFICE = rf"(?:(?i:Chủ{_S}tịch|Phó{_S}Chủ{_S}tịch|Thường{_S}trực|Ban{_S}Thường{_S}vụ|Văn{_S}phòng){_S})"
_PLACED = (
    rf"(?i:HĐND|UBND|UBMTTQ|hội{_S}đồng{_S}nhân{_S}dân|(?:ủy|uỷ){_S}ban{_S}nhân{_S}dân"
    rf"|(?:tỉnh|thành|huyện|quận|thị|đảng){_S}(?:ủy|uỷ))(?!\w)"
)
_LED = (
    rf"(?:(?i:Bộ{_S}trưởng(?:,{_S}Chủ{_S}nhiệm)?|Thứ{_S}trưởng|Chủ{_S}nhiệm|Tổng{_S}(?:Giám{_S}đốc"
    rf"|Thanh{_S}tra)|Thống{_S}đốc|Chánh{_S}án|Viện{_S}trưởng){_S})?"
)
_GOES_ON = frozenset(("ban", "hội", "ủy", "trung", "thường", "tỉnh", "thành", "huyện", "quận", "đảng", "đoàn"))
_JOINT = rf"(?i:liên{_S}bộ|liên{_S}tịch|liên{_S}ngành)"


class Issuers:
    """The pattern of an issuer in running text, with the names that a lexicon knows; made once, never changed."""

    def __init__(self, tables: Lexicon) -> None:
        self._tables = tables
        names = [name for name in tables.names if " " in name]
        known = word_tree(names)
        # "Ban Chỉ đạo" goes on to say of what; "Chính phủ" is all there is to say.
        whole = word_tree(name for name in names if name.split()[0] not in _GOES_ON)
        folded = word_tree(name for name in tables.names_without_marks if name.count(" ") > 0)
        generic = rf"{_NAME}(?:{_S}(?:-{_S})?(?!-\s)[^\s,;.:()\"”]{{1,30}}){{0,20}}?{_STOP}"
        self._after = re.compile(
            rf"{_OF}(?P<issuer>{_OFFICE}?{_PLACED}{_PLACE}|{_LED}(?i:{known})(?!\w){_STOP}"
            rf"|{_LED}(?i:{whole})(?!\w)(?!{_S}(?:tỉnh|huyện|thành|Việt|Trung)(?!\w))"
            rf"|{_JOINT}[^,;.:()]{{1,80}}?{_STOP}|{generic})"
        )
        self._without_marks = re.compile(rf",?[ ]{{0,3}}(?i:cua){_S}(?P<issuer>(?i:{folded}))(?!\w)")

    def after(self, text: str, start: int) -> tuple[str, int] | None:
        """Return the issuer that "của" introduces at `start`, written out, and where its name ends."""
        match = self._after.match(text, start)
        if match is None:
            match = self._without_marks.match(text, start) if text.startswith((" cua ", " CUA "), start) else None
            if match is None:
                return None
        return written_out(self._tables, match["issuer"]), match.end()


# Pure: one for each lexicon.
@lru_cache(maxsize=16)
def issuers(tables: Lexicon) -> Issuers:
    """Return the issuers that a lexicon knows."""
    return Issuers(tables)


def closed_names(tables: Lexicon) -> frozenset[str]:
    """Return the names after which nothing more is to be said, as they are most often printed."""
    whole = {name for name in tables.names.values() if name.split()[0].casefold() not in _GOES_ON and " " in name}
    return frozenset(whole | {"HĐND tỉnh", "UBND tỉnh", "Tỉnh ủy"})


_HEAD = re.compile(
    rf"(?i:({_OFFICE.replace('(?i:', '(?:')}|Bộ{_S}trưởng{_S}|Thứ{_S}trưởng{_S}))(?P<rest>\S.*)", re.DOTALL
)
_UNITS = {"TP": "thành phố ", "Q": "quận ", "H": "huyện ", "TX": "thị xã ", "P": "phường ", "X": "xã "}
_SHORT_UNIT = re.compile(rf"(?<=[ ])(TP|Q|H|TX|P|X)(?:\.[ ]?|(?<=TP)[ ])(?=[{UPPER}])")
_WITHIN = {
    "BHXH": "Bảo hiểm xã hội", "MTTQ": "Mặt trận Tổ quốc", "LHPN": "Liên hiệp Phụ nữ", "TAND": "Tòa án nhân dân",
    "VKSND": "Viện kiểm sát nhân dân", "LĐLĐ": "Liên đoàn Lao động", "CCB": "Cựu chiến binh", "TW": "Trung ương",
    "BCH": "Ban Chấp hành", "BTV": "Ban Thường vụ",
}  # fmt: skip
_ABBREVIATION = re.compile(r"(?<!\w)[A-ZĐ][A-ZĐ&]{1,10}(?!\w)")


# Pure, over the few thousand names that bodies have.
@lru_cache(maxsize=4096)
def written_out(tables: Lexicon, printed: str) -> str:
    """Return an issuer's full name: "HĐND tỉnh" is "Hội đồng nhân dân tỉnh".

    >>> from govplan.legal.lexicon import lexicon
    >>> written_out(lexicon(), "Chủ tịch UBND tỉnh Thanh Hoá")
    'Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa'
    """
    words = tone_key(" ".join(printed.split())).replace(" – ", " - ")
    words = _SHORT_UNIT.sub(lambda found: _UNITS[found[1]], words).replace("HCM", "Hồ Chí Minh")
    known = tables.names.get(words.casefold())
    if known is not None:
        # "Ban Bí thư Trung ương Đảng" says more than the name by which it is known.
        return words if words.casefold().startswith(f"{known.casefold()} ") else known
    head = _HEAD.fullmatch(words)
    if head is not None and (known := tables.names.get(head["rest"].casefold())) is not None:
        return f"{words[: head.start('rest')]}{known}"
    if words.isascii() and (known := tables.names_without_marks.get(fold(words))) is not None:
        return known
    if " TW " in f" {words} " and (known := tables.names.get(words.replace("TW", "Trung ương").casefold())) is not None:
        return known
    if (known := tables.run_together.get(words.casefold().replace(" ", ""))) is not None:
        return known
    return _ABBREVIATION.sub(lambda found: _in_full(tables, found.group()), words)


def _in_full(tables: Lexicon, code: str) -> str:
    # A code of two letters is as often part of a name.
    if code in _WITHIN:
        return _WITHIN[code]
    return tables.names.get(code.casefold(), code) if len(code) > 2 else code


def is_run_together(printed: str, issuer: str) -> bool:
    """Did words of the issuer, or "của" and its first, run together in print?"""
    if printed.endswith(issuer) and not printed.lower().endswith("của" + issuer.lower()):
        return False
    # A hyphen keeps two words apart with spaces around it or without.
    printed, issuer = (re.sub(r"[ \n\t]{0,3}-[ \n\t]{0,3}", "-", words) for words in (printed, issuer))
    words, squeezed = " ".join(printed.split()).casefold(), "".join(printed.split()).casefold()
    name = issuer.casefold()
    return "".join(name.split()) in squeezed and f" {name}" not in f"{words}"
