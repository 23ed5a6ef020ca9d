"""YAML text into plain values, as libyaml's events and without recursion; *not* here: what the values mean.

Every scalar is read as text; only `~`, `null` and nothing are None. Anchors, aliases, tags, further documents,
duplicate keys and keys that are no text are refused, all at once.
"""

from __future__ import annotations

import re
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

from govplan.files.limits import MAX_DEPTH, MAX_NODES, too_deep, too_many
from govplan.files.problem import FormError, Place, Problem, pointer_to
from govplan.files.scalars import Grouped

__all__ = ["Refused", "locate_yaml", "read_yaml"]

_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_NULLS = frozenset(("", "~", "null"))
_NO_KEY: Any = object()


class Refused:
    """What stands for a value that was refused as YAML, so that nobody complains of it twice."""


def read_yaml(text: str) -> tuple[Any, list[Problem]]:
    """Return the values of one YAML document, and what it holds that plan files may not.

    Raises:
        FormError: not YAML, or beyond a limit; `at` is empty and the message has line:column.
    """
    problems: list[Problem] = []
    parser = _parser(text)
    nodes, documents = 0, 0
    root: Any = None
    stack: list[Any] = []  # the containers that are open, each followed by the key that waits for its value
    container: Any = None
    key: Any = _NO_KEY
    try:
        while (event := parser.get_event()) is not None:
            kind = event.__class__
            if kind is ScalarEvent:
                value: Any = event.value
                if event.style == "":
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
                problems.append(_refuse(event, place, f"alias *{event.anchor}", f"bí danh *{event.anchor}"))
            else:
                if kind is DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        problems.append(_refuse(event, (), "a second document", "tài liệu thứ hai"))
                        break
                continue
            nodes += 1
            if nodes > MAX_NODES:
                raise too_many()
            if kind is not AliasEvent and (event.anchor is not None or event.tag is not None):
                place = _place(stack, container, key)
                if event.anchor is not None:
                    problems.append(_refuse(event, place, f"anchor &{event.anchor}", f"mỏ neo &{event.anchor}"))
                if event.tag is not None:
                    problems.append(_refuse(event, place, f"tag {event.tag:.80}", f"thẻ {event.tag:.80}"))
            if container is None:
                root = value
            elif container.__class__ is list:
                container.append(value)
            elif key is _NO_KEY:
                if kind is not ScalarEvent or value is None:
                    place = _place(stack, container, _NO_KEY)
                    problems.append(_refuse(event, place, "a key that is no text", "khóa không phải chuỗi"))
                    key = Refused()
                elif value in container:
                    place = (*_place(stack, container, _NO_KEY), str(value))
                    problems.append(
                        _refuse(event, place, f"the key {value!r:.80} twice", f"khóa {value!r:.80} hai lần")
                    )
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
                    raise too_deep(_place(stack, container, key))
                stack.append(container)
                stack.append(key)
                container, key = value, _NO_KEY
    except yaml.YAMLError as error:
        raise _unreadable(error) from None
    return root, problems


def locate_yaml(text: str, wanted: frozenset[str] | None = None) -> dict[str, tuple[int, int]]:
    """Return line and column, from 1, of the values at the wanted JSON Pointers, or of all when None.

    Reads as far as the text is YAML and within the limits; a mapping's value is located at its key.
    """
    found: dict[str, tuple[int, int]] = {}
    parser = _parser(text)
    # Each open container: its pointer, its next index or None for a mapping, the key that waits and its mark.
    stack: list[list[Any]] = []
    nodes = 0
    try:
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
            if wanted is None or pointer in wanted:
                found.setdefault(pointer, (mark.line + 1, mark.column + 1))
            if kind is MappingStartEvent:
                stack.append([pointer, None, None, None])
            elif kind is SequenceStartEvent:
                stack.append([pointer, 0, None, None])
    except yaml.YAMLError:
        pass
    return found


_VALUES = frozenset((AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent))


def _parser(text: str) -> Any:
    # The C parser reads a str as UTF-8 by itself; a lone surrogate would stop it with a codec error.
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise FormError(
            f"not text: found half a character at {error.start}; save the file as UTF-8",
            f"không phải văn bản: gặp nửa ký tự ở vị trí {error.start}; hãy lưu tệp dạng UTF-8",
        ) from None
    try:
        return yaml.CLoader(text)
    except AttributeError:
        return yaml.Loader(text)


def _place(stack: list[Any], container: Any, key: Any) -> Place:
    """Return the place of the value that is being read, from the containers that are open."""
    steps: list[str | int] = []
    for holder, waiting in (*zip(stack[2::2], stack[3::2], strict=True), (container, key)):
        if holder.__class__ is list:
            steps.append(len(holder))
        elif waiting.__class__ is str:
            steps.append(waiting)
    return tuple(steps)


def _refuse(event: Any, place: Place, en: str, vi: str) -> Problem:
    mark = event.start_mark
    return Problem(
        pointer_to(place),
        f"not allowed in a plan file: found {en}; write the value out where it stands",
        f"không dùng trong tệp kế hoạch: gặp {vi}; hãy viết giá trị ngay tại chỗ",
        mark.line + 1,
        mark.column + 1,
    )


def _unreadable(error: Exception) -> FormError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    where = f"{mark.line + 1}:{mark.column + 1}: " if mark is not None else ""
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    return FormError(
        f"{where}not YAML: {what:.120}; mend the line, often its indentation, a colon or a quote",
        f"{where}không phải YAML ({what:.120}); hãy sửa dòng này, thường do thụt lề, dấu hai chấm hoặc dấu nháy",
    )
