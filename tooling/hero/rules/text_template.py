"""Nothing is left of a template.

`your-login`, "TODO" and the examples that Hero shows are there to be replaced. Left in, they say
that nobody has read the idea, its proposer included.

**Instead:** put your own words in. A field that you have nothing to say about can be removed,
unless it is one of the six that are asked for.
"""

import re
from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, Route, Severity
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.registry.texts import SECTIONS
from hero.rules.finder import Finder
from hero.rules.prose import prose
from hero.rules.rule import rule_id
from hero.rules.template_text import is_template
from hero.rules.wording import shown

GROUP = "Text"
RULE = rule_id(__name__)

LOGINS = frozenset(
    {"your-login", "your-github-login", "your-name", "your-username", "github-login", "username"}
)
_SLUGS = frozenset({"your-idea", "untitled"})
_LEFT = re.compile(
    r"\blorem ipsum\b|^[ \t>*-]*(?:TODO|TBD|FIXME|XXX)\b|\byour-(?:login|idea)\b", re.M | re.I
)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each piece of a template that was left in."""
    left = set(registry.signs.get("left", ()))
    for slug, idea in registry.ideas.items():
        path = registry.paths[slug]
        if slug in _SLUGS:
            yield Diagnostic(
                RULE,
                f"the file is still called `{slug}`",
                Place(path),
                ("give it the idea's own name, for ever: lower-case words joined by hyphens",),
            )
        people = (idea.builder, idea.sponsor, *idea.proposers)
        if any(login in LOGINS for login in map(str.lower, filter(None, people))):
            yield from _people(path, idea)
        for name in ("title", "summary", *SECTIONS):
            text = getattr(idea, name)
            if text and is_template(text):
                yield Diagnostic(
                    RULE,
                    f"`{name}` is still what a template says: {shown(text.strip())}",
                    Place(path, (name,)),
                    ("put your own words in, or remove the field if it is not asked for",),
                )
            elif text and slug in left:
                yield from _left(Finder(registry, path), name, text)


def _people(path: str, idea: Idea) -> Iterator[Diagnostic]:
    logins: list[tuple[Route, str | None]] = [
        (("builder",), idea.builder),
        (("sponsor",), idea.sponsor),
        *((("proposers", number), login) for number, login in enumerate(idea.proposers)),
    ]
    for route, login in logins:
        if login and login.lower() in LOGINS:
            yield Diagnostic(
                RULE,
                f"`{login}` stands where a login belongs",
                Place(path, route),
                ("write the GitHub login, as in `example-ada`",),
            )


def _left(finder: Finder, name: str, text: str) -> Iterator[Diagnostic]:
    if match := _LEFT.search(prose(text)):
        yield Diagnostic(
            RULE,
            f"`{shown(match[0].strip(' >*-'))}` was left in `{name}`",
            finder.place((name,), text, match.start(), match.end()),
            ("write what belongs there, or remove it",),
            Severity.WARNING,
        )
