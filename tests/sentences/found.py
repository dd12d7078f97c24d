"""The sentences in the source of reconcile, read off it, so that none can be missed."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERO = Path(__file__).parents[2] / "tooling" / "hero"
ROOM = HERO / "reconcile"
#: Where sentences may stand: a module of this name, and those that say one kind of thing each.
NAMES = {"sentences.py", "check_sentences.py", "remarks.py", "wording.py"}
DIGEST = (HERO / "culture" / "digest_text.py",)
#: A sentence: it begins as one, has several words, and ends as one.
_SENTENCE = re.compile(r"(?:<[^>]*>|\W)*[A-Z{][^\n]* [^\n]*[.?!](?:</\w+>)*\s*", re.DOTALL)


@dataclass(frozen=True)
class Found:
    """A text in the source: the function it stands in, its line, and its parts put together."""

    path: Path
    function: str
    about: str
    line: int
    text: str

    @property
    def is_sentence(self) -> bool:
        """Does it read as one, rather than as a name or a piece of one?"""
        return bool(_SENTENCE.fullmatch(self.text)) and len(self.text.split()) > 3


def refusals() -> Iterator[Found]:
    """Why a command is not carried out, and what helps; `sentences.refused` makes sentences of it.

    They stand where it is found out, as a diagnostic's words do.
    """
    for path in sorted((ROOM / "commands").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "No":
                for part in node.args:
                    yield from _in(part, path, "No", "")


def modules(of_sentences: bool) -> list[Path]:
    """The modules of reconcile that hold sentences, or all others; doctor answers maintainers."""
    every = (path for path in sorted(ROOM.rglob("*.py")) if "doctor" not in path.parts)
    chosen = [path for path in every if (path.name in NAMES) == of_sentences]
    return [*chosen, *DIGEST] if of_sentences else chosen


def texts(path: Path) -> Iterator[Found]:
    """Every text of a module, without docstrings; what stands in braces was computed."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from _in(tree, path, "", "")


def _in(node: ast.AST, path: Path, function: str, about: str) -> Iterator[Found]:
    if isinstance(node, ast.FunctionDef):
        function, about = node.name, ast.get_docstring(node) or ""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Constant | ast.JoinedStr):
        if text := _text(node):
            yield Found(path, function, about, node.lineno, text)
        return
    for child in ast.iter_child_nodes(node):
        yield from _in(child, path, function, about)


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_text, node.values))
    if isinstance(node, ast.FormattedValue):
        code = ast.unparse(node.value).replace("{", "(").replace("}", ")")
        return f"{{{' '.join(code.split())}}}"
    return ""
