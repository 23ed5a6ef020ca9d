"""The shape of the code: floors, sizes, names, and what each room may use; *not* here: what the code does."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest

import govplan

ROOT = Path(govplan.__file__).parent
FLOORS = {
    "errors": 0,
    "vietnamese": 1,
    "markup": 1,
    "values": 2,
    "legal": 3,
    "model": 4,
    "aggregation": 5,
    "rules": 6,
    "files": 7,
    "reading": 8,
    "report": 8,
    "exchange": 8,
    "corpus": 8,
    "testing": 9,
    "cli": 9,
    "__main__": 10,
}
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base", "manager", "managers"}
LONGEST = 400
# Who alone may import what is not ours; what is not named here nobody may.
GUESTS = {
    "attrs": set(FLOORS) - {"errors", "vietnamese", "markup", "cli", "__main__"},
    "cattrs": {"files"},
    "yaml": {"files"},
    "dateutil": {"values"},
    "narwhals": {"exchange"},
    "jinja2": {"report"},
    "openpyxl": {"files", "reading"},
    "docx": {"reading"},
    "pypdf": {"reading"},
    "click": {"cli"},
    "rich": {"cli"},
    "hypothesis": {"testing"},
}
Imported = tuple[str, bool]
"""The name of a module, and whether it is imported as soon as the importing one is."""


@cache
def modules() -> dict[str, Path]:
    """Return every module of the package by its dotted name."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        if parts[1:2] != ("examples",):
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(modules()[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> tuple[Imported, ...]:
    """Return what a module imports, inside functions and for type checkers alone as well."""
    at_once = {id(node) for statement in tree(module).body for node in _at_once(statement)}
    found: list[Imported] = []
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found += [(alias.name, id(node) in at_once) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            assert node.module is not None
            for alias in node.names:
                below = f"{node.module}.{alias.name}"
                found.append((below if below in modules() else node.module, id(node) in at_once))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if name in {"import_module", "__import__"}:
                found += [(word.value, False) for word in node.args if isinstance(word, ast.Constant)]
    return tuple(found)


def _at_once(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run when the module is imported."""
    yield node
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        for child in ast.iter_child_nodes(node):
            yield from _at_once(child)


def room(module: str) -> str:
    """Return the room of a module: the part of its name after "govplan", "" for the package itself."""
    return module.partition(".")[2].partition(".")[0]


MODULES = sorted(modules())


def test_the_whole_package_is_looked_at() -> None:
    """Every floor that stands is found, and every file belongs to one."""
    assert len(MODULES) > 60
    assert {room(module) for module in MODULES} - {""} <= FLOORS.keys()
    for name in ("errors", "vietnamese", "values", "legal", "model", "aggregation", "rules", "files", "testing", "cli"):
        assert any(room(module) == name for module in MODULES), name
    assert ("govplan.model.wording", False) in imports("govplan.model.goal")
    assert ("rich.tree", True) in imports("govplan.cli.tree")
    assert ("rich.console", False) in imports("govplan.cli.tree")


@pytest.mark.parametrize("module", [module for module in MODULES if module != "govplan"])
def test_floors_are_imported_downward_only(module: str) -> None:
    """A room uses itself and the floors below it; only commands and strategies may use the package as a whole."""
    here = room(module)
    for imported, _ in imports(module):
        if not imported.startswith("govplan"):
            continue
        there = room(imported)
        if there == "":
            assert here in {"cli", "testing"}, f"{module} imports the whole package"
        else:
            assert there == here or FLOORS[there] < FLOORS[here], f"{module} imports {imported}"


@pytest.mark.parametrize("module", MODULES)
def test_guests_stay_in_their_rooms(module: str) -> None:
    """Each library is known to the rooms that need it and to no other; nothing else is imported."""
    for imported, _ in imports(module):
        name = imported.split(".")[0]
        if name != "govplan" and name not in sys.stdlib_module_names:
            assert room(module) in GUESTS.get(name, set()), f"{module} imports {imported}"


def test_no_module_needs_itself() -> None:
    """What modules import when they are imported has an order: none waits for another that waits for it."""
    needs = {
        module: {imported for imported, at_once in imports(module) if at_once and imported in modules()} - {module}
        for module in MODULES
    }
    # A package brings its parts together, and they do not ask for it.
    try:
        order = list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        pytest.fail(f"cycle: {' → '.join(error.args[1])}")
    assert order.index("govplan.errors") < order.index("govplan.model.goal") < order.index("govplan")


@pytest.mark.parametrize("module", MODULES)
def test_no_file_is_too_long(module: str) -> None:
    """A file that grows beyond its one job is divided."""
    assert len(modules()[module].read_text(encoding="utf-8").splitlines()) < LONGEST


@pytest.mark.parametrize("module", MODULES)
def test_names_say_the_job(module: str) -> None:
    """No module is called after nothing."""
    assert BANNED_NAMES.isdisjoint(module.split("."))


@pytest.mark.parametrize("module", [module for module in MODULES if module not in {"govplan", "govplan.__main__"}])
def test_every_module_says_what_it_is_for_and_what_not(module: str) -> None:
    """The first lines of a file tell a reader whether to look here."""
    words = ast.get_docstring(tree(module)) or ""
    assert "*not* here" in words.lower()
    assert not words.lower().startswith("*not*")


@pytest.mark.parametrize("module", [module for module in MODULES if FLOORS.get(room(module), 99) <= FLOORS["rules"]])
def test_numbers_are_exact_and_values_read_no_clock(module: str) -> None:
    """From values to rules there are no floats, no current time, and no randomness."""
    for node in ast.walk(tree(module)):
        place = f"{module}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float | complex), place
        elif isinstance(node, ast.Name):
            assert node.id != "float", place
        elif isinstance(node, ast.Attribute):
            assert node.attr not in {"today", "now", "utcnow", "time", "monotonic"}, place
        elif isinstance(node, ast.BinOp):
            assert not isinstance(node.op, ast.Div), place


@pytest.mark.parametrize("module", [module for module in MODULES if FLOORS.get(room(module), 99) <= FLOORS["rules"]])
def test_only_upper_floors_touch_the_machine(module: str) -> None:
    """Below the files nothing is opened or printed; a table of the package is read through its resources."""
    for imported, _ in imports(module):
        assert imported.split(".")[0] not in {"os", "pathlib", "io", "sys", "tempfile", "time", "random", "locale"}
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"open", "print", "input"}, f"{module}:{node.lineno}"


@pytest.mark.parametrize("module", [module for module in MODULES if module != "govplan.__main__"])
def test_every_export_exists(module: str) -> None:
    """What a module lists in `__all__`, it has, and every module lists something."""
    found = import_module(module)
    assert found.__all__
    assert [name for name in found.__all__ if not hasattr(found, name)] == []
