"""Strategies for drafts and what they say of themselves; *not* here: prose that a draft can be read from."""

from __future__ import annotations

from hypothesis import strategies as st

from govplan.model import Plan, Target
from govplan.reading import Confidence, Draft, Note, Unread
from govplan.testing.programmes import plans
from govplan.testing.wording import lines, texts
from govplan.values import Span

__all__ = ["drafts", "notes"]

_TEXTS = st.text(max_size=80) | st.lists(lines(), max_size=6).map("\n".join)


def notes(*, about: st.SearchStrategy[str] | None = None, max_end: int = 0) -> st.SearchStrategy[Note]:
    """Return a strategy for notes: on any place of a plan, or on one that `about` draws.

    Args:
        about: draws JSON Pointers.
        max_end: how long the text is that their spans lie in.
    """
    return _any_note(st.sampled_from(["", "/title", "/targets/0/goal", "/period"]) if about is None else about, max_end)


@st.composite
def _any_note(draw: st.DrawFn, about: st.SearchStrategy[str], max_end: int) -> Note:
    return Note(
        about=draw(about),
        confidence=draw(st.sampled_from(Confidence)),
        span=draw(st.none() | _spans(max_end)),
        text=draw(texts()),
        question=draw(st.none() | texts()),
        alternatives=tuple(draw(st.lists(lines(), max_size=2))),
    )


@st.composite
def _spans(draw: st.DrawFn, max_end: int) -> Span:
    ends = sorted(draw(st.tuples(st.integers(0, max_end), st.integers(0, max_end))))
    return Span(*ends)


def drafts(*, complete: bool | None = None) -> st.SearchStrategy[Draft]:
    """Return a strategy for drafts of any plan, as if read from any text: all spans lie in it, and may overlap.

    Args:
        complete: whether all is there that a plan must have; None draws that too.
    """
    return _any_draft(complete)


@st.composite
def _any_draft(draw: st.DrawFn, complete: bool | None) -> Draft:
    text = draw(_TEXTS)
    plan = draw(plans())
    pointers = _pointers(plan)
    known = {key: getattr(plan, key) for key in ("title", "issuer", "jurisdiction", "period")}
    if not (draw(st.booleans()) if complete is None else complete):
        dropped = draw(st.sets(st.sampled_from(sorted(known)), min_size=1))
        known = {key: None if key in dropped else value for key, value in known.items()}
    places = draw(st.lists(st.tuples(st.sampled_from(pointers), _spans(len(text))), max_size=8))
    unread = draw(st.lists(_spans(len(text)), max_size=2))
    return Draft(
        text=text,
        **known,
        issued=plan.issued,
        document=plan.document,
        declared=plan.declared,
        legal_basis=plan.legal_basis,
        targets=plan.targets,
        task_groups=plan.task_groups,
        unread=tuple([Unread(span, span.of(text), draw(texts())) for span in unread]),
        notes=tuple(draw(st.lists(notes(about=st.sampled_from(pointers), max_end=len(text)), max_size=5))),
        places=tuple(places),
    )


def _pointers(plan: Plan) -> list[str]:
    found = ["", "/title", "/issuer", "/period", "/issued", "/nowhere/0"]
    found += [f"/task_groups/{index}" for index in range(len(plan.task_groups))]
    waiting: list[tuple[str, Target]] = [(f"/targets/{index}", one) for index, one in enumerate(plan.targets)]
    while waiting:
        pointer, target = waiting.pop()
        found += [pointer, f"{pointer}/goal", f"{pointer}/indicator/unit"]
        waiting += [
            (f"{pointer}/breakdowns/{number}/parts/{index}", part)
            for number, breakdown in enumerate(target.breakdowns)
            for index, part in enumerate(breakdown.parts)
        ]
    return found
