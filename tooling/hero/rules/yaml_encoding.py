"""A file is UTF-8 without a byte-order mark.

Editors on some systems save text in an encoding of their own, or begin it with an invisible
mark. Letters with accents then come out wrong, and the first key is not what it looks like.

**Instead:** in the editor, choose *Save with encoding*, then *UTF-8* (not *UTF-8 with BOM*).
"""

from collections.abc import Iterator

from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "YAML"
RULE = rule_id(__name__)


def check(registry: Registry, base: Registry | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        mark, byte = problem.detail.get("mark"), problem.detail.get("byte", 0)
        what = (
            f"the text begins with a {mark} byte-order mark"
            if mark
            else (f"the byte 0x{byte:02X} here is not UTF-8")
        )
        yield Diagnostic(
            RULE,
            what,
            Place(problem.path, span=problem.span),
            help=("save the file with the encoding UTF-8, without a byte-order mark",),
        )
