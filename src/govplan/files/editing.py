"""Changes of a file's text that touch nothing else: comments, order and every other byte stay; *not* here: saving.

What an edit means is known twice, as a change of the text and as a change of the values that are read from it. Only
where both agree is there a change; so a layout that nobody thought of is left alone, never damaged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from copy import deepcopy
from itertools import pairwise
from typing import Any

from attrs import frozen

from govplan.files.document import Format, read_values
from govplan.files.problem import FormError
from govplan.files.spans import Node, json_tree, yaml_tree
from govplan.rules.finding import Edit

__all__ = ["Change", "changed", "find_changes"]

_SHORT = ("partition", "subset", "overlap", "allocation")
_LONG = ["breakdowns", "0", "parts"]
# What stands between two values of a flow collection: blanks and comments.
_BETWEEN = re.compile(r"(?:\s|(?<=\s)#[^\n]*)*")
_REST_OF_LINE = re.compile(r"[ \t\r]*(?:(?<=[ \t])#[^\n]*)?(?:\n|\Z)")
_BLANK_REST = re.compile(r"[ \t\r]*\n")
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


class _NotPossible(Exception):  # noqa: N818  # no error: the file is just left alone
    """The text is laid out in a way in which the edit cannot be made safely."""


@frozen
class Change:
    """A stretch of a text, from `start` up to `end` in characters, and what comes in its place."""

    start: int
    end: int
    text: str = ""


def changed(text: str, changes: Iterable[Change]) -> str:
    """Return a text with changes made that do not overlap.

    >>> changed("a b c", [Change(0, 2), Change(4, 5, "d")])
    'b d'
    """
    for change in sorted(changes, key=lambda change: change.start, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def find_changes(text: str, edits: Iterable[Edit], format: Format) -> tuple[Change, ...] | None:
    r"""Return how a file's text changes when edits are made in it, None where that cannot be done safely.

    >>> find_changes("a: [x, y] # two\n", [Edit("/a/0")], "yaml")
    (Change(start=4, end=7, text=''),)
    """
    wanted = tuple(edits)
    tree = json_tree(text) if format == "json" else yaml_tree(text)
    with suppress(_NotPossible, FormError):
        values, refused = read_values(text, format)
        if tree is None or refused:
            return None
        # From behind, so that an edit does not move what a later one points to.
        trails = sorted(((_trail(tree, edit.path), edit) for edit in wanted), key=lambda pair: pair[0][1], reverse=True)
        found: list[Change] = []
        for (steps, _), edit in trails:
            found += _remove(text, tree, steps) if edit.value is None else [_replace(text, tree, steps, edit, format)]
        found.sort(key=lambda change: change.start)
        if any(one.end > next_.start for one, next_ in pairwise(found)):
            return None
        expected = deepcopy(values)
        for (steps, _), edit in trails:
            _edit_values(expected, steps, edit.value)
        after, refused = read_values(changed(text, found), format)
        if not refused and after == expected:
            return tuple(found)
    return None


Steps = list[tuple[Node, int]]
"""How a value is reached: each collection on the way, and the position in it."""


def _trail(tree: Node, path: str) -> tuple[Steps, int]:
    """Return the steps to a pointer's value in whichever form the file writes breakdowns, and where it begins."""
    node, steps = tree, []
    waiting = [step.replace("~1", "/").replace("~0", "~") for step in path.split("/")[1:]]
    while waiting:
        index = node.place_of(waiting[0])
        if index is None and node.kind == "mapping":
            written = [key.text for key in node.keys if key.text in _SHORT]
            if waiting[0] in _SHORT and node.place_of("breakdowns") is not None:
                waiting[:1] = _LONG
                continue
            if waiting[:3] == _LONG and len(written) == 1:
                waiting[:3] = written
                continue
        if index is None:
            raise _NotPossible
        steps.append((node, index))
        node = node.values[index]
        del waiting[0]
    if not steps:
        raise _NotPossible
    holder, index = steps[-1]
    return steps, holder.start_of(index)


def _edit_values(values: Any, steps: Steps, value: str | None) -> None:
    holders: list[tuple[Any, Any]] = []
    for node, index in steps:
        key = node.keys[index].text if node.keys else index
        holders.append((values, key))
        values = values[key]
    holder, key = holders.pop()
    if value is not None:
        holder[key] = value
        return
    del holder[key]
    if not holder and holders:
        holder, key = holders[-1]
        del holder[key]


# --- taking away ---------------------------------------------------------------------------


def _remove(text: str, tree: Node, steps: Steps) -> list[Change]:
    holder, index = steps[-1]
    if len(holder.values) == 1:
        # What is left would be empty: the key goes with it.
        if holder.kind == "mapping" or len(steps) < 2 or steps[-2][0].kind != "mapping":
            raise _NotPossible
        holder, index = steps[-2]
        if len(holder.values) == 1:
            raise _NotPossible
    return _remove_from_flow(text, holder, index) if holder.style == "flow" else _remove_lines(text, holder, index)


def _remove_from_flow(text: str, holder: Node, index: int) -> list[Change]:
    start, end = holder.start_of(index), holder.end_of(index)
    comma = _skip(text, end)
    if text[comma : comma + 1] != ",":
        # The last one goes with the comma before it.
        before = _skip(text, holder.end_of(index - 1))
        if text[before + 1 : start].strip():
            return [Change(before, before + 1), Change(start, end)]
        return [Change(before, end)]
    if text[end:comma].strip():
        return [Change(start, end), Change(comma, comma + 1)]
    line = text.rfind("\n", 0, start) + 1
    rest = _BLANK_REST.match(text, comma + 1)
    if rest is not None and not text[line:start].strip():
        return [Change(line, rest.end())]
    return [Change(start, comma + 1 + len(text[comma + 1 :]) - len(text[comma + 1 :].lstrip(" ")))]


def _skip(text: str, position: int) -> int:
    found = _BETWEEN.match(text, position)
    return found.end() if found else position


def _remove_lines(text: str, holder: Node, index: int) -> list[Change]:
    start, end = holder.start_of(index), holder.end_of(index)
    if holder.kind == "list":
        start = _dash(text, holder, index)
    line = text.rfind("\n", 0, start) + 1
    rest = _REST_OF_LINE.match(text, end)
    if rest is not None and not text[line:start].strip():
        return [Change(line, rest.end())]
    # A first key behind a dash: what follows takes its place.
    if holder.kind == "list" or index or text[end : holder.start_of(1)].strip():
        raise _NotPossible
    return [Change(start, holder.start_of(1))]


def _dash(text: str, holder: Node, index: int) -> int:
    """Return where the dash before an item stands: all dashes of a list stand in one column."""
    if index == 0:
        return holder.start
    column = holder.start - text.rfind("\n", 0, holder.start) - 1
    return text.find(f"\n{' ' * column}-", holder.end_of(index - 1)) + 1 + column


# --- putting in its place ------------------------------------------------------------------


def _replace(text: str, tree: Node, steps: Steps, edit: Edit, format: Format) -> Change:
    holder, index = steps[-1]
    node, value = holder.values[index], edit.value or ""
    if node.kind != "scalar" or node.style in ("|", ">") or node.start == node.end:
        raise _NotPossible
    return Change(node.start, node.end, _written(value, node, format))


def _written(value: str, node: Node, format: Format) -> str:
    """Return a scalar in the style of the one that it replaces."""
    if format == "json":
        bare = node.style == "plain" and _JSON_NUMBER.fullmatch(value)
        return value if bare else json.dumps(value, ensure_ascii=False)
    if node.style == '"' or not value.isprintable():
        # YAML folds the line ends that JSON leaves as they are, and joins no halves of a pair.
        shown = json.dumps(value, ensure_ascii=False)
        return "".join(letter if letter.isprintable() else f"\\U{ord(letter):08x}" for letter in shown)
    if node.style == "plain" and _is_plain(value):
        return value
    return "'" + value.replace("'", "''") + "'"


def _is_plain(value: str) -> bool:
    """Does YAML read the text as it stands, in a block and in a flow? Only where that is beyond doubt."""
    tree = yaml_tree(f"[{value}]")
    if tree is None or len(tree.values) != 1:
        return False
    [node] = tree.values
    values, refused = read_values(value, "yaml")
    return not refused and values == value and values.__class__ is str and (node.style, node.text) == ("plain", value)
