"""A file is UTF-8 without a byte-order mark.

Editors on some systems save text in an encoding of their own, or begin it with an invisible
mark. Letters with accents then come out wrong, and the first key is not what it looks like.

**Instead:** in the editor, choose *Save with encoding*, then *UTF-8* (not *UTF-8 with BOM*).
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.fix import Fix, fix_to
from hero.registry.mending.encoding import Decoded, decoded
from hero.registry.problem import Problem
from hero.registry.registry import Registry
from hero.rules.mending import Mender
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "YAML"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    mender = Mender(registry)
    for problem in registry.problems_of(RULE):
        mark, byte = problem.detail.get("mark"), problem.detail.get("byte", 0)
        what = (
            f"the text begins with a {mark} byte-order mark"
            if mark
            else (f"the byte 0x{byte:02X} here is not UTF-8")
        )
        raw = mender.raw(problem.path)
        found = decoded(raw)
        yield Diagnostic(
            RULE,
            what,
            Place(problem.path, span=problem.span),
            help=(
                "save the file with the encoding UTF-8, without a byte-order mark",
                *_read_as(found, problem),
            ),
            fix=_fix(problem.path, raw, found) if found else None,
        )


def _read_as(found: Decoded | None, problem: Problem) -> tuple[str, ...]:
    """The line as it reads in the encoding that was probably used, where that is a guess."""
    if found is None or found.safe or problem.span is None:
        return ()
    line = found.text.split("\n")[problem.span.line - 1].strip()
    return (f"as {found.encoding} this line reads: {shown(line)}",)


def _fix(path: str, raw: bytes, found: Decoded) -> Fix | None:
    """The same letters in UTF-8; bytes that are none stand for themselves in the text before."""
    about = f"save as UTF-8 what was saved as {found.encoding}"
    about = "remove the byte-order mark" if found.encoding == "UTF-8" else about
    before = raw.decode(errors="surrogateescape")
    return fix_to(path, before, found.text, about, found.safe)
