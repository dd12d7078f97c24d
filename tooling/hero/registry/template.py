"""A new idea's file: what is known filled in, what is asked for with a line that says so."""

from collections.abc import Mapping
from typing import Any

from hero.registry.idea import Idea
from hero.registry.json_schema import modeline
from hero.registry.render import block, inline

#: The texts that are asked for, with the question that stands above each.
QUESTIONS = {
    "problem": "What is wrong today, and for whom?",
    "proposal": "What should we do about it?",
    "benefit": "Who gains, and how would we notice?",
}


def idea_template(path: str, known: Mapping[str, Any]) -> str:
    """The text of a new idea's file; a text that is not known yet is left to be written.

    The file passes the check once its texts are filled in.
    """
    lines = [modeline(path), *_pairs(known, ("title", "theme"))]
    for name, question in QUESTIONS.items():
        lines += [f"# {question}", _text(name, known.get(name, ""))]
    rest = [name for name in Idea.model_fields if name in known and name not in QUESTIONS]
    lines += _pairs(known, [name for name in rest if name not in ("title", "theme")])
    return "\n".join(lines) + "\n"


def _pairs(known: Mapping[str, Any], names: Any) -> list[str]:
    return [f"{name}: {inline(known[name])}" for name in names if name in known]


def _text(name: str, text: str) -> str:
    """A section: as a block, so that more lines can follow."""
    said = text.strip()
    if not said:
        return f"{name}: |\n"
    return f"{name}: {block(said + chr(10), 2, chr(10)) or inline(said)}"
