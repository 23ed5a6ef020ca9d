"""GP5xx: results and other plans beside this one; *not* here: how far along a target is (`govplan.aggregation`)."""

from __future__ import annotations

from collections.abc import Iterator

from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Passed, Rule
from govplan.rules.survey import Survey

__all__ = ["RULES"]


def _results_name_targets(survey: Survey) -> Iterator[Outcome]:
    known = {placed.target.id for placed in survey.targets}
    for index, observation in enumerate(survey.observations):
        if observation.target in known:
            yield Passed()
        else:
            yield Hit("", (("id", observation.target), ("row", index + 1)), found=observation.target)


def _plans_have_ids_of_their_own(survey: Survey) -> Iterator[Outcome]:
    for other in survey.others:
        if other.id != survey.plan.id or other == survey.plan:
            yield Passed()
        else:
            yield Hit("/id", (("id", other.id), ("title", other.title)), found=other.id)


RULES = (
    Rule(
        "GP501",
        "result-of-unknown-target",
        Severity.ERROR,
        message("Results belong to targets that exist"),
        message("Every result names a target or part of the plan by its id."),
        message("result of no target of the plan: row {row} names {id}; mend the id"),
        _results_name_targets,
        since="0.1",
        needs=("observations",),
    ),
    Rule(
        "GP502",
        "plans-share-id",
        Severity.ERROR,
        message("Plans have ids of their own"),
        message("With one id for two different plans nobody knows to which a result or a comparison belongs."),
        message("two plans with one id: {id} is also that of “{title}”; give one of them another"),
        _plans_have_ids_of_their_own,
        since="0.1",
        needs=("others",),
    ),
)
