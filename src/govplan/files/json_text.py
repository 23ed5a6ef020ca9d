"""JSON text into plain values; *not* here: what the values mean.

Numbers stay the text that was written; NaN, Infinity and duplicate keys are refused.
"""

from __future__ import annotations

import json
import re
from typing import Any

from govplan.files.limits import MAX_DEPTH, MAX_NODES, too_deep, too_many
from govplan.files.problem import FormError, pointer_to

__all__ = ["locate_json", "read_json", "refuse_excess"]


class _DuplicateKeyError(ValueError):
    """A key that stands twice in one object."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _DuplicateKeyError(key)
            seen.add(key)
    return found


def _no_number(word: str) -> Any:
    raise FormError(
        f"not a number that counts anything: found {word}; write a finite number",
        f"không phải số đếm được: gặp {word}; hãy viết số hữu hạn",
    )


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=str, parse_int=str, parse_constant=_no_number)


def read_json(text: str) -> Any:
    """Return the values of one JSON text, with every number as the text that was written.

    Raises:
        FormError: not JSON, with line:column in the message; a duplicate key; or nested beyond the limit.
    """
    try:
        return _DECODER.decode(text)
    except RecursionError:
        raise too_deep() from None
    except _DuplicateKeyError as error:
        where = _find_key(text, str(error))
        raise FormError(
            f"{where}not allowed in a plan file: found the key {str(error)!r:.80} twice; keep one",
            f"{where}không dùng trong tệp kế hoạch: gặp khóa {str(error)!r:.80} hai lần; hãy giữ một",
        ) from None
    except json.JSONDecodeError as error:
        where = f"{error.lineno}:{error.colno}: "
        raise FormError(
            f"{where}not JSON: {error.msg}; mend the line, often a comma or a quote",
            f"{where}không phải JSON ({error.msg}); hãy sửa dòng này, thường do dấu phẩy hoặc dấu nháy",
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


_TOKEN = re.compile(r'[\s,:]*(?:("(?:[^"\\]|\\.)*")|([{}\[\]])|([^\s,:{}\[\]"]+))')


def locate_json(text: str, wanted: frozenset[str] | None = None) -> dict[str, tuple[int, int]]:
    """Return line and column, from 1, of the values at the wanted JSON Pointers, or of all when None.

    Reads as far as the text is JSON and within the limits; an object's value is located at its key.
    """
    found: dict[str, tuple[int, int]] = {}
    stack: list[list[Any]] = []  # pointer, next index or None for an object, the key that waits, its place
    line, line_start, position, nodes = 1, 0, 0, 0
    while (token := _TOKEN.match(text, position)) is not None:
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
        if wanted is None or pointer in wanted:
            found.setdefault(pointer, here)
        if bracket == "{":
            stack.append([pointer, None, None, None])
        elif bracket == "[":
            stack.append([pointer, 0, None, None])
    return found


def _find_key(text: str, key: str) -> str:
    """Return "line:column: " of the second time that a key stands in one object, "" when it cannot be told."""
    stack: list[set[str] | None] = []
    waiting, position = False, 0
    while (token := _TOKEN.match(text, position)) is not None:
        position = token.end()
        if token[2] in ("{", "["):
            stack.append(set() if token[2] == "{" else None)
            waiting = token[2] == "{"
        elif token[2]:
            stack.pop()
            waiting = bool(stack) and stack[-1] is not None
        elif waiting and token[1] is not None:
            name, keys = json.loads(token[1], strict=False), stack[-1]
            if keys is not None and name in keys and name == key:
                start = token.start(1)
                return f"{text.count(chr(10), 0, start) + 1}:{start - text.rfind(chr(10), 0, start)}: "
            if keys is not None:
                keys.add(name)
            waiting = False
        else:
            waiting = bool(stack) and stack[-1] is not None
    return ""
