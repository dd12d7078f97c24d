"""The fields of each kind of file, read off its JSON Schema, for a playbook page to list."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from hero.registry.json_schema import KINDS, schema
from hero.site.pieces import Pieces
from hero.site.templates import render

Schema = Mapping[str, Any]
_WORDS = {
    "string": "text",
    "integer": "a number",
    "number": "a number",
    "boolean": "true or false",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A field: where it stands in the file, what it takes, whether it must be there, and why."""

    route: str
    takes: str
    values: tuple[str, ...]
    asked: str
    about: str


def entries(kind: str) -> list[Entry]:
    """The fields of a kind of file, those inside of others after them. KeyError for no kind."""
    made = schema(kind)
    return list(_entries(made, made.get("$defs", {}), ""))


def fields(pieces: Pieces, kind: str) -> Markup:
    """The table of them."""
    return render("fields", kind=kind, entries=entries(kind))


#: The directive `fields KIND` for every kind of file.
FIELDS: Mapping[str, Callable[[Pieces], Markup]] = {
    f"fields {kind}": partial(fields, kind=kind) for kind in KINDS
}


def _entries(model: Schema, defs: Schema, under: str) -> Iterator[Entry]:
    for name, field in model["properties"].items():
        told = _told(field)
        inside, many = _inside(told)
        route = f"{under}{name}"
        asked = "required" if name in model.get("required", ()) else _default(field)
        values = tuple(str(each) for each in inside.get("enum", ()))
        about = field.get("description") or _model(inside, defs).get("description", "")
        yield Entry(route, _takes(inside, many), values, asked, about)
        if "$ref" in inside:
            yield from _entries(_model(inside, defs), defs, f"{route}{many}.")


def _told(field: Schema) -> Schema:
    """Of a field that may be left out, what it takes when it is there."""
    said = [each for each in field.get("anyOf", ()) if each.get("type") != "null"]
    if not said:
        return field
    return said[0] if len(said) == 1 else {**field, "anyOf": said}


def _inside(field: Schema) -> tuple[Schema, str]:
    """What a list or a mapping holds, and how its place is written; else the field itself."""
    if field.get("type") == "array":
        return field["items"], "[]"
    if "patternProperties" in field:
        (held,) = field["patternProperties"].values()
        return held, ".LOGIN"
    return field, ""


def _takes(inside: Schema, many: str) -> str:
    if "anyOf" in inside:
        one = " or ".join(dict.fromkeys(_takes(each, "") for each in inside["anyOf"]))
    elif "discriminator" in inside:
        one = "a condition"
    elif "$ref" in inside:
        one = "fields"
    elif "enum" in inside or "const" in inside:
        one = "one of"
    elif inside.get("format") == "date":
        one = "a date"
    else:
        one = _WORDS[inside["type"]]
    return {"": one, "[]": f"a list: {one}", ".LOGIN": f"by login: {one}"}[many]


def _model(inside: Schema, defs: Schema) -> Schema:
    found: Schema = defs.get(str(inside.get("$ref", "")).rpartition("/")[2], {})
    return found


def _default(field: Schema) -> str:
    value = field.get("default")
    if value in (None, [], {}) or isinstance(value, dict):
        return ""
    return f"{str(value).lower() if isinstance(value, bool) else value} if left out"
