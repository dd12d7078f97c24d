"""Labels of a repository and of issues."""

import re
from typing import Any

from tests.forge import issues
from tests.forge.call import Answer, Call, page
from tests.forge.repository import Label
from tests.forge.rest.issues import EITHER, ONE
from tests.forge.router import route
from tests.forge.shown.issue import labels
from tests.forge.shown.repository import label
from tests.forge.wrongs import Refused, gone, invalid

ROOT = "/repos/{owner}/{repo}/labels"


@route("GET", ROOT, scope=EITHER)
def listed(call: Call) -> Answer:
    return page(call, call.repo.labels, lambda each: label(call.site, call.repo, each))


@route("POST", ROOT, scope=EITHER, role="write", status=201)
def make(call: Call) -> Any:
    name, color = call.text("name", "Label"), str(call.asked.get("color") or "ededed")
    if call.repo.label(name):
        raise invalid("Label", "name", "already_exists")
    _check(name, color, call.asked.get("description"))
    made = Label(call.world.number(), name, color, call.asked.get("description"))
    call.repo.labels.append(made)
    return label(call.site, call.repo, made)


def _check(name: str, color: str, about: Any) -> None:
    if not re.fullmatch(r"[0-9a-fA-F]{6}", color):
        raise invalid("Label", "color")
    if len(name) > 50:
        raise invalid("Label", "name", "too_long")
    if len(str(about or "")) > 100:
        raise invalid("Label", "description", "too_long")


def _found(call: Call) -> Label:
    known = call.repo.label(call.params["name"])
    if known is None:
        raise gone()
    return known


@route("GET", ROOT + "/{name}", scope=EITHER)
def one_label(call: Call) -> Any:
    return label(call.site, call.repo, _found(call))


@route("PATCH", ROOT + "/{name}", scope=EITHER, role="write")
def change(call: Call) -> Any:
    known, asked = _found(call), call.asked
    name = str(asked.get("new_name") or known.name)
    color, about = (
        str(asked.get("color") or known.color),
        asked.get("description", known.description),
    )
    _check(name, color, about)
    for one in call.repo.issues.values():
        one.labels = [name if each == known.name else each for each in one.labels]
    known.name, known.color, known.description = name, color, about
    return label(call.site, call.repo, known)


@route("DELETE", ROOT + "/{name}", scope=EITHER, role="write", status=204)
def delete(call: Call) -> None:
    known = _found(call)
    call.repo.labels.remove(known)
    for one in call.repo.issues.values():
        one.labels = [each for each in one.labels if each != known.name]


@route("GET", ONE + "/labels", scope=EITHER)
def of_issue(call: Call) -> Answer:
    one = issues.number_of(call)
    found = [known for known in map(call.repo.label, one.labels) if known]
    return page(call, found, lambda each: label(call.site, call.repo, each))


def _names(call: Call) -> list[str]:
    """Return the labels that a body names: in an object, or as a bare list."""
    given = call.body if isinstance(call.body, list) else call.asked.get("labels") or []
    names = [each["name"] if isinstance(each, dict) else each for each in given]
    if not all(isinstance(each, str) and each for each in names):
        raise Refused(422, "Validation Failed", [])
    return names


@route("POST", ONE + "/labels", scope=EITHER, role="triage")
def add(call: Call) -> Any:
    one = issues.number_of(call)
    new = [issues.add_label(call, one, name) for name in _names(call)]
    if not any(new):
        call.idle()
    return labels(call.site, call.repo, one)


@route("PUT", ONE + "/labels", scope=EITHER, role="triage")
def replace(call: Call) -> Any:
    one, names = issues.number_of(call), _names(call)
    wanted = {name.casefold() for name in names}
    for name in [each for each in one.labels if each.casefold() not in wanted]:
        issues.remove_label(call, one, name)
    for name in names:
        issues.add_label(call, one, name)
    return labels(call.site, call.repo, one)


@route("DELETE", ONE + "/labels/{name}", scope=EITHER, role="triage")
def remove(call: Call) -> Any:
    """Take a label off; 404 where it is not on."""
    one = issues.number_of(call)
    issues.remove_label(call, one, call.params["name"])
    return labels(call.site, call.repo, one)


@route("DELETE", ONE + "/labels", scope=EITHER, role="triage", status=204)
def clear(call: Call) -> None:
    one = issues.number_of(call)
    for name in list(one.labels):
        issues.remove_label(call, one, name)
