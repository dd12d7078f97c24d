"""The file of an idea, written from its data: the form that `hero new` and `hero import` share."""

from collections.abc import Mapping
from typing import Any

from hero.registry.document import Document
from hero.registry.idea import Idea
from hero.registry.json_schema import modeline
from hero.registry.render import block, inline
from hero.registry.schema import fields_at

#: The order of the fields in a file is the order in which the model explains them.
_ORDER = {name: number for number, name in enumerate(fields_at(Idea))}


class Unwritable(ValueError):
    """No YAML text says exactly this."""


def idea_text(data: Mapping[str, Any], depth: int) -> str:
    """The text of an idea's file that stands `depth` folders below `ideas`.

    The first line makes editors use the schema. Long texts are literal blocks, decisions stand
    one a line. Raises Unwritable where the text would not read back as the very same data.
    """
    header = modeline(f"ideas/{'folder/' * depth}idea.yml") + "\n"
    names = sorted(data, key=lambda name: _ORDER.get(name, len(_ORDER)))
    text = header + "".join(_pair(name, data[name], 0) for name in names)
    if _reads_back(text, data):
        return text
    text = header + "".join(f"{inline(name)}: {inline(data[name])}\n" for name in names)
    if _reads_back(text, data):
        return text
    raise Unwritable("this cannot be written so that it reads back the same")


def _pair(name: str, value: Any, indent: int) -> str:
    """A key and its value, from the first column on; the value takes the form that reads best."""
    start = " " * indent + inline(name) + ":"
    if isinstance(value, str) and (many := block(value, indent + 2, "\n")):
        return f"{start} {many}\n"
    if isinstance(value, Mapping) and value and not indent:
        return start + "\n" + "".join(_pair(key, each, 2) for key, each in value.items())
    if isinstance(value, list | tuple) and any(isinstance(each, Mapping) for each in value):
        lines = (f"{' ' * indent}  - {inline(each)}\n" for each in value)
        return f"{start}\n{''.join(lines)}"
    return f"{start} {inline(value)}\n"


def _reads_back(text: str, data: Mapping[str, Any]) -> bool:
    try:
        document = Document.read("", text.encode())
    except UnicodeEncodeError:
        return False
    return not document.problems and document.data == _listed(data)


def _listed(value: Any) -> Any:
    """Tuples as the lists that YAML will read."""
    if isinstance(value, Mapping):
        return {key: _listed(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_listed(each) for each in value]
    return value
