"""A sentence's tokens as clauses of one figure each; *not* here: what a clause is called, and what it asks."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from govplan.reading.lexicon import lexicon
from govplan.reading.numbers import Figure, Item
from govplan.reading.tokens import Token, longest

__all__ = ["SILENT", "Clause", "clauses_of", "has_words", "is_noun_of_growth", "segments_of", "starts_head"]

SILENT = frozenset(
    (
        "compare",
        "tail",
        "attain",
        "change",
        "commit",
        "time",
        "frequency",
        "from",
        "to",
        "versus",
        "respective",
        "and",
        "intro",
        "open",
        "past",
        "again",
        "rank",
        "rest",
        "subject",
        *",:;-+./“”\"'()",
    )
)
"""Kinds that say nothing about what is counted; what is left over is a name."""


@define
class Clause:
    """The words around one figure (mệnh đề): those before it, those after it, and the brackets that follow.

    `link` is how it joins the one before: "" for the first, ";", ",", "and", "parts" (trong đó), "group" (riêng) or
    "bracket"; `exhausts` tells that the words say that there are no other parts (gồm, chia ra, còn lại).
    `header` is what stands before a colon over several clauses, `baseline` the "từ 50% năm 2020" before "lên 65%",
    `kinds` are those of the items before the figure, `kinds_around` those of the header, too.
    """

    figure: Figure
    before: list[Item]
    after: list[Item] = field(factory=list)
    brackets: list[list[Item]] = field(factory=list)
    link: str = ""
    header: list[Item] = field(factory=list)
    baseline: Figure | None = None
    baseline_time: Item | None = None
    kinds: frozenset[str] = frozenset()
    kinds_around: frozenset[str] = frozenset()
    kinds_after: frozenset[str] = frozenset()
    exhausts: bool = False


def clauses_of(items: Sequence[Item]) -> tuple[list[Clause], list[Item]]:
    """Return the clauses of items between two semicolons, and those items when they hold no figure.

    Brackets go to the clause whose figure they follow.
    """
    flat, brackets = _without_brackets(items)
    flat = _demoted(flat)
    figures = [index for index, item in enumerate(flat) if item.kind == "figure"]
    if not figures:
        return [], flat
    found: list[Clause] = []
    start, link, header = 0, "", []
    first_break = _header_break(flat, 0, figures[0])
    if first_break:
        header, start = flat[: first_break - 1], first_break
        over = _last_of(header, 0, len(header), "intro")
        if over is not None:
            link, header = header[over].meaning, []
    last_intro = _last_of(flat, start, figures[0], "intro")
    if last_intro is not None:
        link, start = flat[last_intro].meaning, last_intro + 1
        start += start < figures[0] and flat[start].kind in (":", ",")
        header = []
    for place, at in enumerate(figures):
        figure = flat[at]
        assert isinstance(figure, Figure)
        clause = Clause(figure, flat[start:at], link=link, header=header)
        found.append(clause)
        if place + 1 == len(figures):
            clause.after = flat[at + 1 :]
            break
        cut, start, link, header = _boundary(flat, at, figures[place + 1], clause)
        clause.after = flat[at + 1 : cut]
    _attach(found, figures, brackets)
    for clause in found:
        kinds = frozenset([item.kind for item in clause.before])
        if "baseline" in kinds:
            _set_baseline(clause)
        if clause.link == "all":
            clause.link, clause.exhausts = "parts", True
        elif "rest" in kinds:
            clause.exhausts = True
        clause.kinds = kinds
        clause.kinds_around = kinds.union([item.kind for item in clause.header]) if clause.header else kinds
        clause.kinds_after = frozenset([item.kind for item in clause.after])
    return found, []


def segments_of(items: Sequence[Item]) -> list[list[Item]]:
    """Return the stretches between semicolons that stand in no brackets."""
    result: list[list[Item]] = [[]]
    current = result[0]
    depth = 0
    for item in items:
        kind = item.kind
        if kind == "(":
            depth += 1
        elif kind == ")":
            depth = max(depth - 1, 0)
        elif kind == ";" and not depth:
            current = []
            result.append(current)
            continue
        current.append(item)
    return [segment for segment in result if segment]


def has_words(items: Sequence[Item]) -> bool:
    """Is there anything among the items that could be part of a name?"""
    return any(item.kind not in SILENT for item in items)


def is_noun_of_growth(items: Sequence[Item], index: int) -> bool:
    """Is it the "tăng thêm" of "số việc làm tăng thêm: 16.000", part of what is counted?"""
    if items[index].word != "tăng thêm":
        return False
    following = items[index + 1] if index + 1 < len(items) else None
    if following is not None and following.word == "là":
        # "số lao động có việc làm tăng thêm là" counts them, "số xã tăng thêm là" counts by how many there are more.
        return items[index - 1].word == "làm" and any(item.word == "số" for item in items[:index])
    if following is not None and following.kind in (":", "attain"):
        return True
    return index > 1 and items[index - 1].word == "làm" and items[index - 2].word == "việc"


def starts_head(items: Sequence[Item], index: int) -> bool:
    """Does an indicator's own head begin at an index: tỷ lệ, số, tổng thu?"""
    if index >= len(items) or items[index].kind not in ("word", "growth"):
        return False
    tokens = [item for item in items[index : index + 4] if isinstance(item, Token)]
    if items[index].kind == "growth":
        return True
    return bool(tokens) and longest(lexicon().heads, tokens, 0, len(tokens)) is not None


def _without_brackets(items: Sequence[Item]) -> tuple[list[Item], list[tuple[int, list[Item]]]]:
    """Return the items outside brackets, and each outermost bracket with the index where it stood."""
    opened: list[int] = []
    partner: dict[int, int] = {}
    for index, item in enumerate(items):
        if item.kind in ("(", "["):
            opened.append(index)
        elif item.kind in (")", "]") and opened:
            partner[opened.pop()] = index
    flat: list[Item] = []
    brackets: list[tuple[int, list[Item]]] = []
    index = 0
    while index < len(items):
        item = items[index]
        if index in partner:
            brackets.append((len(flat), list(items[index + 1 : partner[index]])))
            index = partner[index] + 1
            continue
        if item.kind not in ("(", ")", "[", "]"):
            flat.append(item)
        index += 1
    return flat, brackets


def _attach(found: list[Clause], figures: list[int], brackets: list[tuple[int, list[Item]]]) -> None:
    place = 0
    for at, inside in brackets:
        while place + 1 < len(figures) and figures[place + 1] < at:
            place += 1
        if figures[place] < at:
            found[place].brackets.append(inside)


_BREAKS = frozenset((",", "and", "intro", ":", ";", "respective"))


def _demoted(flat: list[Item]) -> list[Item]:
    """Return the items with every figure made a word that stands in another's clause with no break between."""
    result = list(flat)
    last: int | None = None
    is_first = True
    for index, item in enumerate(flat):
        if isinstance(item, Figure):
            if last is None:
                last = index
                continue
            earlier = result[last]
            assert isinstance(earlier, Figure)
            one, two = _strength(result, last, is_first), _strength(result, index, False)
            link = _link(result, last + 1, index)
            if link == "change" and last and result[last - 1].kind == "from":
                result[last] = earlier._replace(kind="baseline")
                last = index
            elif (
                one >= 3
                and two >= 3
                and link
                and earlier.sort != "zero"
                and not (link == "attain" and item.sort == "percent" and earlier.sort != "percent")
            ):
                is_first, last = False, index
            elif two > one:
                result[last] = Token("word", earlier.start, earlier.end, earlier.word, "demoted")
                last = index
            else:
                result[index] = Token("word", item.start, item.end, item.word, "demoted")
                _quieten(result, index)
        elif item.kind in _BREAKS and (item.kind != ":" or _stands_over(flat, index)):
            # A list of labels or sizes may stand inside a name; a figure beyond the break begins anew.
            last, is_first = None, False
    return result


def _stands_over(items: Sequence[Item], colon: int) -> bool:
    """Do words follow a colon, so that it announces clauses and does not part a figure from its name?"""
    for item in items[colon + 1 : colon + 12]:
        if item.kind == "figure":
            return False
        if item.kind not in SILENT:
            return True
    return True


def _quieten(items: list[Item], index: int) -> None:
    """Make words of the comparator before a number that became one, and of the "trở lên" after it."""
    before = items[index - 1]
    if before.kind in ("compare", "from"):
        items[index - 1] = Token("word", before.start, before.end, before.word)
    for at in range(index + 1, min(index + 5, len(items))):
        if items[at].kind == "tail":
            items[at] = Token("word", items[at].start, items[at].end, items[at].word)
        if items[at].kind in _BREAKS:
            break


def _clause_start(items: Sequence[Item], index: int) -> int:
    """Return where the words begin that lead up to an index, at most a dozen before it."""
    start = index
    while start and index - start < 12 and items[start - 1].kind not in _BREAKS:
        start -= 1
    return start


def _link(items: Sequence[Item], start: int, end: int) -> str:
    """Return what links a figure at `end` to the words before it: a change if there is one, else the nearest link."""
    found = ""
    for index in range(end - 1, start - 1, -1):
        kind = items[index].kind
        if kind == "change":
            return kind
        if kind in ("attain", "compare", "from"):
            found = found or kind
        elif kind not in ("time", "frequency", "commit"):
            break
    return found


def _set_baseline(clause: Clause) -> None:
    """Take "từ 50% năm 2020" out of the words before "lên 65%"."""
    before = clause.before
    for index, item in enumerate(before):
        if item.kind == "baseline" and isinstance(item, Figure):
            clause.baseline = item
            start = index
            while start and before[start - 1].kind in ("from", "compare", "attain", "time"):
                start -= 1
            end = index + 1
            for time in before[end : end + 2]:
                if time.kind == "time":
                    clause.baseline_time = time
                    end = before.index(time) + 1
            clause.before = [*before[:start], *before[end:]]
            return


_STRONG = frozenset(("percent", "points", "mille", "per"))


# How often something is done says what is counted, not how much: "khám sức khỏe ít nhất 1 lần/năm".
_HABITS = ("lần/", "buổi/", "tiết/", "giờ/")


def _strength(items: Sequence[Item], index: int, is_first: bool) -> int:
    """Weigh whether a number is what its clause states rather than part of its name."""
    figure = items[index]
    assert isinstance(figure, Figure)
    if figure.sort == "zero":
        # "không còn xã dưới 10 tiêu chí" states 0; in "50% số thôn không có người nghiện" it is part of the name.
        return 0 if has_words(items[_clause_start(items, index) : index]) else 9
    weight = 3 if figure.sort in _STRONG or figure.sort == "measure" else 1
    if figure.sort in ("time", "", "grade") or figure.unit.startswith(_HABITS):
        weight -= 4 if figure.sort != "grade" else 9
    before = items[index - 1] if index else None
    behind = index - 1
    while behind > 0 and items[behind].kind in ("compare", "from"):
        behind -= 1
    if before is None:
        weight += 3
    elif items[behind].word in ("có", "với") and behind and items[behind - 1].kind == "word":
        # "tại doanh nghiệp có từ 25 lao động trở lên" says which ones are meant.
        weight -= 1
    elif before.kind in ("change", ":", "compare") or (
        before.kind == "attain" and before.word not in ("có", "với", "ở")
    ):
        weight += 3
    elif before.kind == "from" or before.kind in (",", "commit", "time", "frequency", "intro"):
        weight += 2
    elif before.word in ("đủ", "mỗi", "từng", "cách", "trong", "sau", "học"):
        weight -= 3
    return weight


def _last_of(items: Sequence[Item], start: int, end: int, kind: str) -> int | None:
    for index in range(end - 1, start - 1, -1):
        if items[index].kind == kind:
            return index
    return None


def _header_break(items: Sequence[Item], start: int, end: int) -> int:
    """Return the index after the last colon that stands over clauses, 0 where there is none before `end`.

    A colon right before a figure only parts it from its name.
    """
    for index in range(end - 1, start - 1, -1):
        if items[index].kind == ":" and (has_words(items[index + 1 : end]) or _announces(items, start, index)):
            return index + 1
        if items[index].kind == ":" and index == start:
            return 0
    return 0


def _announces(items: Sequence[Item], start: int, colon: int) -> bool:
    """Does "là:" or "như sau:" stand before what it announces, which may begin with a figure?"""
    before = items[colon - 1] if colon > start else None
    return before is not None and (before.word in ("là", "sau", "gồm") or before.kind == "intro")


def _boundary(items: list[Item], at: int, following: int, clause: Clause) -> tuple[int, int, str, list[Item]]:
    """Return where the clause of the figure at `at` ends, where the next begins, how it joins, and its header."""
    start = at + 1
    header = clause.header
    intro = _last_of(items, start, following, "intro")
    if intro is not None:
        begin = intro + 1
        colon = begin
        while colon < following and items[colon].kind in (":", ",", "attain") and not has_words(items[begin:colon]):
            colon += 1
            if items[colon - 1].kind in (":", ","):
                begin = colon
        return intro, begin, items[intro].meaning, []
    breaks = [index for index in range(start, following) if items[index].kind in (",", "and")]
    over = _header_break(items, start, following)
    if over:
        begin = next((index for index in breaks if index < over), start - 1) + 1
        return max(begin - 1, start), over, ",", items[begin : over - 1]
    if not breaks:
        cut = following
        while cut > start and items[cut - 1].kind in ("change", "attain", "compare", "from", "time", "frequency"):
            cut -= 1
        return cut, cut, ",", header
    if not has_words(items[breaks[-1] + 1 : following]):
        # The next figure leads its own clause: "2.000 ha cây ăn quả, 500 ha sâm".
        chosen = breaks[-1]
        if chosen - 1 in breaks:
            return chosen - 1, chosen + 1, "and", header
        return chosen, chosen + 1, "and" if items[chosen].kind == "and" else ",", header
    chosen = _best_break(items, breaks, following, named_before=has_words(clause.before))
    return chosen, chosen + 1, "and" if items[chosen].kind == "and" else ",", header


def _best_break(items: Sequence[Item], breaks: Sequence[int], following: int, *, named_before: bool) -> int:
    """Choose the comma or "và" after which the next figure's name begins."""
    for index in breaks:
        after = index + 1
        if after < following and (starts_head(items, after) or items[after].kind in ("commit", "time", "open")):
            return index
    return breaks[0] if named_before else breaks[-1]
