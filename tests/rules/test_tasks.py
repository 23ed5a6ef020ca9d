"""GP108, GP109: tasks, at their edges; the faults are in `tests/planting`."""

from datetime import date

from planting.saying import found, looked_at, said_of

from govplan.model import Task, TaskGroup


def test_ids_are_unique_over_all_groups() -> None:
    """Two groups may not use one id; tasks without an id are not asked."""
    groups = [TaskGroup(number, "Nhóm", tasks=[Task("Việc", id="fair"), Task("Việc khác")]) for number in (1, 2)]
    report = said_of(task_groups=groups)
    assert (found(report), looked_at(report, "GP108")) == ([("GP108", "/task_groups/1/tasks/0/id")], 2)
    assert "/task_groups/0/tasks/0" in report.findings[0].message("en")


def test_the_first_and_the_last_day_are_within_the_plan() -> None:
    """A day more on either side is not."""
    days = date(2022, 12, 31), date(2023, 1, 1), date(2023, 12, 31), date(2024, 1, 1)
    tasks = [Task("Việc", due=day) for day in days]
    report = said_of(task_groups=[TaskGroup(1, "Nhóm", tasks=tasks)])
    assert [path for _, path in found(report)] == [f"/task_groups/0/tasks/{number}/due" for number in (0, 3)]
