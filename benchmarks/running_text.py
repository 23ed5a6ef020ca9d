"""Running text with one citation per 300 characters, Vietnamese and English; *not* here: the timing."""

from __future__ import annotations

import random
from collections.abc import Callable

from govplan.legal.tables import bodies, law_titles, type_by_code

__all__ = ["ISSUERS", "SPACING", "english", "vietnamese"]

SPACING = 300
"""How many characters of text there are to a citation."""

_PROSE = (
    "các sở ngành và địa phương tiếp tục rà soát số liệu về lao động và việc làm; nâng tỷ lệ người học nghề lên 71% "
    "trong năm tới. Kinh phí do ngân sách tỉnh bảo đảm, phần còn lại huy động từ doanh nghiệp, người dân trên địa bàn. "
    "Chương trình hỗ trợ hộ nghèo, trẻ em có hoàn cảnh khó khăn, người có công với cách mạng được thực hiện hằng quý. "
    "Mỗi đơn vị xây dựng kế hoạch riêng, quyết định việc phân bổ, rồi báo cáo kết quả trước ngày 15 của tháng cuối. "
    "Đề nghị Chủ tịch các xã quan tâm chỉ đạo, kiểm tra 24.000 hồ sơ còn tồn; xử lý dứt điểm 1.250 trường hợp chậm. "
    "Công tác bình đẳng giới, phòng ngừa tai nạn và cải cách hành chính đạt kết quả rõ nét so với cùng kỳ"
)
_LEADS = ("Căn cứ", "thực hiện", "theo", "quy định tại", "được sửa đổi bởi", "ban hành kèm theo", "trong", "đúng với")
_BOARD, _COUNCIL = "Ủy ban nhân dân", "Hội đồng nhân dân"
_PLACES = ("Quảng Nam", "Nghệ An", "Thanh Hóa", "Bắc Giang", "Cà Mau", "Lào Cai", "Kon Tum")
_BOARDS = ("UBND tỉnh", *(f"{_BOARD} tỉnh {place}" for place in _PLACES))
_COUNCILS = ("HĐND tỉnh", *(f"{_COUNCIL} tỉnh {place}" for place in _PLACES))
_MINISTRIES = tuple(
    (code, bodies()[code])
    for code in ("BTC", "BNV", "BYT", "BTP", "BXD", "BCT", "BCA", "BGDĐT", "BKHCN", "BTNMT", "BGTVT", "BLĐTBXH")
)
_CENTRAL = ("Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư")
_UNITS = ("KTTH", "TCBC", "KGVX", "NSNN", "PC", "VP", "BTXH")
_PINS = ("Điều 5", "khoản 2 Điều 17", "điểm b khoản 1 Điều 8", "các khoản 1, 3 Điều 24", "Chương II")
_SHORT = ("Nghị định này", "Quyết định nêu trên", "Thông tư này", "Nghị quyết này", "Luật này", "Chỉ thị trên")

ISSUERS = (*_BOARDS, *_COUNCILS, *(name for _, name in _MINISTRIES), *_CENTRAL, "Chính phủ", "Thủ tướng Chính phủ",
           "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Tỉnh ủy", "Văn phòng Chính phủ")  # fmt: skip
"""Every issuer that the Vietnamese text prints."""


def vietnamese(characters: int, seed: int = 0) -> tuple[str, int]:
    """Return text of about that many characters, and how many citations it holds.

    Of a hundred, some 36 are normative documents of the State, 24 administrative ones, 13 of the Party, 9 of the
    National Assembly, 7 letters, 3 joint circulars, 4 laws by title alone, 4 short mentions.
    """
    dice = random.Random(seed)
    pieces: list[str] = []
    length = count = 0
    while length < characters:
        cited = dice.choices(_FAMILIES, _SHARES)[0](dice)
        room = SPACING - len(cited) - 3
        piece = f"{_prose(dice, _PROSE, room, dice.choice(_LEADS))} {cited}{dice.choice(_BEHIND)}"
        pieces.append(piece)
        length += len(piece)
        count += 1
    return "".join(pieces), count


def english(characters: int, seed: int = 0) -> tuple[str, int]:
    """Return English text of the same density, its citations those of American courts and statutes."""
    dice = random.Random(seed)
    pieces: list[str] = []
    length = count = 0
    while length < characters:
        cited = dice.choice(_AMERICAN)(dice)
        piece = f"{_prose(dice, _ENGLISH, SPACING - len(cited) - 3, 'under')} {cited}. "
        pieces.append(piece)
        length += len(piece)
        count += 1
    return "".join(pieces), count


_BEHIND = (". ", "; ", ", ", ".\n", ";\n- ", ", trong đó ")


def _prose(dice: random.Random, prose: str, room: int, lead: str) -> str:
    """Return a stretch of the prose, from anywhere in it, that fills the room together with the lead."""
    words = prose.split()
    start, taken = dice.randrange(len(words)), [lead]
    room -= len(lead)
    while room > 0:
        word = words[start % len(words)]
        taken.insert(-1, word)
        room -= len(word) + 1
        start += 1
    return " ".join(taken)


def _dated(dice: random.Random, year: int) -> str:
    """Return the day as texts print it: short mostly, written out at times, often not at all."""
    day, month, form = dice.randint(1, 28), dice.randint(1, 12), dice.random()
    if form < 0.55:
        return f" ngày {day:02d}/{month}/{year}" if month > 2 else f" ngày {day:02d}/{month:02d}/{year}"
    return f" ngày {day:02d} tháng {month:02d} năm {year}" if form < 0.75 else ""


def _cited(dice: random.Random, kind: str, number: str, year: int, issuer: str) -> str:
    """Put a citation together: type, number with its symbol, and what of its day and issuer is printed."""
    mark = " số" if dice.random() < 0.92 else ""
    by = f" của {issuer}" if dice.random() < 0.65 else ""
    pin = f"{dice.choice(_PINS)} " if kind in ("NĐ", "TT", "L", "BL") and dice.random() < 0.2 else ""
    return f"{pin}{type_by_code(kind)}{mark} {number}{_dated(dice, year)}{by}"


def _normative(dice: random.Random) -> str:
    year, number = dice.randint(2009, 2024), dice.randint(1, 180)
    form = dice.random()
    if form < 0.4:
        return _cited(dice, "NĐ", f"{number:02d}/{year}/NĐ-CP", year, "Chính phủ")
    if form < 0.65:
        code, name = dice.choice(_MINISTRIES)
        return _cited(dice, "TT", f"{number:02d}/{year}/TT-{code}", year, name)
    if form < 0.85:
        return _cited(dice, "NQ", f"{number}/{year}/NQ-HĐND", year, dice.choice(_COUNCILS))
    return _cited(dice, "QĐ", f"{number:02d}/{year}/QĐ-{'UBND' if form < 0.95 else 'TTg'}", year,
                  dice.choice(_BOARDS) if form < 0.95 else "Thủ tướng Chính phủ")  # fmt: skip


def _administrative(dice: random.Random) -> str:
    year, number = dice.randint(2012, 2024), dice.randint(10, 7000)
    form = dice.random()
    if form < 0.2:
        return _cited(dice, "QĐ", f"{number}/QĐ-TTg", year, "Thủ tướng Chính phủ")
    if form < 0.28:
        return _cited(dice, "NQ", f"{number % 200}/NQ-CP", year, "Chính phủ")
    if form < 0.35:
        return _cited(dice, "TB", f"{number % 400}/TB-VPCP", year, "Văn phòng Chính phủ")
    if form < 0.42:
        return _cited(dice, "CT", f"{number % 50 + 1}/CT-TTg", year, "Thủ tướng Chính phủ")
    if form < 0.48:
        return _cited(dice, "NQ", f"{number % 200}/NQ-HĐND", year, dice.choice(_COUNCILS))
    kind = dice.choice(("QĐ", "QĐ", "QĐ", "KH", "KH", "KH", "BC", "TTr", "CTr", "TB", "CT", "ĐA"))
    return _cited(dice, kind, f"{number}/{kind}-UBND", year, dice.choice(_BOARDS))


def _of_the_party(dice: random.Random) -> str:
    year, number = dice.randint(2005, 2024), dice.randint(1, 90)
    if dice.random() < 0.6:
        kind = dice.choice(("NQ", "CT", "KL"))
        return _cited(dice, kind, f"{number:02d}-{kind}/TW", year, dice.choice(_CENTRAL))
    kind = dice.choice(("NQ", "CT", "CTr", "KH", "KL"))
    return _cited(dice, kind, f"{number:02d}-{kind}/TU", year, "Tỉnh ủy")


def _of_the_assembly(dice: random.Random) -> str:
    year = dice.randint(2003, 2024)
    term = 11 + (year > 2006) + (year > 2010) + (year > 2015) + (year > 2020)
    number, form = dice.randint(1, 99), dice.random()
    if form < 0.25:
        return _cited(dice, "NQ", f"{number}/{year}/QH{term}", year, "Quốc hội")
    if form < 0.35:
        return _cited(dice, "NQ", f"{number + 200}/{year}/UBTVQH{term}", year, "Ủy ban Thường vụ Quốc hội")
    kind = dice.choices(("Luật", "Bộ luật", "Pháp lệnh"), (8, 1, 1))[0]
    body = "UBTVQH" if kind == "Pháp lệnh" else "QH"
    return f"{kind} {dice.choice(law_titles()[kind])} số {number:02d}/{year}/{body}{term}{_dated(dice, year)}"


def _letter(dice: random.Random) -> str:
    year, number, unit = dice.randint(2012, 2024), dice.randint(20, 9000), dice.choice(_UNITS)
    if dice.random() < 0.5:
        return _cited(dice, "CV", f"{number}/UBND-{unit}", year, dice.choice(_BOARDS))
    code, name = dice.choice(_MINISTRIES)
    return _cited(dice, "CV", f"{number}/{code}-{unit}", year, name)


def _joint(dice: random.Random) -> str:
    year = dice.randint(2004, 2016)
    (first, one), (second, other) = dice.sample(_MINISTRIES, 2)
    number = f"{dice.randint(1, 180):02d}/{year}/TTLT-{first}-{second}"
    return _cited(dice, "TTLT", number, year, one if dice.random() < 0.5 else other)


def _named(dice: random.Random) -> str:
    kind = dice.choices(("Luật", "Bộ luật"), (5, 1))[0]
    pin = f"{dice.choice(_PINS)} " if dice.random() < 0.4 else ""
    year = f" năm {dice.randint(2003, 2024)}" if dice.random() < 0.6 else ""
    return f"{pin}{kind} {dice.choice(law_titles()[kind])}{year}"


def _short(dice: random.Random) -> str:
    if dice.random() < 0.7:
        return dice.choice(_SHORT)
    kind, issuer = dice.choice((("Nghị quyết", "HĐND tỉnh"), ("Nghị định", "Chính phủ"), ("Quyết định", "UBND tỉnh")))
    return f"{kind} {dice.randint(20, 180)} của {issuer}"


_FAMILIES: tuple[Callable[[random.Random], str], ...] = (
    _normative, _administrative, _of_the_party, _of_the_assembly, _letter, _joint, _named, _short,
)  # fmt: skip
_SHARES = (36, 24, 13, 9, 7, 3, 4, 4)

_ENGLISH = (
    "the department shall publish every quarter what it has spent on training, how many people found work and how many "
    "did not; counties with fewer than 2,500 applicants may report together. A plan that names no amount cannot be "
    "audited, and the board held that silence is no promise. The court agreed in part: funds set aside for schools may "
    "be moved within the year, but the reason has to be written down, signed, and kept for ten years as required"
)
_PARTIES = ("Harmon", "Ortega", "Lindqvist", "County of Ashby", "Bell", "Pruitt", "Novak", "Delaney Mills")
_REPORTERS = ("U.S.", "F.2d", "F.3d", "F. Supp. 2d", "S. Ct.", "P.2d", "N.E.2d", "Cal. 4th")


def _case(dice: random.Random) -> str:
    one, other = dice.sample(_PARTIES, 2)
    volume, page, year = dice.randint(1, 560), dice.randint(1, 1400), dice.randint(1940, 2019)
    return f"{one} v. {other}, {volume} {dice.choice(_REPORTERS)} {page} ({year})"


def _statute(dice: random.Random) -> str:
    return f"{dice.randint(5, 50)} U.S.C. § {dice.randint(101, 9000)}"


def _again(dice: random.Random) -> str:
    return f"{dice.choice(_PARTIES)}, supra, at {dice.randint(2, 900)}"


# As many short mentions and named laws as in the Vietnamese text.
_AMERICAN: tuple[Callable[[random.Random], str], ...] = (*[_case] * 18, *[_statute] * 5, *[_again] * 2)
