"""What a heading announces: targets, tasks, the past, arrangements; *not* here: how headings nest (`outline`)."""

from __future__ import annotations

import re
from enum import Enum

__all__ = ["Topic", "heading_words", "is_capitals", "is_general", "is_section", "topic_of"]


class Topic(Enum):
    """What a section is about (nội dung của mục)."""

    TARGETS = "targets"
    TASKS = "tasks"
    BOTH = "both"
    PAST = "past"
    ARRANGEMENTS = "arrangements"
    AIMS = "aims"
    PURPOSE = "purpose"


_TARGETS = r"(?:mục tiêu|chỉ tiêu)"
_TASKS = r"(?:nhiệm vụ|giải pháp|biện pháp|nội dung (?:thực hiện|trọng tâm|công việc)|công tác trọng tâm)"
# Where a heading has words of several rows, the first row counts.
_TOPICS = (
    (
        Topic.ARRANGEMENTS,
        r"tổ chức (?:thực hiện|triển khai)|triển khai thực hiện\Z|phân công|(?:nguồn )?kinh phí|nguồn (?:lực|vốn)|"
        r"hiệu lực|(?:điều khoản )?thi hành|trách nhiệm|chế độ (?:thông tin|báo cáo)|kiểm tra, (?:giám sát|đánh giá)|"
        r"(?:đề xuất, )?kiến nghị(?!\w)|cơ chế tài chính|tiến độ thực hiện|lộ trình|danh mục|phụ lục",
    ),
    (
        Topic.PAST,
        r"kết quả|đánh giá|(?:bối cảnh|tình hình|thực trạng|hạn chế|khó khăn|nguyên nhân|ưu điểm|tồn tại)"
        r"(?!.*(?:nhiệm vụ|giải pháp))",
    ),
    (
        Topic.PURPOSE,
        r"(?:mục đích|yêu cầu)(?:(?:,|;| và| -| –)? (?:mục đích|yêu cầu|ý nghĩa|quan điểm|nguyên tắc))*\Z",
    ),
    (Topic.BOTH, rf".*?{_TARGETS}(?=.*{_TASKS})"),
    (Topic.TARGETS, rf".*?{_TARGETS}"),
    (Topic.TASKS, rf".*?{_TASKS}"),
    (Topic.AIMS, r"mục đích|yêu cầu|quan điểm|phạm vi|đối tượng|sự cần thiết|căn cứ"),
)
_PATTERNS = tuple((topic, re.compile(rf"(?:về |các |những |một số )?(?:{words})")) for topic, words in _TOPICS)
# Most paragraphs head nothing, and are told by having none of these.
_NOUNS = ("mục tiêu", "chỉ tiêu", "nhiệm vụ", "giải pháp", "biện pháp", "nội dung", "công tác trọng tâm")
_OPENINGS = (
    *("tổ chức", "triển khai", "phân công", "kinh phí", "nguồn", "hiệu lực", "thi hành", "điều khoản", "trách nhiệm"),
    *("chế độ", "kiểm tra", "cơ chế", "tiến độ", "lộ trình", "danh mục", "phụ lục", "kết quả", "đánh giá", "bối cảnh"),
    *("tình hình", "thực trạng", "hạn chế", "khó khăn", "nguyên nhân", "ưu điểm", "tồn tại", "mục đích", "yêu cầu"),
    *(
        "quan điểm",
        "phạm vi",
        "kiến nghị",
        "đề xuất, kiến nghị",
        "đối tượng",
        "sự cần thiết",
        "căn cứ",
        "về ",
        "các ",
        "những ",
        "một số ",
    ),
)
# What may follow the topic's word in a heading that says nothing more than its topic.
_GENERAL = re.compile(
    r"(?:(?:các|những|một|số|nhóm|nhiệm vụ|giải pháp|biện pháp|mục tiêu|chỉ tiêu|và|chủ yếu|trọng tâm|cụ thể|chung|"
    r"tổng quát|chính|cơ bản|lớn|thực hiện|năm|giai đoạn|đến|hàng|hằng|công tác|nội dung|đột phá|then chốt|trong|thời|"
    r"gian|tới|[0-9–-]+)[ ,;:.]*)+"
)
_SECTIONS = re.compile(
    r"(?:công tác )?(?:tổ chức (?:thực hiện|triển khai)(?: thực hiện)?|(?:nguồn )?kinh phí(?: thực hiện)?|"
    r"nguồn vốn(?: thực hiện)?|(?:các )?(?:đề xuất, )?kiến nghị(?:, đề xuất)?|mục đích|yêu cầu|"
    r"mục đích(?:,| và| -| –) yêu cầu|"
    r"quan điểm(?: chỉ đạo)?|phạm vi(?:,| và) đối tượng.*|chế độ báo cáo|điều khoản thi hành)"
)
# "Để đạt các chỉ tiêu trên, ngành tập trung 5 nhóm nhiệm vụ": the tasks are announced, not the targets.
_PURPOSE = re.compile(r"(?:nhằm|để) [^,:]{0,160}, ")
_SENTENCE = re.compile(r"[:.;](?=\s|\Z)")
_LONGEST = 160


def heading_words(words: str) -> str | None:
    """Return what a paragraph is headed by, None when it is no heading and begins with none.

    >>> heading_words("Mục tiêu cụ thể: giảm tỷ lệ hộ nghèo còn 3%.")
    'Mục tiêu cụ thể'
    """
    match = _SENTENCE.search(words, 0, _LONGEST + 1)
    if match is not None:
        return words[: match.start()].strip()
    return words if len(words) <= _LONGEST else None


def topic_of(words: str) -> Topic | None:
    """Return what a heading announces, None for a heading of its own.

    >>> topic_of("NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU"), topic_of("Phát triển nông nghiệp")
    (<Topic.TASKS: 'tasks'>, None)
    """
    folded = " ".join(words.casefold().split())
    if folded.startswith(("để ", "nhằm ")):
        folded = _PURPOSE.sub("", folded)
    if not folded.startswith(_OPENINGS) and not any(noun in folded for noun in _NOUNS):
        return None
    return next((topic for topic, pattern in _PATTERNS if pattern.match(folded)), None)


def is_general(words: str) -> bool:
    """Does a heading name its topic and nothing of its own ("Nhiệm vụ trọng tâm", not "Giải pháp về đất đai")?"""
    return _GENERAL.fullmatch(" ".join(words.casefold().split())) is not None


def is_section(words: str) -> bool:
    """Is a heading one of the sections that plans are divided into, whatever they are about?

    >>> is_section("TỔ CHỨC THỰC HIỆN"), is_section("Tổ chức lại sản xuất"), is_section("Nhiệm vụ chủ yếu năm 2020")
    (True, False, True)
    """
    return is_general(words) or _SECTIONS.fullmatch(" ".join(words.casefold().split())) is not None


def is_capitals(words: str) -> bool:
    """Is a line printed in capitals, as headings are?

    >>> is_capitals("MỤC TIÊU ĐẾN NĂM 2025"), is_capitals("Mục tiêu")
    (True, False)
    """
    return words.isupper() and sum(letter.isalpha() for letter in words[:200]) > 3
