"""GP1xx: what a template still asks for; *not* here: the templates (`govplan.cli`)."""

from __future__ import annotations

from collections.abc import Iterator

from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Rule
from govplan.rules.survey import Survey
from govplan.values import Text

__all__ = ["RULES"]

# How a template marks what its user is to write: [điền tên kế hoạch], [fill in the title].
_MARKS = ("[điền ", "[fill in ")


def _mark_in(text: Text) -> str | None:
    """Return the words of a text that a template left, in whichever language they are, else None."""
    words = (text.vi, text.en)
    return next((one for one in words if one is not None and one.lstrip().casefold().startswith(_MARKS)), None)


def _texts(survey: Survey) -> Iterator[tuple[str, Text]]:
    """Yield what a template asks for: the plan's own words, and those of its targets and groups."""
    yield "/title", survey.plan.title
    yield "/issuer/name", survey.plan.issuer.name
    for placed in survey.targets:
        yield f"{placed.path}/indicator/name", placed.target.indicator.name
        if placed.target.goal.text is not None:
            yield f"{placed.path}/goal/text", Text(placed.target.goal.text)
    for index, group in enumerate(survey.plan.task_groups):
        yield f"/task_groups/{index}/title", group.title


def _template_is_filled_in(survey: Survey) -> Iterator[Outcome]:
    plan, targets = survey.plan, survey.targets
    texts = [plan.title, plan.issuer.name, *[group.title for group in plan.task_groups]]
    texts += [placed.target.indicator.name for placed in targets]
    words = [text.vi or text.en or "" for text in texts]
    words += [placed.target.goal.text for placed in targets if placed.target.goal.text is not None]
    # One look at everything: a plan that came from no template is done here.
    if "[" not in "".join(words) and "[" not in "".join([text.en for text in texts if text.en]):
        yield len(words)
        return
    count = 0
    for path, text in _texts(survey):
        mark = _mark_in(text)
        if mark is None:
            count += 1
        else:
            yield Hit(path, (("found", mark),), found=mark)
    yield count


RULES = (
    Rule(
        "GP111",
        "template-left",
        Severity.WARNING,
        message("Nothing of the template is left"),
        message(
            "A new dataset marks what its author is to write with square brackets. What is still marked says nothing "
            "of the real plan."
        ),
        message("still to be filled in: found {found}; write what the document says, or delete the line"),
        _template_is_filled_in,
        since="0.1",
    ),
)
