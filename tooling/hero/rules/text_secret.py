"""No secret stands in a file.

Whoever can read the registry can use a token, key or password in it, and programs look for them
day and night. Git keeps every version, so taking it out of the file does not take it back.

**Instead:** make the secret worthless first, where it was issued. Then write what it opens, not
what it is: "the deploy token of the warehouse".
"""

from collections.abc import Iterator
from itertools import islice

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, dotted
from hero.registry.problem import FAULTS
from hero.registry.registry import CHALLENGES, POLICIES, Registry
from hero.registry.secrets import secrets
from hero.registry.texts import signs_in, texts
from hero.rules.finder import Finder
from hero.rules.rule import rule_id

GROUP = "Text"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stretch of a file that looks like a secret."""
    # What could not be read as meant is looked at as it stands; so are the few policies.
    asked = {registry.paths[slug] for slug in registry.signs.get("token", ())}
    asked |= {path for path in registry.flawed if path.endswith((".yml", ".yaml"))}
    asked |= {POLICIES[name][0] for name in registry.sound}
    asked |= {f"{CHALLENGES}/{slug}.yml" for slug in registry.challenges}
    for path in sorted(asked):
        if "token" not in signs_in(registry.raw(path)):
            continue
        finder = Finder(registry, path)
        yield from islice(_in_file(finder), FAULTS + 1)
    for slug in registry.signs.get("token", ()):
        yield from islice(_escaped(Finder(registry, registry.paths[slug]), slug), FAULTS + 1)


def _in_file(finder: Finder) -> Iterator[Diagnostic]:
    reached = 0
    document = finder.document
    for each in sorted(secrets(document.text), key=lambda each: each.start):
        if each.start >= reached:
            reached = each.end
            span = document.lines.span(each.start, each.end)
            yield _diagnostic(Place(finder.path, span=span), each.kind, each.hint)


def _escaped(finder: Finder, slug: str) -> Iterator[Diagnostic]:
    """What is a secret only once the file is read, since the file writes it with escapes."""
    for route, text in texts(finder.registry.ideas[slug]):
        found = list(secrets(text))
        node = finder.document.nodes.get(route) if found else None
        if node and not any(secrets(finder.document.text[node.start : node.end])):
            where = f"{found[0].kind} in `{dotted(route)}`"
            yield _diagnostic(Place(finder.path, route, secret=True), where, found[0].hint)


def _diagnostic(place: Place, kind: str, hint: str) -> Diagnostic:
    begins = f", which begins with `{hint}`" if hint else ""
    article = "an" if kind[0] in "AaNn" and not kind.startswith("Ne") else "a"
    return Diagnostic(
        RULE,
        f"this looks like {article} {kind}{begins}",
        place,
        (
            "make it worthless where it was issued, now: git keeps whatever was once committed",
            "then write what it opens, not what it is",
        ),
    )
