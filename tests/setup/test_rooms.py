"""What the rooms of the package promise, read off its source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "tooling" / "hero"
SOURCES = sorted(PACKAGE.rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "manager", "common", "base"}
LEAVES = {"sys.exit", "exit", "quit"}
PRINTS = {"print", "sys.stdout.write", "sys.stderr.write"}
MOST_LINES = {"file": 200, "function": 40}

# What may be longer, and why: "room/file.py" or "room/file.py:function".
LONGER: dict[str, str] = {}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def short(path: Path) -> str:
    """Return the path as messages show it."""
    return path.relative_to(PACKAGE).as_posix()


def calls(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield what is called, as written, with its line; `raise SystemExit` counts as sys.exit."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node.lineno
        if isinstance(node, ast.Raise) and node.exc and "SystemExit" in ast.unparse(node.exc):
            yield "sys.exit", node.lineno


def offences(source: str, names: set[str]) -> list[int]:
    """Return the lines that call one of the names."""
    return [line for name, line in calls(ast.parse(source)) if name in names]


def lengths(path: Path) -> Iterator[tuple[str, str, int]]:
    """Yield place, kind and lines of a file and of each of its functions."""
    source = path.read_text()
    yield short(path), "file", len(source.splitlines())
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function) and node.end_lineno:
            yield f"{short(path)}:{node.name}", "function", node.end_lineno - node.lineno + 1


def test_the_package_is_where_this_looks() -> None:
    assert PACKAGE / "registry" / "idea.py" in SOURCES


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] != "cli":
        assert not offences(path.read_text(), LEAVES | PRINTS)


@pytest.mark.parametrize(
    "line", ["print(1)", "sys.exit(2)", "raise SystemExit", "raise SystemExit(3)"]
)
def test_a_print_or_an_exit_is_seen(line: str) -> None:
    assert offences(f"def f():\n    {line}\n", LEAVES | PRINTS) == [2]


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_no_module_has_a_vague_name(path: Path) -> None:
    assert not VAGUE & {path.stem, *path.relative_to(PACKAGE).parts}


def test_files_and_functions_stay_short() -> None:
    measured = [each for path in SOURCES for each in lengths(path)]
    too_long = {place: lines for place, kind, lines in measured if lines > MOST_LINES[kind]}
    assert sorted(too_long) == sorted(LONGER), too_long
    assert all(LONGER.values())
