"""JSON text into plain values; *not* here: what the values mean.

Numbers stay the text that was written; NaN, Infinity and duplicate keys are refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from govplan.files.limits import MAX_DEPTH, MAX_NODES, too_deep, too_many
from govplan.files.problem import EnoughError, FormError, Problem, add_problem, pointer_to

__all__ = ["TOKEN", "locate_json", "read_json", "refuse_excess"]


class _RepeatedKeyError(ValueError):
    """A key stands twice in one object."""


class _NotFinite:
    """NaN or Infinity: what JSON readers let stand for a number, and no field of a plan takes."""

    def __init__(self, word: str) -> None:
        self.word = word

    def __repr__(self) -> str:
        return self.word


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _RepeatedKeyError
    return found


def _first_of_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def _decoder(hook: Any) -> json.JSONDecoder:
    return json.JSONDecoder(object_pairs_hook=hook, parse_float=str, parse_int=str, parse_constant=_NotFinite)


_STRICT, _LENIENT = _decoder(_object), _decoder(_first_of_each)


def read_json(text: str) -> tuple[Any, list[Problem]]:
    """Return the values of one JSON text, every number as the text that was written, and the keys that repeat.

    Raises:
        FormError: not JSON, or nested beyond the limit.
    """
    try:
        return _decode(_STRICT, text), []
    except _RepeatedKeyError:
        return _decode(_LENIENT, text), _repeated_keys(text)


def _decode(decoder: json.JSONDecoder, text: str) -> Any:
    try:
        return decoder.decode(text)
    except RecursionError:
        raise too_deep() from None
    except json.JSONDecodeError as error:
        raise FormError(
            f"not JSON: {error.msg}; mend the line, often a comma or a quote",
            f"không phải JSON ({error.msg}); hãy sửa dòng này, thường do dấu phẩy hoặc dấu nháy",
            spot=(error.lineno, error.colno),
        ) from None


def refuse_excess(values: Any) -> None:
    """Refuse values beyond the limits, without recursion.

    Raises:
        FormError: nested too deep, or too many values.
    """
    open_, depth, nodes = [values], 0, 0
    while open_ := [value for value in open_ if value.__class__ is dict or value.__class__ is list]:
        depth += 1
        if depth > MAX_DEPTH:
            raise too_deep()
        inside: list[Any] = []
        for container in open_:
            nodes += 2 * len(container) if container.__class__ is dict else len(container)
            if nodes > MAX_NODES:
                raise too_many()
            inside.extend(container.values() if container.__class__ is dict else container)
        open_ = inside


TOKEN = re.compile(r'[\s,:]*(?:("[^"\\]*(?:\\.[^"\\]*)*")|([{}\[\]])|([^\s,:{}\[\]"]+))')
"""The next token of JSON text: a string, a bracket, or another word."""


def locate_json(text: str) -> dict[str, tuple[int, int]]:
    """Return line and column, from 1, of every value by its JSON Pointer.

    Reads as far as the text is JSON and within the limits; an object's value is located at its key.
    """
    found: dict[str, tuple[int, int]] = {}
    for pointer, place in _places(text):
        found.setdefault(pointer, place)
    return found


def _places(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    stack: list[list[Any]] = []  # pointer, next index or None for an object, the key that waits, its place
    line, line_start, position, nodes = 1, 0, 0, 0
    while (token := TOKEN.match(text, position)) is not None:
        start = token.start(token.lastindex or 0)
        newlines = text.count("\n", position, start)
        if newlines:
            line += newlines
            line_start = text.rindex("\n", position, start) + 1
        position = token.end()
        here = (line, start - line_start + 1)
        word, bracket = token[1], token[2]
        if bracket in ("}", "]"):
            if not stack:
                break
            stack.pop()
            continue
        nodes += 1
        if nodes > MAX_NODES or len(stack) > MAX_DEPTH:
            break
        pointer = ""
        if stack:
            top = stack[-1]
            if top[1] is not None:
                pointer = f"{top[0]}/{top[1]}"
                top[1] += 1
            elif top[2] is None:
                if word is None:
                    break
                try:
                    top[2], top[3] = pointer_to((json.loads(word, strict=False),)), here
                except ValueError:
                    break
                continue
            else:
                pointer, here = f"{top[0]}{top[2]}", top[3]
                top[2] = None
        yield pointer, here
        if bracket == "{":
            stack.append([pointer, None, None, None])
        elif bracket == "[":
            stack.append([pointer, 0, None, None])


def _repeated_keys(text: str) -> list[Problem]:
    problems: list[Problem] = []
    seen: set[str] = set()
    repeated = "\0"  # no pointer begins so
    with suppress(EnoughError):
        for pointer, (line, column) in _places(text):
            if pointer not in seen:
                seen.add(pointer)
            elif not pointer.startswith(f"{repeated}/"):
                repeated = pointer
                key = pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
                en = f"not allowed in a plan file: found the key {key!r:.80} twice; keep one"
                vi = f"không dùng trong tệp kế hoạch: gặp khóa {key!r:.80} hai lần; hãy giữ một"
                add_problem(problems, Problem(pointer, en, vi, line, column))
    return problems
