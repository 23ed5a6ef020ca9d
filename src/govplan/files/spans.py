"""The text of a file as a tree of where each value begins and ends; *not* here: changing it (`editing`)."""

from __future__ import annotations

import json
from typing import Any, Literal

import yaml
from attrs import Factory, define
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from govplan.files.json_text import TOKEN
from govplan.files.limits import MAX_DEPTH, MAX_NODES
from govplan.files.yaml_text import parser_of

__all__ = ["Node", "json_tree", "yaml_tree"]

Kind = Literal["scalar", "mapping", "list"]


@define(eq=False)
class Node:
    """A value in a file's text, from its first character up to `end`.

    `style` is how it is written: of a scalar "plain", "'", '"', "|" or ">", of the others "flow" or "block".
    `keys` are the keys of a mapping, `values` what is in a mapping or a list.
    """

    kind: Kind
    start: int
    end: int
    style: str
    text: str = ""
    keys: list[Node] = Factory(list)
    values: list[Node] = Factory(list)

    def place_of(self, step: str) -> int | None:
        """Return the position among the values of what a step of a JSON Pointer leads to, None for nothing."""
        if self.kind == "mapping":
            return next((index for index, key in enumerate(self.keys) if key.text == step), None)
        is_index = self.kind == "list" and step.isdecimal() and step.isascii() and len(step) < 7
        return int(step) if is_index and int(step) < len(self.values) else None

    def start_of(self, index: int) -> int:
        """Return where an item begins: its key, where it has one."""
        return (self.keys or self.values)[index].start

    def end_of(self, index: int) -> int:
        """Return where an item ends; a value that is not written ends with its key."""
        return max(self.values[index].end, self.keys[index].end if self.keys else 0)


def yaml_tree(text: str) -> Node | None:
    """Return the tree of one YAML document without anchors and the like, None for what is none.

    >>> tree = yaml_tree("id: a # one")
    >>> tree.values[0].start, tree.values[0].end
    (4, 5)
    """
    grown = _Growth()
    try:
        parser = parser_of(text)
        while (event := parser.get_event()) is not None:
            kind = event.__class__
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                # A block has no end of its own: it ends with the last thing in it.
                grown.close(event.end_mark.index)
            elif kind is ScalarEvent:
                start, end = event.start_mark.index, event.end_mark.index
                if event.style in ("|", ">"):
                    end = start + len(text[start:end].rstrip())
                if not grown.add(Node("scalar", start, end, event.style or "plain", event.value)):
                    return None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                name: Kind = "mapping" if kind is MappingStartEvent else "list"
                start = event.start_mark.index
                if not grown.open(Node(name, start, start, "flow" if event.flow_style else "block")):
                    return None
            elif kind is AliasEvent:
                return None
    except yaml.YAMLError:
        return None
    return grown.root


def json_tree(text: str) -> Node | None:
    """Return the tree of one JSON text, None for what is none; every value in it is flow.

    >>> tree = json_tree('{"id": "a"}')
    >>> tree.values[0].start, tree.values[0].end
    (7, 10)
    """
    grown, position = _Growth(), 0
    try:
        while (token := TOKEN.match(text, position)) is not None:
            start, position = token.start(token.lastindex or 0), token.end()
            word, bracket, bare = token.groups()
            if bracket in ("}", "]"):
                grown.close(position)
                continue
            if bracket is not None:
                node = Node("mapping" if bracket == "{" else "list", start, start, "flow")
                if not grown.open(node):
                    return None
                continue
            value = bare if word is None else json.loads(word, strict=False)
            if not grown.add(Node("scalar", start, position, "plain" if word is None else '"', value)):
                return None
    except (ValueError, IndexError):
        return None
    return grown.root if not grown.stack and not text[position:].strip() else None


class _Growth:
    """A tree while its text is read: the collections that are open, and whether a key comes next."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.stack: list[Node] = []
        self.count = 0

    def add(self, node: Node) -> bool:
        """Put a value, or a key, where it stands; False where there is no room for it."""
        self.count += 1
        if self.count > MAX_NODES or len(self.stack) > MAX_DEPTH:
            return False
        if not self.stack:
            if self.root is not None:
                return False
            self.root = node
            return True
        top = self.stack[-1]
        if top.kind == "mapping" and len(top.keys) == len(top.values):
            top.keys.append(node)
        else:
            top.values.append(node)
        return True

    def open(self, node: Node) -> bool:
        """Put a collection where it stands, for what follows to be put into it."""
        if not self.add(node):
            return False
        self.stack.append(node)
        return True

    def close(self, end: int) -> None:
        """End the collection that was opened last."""
        node: Any = self.stack.pop()
        node.end = end if node.style == "flow" or not node.values else node.end_of(len(node.values) - 1)
