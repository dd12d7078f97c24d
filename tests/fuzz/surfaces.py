"""What strangers' bytes reach, and what must hold there whatever they are.

The first byte of an input names the surface, the second one a choice that the surface has.
"""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from hero.cli import report
from hero.registry.diagnostic import Diagnostic, Route
from hero.registry.document import Document
from hero.registry.edit import EditRefused, insert, replace
from hero.registry.fix import applied, suggestion
from hero.registry.markdown import Renderer, plain
from hero.registry.registry import CHALLENGES, POLICIES, Registry
from hero.rules import check
from hero.rules.rounds import mend
from tests.hostile.reading import strange
from tests.hostile.told import assert_told
from tests.rules.memory import FILES, Memory

IDEA = "ideas/2026/fuzzed.yml"
PATHS = [path for path, _, _ in POLICIES.values()] + [f"{CHALLENGES}/fuzzed.yml"]
RENDER = Renderer({"fuzzed": "../ideas/fuzzed.html"}, frozenset({"problem"}))
#: What an edit puts in: the text itself, or data that holds it.
VALUES: tuple[Callable[[str], Any], ...] = (
    lambda text: text,
    lambda text: [text, 1],
    lambda text: {text: None, "key": text},
    lambda text: {"list": [text], "map": {"true": 1.5, "text": [dt.date(2026, 10, 2)]}},
    len,
)
#: What parts the two texts of an edit: UTF-8 has no such byte.
BETWEEN = b"\xff"


def one(raw: bytes) -> None:
    """Give one input to the surface that it names."""
    if len(raw) > 2:
        SURFACES[raw[0] % len(SURFACES)](raw[1], raw[2:])


def idea(_: int, raw: bytes) -> None:
    """Bytes as the file of an idea: they are told of, and fixes can be offered and made."""
    _held(IDEA, raw)


def policy(choice: int, raw: bytes) -> None:
    """Bytes as one of the files that govern a registry."""
    _held(PATHS[choice % len(PATHS)], raw)


def markdown(_: int, raw: bytes) -> None:
    """Bytes as the text of an idea: HTML that can only be read."""
    text = raw.decode(errors="replace")
    html = RENDER(text)
    odd = strange(html)
    assert not odd, odd
    assert "\n" not in plain(text)


def edit(choice: int, raw: bytes) -> None:
    """Another value at any place of any text: exactly that, or a refusal."""
    value_raw, _, text = raw.partition(BETWEEN)
    document = Document.read(IDEA, text)
    value = VALUES[choice % len(VALUES)](value_raw.decode(errors="replace"))
    routes = sorted(document.nodes, key=repr)[: 1 + choice]
    for route in routes[-3:]:
        for change, wanted in ((replace, route), (insert, route), (insert, (*route, "new"))):
            _edited(change, document, wanted, value)


def _edited(
    change: Callable[[Document, Route, Any], Document], document: Document, route: Route, value: Any
) -> None:
    try:
        after = change(document, route, value)
    except EditRefused:
        return
    assert after.problems == document.problems
    assert Document.read(IDEA, after.text.encode()).data == after.data


SURFACES = (idea, policy, markdown, edit)


def _held(path: str, raw: bytes) -> None:
    source = Memory(FILES | {path: raw})
    registry = Registry.read(source)
    found = check(registry)
    assert_told(registry, found)
    for each in found:
        if each.fix:
            _offered(registry, each)
    if any(each.fix and each.fix.safe for each in found):
        mended = mend(source, Registry.read, check, lambda where: where == path)
        assert_told(mended.registry, mended.found)
        json.loads(report.as_json(mended.registry, mended.found))


def _offered(registry: Registry, diagnostic: Diagnostic) -> None:
    """A fix touches what is there, changes it, and can be shown as whole lines."""
    fix = diagnostic.fix
    assert fix
    raw = registry.source.read(fix.path, 10**9)
    text = raw.decode(errors="surrogateescape")
    assert all(0 <= each.start <= each.end <= len(text) for each in fix.slices), fix
    after, made = applied(text, [fix])
    assert made == [fix]
    assert after != text, fix
    offer = suggestion(text, fix)
    lines = text.split("\n")
    lines[offer.first - 1 : offer.last] = [offer.replacement]
    assert "\n".join(lines) == after, fix
