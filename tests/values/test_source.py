"""Where a statement was read."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import InvalidDateError, InvalidNumberError, InvalidTextError, InvalidValueError
from govplan.testing import spans
from govplan.values import Source, Span, Text


@given(st.text(), st.text(), st.text())
def test_a_span_is_the_quote(before: str, quote: str, after: str) -> None:
    """The words that a span covers are the words that stand there."""
    span = Span(len(before), len(before) + len(quote))
    assert span.of(before + quote + after) == quote


@given(spans(), spans())
def test_spans_stand_in_the_order_of_the_text(one: Span, two: Span) -> None:
    """The one that starts first comes first, of two that start together the shorter."""
    assert (one < two) == ((one.start, one.end) < (two.start, two.end))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (1.0, 2), ("1", 2), (0, None), (False, True)])
def test_a_span_runs_forward_in_whole_characters(start: Any, end: Any) -> None:
    """A place before the text, an end before the start and half characters are refused."""
    with pytest.raises(InvalidTextError, match=r"span out of order: found .*; give whole numbers, 0 ≤ start ≤ end"):
        Span(start, end)


def test_everything_about_a_source_may_be_unknown() -> None:
    """A source may be no more than a paragraph of the plan's own source, or nothing yet."""
    assert Source() == Source(None, None, None, None, None)
    assert Source(paragraph=5) != Source()


def test_a_source_takes_plain_words() -> None:
    """The document's name may be plain Vietnamese."""
    source = Source("Báo Quảng Nam", "https://example.org/a", date(2023, 1, 5), 4, Span(0, 9))
    assert source.document == Text("Báo Quảng Nam")


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        ({"document": ""}, InvalidTextError, "empty text"),
        ({"address": ""}, InvalidTextError, "empty text"),
        ({"retrieved": "2023-01-05"}, InvalidDateError, "not a date"),
        ({"paragraph": 0}, InvalidNumberError, "not an ordinal: found 0"),
        ({"span": (0, 9)}, InvalidValueError, "Span expected for span: found"),
    ],
)
def test_what_is_known_of_a_source_is_held_to_its_kind(
    fields: dict[str, Any], error: type[Exception], message: str
) -> None:
    """Paragraphs count from 1; a span is built first."""
    with pytest.raises(error, match=message):
        Source(**fields)
