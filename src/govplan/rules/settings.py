"""Which rules are asked, and how much their findings weigh; *not* here: where that is written down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from attrs import evolve, field, frozen

from govplan.errors import InvalidSettingError
from govplan.rules.finding import Severity
from govplan.rules.rule import Rule

__all__ = ["Settings", "nearest_code", "unknown_code"]

Weight = tuple[str, Severity]
"""A code, or how codes begin, and how much findings of those rules weigh."""

_PREFIX = re.compile("[A-Z]{1,8}[0-9]{0,4}")


def prefixes_of(items: Iterable[str]) -> tuple[str, ...]:
    """Return a tuple of codes and beginnings of codes.

    Raises:
        InvalidSettingError: something else.
    """
    if isinstance(items, str) or not isinstance(items, Iterable):
        raise InvalidSettingError(
            f"a list of codes expected: found {items!r:.80}; write e.g. ['GP2', 'GP301']",
            f"cần một danh sách mã: gặp {items!r:.80}; hãy viết ví dụ ['GP2', 'GP301']",
        )
    return tuple([_prefix(item) for item in items])


def _prefix(item: object) -> str:
    if isinstance(item, str) and _PREFIX.fullmatch(item):
        return item
    raise InvalidSettingError(
        f"not the code of a rule: found {item!r:.80}; write a code or how codes begin, e.g. GP203 or GP2",
        f"không phải mã quy tắc: gặp {item!r:.80}; hãy viết mã hoặc phần đầu của mã, ví dụ GP203 hoặc GP2",
    )


def weights_of(items: Mapping[str, Severity | str] | Iterable[tuple[str, Severity | str]]) -> tuple[Weight, ...]:
    """Return how much the findings of some rules weigh, in the order of their codes.

    Raises:
        InvalidSettingError: no code, or no severity.
    """
    pairs = items.items() if isinstance(items, Mapping) else items
    return tuple(sorted([(_prefix(code), _severity(level)) for code, level in pairs], key=lambda pair: pair[0]))


def _severity(level: Severity | str) -> Severity:
    try:
        return Severity(level)
    except ValueError:
        known = ", ".join(severity.value for severity in Severity)
        raise InvalidSettingError(
            f"not a severity: found {level!r:.80}; write one of {known}",
            f"không phải mức độ: gặp {level!r:.80}; hãy viết một trong: {known}",
        ) from None


@frozen
class Settings:
    """Which rules are asked, and how much their findings weigh (thiết lập kiểm tra).

    `select` and `ignore` hold codes or how codes begin; where both name a rule, the longer one decides, and at
    one length `ignore`. An empty `select` means every rule. `severity` gives codes another weight.

    Raises:
        InvalidSettingError: a code or a severity that cannot be one.

    >>> settings = Settings(ignore=["GP3"], severity={"GP203": "info"})
    >>> settings.asks("GP301"), settings.asks("GP203")
    (False, True)
    """

    select: tuple[str, ...] = field(default=(), converter=prefixes_of)
    ignore: tuple[str, ...] = field(default=(), converter=prefixes_of)
    severity: tuple[Weight, ...] = field(default=(), converter=weights_of)

    def asks(self, code: str) -> bool:
        """Is the rule with this code asked?"""
        return _longest(code, self.select or ("",)) > _longest(code, self.ignore)

    def chosen(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Return the rules that are asked, each with the weight it is given here.

        Raises:
            InvalidSettingError: a code that no rule has or begins with.
        """
        known = tuple(rules)
        for code in (*self.select, *self.ignore, *(code for code, _ in self.severity)):
            if not any(rule.code.startswith(code) for rule in known):
                raise unknown_code(code, known)
        return tuple([self._weighed(rule) for rule in known if self.asks(rule.code)])

    def _weighed(self, rule: Rule) -> Rule:
        # In the order of the codes: the last one that fits is the longest.
        weights = [level for code, level in self.severity if rule.code.startswith(code)]
        return evolve(rule, severity=weights[-1]) if weights else rule


def _longest(code: str, prefixes: tuple[str, ...]) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)


def nearest_code(code: str, known: Iterable[str]) -> str | None:
    """Return the code that is most like another, of one family where there is one, or None where none is like it.

    >>> nearest_code("gp230", ["GP103", "GP203", "GP303"]), nearest_code("XYZ", ["GP103"])
    ('GP203', None)
    """
    written, codes = code.upper()[:20], list(known)
    family = [one for one in codes if one[:3] == written[:3]]
    return next(iter(get_close_matches(written, family, 1) or get_close_matches(written, codes, 1)), None)


def unknown_code(code: str, rules: Iterable[Rule]) -> InvalidSettingError:
    """Return the error for a code that no rule has, with the nearest that one has."""
    near = nearest_code(code, [rule.code for rule in rules])
    en = f"did you mean {near}?" if near else "govplan rule lists them all"
    vi = f"có phải ý bạn là {near}?" if near else "govplan rule liệt kê tất cả"
    return InvalidSettingError(
        f"no such rule: found {code!r:.40}; {en}",
        f"không có quy tắc này: gặp {code!r:.40}; {vi}",
    )
