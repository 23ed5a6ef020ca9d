"""YAML that a person edits: plain where it can be, quoted where somebody would misread it."""

from datetime import date
from decimal import Decimal

import pytest
import yaml
from hypothesis import given

from govplan.files.scalars import Grouped
from govplan.files.yaml_text import read_yaml
from govplan.files.yaml_writing import write_yaml
from govplan.testing import lines, numbers


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("16000"), "16000"),
        (Decimal("4.50"), "4.50"),
        (Decimal("-0.05"), "-0.05"),
        (Decimal("3.000"), "'3.000'"),
        (Decimal("1E+3"), "1000"),
        (date(2023, 1, 4), "2023-01-04"),
        (date(1, 1, 1), "0001-01-01"),
        ("Quảng Nam: 4%", "'Quảng Nam: 4%'"),
        ("Việc làm", "Việc làm"),
        ("16000", "'16000'"),
        ("2023", "'2023'"),
        ("no", "'no'"),
        ("~", "'~'"),
        ("", "''"),
        ("1.000.000", "'1.000.000'"),
        ("a\nb", r'"a\nb"'),
        ("a\u2028c", r'"a\Lc"'),
        (None, "null"),
    ],
)
def test_scalars_are_written_as_they_are_read(value: object, written: str) -> None:
    """Numbers without exponent, text that looks like something else in quotes, breaks and odd spaces escaped."""
    text = write_yaml({"a": value})
    assert text == f"a: {written}\n"
    read, problems = read_yaml(text)
    assert problems == []
    assert not isinstance(read["a"], Grouped)


@given(words=lines(max_size=300), number=numbers())
def test_any_text_and_number_come_back(words: str, number: Decimal) -> None:
    """Long lines are folded and marks escaped so that reading gives the same text, and the number all its digits."""
    read, problems = read_yaml(write_yaml([words, number, {words: number}]))
    assert problems == []
    assert read == [words, format(number, "f"), {words: format(number, "f")}]


def test_nothing_is_written_as_an_alias() -> None:
    """A value that stands twice is written twice."""
    shared = {"paragraph": 4}
    assert write_yaml([shared, shared]) == "- paragraph: 4\n- paragraph: 4\n"


def test_other_readers_see_numbers_and_days() -> None:
    """What govplan writes is plain YAML, without tags, to whoever reads YAML."""
    text = write_yaml({"a": [Decimal("1.5"), Decimal(16000), "x"], "b": date(2023, 1, 4)})
    assert "!" not in text
    assert yaml.safe_load(text) == {"a": [1.5, 16000, "x"], "b": date(2023, 1, 4)}
