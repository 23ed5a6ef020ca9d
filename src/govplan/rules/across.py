"""GP5xx: results and other plans beside this one; *not* here: how far along a target is (`govplan.aggregation`)."""

from __future__ import annotations

from collections.abc import Iterator

from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Rule
from govplan.rules.survey import Survey

__all__ = ["RULES"]


def _results_name_targets(survey: Survey) -> Iterator[Outcome]:
    known, count = survey.first_with_id, 0
    for index, observation in enumerate(survey.observations):
        if observation.target in known:
            count += 1
        else:
            yield Hit("", (("id", observation.target), ("row", index + 1)), found=observation.target)
    yield count


def _plans_have_ids_of_their_own(survey: Survey) -> Iterator[Outcome]:
    others, faults = survey.others, 0
    for other in others.with_id.get(survey.plan.id, ()):
        if other is not survey.plan and other != survey.plan:
            faults += 1
            yield Hit("/id", (("id", other.id), ("title", other.title)), found=other.id)
    yield len(others.plans) - faults


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
        needs="observations",
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
        needs="others",
    ),
)
