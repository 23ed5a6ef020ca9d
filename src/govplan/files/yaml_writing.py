"""Plain values into YAML that a person edits; *not* here: reading it (`govplan.files.yaml_text`)."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

from govplan.values.number import plain

__all__ = ["write_yaml"]

_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_TAG = "tag:yaml.org,2002:"


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # the base is found at run time
    """PyYAML's writer with plan files' scalars: no aliases, exact numbers, text that nobody misreads."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write every value out where it stands."""
        return True


def _number(dumper: Any, number: Decimal) -> Any:
    text = plain(number)
    if _AMBIGUOUS.fullmatch(text):
        return dumper.represent_scalar(f"{_TAG}str", text, style="'")
    return dumper.represent_scalar(f"{_TAG}{'float' if '.' in text else 'int'}", text)


def _day(dumper: Any, day: date) -> Any:
    return dumper.represent_scalar(f"{_TAG}timestamp", day.isoformat())


def _text(dumper: Any, text: str) -> Any:
    # Breaks and characters that no printer shows are escaped: libyaml folds some of them otherwise.
    style = None if text.isprintable() else '"'
    if _AMBIGUOUS.fullmatch(text):
        style = "'"
    return dumper.represent_scalar(f"{_TAG}str", text, style=style)


_Dumper.add_representer(Decimal, _number)
_Dumper.add_representer(date, _day)
_Dumper.add_representer(str, _text)


def write_yaml(form: Any) -> str:
    """Return the YAML text of plain values, in the order they have, the same text every time."""
    return str(yaml.dump(form, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100))
