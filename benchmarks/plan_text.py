"""Prose of plans, with targets, citations and task groups, as long as asked for; *not* here: the timing."""

from __future__ import annotations

import random

__all__ = ["endless_line", "plans"]

_PLACES = ("Quảng Nam", "Nghệ An", "Thanh Hóa", "Bắc Giang", "Cà Mau", "Lào Cai", "Kon Tum")
_NAMES = (
    "tỷ lệ lao động qua đào tạo",
    "tỷ lệ bao phủ bảo hiểm y tế",
    "tỷ lệ che phủ rừng",
    "tỷ lệ hộ dân nông thôn sử dụng nước hợp vệ sinh",
    "tỷ lệ trẻ em dưới 5 tuổi được khám sức khỏe định kỳ",
)
_LOWER = ("tỷ lệ hộ nghèo", "tỷ lệ thất nghiệp khu vực thành thị", "tỷ lệ suy dinh dưỡng ở trẻ em dưới 5 tuổi")
_COUNTS = (
    ("sản lượng thủy sản", "tấn", "nuôi trồng", "khai thác"),
    ("tuyển sinh giáo dục nghề nghiệp", "người", "trình độ cao đẳng", "trình độ sơ cấp"),
    ("tổng thu ngân sách trên địa bàn", "tỷ đồng", "thu nội địa", "thu từ xuất nhập khẩu"),
)
_YEAR = 2023
_WORKS = (
    "Tiếp tục rà soát, sắp xếp mạng lưới cơ sở giáo dục nghề nghiệp gắn với nhu cầu của doanh nghiệp trên địa bàn; "
    "phát huy vai trò của người đứng đầu, khen thưởng kịp thời những nơi làm tốt",
    "Tập trung tháo gỡ khó khăn cho sản xuất, kinh doanh, đẩy nhanh tiến độ các công trình trọng điểm; đối thoại với "
    "doanh nghiệp mỗi quý một lần, công khai kết quả xử lý kiến nghị",
    "Tăng cường thanh tra, kiểm tra việc chấp hành pháp luật; xử lý nghiêm các vi phạm, nhất là trong lĩnh vực đất "
    "đai, môi trường, an toàn thực phẩm và bảo hiểm xã hội",
    "Thực hiện đầy đủ chính sách đối với người có công, hộ nghèo, trẻ em có hoàn cảnh đặc biệt; huy động cộng đồng "
    "cùng chăm lo, không để ai bị bỏ lại phía sau",
)


def plans(characters: int, seed: int = 0) -> str:
    """Return plans one after the other, about that long together: each has its head, 12 targets and 8 groups."""
    dice = random.Random(seed)
    pieces: list[str] = []
    length = 0
    while length < characters:
        pieces.append(_plan(dice))
        length += len(pieces[-1])
    return "".join(pieces)


def endless_line(characters: int) -> str:
    """Return one sentence of targets without a full stop or the end of a line."""
    dice = random.Random(1)
    text = "Phấn đấu "
    pieces = [text]
    length = 0
    while length < characters:
        pieces.append(f"{_target(dice, _YEAR)}, ")
        length += len(pieces[-1])
    return "".join(pieces)


def _plan(dice: random.Random) -> str:
    # All are plans for one year: what a text of one year says of an earlier one is no target.
    place, year = dice.choice(_PLACES), _YEAR
    targets = ";\n- ".join(_target(dice, year) for _ in range(12))
    groups = "\n".join(f"{ordinal}. {_group(dice, year)}" for ordinal in range(1, 9))
    return (
        f"Kế hoạch phát triển kinh tế - xã hội tỉnh {place} năm {year}\n\n"
        f"Ngày {dice.randint(1, 28)}/1/{year}, Ủy ban nhân dân tỉnh {place} ban hành Kế hoạch số {dice.randint(2, 900)}"
        f"/KH-UBND về phát triển kinh tế - xã hội năm {year}.\n\nCác chỉ tiêu chủ yếu năm {year}:\n- {targets}.\n\n"
        f"Năm {year - 1}, toàn tỉnh đã giải quyết việc làm cho 15.200 lao động, đạt 101% kế hoạch.\n\n"
        f"Để đạt các chỉ tiêu trên, tỉnh thực hiện 8 nhóm nhiệm vụ:\n{groups}\n\n"
    )


def _target(dice: random.Random, year: int) -> str:
    form, share = dice.randrange(6), f"{dice.randint(20, 98)},{dice.randint(1, 9)}"
    if form == 0:
        return f"{dice.choice(_NAMES)} đạt {dice.choice(('', 'trên ', 'ít nhất ', 'khoảng '))}{share}%"
    if form == 1:
        return f"{dice.choice(_NAMES)} đến năm {year + 3} đạt {share}% trở lên"
    if form == 2:
        words = dice.choice(("dưới", "còn", "giảm xuống còn", "không quá"))
        return f"{dice.choice(_LOWER)} {words} {dice.randint(2, 9)},{dice.randint(1, 9)}%"
    if form == 3:
        return f"giải quyết việc làm cho {dice.randint(1, 30)}.{dice.randint(100, 999)} lao động"
    name, unit, one, other = dice.choice(_COUNTS)
    first, second = dice.randint(200, 499), dice.randint(100, 499)
    parts = f"{one} {first} {unit}, {other} {second} {unit}"
    return (
        f"{name} {first + second} {unit}, trong đó {parts}" if form == 4 else f"{name} tăng {share}% so với năm trước"
    )


def _group(dice: random.Random, year: int) -> str:
    work = dice.choice(_WORKS)
    if dice.random() < 0.5:
        return f"{work}."
    day = f"{dice.randint(1, 28):02d}/{dice.randint(3, 12)}/{year - 1}"
    return f"{work}, theo Quyết định số {dice.randint(9, 4000)}/QĐ-UBND ngày {day} của UBND tỉnh."
