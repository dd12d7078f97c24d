"""Nobody is called who is not meant.

An idea is quoted in comments, mails and chats. There `@everyone`, `@here` or the name of a whole
team may call hundreds of people, each time it is quoted.

**Instead:** name the group in words: "the platform team". Inside backticks an `@` calls nobody.
"""

import re
from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.registry import Registry
from hero.rules.finder import looked_at
from hero.rules.prose import prose
from hero.rules.rule import rule_id

GROUP = "Text"
RULE = rule_id(__name__)

_EVERYONE = r"everyone|everybody|here|channel|all|team|group"


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each mention of many people at once."""
    # Only teams of the network's own organisation can be called where its ideas are quoted.
    owner = re.escape(registry.network.repository.partition("/")[0])
    many = re.compile(
        rf"(?<![\w@/.`+-])@(?:(?:{_EVERYONE})(?![\w/@.-]*[\w/@-])|{owner}/[a-z0-9][\w-]*)", re.I
    )
    for finder, _, route, text in looked_at(registry, "at"):
        if "@" not in text:
            continue
        for match in many.finditer(prose(text)):
            yield Diagnostic(
                RULE,
                f"`{match[0]}` calls many people wherever this idea is quoted",
                finder.place(route, text, match.start(), match.end()),
                (f"name them in words, or write `{match[0][1:]}` without the `@`",),
                Severity.WARNING,
            )
