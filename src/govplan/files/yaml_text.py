"""YAML text into plain values, as libyaml's events and without recursion; *not* here: what the values mean.

Every scalar is read as text; only `~`, `null` and nothing are None. Anchors, aliases, tags, further documents,
duplicate keys and keys that are no text are refused, all at once.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from govplan.files.limits import MAX_DEPTH, MAX_NODES, spot_of, too_deep, too_many
from govplan.files.problem import EnoughError, FormError, Place, Problem, Refused, add_problem, pointer_to
from govplan.files.scalars import Grouped

__all__ = ["locate_yaml", "parser_of", "read_yaml"]

_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_NULLS = frozenset(("", "~", "null"))
_NO_KEY: Any = object()
# The characters that YAML takes; whoever writes others meant to escape them.
_NOT_YAML = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_yaml(text: str) -> tuple[Any, list[Problem]]:
    """Return the values of one YAML document, and what it holds that plan files may not.

    Raises:
        FormError: not YAML, or beyond a limit.
    """
    problems: list[Problem] = []
    nodes, documents = 0, 0
    root: Any = None
    stack: list[Any] = []  # the containers that are open, each followed by the key that waits for its value
    container: Any = None
    key: Any = _NO_KEY
    try:
        parser = parser_of(text)
        while (event := parser.get_event()) is not None:
            kind = event.__class__
            if kind is ScalarEvent:
                value: Any = event.value
                if not event.style:
                    if value in _NULLS:
                        value = None
                    elif "." in value and _GROUPED.fullmatch(value):
                        value = Grouped(value)
            elif kind is MappingStartEvent:
                value = {}
            elif kind is SequenceStartEvent:
                value = []
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                key = stack.pop()
                container = stack.pop()
                continue
            elif kind is AliasEvent:
                value = Refused()
                place = _place(stack, container, key)
                _refuse(problems, event, place, f"alias *{event.anchor}", f"bí danh *{event.anchor}")
            else:
                if kind is DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        _refuse(problems, event, (), "a second document", "tài liệu thứ hai", _ONE_FILE)
                        break
                continue
            nodes += 1
            if nodes > MAX_NODES:
                raise too_many()
            if kind is not AliasEvent and (event.anchor is not None or event.tag is not None):
                place = _place(stack, container, key)
                if event.anchor is not None:
                    _refuse(problems, event, place, f"anchor &{event.anchor}", f"mỏ neo &{event.anchor}")
                if event.tag is not None:
                    _refuse(problems, event, place, f"tag {event.tag:.80}", f"thẻ {event.tag:.80}")
            if container is None:
                root = value
            elif container.__class__ is list:
                container.append(value)
            elif key is _NO_KEY:
                if kind is not ScalarEvent or value is None:
                    place = _place(stack, container, _NO_KEY)
                    _refuse(problems, event, place, "a key that is no text", "khóa không phải chuỗi", _AS_TEXT)
                    key = Refused()
                elif value in container:
                    place = (*_place(stack, container, _NO_KEY), str(value))
                    _refuse(problems, event, place, f"the key {value!r:.80} twice", f"khóa {value!r:.80} hai lần", _ONE)
                    key = Refused()
                else:
                    key = str(value)
                if kind is ScalarEvent or kind is AliasEvent:
                    continue
            elif key.__class__ is Refused:
                key = _NO_KEY
            else:
                container[key] = value
                key = _NO_KEY
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(stack) >= 2 * MAX_DEPTH:
                    mark = event.start_mark
                    raise too_deep(_place(stack, container, key), (mark.line + 1, mark.column + 1))
                stack.append(container)
                stack.append(key)
                container, key = value, _NO_KEY
    except yaml.YAMLError as error:
        raise _unreadable(error, text) from None
    except EnoughError:
        return Refused(), problems
    return root, problems


def locate_yaml(text: str) -> dict[str, tuple[int, int]]:
    """Return line and column, from 1, of every value by its JSON Pointer.

    Reads as far as the text is YAML and within the limits; a mapping's value is located at its key.
    """
    found: dict[str, tuple[int, int]] = {}
    # Each open container: its pointer, its next index or None for a mapping, the key that waits and its mark.
    stack: list[list[Any]] = []
    nodes = 0
    try:
        parser = parser_of(text)
        while (event := parser.get_event()) is not None:
            kind = event.__class__
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                stack.pop()
                continue
            if kind not in _VALUES:
                continue
            nodes += 1
            if nodes > MAX_NODES or len(stack) > MAX_DEPTH:
                break
            mark = event.start_mark
            pointer = ""
            if stack:
                top = stack[-1]
                if top[1] is not None:
                    pointer = f"{top[0]}/{top[1]}"
                    top[1] += 1
                elif top[2] is None:
                    top[2], top[3] = pointer_to((event.value,)) if kind is ScalarEvent else "/", mark
                    if kind is ScalarEvent:
                        continue
                    pointer = f"{top[0]}/"
                else:
                    pointer, mark = f"{top[0]}{top[2]}", top[3]
                    top[2] = None
            found.setdefault(pointer, (mark.line + 1, mark.column + 1))
            if kind is MappingStartEvent:
                stack.append([pointer, None, None, None])
            elif kind is SequenceStartEvent:
                stack.append([pointer, 0, None, None])
    except yaml.YAMLError:
        pass
    return found


_VALUES = frozenset((AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent))


def parser_of(text: str) -> Any:
    """Return what reads a text event by event: libyaml's parser, or PyYAML's own where that is missing."""
    try:
        return yaml.CLoader(text)
    except AttributeError:
        return yaml.Loader(text)


def _place(stack: list[Any], container: Any, key: Any) -> Place:
    """Return the place of the value that is being read, as far as the containers that are open tell it."""
    steps: list[str | int] = []
    holders = [*stack[2::2], container]
    for holder, inner in pairwise(holders):
        if holder.__class__ is list:
            steps.append(len(holder) - 1)
            continue
        name = next(reversed(holder), None)
        if name is None or holder[name] is not inner:
            # It stands below a key that was refused, and has no place of its own.
            return tuple(steps)
        steps.append(name)
    if container.__class__ is list:
        steps.append(len(container))
    elif key.__class__ is str:
        steps.append(key)
    return tuple(steps)


_IN_PLACE = ("write the value out where it stands", "hãy viết giá trị ngay tại chỗ")
_ONE_FILE = ("give each plan a file of its own", "hãy để mỗi kế hoạch trong một tệp riêng")
_AS_TEXT = ("write one word before the colon", "hãy viết một từ trước dấu hai chấm")
_ONE = ("keep one", "hãy giữ một")


def _refuse(
    problems: list[Problem], event: Any, place: Place, en: str, vi: str, advice: tuple[str, str] = _IN_PLACE
) -> None:
    mark = event.start_mark
    problem = Problem(
        pointer_to(place),
        f"not allowed in a plan file: found {en}; {advice[0]}",
        f"không dùng trong tệp kế hoạch: gặp {vi}; {advice[1]}",
        mark.line + 1,
        mark.column + 1,
    )
    add_problem(problems, problem)


def _unreadable(error: Exception, text: str) -> FormError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    forbidden = None if mark is not None else _NOT_YAML.search(text)
    if forbidden is not None:
        return FormError(
            f"character that YAML does not take: found {forbidden[0]!r}; remove it",
            f"ký tự YAML không nhận: gặp {forbidden[0]!r}; hãy bỏ đi",
            spot=spot_of(text, forbidden.start()),
        )
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    return FormError(
        f"not YAML: {what:.120}; mend the line, often its indentation, a colon or a quote",
        f"không phải YAML ({what:.120}); hãy sửa dòng này, thường do thụt lề, dấu hai chấm hoặc dấu nháy",
        spot=None if mark is None else (mark.line + 1, mark.column + 1),
    )
