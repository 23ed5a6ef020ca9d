"""GP1xx: is one indicator one thing throughout a plan? *Not* here: what other plans take it to be (`neighbours`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from govplan.model import Indicator
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Rule
from govplan.rules.survey import Survey

__all__ = ["RULES"]

_FIELDS = ("name", "unit", "measure", "polarity", "numerator", "denominator", "codes")


def _indicators_are_defined_once(survey: Survey) -> Iterator[Outcome]:
    if not survey.indicators and not survey.sharing_an_indicator:
        yield len(survey.first_with_indicator)
        return
    shared = {indicator.id: indicator for indicator in reversed(survey.indicators)}
    count = 0
    for id, first in survey.first_with_indicator.items():
        users = survey.sharing_an_indicator.get(id)
        if users is None and id not in shared:
            count += 1
            continue
        users = users or [first]
        definition = shared.get(id) or _most_common([placed.target.indicator for placed in users])
        for placed in users:
            indicator = placed.target.indicator
            if indicator is definition or indicator == definition:
                count += 1
            else:
                differing = ", ".join(_differing(indicator, definition))
                yield Hit(f"{placed.path}/indicator", (("id", id), ("fields", differing)), found=differing)
    yield count


def _most_common(definitions: list[Indicator]) -> Indicator:
    """Return the definition that most have; of equally many that which comes first in the order of its words."""
    counts = Counter(definitions)
    return min(counts, key=lambda definition: (-counts[definition], repr(definition)))


def _differing(one: Indicator, two: Indicator) -> list[str]:
    return [name for name in _FIELDS if getattr(one, name) != getattr(two, name)]


def _shared_indicators_are_used(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for index, indicator in enumerate(survey.indicators):
        if indicator.id is None or indicator.id in survey.first_with_indicator:
            count += 1
        else:
            yield Hit(f"/indicators/{index}", (("id", indicator.id),), found=indicator.id)
    yield count


RULES = (
    Rule(
        "GP106",
        "indicator-redefined",
        Severity.ERROR,
        message("One id, one indicator"),
        message(
            "Targets on one indicator are added and compared by its id; two definitions with one id are two indicators."
        ),
        message(
            "indicator defined twice: {id} differs here in {fields}; give it another id, or name the shared definition"
        ),
        _indicators_are_defined_once,
        since="0.1",
        needs="first_with_indicator",
    ),
    Rule(
        "GP107",
        "unused-indicator",
        Severity.INFO,
        message("Shared indicators are used"),
        message("An indicator that no target uses is left over, or its target is missing."),
        message("indicator that no target uses: found {id}; remove it, or name it in the target that was meant"),
        _shared_indicators_are_used,
        since="0.1",
        needs="indicators",
    ),
)
