"""Places within a document: điểm, khoản, Điều, Mục, Chương, Phần, Phụ lục; *not* here: the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import evolve, field, frozen

from govplan.errors import InvalidLegalReferenceError
from govplan.values.conversion import tuple_of

__all__ = ["POINTS", "Pin", "Place", "find_pin"]

POINTS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in the order of the Vietnamese alphabet: đ after d, g after e."""

# From the smallest to the largest, in the order in which they are printed.
_LEVELS = ("point", "clause", "article", "section", "chapter", "part", "annex")
_WORDS = {
    "điểm": "point",
    "khoản": "clause",
    "điều": "article",
    "mục": "section",
    "chương": "chapter",
    "phần": "part",
    "phụ lục": "annex",
}
_PRINTED = {
    "point": "điểm",
    "clause": "khoản",
    "article": "Điều",
    "section": "Mục",
    "chapter": "Chương",
    "part": "Phần",
    "annex": "Phụ lục",
}


@frozen
class Place:
    """One place in a document (vị trí trong văn bản): the label printed at each level, or None.

    Labels are text, for amendments insert "khoản 1a" and "Điều 5b"; an annex that has no number is "".
    """

    annex: str | None = None
    part: str | None = None
    chapter: str | None = None
    section: str | None = None
    article: str | None = None
    clause: str | None = None
    point: str | None = None

    def __str__(self) -> str:
        return " ".join(
            f"{_PRINTED[level]} {label}".rstrip() for level in _LEVELS if (label := getattr(self, level)) is not None
        )


def _places_of(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple_of(places, lambda place: place)


@frozen
class Pin:
    """The places in a document that a citation points at (điều khoản được viện dẫn), in printed order.

    Ranges are written out: "điểm b đến đ khoản 1 Điều 5" is the four places of points b, c, d and đ.

    Raises:
        InvalidLegalReferenceError: no place, or one without any label.

    >>> str(Pin.parse("các điểm a, b khoản 1 Điều 5"))
    'điểm a, b khoản 1 Điều 5'
    >>> [place.point for place in Pin.parse("điểm c đến e khoản 1 Điều 5").places]
    ['c', 'd', 'đ', 'e']
    """

    places: tuple[Place, ...] = field(converter=_places_of)

    def __attrs_post_init__(self) -> None:
        if not self.places or Place() in self.places:
            raise InvalidLegalReferenceError(
                "no place in the document: found none; name at least one, e.g. khoản 2 Điều 5",
                "thiếu vị trí trong văn bản: không gặp vị trí nào; hãy ghi ít nhất một, ví dụ khoản 2 Điều 5",
            )

    @classmethod
    def parse(cls, text: str) -> Pin:
        """Read places that fill the text.

        Raises:
            InvalidLegalReferenceError: the text names no place, or says more.
        """
        found = find_pin(text, len(text))
        if found is None or found[1] != 0:
            raise InvalidLegalReferenceError(
                f"no place in a document: found {text!r:.80}; write e.g. điểm a khoản 2 Điều 5",
                f"không phải điểm, khoản, điều: gặp {text!r:.80}; hãy viết ví dụ điểm a khoản 2 Điều 5",
            )
        return found[0]

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places)

    def __str__(self) -> str:
        printed: list[str] = []
        for group in _groups(self.places):
            smallest = _smallest(group[0])
            labels = [getattr(place, smallest) for place in group]
            first = str(group[0])
            head = f"{_PRINTED[smallest]} {labels[0]}".rstrip()
            printed.append(f"{head}{''.join(f', {label}' for label in labels[1:])}{first[len(head) :]}")
        return ", ".join(printed)


def _smallest(place: Place) -> str:
    return next(level for level in _LEVELS if getattr(place, level) is not None)


def _groups(places: tuple[Place, ...]) -> list[list[Place]]:
    """Put together neighbours that differ in their smallest level alone, for "điểm a, b khoản 1 Điều 5"."""
    groups: list[list[Place]] = []
    for place in places:
        smallest = _smallest(place)
        if groups and getattr(place, smallest) and _smallest(groups[-1][0]) == smallest:
            first = groups[-1][0]
            if getattr(first, smallest) and evolve(first, **{smallest: getattr(place, smallest)}) == place:
                groups[-1].append(place)
                continue
        groups.append([place])
    return groups


_S = r"[ \n\t]{1,3}"
_NUMERAL = r"(?:[0-9]{1,3}[a-zđ]?|[IVXLC]{1,7}|[A-ZĐ])(?!\w)"
_LABELS = {
    "điểm": r"(?:[a-zđA-ZĐ][0-9]?|[0-9]{1,2}(?:\.[0-9]{1,2})?)(?!\w)",
    "khoản": r"[0-9]{1,3}(?:\.[0-9]{1,2}|[a-zđA-ZĐ])?(?!\w)",
    "điều": r"[0-9]{1,3}[a-zđA-ZĐ]?(?!\w)",
    "mục": _NUMERAL,
    "chương": _NUMERAL,
    "phần": _NUMERAL,
}
_JOINT = rf"(?i:,[ \n\t]{{0,3}}(?:và{_S})?|;[ \n\t]{{0,3}}|{_S}(?:và|hoặc|đến|tới){_S}|[ ]?[-–][ ]?)"


def _item(word: str, label: str) -> str:
    head = rf"(?i:(?:các{_S}|từ{_S})?{word.replace(' ', _S)})"
    return rf"{head}{_S}{label}(?:{_JOINT}{label}){{0,30}}"


# Every repeat is bounded; labels of one kind are told apart by the word before them.
_ITEM = "|".join(
    [
        *(_item(word, label) for word, label in _LABELS.items()),
        rf"(?i:(?:các{_S}|từ{_S})?phụ{_S}lục(?:{_S}số)?)(?:{_S}{_NUMERAL}(?:{_JOINT}{_NUMERAL}){{0,30}})?",
    ]
)
_PIN = re.compile(
    rf"(?<!\w)(?:{_ITEM})(?:(?:,[ \n\t]{{0,3}}|;[ \n\t]{{0,3}}|{_S})(?i:(?:và|hoặc|của|tại|đến"
    rf"|tới){_S})?(?:{_ITEM})){{0,12}}"
    rf"(?P<link>,?{_S}(?i:(?:(?:của{_S})?(?:quy{_S}chế|quy{_S}định|điều{_S}lệ){_S})?(?:được{_S})?(?:ban{_S}hành{_S})?(?:đính{_S}kèm|kèm{_S}theo){_S}|của{_S}|tại{_S})?)?\Z"
)
_HEAD = re.compile(rf"(?i:(?:các{_S}|từ{_S})?(điểm|khoản|điều|mục|chương|phần|phụ{_S}lục)(?:{_S}số)?)(?!\w)(?:{_S})?")
_LABEL = re.compile(
    r"(?P<range>(?i:đến|tới)|[-–])?[ \n\t,;]*(?i:và[ \n\t]"
    r"|hoặc[ \n\t])?[ \n\t]*(?<!\w)(?P<label>[0-9]{1,3}\.[0-9]{1,2}|[0-9A-Za-zđĐ]{1,7})(?!\w)"
)
_ANY_HEAD = re.compile("các|từ|điểm|khoản|điều|mục|chương|phần|phụ")
_REACH = 400
_MOST_HEADS = 16


def find_pin(text: str, end: int) -> tuple[Pin, int] | None:
    """Return the places named right before `end` and where their words start, or None.

    The words that join them to the document ("của", "ban hành kèm theo") are passed over.

    >>> find_pin("tại khoản 4 Điều 8 của ", 23)
    (Pin(places=(Place(annex=None, part=None, chapter=None, section=None, article='8', clause='4', point=None),)), 4)
    """
    window = max(0, end - _REACH)
    words = text[window:end]
    small = words.lower()
    # The first word from which everything up to the document reads as places; a list has no more of them than this.
    for head in list(_ANY_HEAD.finditer(small if len(small) == len(words) else words))[-_MOST_HEADS:]:
        match = _PIN.match(words, head.start())
        if match is not None:
            break
    else:
        return None
    words = match.group()[: match.start("link") - match.start()] if match["link"] is not None else match.group()
    return Pin(_places(words)), window + match.start()


def _places(words: str) -> tuple[Place, ...]:
    """Return the places that a row of levels with their labels names."""
    heads = list(_HEAD.finditer(words))
    rows: list[tuple[str, list[str]]] = []
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        level = _WORDS[" ".join(head[1].lower().split())]
        labels = _labels(level, words[head.end() : following.start() if following else len(words)])
        if rows and rows[-1][0] == level and words[: head.start()].rstrip().lower().endswith(("đến", "tới")):
            rows[-1][1].extend([*_between(level, rows[-1][1][-1], labels[0]), *labels])
        else:
            rows.append((level, labels or [""]))
    # A level that is not above the one before it begins another row of places.
    groups: list[dict[str, list[str]]] = [{}]
    reached = -1
    for level, labels in rows:
        rank = _LEVELS.index(level)
        if rank <= reached:
            groups.append({})
        groups[-1][level] = labels
        reached = rank
    # "khoản 1, khoản 2 Điều 5": what the earlier ones leave unsaid stands in the ones behind them.
    for earlier, later in reversed(list(pairwise(groups))):
        top = max(_LEVELS.index(level) for level in earlier)
        for level, labels in later.items():
            if _LEVELS.index(level) > top:
                earlier[level] = labels
    return tuple(place for group in groups for place in _written_out(group))


def _written_out(group: dict[str, list[str]]) -> list[Place]:
    places = [Place()]
    for level in reversed(_LEVELS):
        if level in group:
            places = [evolve(place, **{level: label}) for place in places for label in group[level]]
    return places[:_MOST_PLACES]


_MOST_PLACES = 500
_SMALL = ("point", "clause", "article")


def _labels(level: str, words: str) -> list[str]:
    labels: list[str] = []
    position = 0
    while (match := _LABEL.search(words, position)) is not None:
        # In a heading in capitals the letters of points are capitals too.
        label = match["label"].lower() if level in _SMALL else match["label"]
        if label.lower() not in ("và", "hoặc"):
            if match["range"] and labels:
                labels += _between(level, labels[-1], label)
            labels.append(label)
        position = match.end()
    return labels


_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = tuple(f"{tens}{ones}" for tens in ("", "X", "XX", "XXX", "XL") for ones in _ONES)[1:]


def _between(level: str, first: str, last: str) -> list[str]:
    """Return the labels between two, in alphabetical or numerical order; none where there is no order."""
    if level == "point" and first in POINTS and last in POINTS:
        return list(POINTS[POINTS.index(first) + 1 : POINTS.index(last)])
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first) + 1, min(int(last), int(first) + _MOST_PLACES))]
    if first in _ROMAN and last in _ROMAN:
        return list(_ROMAN[_ROMAN.index(first) + 1 : _ROMAN.index(last)])
    return []
