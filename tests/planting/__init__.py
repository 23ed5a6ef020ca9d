"""One fault for every rule, to be planted in any sound plan; *not* here: asking the rules about them."""

from planting import across, figures, links, references, results, starts_and_steps, structure
from planting.cases import Case, Pair, Planter

__all__ = ["PLANTERS", "Case", "Pair", "Planter"]

PLANTERS: dict[str, Planter] = {
    code: planter
    for room in (structure, figures, starts_and_steps, references, links, results, across)
    for code, planter in room.PLANTERS.items()
}
