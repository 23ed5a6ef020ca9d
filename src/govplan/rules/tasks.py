"""GP1xx: ids and days of tasks; *not* here: the targets that their groups serve (`links`)."""

from __future__ import annotations

from collections.abc import Iterator

from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Rule
from govplan.rules.survey import Survey

__all__ = ["RULES"]


def _task_ids_are_unique(survey: Survey) -> Iterator[Outcome]:
    seen: dict[str, str] = {}
    count = 0
    for position, group in survey.groups_with_tasks:
        for index, task in enumerate(group.tasks):
            if task.id is None:
                continue
            path = f"/task_groups/{position}/tasks/{index}"
            first = seen.setdefault(task.id, path)
            if first is path:
                count += 1
            else:
                yield Hit(f"{path}/id", (("id", task.id), ("first", first)), found=task.id)
    yield count


def _tasks_are_due_in_time(survey: Survey) -> Iterator[Outcome]:
    period, count = survey.plan.period, 0
    for position, group in survey.groups_with_tasks:
        for index, task in enumerate(group.tasks):
            if task.due is None:
                continue
            if period.holds(task.due):
                count += 1
            else:
                yield Hit(
                    f"/task_groups/{position}/tasks/{index}/due",
                    (("found", task.due), ("period", str(period))),
                    expected=str(period),
                    found=task.due,
                )
    yield count


RULES = (
    Rule(
        "GP108",
        "duplicate-task-id",
        Severity.ERROR,
        message("Task ids are unique"),
        message("Reports on progress name tasks by id; with one id for two tasks nobody knows which is meant."),
        message("task id used twice: found {id}, first used at {first}; give one of the two another id"),
        _task_ids_are_unique,
        since="0.1",
        needs="groups_with_tasks",
    ),
    Rule(
        "GP109",
        "due-outside-period",
        Severity.WARNING,
        message("Tasks are due within the plan's period"),
        message("A task due before the plan begins or after it ends belongs to another plan, or its year is a slip."),
        message("task due outside the period: found {found}, the plan is for {period}; mend the day or the period"),
        _tasks_are_due_in_time,
        since="0.1",
        needs="groups_with_tasks",
    ),
)
