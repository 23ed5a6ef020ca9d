"""GP5xx: results and other plans beside this one; *not* here: how far along a target is (`govplan.aggregation`)."""

from __future__ import annotations

from collections.abc import Iterator

from govplan.rules.finding import Severity
from govplan.rules.rule import Hit, Outcome, Passed, Rule
from govplan.rules.survey import Survey
from govplan.values import Text

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
        Text("Kết quả thuộc về chỉ tiêu có thật", "Results belong to targets that exist"),
        Text(
            "Mỗi kết quả gọi một chỉ tiêu hoặc bộ phận của kế hoạch bằng mã.",
            "Every result names a target or part of the plan by its id.",
        ),
        Text(
            "kết quả của chỉ tiêu không có trong kế hoạch: dòng {row} gọi {id}; hãy sửa mã",
            "result of no target of the plan: row {row} names {id}; mend the id",
        ),
        _results_name_targets,
    ),
    Rule(
        "GP502",
        "plans-share-id",
        Severity.ERROR,
        Text("Mỗi kế hoạch một mã", "Plans have ids of their own"),
        Text(
            "Hai kế hoạch khác nhau mà cùng mã thì kết quả và so sánh không biết thuộc về kế hoạch nào.",
            "With one id for two different plans nobody knows to which a result or a comparison belongs.",
        ),
        Text(
            "hai kế hoạch cùng mã: {id} cũng là mã của “{title}”; hãy đặt mã khác",
            "two plans with one id: {id} is also that of “{title}”; give one of them another",
        ),
        _plans_have_ids_of_their_own,
    ),
)
