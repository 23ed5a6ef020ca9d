"""Whether a clause commits, reports the past, asks for funds or counts tasks; *not* here: what it commits to."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from govplan.reading.clauses import Clause, has_words
from govplan.reading.numbers import Figure, Item
from govplan.reading.tokens import Token

__all__ = ["Standing", "is_figure_of_something", "own_standing", "reports", "standings_of"]


class Standing(Enum):
    """What a clause does with its figure (tư cách của số liệu)."""

    OPEN = "open"
    COMMITS = "commits"
    PAST = "past"
    NEED = "need"
    TASKS = "tasks"
    EVENT = "event"


_LASTING = (Standing.PAST, Standing.NEED, Standing.EVENT)
_CURRENCY = frozenset(("đồng", "usd", "đ", "vnđ", "vnd", "euro"))
# "2/3 số xã" is a share of them, not two communes of three.
_SHARED_OUT = ("", "số", "diện", "dân", "tổng")
_DURATION_LEADS = frozenset(["trong", "sau", "trước", "kể", "suốt", "qua", "gần", "cách", "vòng", "kéo", "dài"])
_SHORTFALLS = frozenset(("chưa đạt", "không đạt", "chỉ đạt", "mới đạt", "mới chỉ đạt", "không đạt được"))
# Words of agreements that "ước" ends: quy ước, công ước.
_AGREEMENTS = frozenset(["quy", "công", "hiệp", "mơ", "thỏa", "khế"])
# "Kết quả năm 2022", not "kết quả học tập".
_AFTER_A_RESULT = frozenset(("time", ",", ":", "commit", "attain"))
_STATED_BY = frozenset(("compare", "change", ":", "respective", "rank"))


def own_standing(clause: Clause) -> Standing:
    """Return what a clause's own words say, OPEN where they say nothing either way."""
    figure, kinds, after = clause.figure, clause.kinds_around, clause.kinds_after
    if "past" in after and _falls_short(clause.after):
        return Standing.PAST
    if clause.link == "," and figure.sort == "percent" and _is_share_of_a_plan(clause):
        return Standing.PAST
    if figure.sort == "task" and not _is_quota(clause):
        return Standing.TASKS
    before = [*clause.header, *clause.before]
    if "need" in kinds and any(
        item.kind == "need" and (item.meaning == "norm" or _is_money(figure)) for item in before
    ):
        return Standing.NEED
    told = ("past" in kinds or "time" in kinds) and reports(before)
    told = told or (("past" in after or "time" in after) and reports(clause.after))
    promised = _last_promise(before) if "commit" in kinds else None
    if promised is not None:
        return Standing.PAST if told and reports(before[promised + 1 :]) else Standing.COMMITS
    if told:
        return Standing.PAST
    if "event" in kinds or ("time" in after and any(map(_is_appointment, clause.after))):
        return Standing.EVENT
    return Standing.OPEN


def standings_of(clauses: Sequence[Clause], carried: Standing, text: str) -> tuple[list[Standing], Standing]:
    """Return what each clause between two semicolons does, and what the next clauses take over from them.

    A clause that says nothing of itself does what its neighbours do: the figures beside a result are results.
    """
    own = [own_standing(clause) for clause in clauses]
    if len(own) > 1:
        _spread(own, clauses)
    result: list[Standing] = []
    for index, standing in enumerate(own):
        if standing is Standing.OPEN:
            if carried in _LASTING and _begins_anew(clauses[index], carried, text):
                carried = Standing.OPEN
            standing = carried
        elif standing is not Standing.TASKS:
            carried = standing
        elif any(clause.link == "parts" for clause in clauses[index + 1 : index + 2]):
            carried = Standing.TASKS
        else:
            carried = Standing.OPEN
        result.append(standing)
    return result, Standing.OPEN if carried is Standing.TASKS else carried


def _spread(own: list[Standing], clauses: Sequence[Clause]) -> None:
    """Let results, and the costs of projects, reach back to the clauses that they belong to."""
    for index in range(len(own) - 1, 0, -1):
        clause, before = clauses[index], clauses[index - 1]
        if own[index] is Standing.PAST:
            is_appended = clause.link == "parts" or not has_words(clause.before)
            if (own[index - 1] is Standing.OPEN and (is_appended or "past" in clause.kinds_after)) or (
                is_appended and _falls_short(clause.before)
            ):
                own[index - 1] = Standing.PAST
        elif own[index - 1] is own[index] is Standing.OPEN and _describes(before) and _compares(clause):
            # "là 13,5‰, tăng 1,4‰ so với năm 2011" describes what was measured.
            own[index - 1] = own[index] = Standing.PAST
    if Standing.NEED in own:
        for index, clause in enumerate(clauses):
            if own[index] is Standing.OPEN and clause.link != ";":
                own[index] = Standing.NEED


def _begins_anew(clause: Clause, carried: Standing, text: str) -> bool:
    """Does a clause leave behind that the ones before it told of the past, of funds or of an event?"""
    if clause.link in ("parts", "group", ",", "and") and carried is not Standing.PAST:
        return False
    if any(item.kind == "commit" for item in clause.before[:3]):
        return True
    if carried is not Standing.PAST:
        return clause.link in ("", ";")
    for item in clause.before:
        if item.kind == "time" and item.meaning.startswith("by"):
            words = text[item.start : item.end].lower()
            return words.startswith(("đến", "tới")) and "hết ngày" not in words and "tháng" not in words
    return False


def _last_promise(items: Sequence[Item]) -> int | None:
    for index in range(len(items) - 1, -1, -1):
        if items[index].kind == "commit" and items[index].meaning == "strong":
            return index
    return None


def _is_money(figure: Figure) -> bool:
    return not _CURRENCY.isdisjoint(figure.unit.replace("/", " ").split())


def _is_share_of_a_plan(clause: Clause) -> bool:
    """Does "đạt 61% kế hoạch", "bằng 82% dự toán" tell how far a plan was carried out?"""
    after = clause.after[0] if clause.after else None
    return (
        after is not None and after.word in _PLANNED and "change" not in clause.kinds and not has_words(clause.before)
    )


_PLANNED = frozenset(("kế hoạch", "dự", "chỉ tiêu", "mục tiêu", "kh"))


def _is_appointment(item: Item) -> bool:
    """Is it a day, as in "hoàn thành 3 dự án trước ngày 30/6/2024"?"""
    return item.kind == "time" and (
        item.meaning == "by|day" or (item.meaning[:3] == "by|" and item.meaning.count("-") == 4)
    )


def _is_quota(clause: Clause) -> bool:
    """Are the "chỉ tiêu" counted here places that were handed out: "giao 1.800 chỉ tiêu xuất khẩu lao động"?"""
    if not clause.figure.unit.startswith("chỉ tiêu"):
        return False
    return clause.link == "parts" or any(item.word in ("giao", "tuyển", "tuyển sinh") for item in clause.before)


def _falls_short(items: Sequence[Item]) -> bool:
    """Do the words say that a goal was missed: chỉ đạt, chưa đạt?"""
    return any(item.kind == "past" and item.word in _SHORTFALLS for item in items)


def reports(items: Sequence[Item]) -> bool:
    """Do the words tell of results: ước đạt, đã giảm, so với cùng kỳ?

    >>> from govplan.reading.tokens import tokens_of
    >>> reports(tokens_of("thu ngân sách ước đạt")), reports(tokens_of("quy ước chung"))
    (True, False)
    """
    for index, item in enumerate(items):
        if item.kind == "past":
            before = items[index - 1].word if index else ""
            if item.meaning == "was":
                if not _belongs_to_a_name(items, index):
                    return True
            elif item.meaning == "result":
                following = items[index + 1].kind if index + 1 < len(items) else ""
                if following in _AFTER_A_RESULT:
                    return True
            elif item.word != "ước" or before not in _AGREEMENTS:
                return True
        elif item.kind == "time" and item.meaning.startswith("past"):
            return True
    return False


def _belongs_to_a_name(items: Sequence[Item], index: int) -> bool:
    """Is it the "đã" of "tỷ lệ lao động đã qua đào tạo", which tells of no past?"""
    following = items[index + 1] if index + 1 < len(items) else None
    named = any(item.kind == "word" for item in items[:index])
    return named and following is not None and following.word in ("qua", "được", "có", "thoát", "tốt")


def _describes(clause: Clause) -> bool:
    return bool(clause.before) and clause.before[-1].word == "là"


def _compares(clause: Clause) -> bool:
    return (
        "change" in clause.kinds
        and "time" in clause.kinds_after
        and not has_words(clause.before)
        and any(item.kind == "time" and item.meaning.startswith("versus") for item in clause.after)
    )


def is_figure_of_something(clause: Clause) -> bool:
    """Could the number be stated at all: not a bare one in passing, nor a stretch of time that something takes?"""
    figure = clause.figure
    link = clause.before[-1] if clause.before else None
    linked = link is not None and (link.kind in _STATED_BY or (link.kind == "attain" and link.word not in ("ở", "với")))
    if figure.sort == "time" and "/" not in figure.unit:
        leads = [item.word for item in clause.before[-3:] if isinstance(item, Token)]
        measured = "." in figure.low or (link is not None and clause.before[0].word in ("tuổi", "thời"))
        return (linked or measured) and _DURATION_LEADS.isdisjoint(leads)
    if figure.sort == "grade":
        return False
    if len(figure.of) == 1 and figure.sort in ("", "unknown") and figure.unit in _SHARED_OUT:
        return False
    if figure.sort == "":
        if len(figure.word) > 4 and figure.word.isdecimal():
            return False
        return linked or any(item.kind == "tail" for item in clause.after[:2])
    return True
