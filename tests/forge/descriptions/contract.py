"""Hold requests, answers and payloads against GitHub's own description of them."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.forge.call import Answer, Call
from tests.forge.descriptions.allowed import UNDOCUMENTED, allowed
from tests.forge.descriptions.schemas import Described, description
from tests.forge.happened import Happened

# Routes that GitHub has, and describes under another name or not at all.
ELSEWHERE = {"/graphql"}


def of_exchange(call: Call, answer: Answer) -> list[str]:
    """Return what GitHub's description says against a request and its answer."""
    if (call.template or call.path) in ELSEWHERE:
        return []
    where = f"{call.method} {call.template or call.path} {answer.status}"
    operation = description().paths.get(call.template, {}).get(call.method.lower())
    if operation is None:
        return [f"{where}: no such route is built, or described"]
    found = [*_of_query(call, operation), *_of_answer(where, operation, answer)]
    if answer.status < 400:
        found += _of_body(where, call, operation)
    return [f"{where}: {words}" for words in found if not allowed(where, words)]


def _of_query(call: Call, operation: dict[str, Any]) -> Iterator[str]:
    held = description()
    every = (held.resolve(each) for each in operation.get("parameters", []))
    known = {each["name"] for each in every if each["in"] == "query"}
    for name in call.query:
        if name not in known:
            yield f"?{name} is no parameter of it"


def _content(held: Described, part: dict[str, Any]) -> dict[str, Any] | None:
    content = held.resolve(part).get("content", {})
    found: dict[str, Any] | None = content.get("application/json", {}).get("schema")
    return found


def _of_body(where: str, call: Call, operation: dict[str, Any]) -> Iterator[str]:
    held = description()
    schema = _content(held, operation.get("requestBody", {}))
    if schema is None or call.body is None:
        return
    key = f"{call.method} {call.template} asked"
    for at, words in held.wrongs(key, schema, call.body):
        yield f"asked {at}: {words}"
    known = schema.get("properties")
    if known and isinstance(call.body, dict) and "oneOf" not in schema and "anyOf" not in schema:
        for name in call.body.keys() - known.keys():
            yield f"asked: {name} is no field of it"


def _of_answer(where: str, operation: dict[str, Any], answer: Answer) -> Iterator[str]:
    held, responses = description(), operation["responses"]
    if str(answer.status) not in responses:
        yield UNDOCUMENTED
        return
    if answer.raw is not None:
        return
    schema = _content(held, responses[str(answer.status)])
    if schema is None:
        if answer.body is not None and answer.status < 300:
            yield "no body is described"
        return
    key = f"{operation['operationId']} {answer.status}"
    for at, words in held.wrongs(key, schema, answer.body):
        yield f"{at}: {words}"


def of_event(one: Happened) -> list[str]:
    """Return what the description of its webhook says against a payload."""
    held = description()
    names = [one.event, *([one.action] if one.action else [])]
    key = "-".join(names).replace("_", "-")
    if one.event == "repository_dispatch":
        key = "repository-dispatch-sample.collected"
    if key not in held.webhooks:
        return [f"webhook {key}: {UNDOCUMENTED}"]
    schema = _content(held, held.webhooks[key]["post"]["requestBody"])
    wrongs = held.wrongs(f"webhook {key}", schema or {}, one.payload)
    every = ((f"webhook {key}", f"{at}: {words}") for at, words in wrongs)
    return [f"{where}: {words}" for where, words in every if not allowed(where, words)]


def foreign_links(answer: Answer, host: str) -> list[str]:
    """Return addresses in an answer that lead away from the stand-in."""
    found = re.findall(r"https?://[^/\s\"'{}<>]+", str(answer.body) + str(answer.headers))
    return [
        each
        for each in found
        if urlsplit(each).netloc not in (urlsplit(host).netloc, "docs.github.com")
    ]


def pages_named(answer: Answer) -> dict[str, int]:
    """Return the pages that an answer's links name."""
    links = re.findall(r'<([^>]+)>; rel="(\w+)"', answer.headers.get("Link", ""))
    return {name: int(dict(parse_qsl(urlsplit(url).query))["page"]) for url, name in links}
