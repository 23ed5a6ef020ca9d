"""Small plan files that break a rule or just do not; *not* here: running them.

Those of govplan's own rules are the files of the folder `examples` beside this one: `GP201-bad.yaml`, further plans
`GP502-bad.other.yaml`, `GP502-bad.other2.yaml`, results `GP501-bad.results.yaml`.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

from attrs import frozen

__all__ = ["Example", "shipped_example"]


@frozen
class Example:
    """A plan file that shows what a rule is about (ví dụ), with what lies beside it.

    `plan` and each of `others` is the YAML text of a plan file, `observations` that of a list of results.
    """

    plan: str
    others: tuple[str, ...] = ()
    observations: str | None = None


def shipped_example(code: str, kind: Literal["bad", "good"]) -> Example | None:
    """Return an example that is part of the package, None where there is none for the code.

    >>> shipped_example("GP000", "bad")
    """
    plan = _text(f"{code}-{kind}.yaml")
    if plan is None:
        return None
    others = (_text(f"{code}-{kind}.{name}.yaml") for name in ("other", "other2", "other3"))
    return Example(plan, tuple(text for text in others if text is not None), _text(f"{code}-{kind}.results.yaml"))


def _text(name: str) -> str | None:
    file = files("govplan.rules").joinpath("examples", name)
    return file.read_text(encoding="utf-8") if file.is_file() else None
