"""What an indicator is called, from the words around its figure; *not* here: the measure it suggests (`measures`)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from govplan.reading.clauses import SILENT, Clause, has_words, is_noun_of_growth, starts_head
from govplan.reading.lexicon import lexicon
from govplan.reading.numbers import Item
from govplan.reading.tokens import Token, longest

__all__ = ["LONGEST", "Name", "name_of", "trimmed_after", "trimmed_before", "words_of"]

LONGEST = 300
"""How many characters of a name are kept; a longer one is a sentence that was misread."""

_RIGHT = frozenset(
    (
        "compare",
        "attain",
        "change",
        "time",
        "frequency",
        "from",
        "to",
        "versus",
        "respective",
        "and",
        "commit",
        "intro",
        "rank",
        "again",
        *",:;-+./“\"'",
    )
)
_LEFT = frozenset(("commit", "time", "frequency", "and", "subject", "open", "past", "versus", "rest", *",:-+.*•“\"';"))
_GAPS = frozenset(("time", "tail"))
# Units that name what is counted, so that "75 xã nông thôn mới" is called "xã nông thôn mới".
_COUNTED = frozenset(("count", "unknown"))


@frozen
class Name:
    """A name with the place of its words (tên chỉ tiêu), and the change that opens it ("giảm tỷ lệ hộ nghèo").

    `side` is "before" or "after" the figure, "both", or "" where the clause names nothing; `prefix` is what
    later clauses of a list share with it, such as the verb of "Trồng 2.000 ha keo, 500 ha quế". `is_deed` tells that
    a verb of doing opens it.
    """

    words: str
    span: tuple[int, int] | None
    opener: Token | None
    side: str
    prefix: str = ""
    first: str = ""
    is_headed: bool = False
    is_deed: bool = False


def words_of(text: str, items: Sequence[Item]) -> str:
    """Return the words of items as one line, times left out.

    >>> from govplan.reading.tokens import tokens_of
    >>> words_of("thu  nhập bình quân", tokens_of("thu  nhập bình quân"))
    'thu nhập bình quân'
    """
    pieces: list[str] = []
    start, end = -1, 0
    for item in items:
        if item.kind in _GAPS:
            if start >= 0:
                pieces.append(text[start:end])
            start = -1
            continue
        if start >= 0 and item.start - end > 1:
            pieces.append(text[start:end])
            start = -1
        if start < 0:
            start = item.start
        end = item.end
    if start >= 0:
        pieces.append(text[start:end])
    return " ".join(" ".join(pieces).split())[:LONGEST].strip(" ,;:-–+*•.“”\"'")


def trimmed_before(
    items: Sequence[Item], *, is_named_before: bool = True
) -> tuple[list[Item], Token | None, list[Item]]:
    """Return the items of a name that stands before its figure, the change that opens it, and the topic before it."""
    low, high = 0, len(items)
    cut = None
    for index in range(high - 1, -1, -1):
        if items[index].kind == "commit" and items[index].meaning == "strong":
            cut = index
            break
    while high > low and _trails(items, high - 1):
        high -= 1
    opener: Token | None = None
    if cut is not None and has_words(items[cut + 1 : high]):
        topic = _topic(items[:cut])
        low = cut + 1
    else:
        topic = []
        if cut is not None and has_words(items[:cut]):
            if not is_named_before and any(item.kind == "change" for item in items[cut + 1 :]):
                # "Quảng Nam phấn đấu giảm 3.000 hộ nghèo": who promises stands before the verb, what comes after.
                return [], next(item for item in items if isinstance(item, Token) and item.kind == "change"), []
            # "Xây dựng nông thôn mới phấn đấu bình quân đạt": the name stands before the verb.
            high = min(cut, high)
            while high > low and _trails(items, high - 1):
                high -= 1
    while low < high:
        item = items[low]
        if item.kind == "topic" and (comma := _comma(items, low, high)):
            topic = list(items[low + 1 : comma])
            low = comma + 1
        elif item.kind == "open" and (comma := _comma(items, low, high)):
            low = comma + 1
        elif item.kind in _LEFT or (item.word == "đưa" and starts_head(items, low + 1)):
            low += 1
        elif item.kind == "change" and isinstance(item, Token):
            opener = item
            low += 1
        elif (
            item.kind == "attain"
            and item.word in ("có", "là")
            and (not has_words(items[low + 1 : high]) or starts_head(items, low + 1))
        ) or item.kind in ("from", "to", "compare"):
            low += 1
        else:
            break
    kept = list(items[low:high])
    if opener is not None and len(kept) == 1 and kept[0].kind == "word":
        kept.insert(0, opener)
    return kept, opener, topic


# Verbs of keeping, which stand between a name and its figure; "trồng mới tập trung" ends a name.
_KEEPING = frozenset(
    ("duy trì", "giữ vững", "bảo đảm", "đảm bảo", "giữ", "phải", "cần", "tiếp tục", "khống chế", "kiểm soát", "cơ bản")
)


def _trails(items: Sequence[Item], index: int) -> bool:
    """Is an item behind a name no part of it?"""
    item = items[index]
    if item.kind not in _RIGHT:
        return False
    if item.kind == "frequency" and item.word in ("bình quân", "trung bình"):
        # "thu nhập bình quân đạt" is a mean, "giảm bình quân 4%" is not.
        following = items[index + 1] if index + 1 < len(items) else None
        before = items[index - 1] if index else None
        return not (
            following is not None and following.kind == "attain" and before is not None and before.kind == "word"
        )
    if item.kind == "commit":
        return item.meaning == "strong" or item.word in _KEEPING
    return item.kind != "change" or not is_noun_of_growth(items, index)


def _is_name_word(items: Sequence[Item], index: int, high: int) -> bool:
    """Do words of a name follow an attaining verb, as in "có bằng, chứng chỉ", "đạt chuẩn"?"""
    return index + 1 < high and items[index + 1].kind not in SILENT


def _comma(items: Sequence[Item], low: int, high: int) -> int:
    for index in range(low, high):
        if items[index].kind == ",":
            return index
    return 0


def _topic(items: Sequence[Item]) -> list[Item]:
    """Return what a leading "với cây lúa," says the clause is about."""
    index = 0
    while index < len(items) and items[index].kind in _LEFT:
        index += 1
    if index < len(items) and items[index].kind == "topic":
        end = _comma(items, index, len(items)) or len(items)
        return list(items[index + 1 : end])
    return []


def trimmed_after(items: Sequence[Item], *, keep_commas: bool) -> list[Item]:
    """Return the items of a name that stands after its figure."""
    low, high = 0, len(items)
    if items and (items[0].kind == "versus" or items[0].meaning.startswith("versus")):
        return []
    while (
        low < high
        and items[low].kind in ("time", "frequency", ",", "versus", ":", "tail", "and", "attain")
        and (items[low].kind != "attain" or not _is_name_word(items, low, high))
    ):
        low += 1
    for index in range(low, high):
        item = items[index]
        if item.kind in ("past", "open", "intro") or (item.kind == "versus" and item.word != "so"):
            high = index
            break
        if item.kind == "time" and item.meaning.startswith("versus"):
            high = index
            break
        if item.kind == "," and (
            not keep_commas or (index + 1 < high and items[index + 1].kind in ("open", "commit", "change", "past"))
        ):
            high = index
            break
    while high > low and items[high - 1].kind in (*_RIGHT, "tail", "open"):
        high -= 1
    return list(items[low:high])


def name_of(text: str, clause: Clause) -> Name:
    """Return what a clause calls its indicator, from the words before its figure, after it, or both."""
    figure = clause.figure
    counted = figure.sort in _COUNTED and figure.meaning != "zero"
    named_after = (counted or has_words(clause.after[:1])) and not _is_headed_after_times(clause.before)
    before, opener, topic = trimmed_before(clause.before, is_named_before=not named_after)
    link = clause.before[-1] if clause.before else None
    attains = any(item.kind in ("attain", ":") and item.word not in ("có", "với") for item in _linking(clause.before))
    after = trimmed_after(clause.after, keep_commas=not before)
    topic_words = words_of(text, topic)
    if not before:
        if counted and (after or not topic_words):
            words = _counted_words(text, clause, after)
            span = (figure.number_end, after[-1].end if after else figure.end)
            if not after and clause.link not in ("", ";"):
                return Name("", None, opener, "")
            return Name(words[:LONGEST], span, opener, "after", first=words.split()[0].lower() if words else "")
        if not after:
            return Name(topic_words, None, opener, "before" if topic_words else "")
        words = words_of(text, after)
        return Name(words, (after[0].start, after[-1].end), opener, "after", first=after[0].word)
    span = (before[0].start, before[-1].end)
    head = _is_headed(before)
    words = words_of(text, before)
    if topic_words and len(words.split()) <= 3:
        words = f"{topic_words}: {words}"
    verb = _verb_of(before)
    is_verb = verb > 0
    # "thu hút 5 dự án": what is counted says what the verb is about.
    is_bare = verb == len(before) and (counted or bool(after))
    if link is not None and link.word == "cho" and before[-1].word == "cho" and not after and not counted:
        words = words[: -len("cho")].strip()
    if link is not None and before[-1].word == "cho" and counted and not after:
        # "tạo việc làm cho 16.000 lao động": who it is for is the unit.
        return Name(words[: -len("cho")].strip(), span, opener, "both", words, before[0].word, is_deed=is_verb)
    has = any(item.word == "có" for item in _linking(clause.before))
    if has and counted and not head and before[0].word == "mỗi":
        own = _counted_words(text, clause, after)
        return Name(f"{words} có {own}"[:LONGEST], span, opener, "both", "", before[0].word)
    if (
        (is_verb or before[-1].word in _NEEDS_OBJECT)
        and not (attains and not is_verb)
        and (not head or (is_bare and not attains))
    ):
        own = words_of(text, after)
        if counted and (after or not _names_whom(clause, before, words)):
            own = _counted_words(text, clause, after)
        elif before[-1].word == "cho" and not own:
            words = words[:-3].strip()
        if is_verb and not own:
            # "khai thác: 46.000 tấn" names an activity, which later clauses do not share.
            return Name(words, span, opener, "before", "", before[0].word, is_deed=is_verb)
        prefix = words
        whole = f"{words} {own}".strip()
        return Name(whole[:LONGEST], span, opener, "both", prefix, before[0].word, is_deed=is_verb)
    return Name(words, span, opener, "before", "", before[0].word, head, is_verb)


_PEOPLE = frozenset(("người", "lao động", "người lao động", "lượt người", "người dân", "lượt lao động", "học viên"))


def _names_whom(clause: Clause, before: Sequence[Item], words: str) -> bool:
    """Is the noun that is counted said already: "tuyển sinh 500 người", "kết nạp đảng viên: 300 đảng viên"?"""
    unit = clause.figure.unit
    while unit.partition(" ")[0] in lexicon().scales:
        unit = unit.partition(" ")[2]
    if f" {unit} " in f" {words.lower()} ":
        return True
    tokens = [item for item in before[:4] if isinstance(item, Token)]
    match = longest(lexicon().verbs, tokens, 0, len(tokens)) if tokens else None
    return unit.partition("/")[0] in _PEOPLE and match is not None and match[0].meaning == "complete"


def _counted_words(text: str, clause: Clause, after: Sequence[Item]) -> str:
    """Return the noun that is counted and what is said of it, without how often."""
    figure = clause.figure
    unit = text[figure.number_end : figure.end].strip()
    while unit.partition(" ")[0].lower() in lexicon().scales:
        unit = unit.partition(" ")[2].strip()
    head, slash, per = unit.partition("/")
    if slash and per.strip().lower() in ("năm", "tháng", "vụ"):
        unit = head
    return " ".join(f"{unit} {words_of(text, after)}".split())


_NEEDS_OBJECT = frozenset(["phủ", "cho", "có", "với", "tới", "đến", "được"])


def _linking(before: Sequence[Item]) -> list[Item]:
    """Return the items between a name and its figure."""
    index = len(before)
    while index and _trails(before, index - 1):
        index -= 1
    return list(before[index:])


def _is_headed(items: Sequence[Item]) -> bool:
    tokens = [item for item in items[:4] if isinstance(item, Token)]
    if not tokens:
        return False
    head = longest(lexicon().heads, tokens, 0, len(tokens))
    # "thu gom" is no "thu".
    return tokens[0].kind == "growth" or (head is not None and _verb_of(items) <= head[1])


def _is_headed_after_times(items: Sequence[Item]) -> bool:
    start = 0
    while start < len(items) and items[start].kind in _LEFT:
        start += 1
    return _is_headed(items[start : start + 4])


def _verb_of(items: Sequence[Item]) -> int:
    """Return how many items make the verb of doing that a name begins with, 0 for none."""
    tokens = [item for item in items[:5] if isinstance(item, Token)]
    match = longest(lexicon().verbs, tokens, 0, len(tokens)) if tokens else None
    return match[1] if match is not None else 0
