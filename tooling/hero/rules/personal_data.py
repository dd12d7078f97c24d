"""Nobody's personal data stands in an idea.

A mail address, a phone number, an account or a card that came along in a pasted log or complaint
belongs to somebody who was not asked. The registry is read by many and keeps every version.

**Instead:** say who it is without saying who: "a customer in Porto". For an example take what was
set aside for examples: `ada@example.org`.
"""

import re
from collections.abc import Iterator
from itertools import islice

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Route, Severity
from hero.registry.problem import FAULTS
from hero.registry.registry import Registry
from hero.rules.finder import Finder, looked_at
from hero.rules.numbers import is_account, is_card, is_phone
from hero.rules.rule import rule_id

GROUP = "Text"
RULE = rule_id(__name__)

_MAIL = re.compile(
    r"(?<![\w.+/:@-])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w@:/-])"
)
#: Set aside for examples and tests, or nobody's own.
_NOBODYS = re.compile(
    r"(?i)(?:git|noreply|no-reply|info|support|help|hello|contact|security|abuse|postmaster"
    r"|webmaster|team|office|sales|press|jobs|privacy|admin|root|user|username|name|you|me"
    r"|[\w.+]+-(?:dev|users?|ideas|list|announce|sig|team|help))@"
    r"|.*[@.]example(?:\.(?:com|org|net|edu))?$|.*\.(?:test|invalid|localhost|local)$"
    r"|.*@users\.noreply\.github\.com$|.*@(?:lists?|googlegroups|groups)\."
    r"|\w+@(?:python|kernel|apache|gnu|ietf|w3|debian|freebsd)\.org$"
)
_PHONE = re.compile(r"(?<![\w+.-])\+[1-9][0-9]{0,2}(?:[ .()/-]{1,2}[0-9]{1,8}){1,7}(?![\w+])")
_ACCOUNT = re.compile(r"\b[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]{4}){2,7}(?: ?[0-9A-Z]{1,4})?\b")
_CARD = re.compile(
    r"(?<![\w.,:/+#-])[2-6][0-9]{3}(?:[ -]?[0-9]{2,7}){2,5}(?![\w.,:/#-]*[0-9A-Za-z])"
)

_HELP = "say who it is about without saying who, or take an example such as "


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stretch of text that looks like somebody's data."""
    for finder, _, route, text in looked_at(registry, "at"):
        yield from islice(_mails(finder, route, text), FAULTS + 1)
    for finder, _, route, text in looked_at(registry, "number"):
        yield from islice(_numbers(finder, route, text), FAULTS + 1)


def _mails(finder: Finder, route: Route, text: str) -> Iterator[Diagnostic]:
    for match in _MAIL.finditer(text) if "@" in text else ():
        if not _NOBODYS.match(match[0]):
            yield _diagnostic(finder, route, match, "somebody's mail address", "`ada@example.org`")


def _numbers(finder: Finder, route: Route, text: str) -> Iterator[Diagnostic]:
    kinds = (
        (_PHONE, is_phone, "somebody's phone number", "`+44 20 7946 0000`"),
        (_ACCOUNT, is_account, "the number of a bank account", "`GB33 BUKB 2020 1555 5555 55`"),
        (_CARD, is_card, "the number of a payment card", "`4111 1111 1111 1111`"),
    )
    for shape, holds, what, example in kinds:
        for match in shape.finditer(text):
            if holds(match[0]):
                yield _diagnostic(finder, route, match, what, example)


def _diagnostic(
    finder: Finder, route: Route, match: re.Match[str], what: str, example: str
) -> Diagnostic:
    return Diagnostic(
        RULE,
        f"this looks like {what}",
        finder.place(route, match.string, match.start(), match.end()),
        (_HELP + example,),
        Severity.WARNING,
    )
