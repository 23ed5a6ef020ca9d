"""Whether parts exhaust their whole, shares make up 100 %, names pair with figures; *not* here: finding the parts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from govplan.reading.lexicon import lexicon
from govplan.reading.numbers import Item
from govplan.reading.tokens import Token, longest
from govplan.values.number import exact_product, exact_sum

__all__ = ["adds_up", "listed_names"]

_HALF = Decimal("0.5")


def adds_up(whole: str, parts: Sequence[str], scales: Sequence[Decimal] = ()) -> bool:
    """Do at least two printed parts sum to the printed whole, as far as their last digits can tell?

    Each printed number may be off by half a unit of its last decimal; whole numbers are exact. `scales` are those of
    the whole's unit and of each part's, where they are printed in others.

    >>> adds_up("24000", ["4000", "20000"]), adds_up("100", ["33.3", "33.3", "33.3"]), adds_up("80", ["30", "40"])
    (True, True, False)
    >>> adds_up("24", ["4000", "20000"], [Decimal(1000), Decimal(1), Decimal(1)])
    True
    """
    if len(parts) < 2:
        return False
    printed = [Decimal(whole), *map(Decimal, parts)]
    steps = list(map(_half_a_unit, printed))
    if scales:
        printed = list(map(exact_product, printed, scales))
        steps = list(map(exact_product, steps, scales))
    difference = exact_sum((printed[0], *[amount.copy_negate() for amount in printed[1:]]))
    return not difference or difference.copy_abs() <= exact_sum(steps)


def _half_a_unit(amount: Decimal) -> Decimal:
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= 0:
        return Decimal(0)
    return exact_product(_HALF, Decimal((0, (1,), exponent)))


def listed_names(items: Sequence[Item], count: int) -> list[list[Item]] | None:
    """Return the names that a list of so many holds, each with the head of the first; None where it holds others.

    >>> from govplan.reading.tokens import tokens_of
    >>> names = listed_names(tokens_of("tỷ trọng nông nghiệp, thủy sản và lâm nghiệp"), 3)
    >>> [" ".join(token.word for token in name) for name in names]
    ['tỷ trọng nông nghiệp', 'tỷ trọng thủy sản', 'tỷ trọng lâm nghiệp']
    """
    names: list[list[Item]] = [[]]
    for item in items:
        if item.kind in (",", "and"):
            if names[-1]:
                names.append([])
        else:
            names[-1].append(item)
    if not names[-1]:
        names.pop()
    if len(names) != count or count < 2:
        return None
    # "bác sĩ và giường bệnh trên 1 vạn dân": both are taken per as many.
    ending = names[-1][-1:] if names[-1] and names[-1][-1].meaning == "per" else []
    if ending:
        names = [*[[*name, *ending] for name in names[:-1]], names[-1]]
    first = [item for item in names[0][:4] if isinstance(item, Token)]
    head = longest(lexicon().heads, first, 0, len(first)) if first else None
    if head is None or head[1] >= len(names[0]):
        return names
    shared = names[0][: head[1]]
    return [names[0], *[name if _has_head(name) else [*shared, *name] for name in names[1:]]]


def _has_head(items: Sequence[Item]) -> bool:
    tokens = [item for item in items[:4] if isinstance(item, Token)]
    return bool(tokens) and longest(lexicon().heads, tokens, 0, len(tokens)) is not None
