"""Plans whose every word is hostile to pages; *not* here: what pages make of them (the tests)."""

from __future__ import annotations

from typing import Any

import attrs

from govplan.model import Plan
from govplan.values import Jurisdiction, Text, Unit

__all__ = ["HOSTILE", "with_every_word"]

HOSTILE = {
    "script": "<script>document.title='owned'</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "quote": "' onfocus=alert(1) x='",
    "style": "</style></title></svg><style>*{display:none}</style>",
    "template": "{{ 7 * 7 }}{% raw %}",
    "comment": "<!-- ]]> &lt;b&gt; &#0; -->",
    "long": "d" * 5000,
    "long Vietnamese": "nghiêng" * 700,
    "right to left": "\u202eتقرير\u2066 خطة \u200f2023",
    "controls": "a\u0085b\u2028c\u200b\ufeff\U000e0001d",
    "marks": "e" + "\u0301\u0323" * 60,
}
"""Words by what they would do to a page that took them for more than words."""

_FREE = {"stated", "text", "address", "numerator", "denominator", "title"}


def with_every_word(plan: Plan, word: str) -> Plan:
    """Return a plan of the same shape in which every text that a person writes is one word."""
    found: Plan = _changed(plan, word)
    return found


def _changed(value: Any, word: str, name: str = "") -> Any:
    if isinstance(value, Text):
        return Text(word, word)
    if isinstance(value, Unit | Jurisdiction):
        return value
    if isinstance(value, str):
        return word if name in _FREE else value
    if isinstance(value, tuple):
        return tuple(_changed(one, word) for one in value)
    if attrs.has(type(value)):
        fields = [field for field in attrs.fields(type(value)) if field.init]
        return attrs.evolve(
            value, **{field.alias: _changed(getattr(value, field.name), word, field.name) for field in fields}
        )
    return value
