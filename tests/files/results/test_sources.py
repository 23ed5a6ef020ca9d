"""Where a result was read, in one cell."""

import pytest
from hypothesis import example, given

from govplan.files.problem import FormError
from govplan.files.results.sources import Faults, source_of, written_source
from govplan.testing import lines, sources
from govplan.values import Source


@given(sources())
@example(Source())
@example(Source(document="https://example.org"))
@example(Source(document=" {"))
@example(Source(address="a b"))
@example(Source(document="Báo cáo", address="https://example.org"))
def test_a_source_is_read_back_from_its_cell(source: Source) -> None:
    """With all that it says, in whichever of the three forms."""
    assert source_of(written_source(source)) == source


@given(lines())
def test_words_alone_are_a_document(words: str) -> None:
    """Unless they are an address or begin a mapping."""
    if not words.lstrip().startswith("{") and not words.startswith("http"):
        assert source_of(words) == Source(document=words)


def test_what_needs_no_mapping_is_written_without() -> None:
    """A person who opens the table reads a name or an address."""
    assert written_source(Source("Báo cáo số 5")) == "Báo cáo số 5"
    assert written_source(Source(address="https://example.org/a")) == "https://example.org/a"
    assert written_source(Source("Báo cáo", paragraph=3)) == '{"document": "Báo cáo", "paragraph": 3}'


def test_a_mapping_in_a_document_is_that_of_plan_files() -> None:
    """YAML and JSON need no text for it."""
    assert source_of({"document": "Báo cáo", "paragraph": "3"}) == Source("Báo cáo", paragraph=3)


@pytest.mark.parametrize("words", ["{", "{}}", "[1", '{"document": NaN', '{"a": ' * 100_000])
def test_what_begins_as_a_mapping_and_is_none(words: str) -> None:
    """It is refused, not taken for a name."""
    if words.startswith("{"):
        with pytest.raises(FormError):
            source_of(words)
    else:
        assert source_of(words) == Source(document=words)


@pytest.mark.parametrize(
    ("words", "count"),
    [('{"documnt": "a", "paragraph": 0}', 2), ('{"document": "a", "document": "b"}', 1), ('{"document": NaN}', 1)],
)
def test_all_faults_of_a_mapping_come_at_once(words: str, count: int) -> None:
    """Each with its place in it."""
    with pytest.raises(Faults) as caught:
        source_of(words)
    assert len(caught.value.problems) == count
    assert all(problem.pointer for problem in caught.value.problems)


def test_something_else_is_refused() -> None:
    """A list is no source."""
    with pytest.raises(FormError, match="text expected: found a list of 0 items"):
        source_of([])
