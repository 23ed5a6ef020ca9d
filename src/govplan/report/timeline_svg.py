"""How many of the cited documents are from which year, as SVG; *not* here: which documents (`cited`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from govplan.errors import Lang
from govplan.markup import escaped
from govplan.report.axis import Axis, Label, placed, px

__all__ = ["timeline_svg"]

_WIDTH, _EDGE, _BASE, _TALLEST = 360, 20, 24, 120
_MOST_COLUMNS, _LARGEST, _SMALLEST = 40, 70, 20
_WORDS = {
    "title": ("Văn bản viện dẫn theo năm ban hành", "Cited documents by year of issue"),
    "one": ("{year}: {count}", "{year}: {count}"),
}


def timeline_svg(years: Sequence[int], name: str, lang: Lang = "vi") -> str:
    """Return a dot for each year given, stacked in columns; many in one column are a bar. Without years "".

    Args:
        years: the year of each document that has one, in any order.
        name: begins the ids of title and description.
        lang: the language of the words.

    >>> svg = timeline_svg([2021, 2021, 2019], "when", "en")
    >>> svg.count("<circle"), "2019: 1; 2021: 2" in svg
    (3, True)
    """
    if not years:
        return ""
    counts = Counter(years)
    first, last = min(counts), max(counts)
    step = _step((last - first + 1) // _MOST_COLUMNS + 1)
    columns: Counter[int] = Counter()
    for year, count in counts.items():
        columns[(year - first) // step] += count
    room = 10 * (_WIDTH - 2 * _EDGE) // ((last - first) // step + 1)
    radius = max(min(_LARGEST, room // 2 - 5), _SMALLEST)
    most = max(columns.values())
    is_dotted = most * 2 * radius <= 10 * _TALLEST
    high = most * 2 * radius if is_dotted else 10 * _TALLEST
    top = 120
    axis = Axis(Fraction(first), Fraction(last + 1), 10 * _EDGE, 10 * (_WIDTH - _EDGE))
    title = _WORDS["title"][lang == "en"]
    words = "; ".join(_WORDS["one"][lang == "en"].format(year=year, count=counts[year]) for year in sorted(counts))
    floor = top + high
    parts = [
        f'<svg class="timeline" role="img" aria-labelledby="{name}-title {name}-desc" '
        f'viewBox="0 0 {_WIDTH} {px(floor + 10 * _BASE)}">'
        f'<title id="{name}-title">{escaped(title)}</title><desc id="{name}-desc">{escaped(words)}</desc>',
        f'<line class="ground" x1="{_EDGE}" x2="{_WIDTH - _EDGE}" y1="{px(floor + 5)}" y2="{px(floor + 5)}"/>',
    ]
    for column in sorted(columns):
        middle = axis.at(first + column * step + Fraction(min(step, last + 1 - first - column * step), 2))
        count = columns[column]
        if is_dotted:
            parts += [
                f'<circle class="document" cx="{px(middle)}" cy="{px(floor - radius - place * 2 * radius)}" '
                f'r="{px(radius - 5)}"/>'
                for place in range(count)
            ]
        else:
            tall = max(high * count // most, 10)
            parts.append(
                f'<rect class="document" x="{px(middle - radius)}" y="{px(floor - tall)}" width="{px(2 * radius)}" '
                f'height="{px(tall)}"/>'
            )
    # The ends first, so that these are printed whatever lies between.
    order = dict.fromkeys((first, last, *sorted(counts)))
    labels = [Label(str(year), axis.at(year + Fraction(1, 2))) for year in order]
    parts += [
        f'<text class="tick" x="{px(middle)}" y="{px(floor + 180)}">{label.words}</text>'
        for label, middle in placed(labels, 10 * _WIDTH)
    ]
    return "".join([*parts, "</svg>"])


def _step(least: int) -> int:
    """Return 1, 2, 5, 10 and so on: the first that is no less."""
    size = 1
    while True:
        for times in (1, 2, 5):
            if times * size >= least:
                return times * size
        size *= 10
