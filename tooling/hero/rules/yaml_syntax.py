"""A file is well-formed YAML.

YAML is indentation and colons, and one slip makes the rest of the file unreadable. The place that
is pointed at is where the reader noticed, so the slip is there or a little above.

**Instead:** the usual slips are a colon and a space inside a text (put the text in quotes), a tab
(use spaces), a quote that is never closed, a text of several lines that is not indented below its
`|`, and a merge conflict that was left in the file.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.mending import Mender
from hero.rules.rule import rule_id

GROUP = "YAML"
RULE = rule_id(__name__)

#: What the parser says, what that means, and what to do; the first that fits counts.
_MEANINGS = (
    (
        "mapping values are not allowed",
        "there is a colon where no field can begin",
        (
            'a text with a colon and a space in it stands in quotes: title: "CI: faster builds"',
            "or a line above is missing its own colon, or is indented differently",
        ),
    ),
    (
        "cannot start any token",
        "a value cannot begin with {at}",
        ("put the text in quotes: \"@example-ada\", '`make` in a minute'",),
    ),
    (
        "expected alphabetic or numeric character",
        "a value cannot begin with `*` or `&` and go on like this",
        ('put the text in quotes, or below `|`: "**bold** words"',),
    ),
    (
        "unexpected end of stream",
        "a quote was opened and never closed",
        ("close it with the same quote, or write a text of several lines below `|`",),
    ),
    (
        "could not find expected ':'",
        "a line stands where `field: value` is expected",
        (
            "a text of several lines begins with `|` after the colon, and all of it is indented:",
            "problem: |",
            "  First line.",
            "  Second line.",
        ),
    ),
    (
        "did not find expected key",
        "this line is indented differently from its neighbours, or a quote is in the way",
        (
            "fields of one level begin in the same column; a text below `|` is indented deeper",
            "a quote inside a text: \"say \\\"no\\\" to this\" or 'it''s fine'",
        ),
    ),
    (
        "expected <document start>",
        "this line begins in another column than the fields above it",
        ("fields of one level begin in the same column",),
    ),
    (
        "did not find expected '-' indicator",
        "this line is not part of the list above",
        ("items of a list begin with `- ` in the same column",),
    ),
    (
        "expected ',' or",
        "a list or a mapping in brackets is not closed, or a comma is missing",
        ("separate with commas, and close the bracket: [example-ada, example-grace]",),
    ),
    (
        "expected node content",
        "a value is missing inside the brackets",
        ("write the value, or remove the bracket: [example-ada, example-grace]",),
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot begin here",
        ("begin it on a line of its own, below the key:", "tags:", "  - first"),
    ),
    (
        "character that YAML does not allow",
        "there is an invisible control character here ({code})",
        ("delete it, and type the text again",),
    ),
    (
        "escape",
        "a backslash in double quotes begins an escape, and this is none",
        ("write two backslashes, or use single quotes: 'C:\\new'",),
    ),
    (
        "hexdecimal",
        "a backslash in double quotes begins an escape, and this is none",
        ("write two backslashes, or use single quotes: 'C:\\new'",),
    ),
)
_TAB = ("a tab stands where spaces belong", ("indent with spaces",))
_CONFLICT = (
    "a merge conflict was left in the file",
    ("keep one of the two versions, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`",),
)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file that the parser gave up on."""
    mender = Mender(registry)
    for problem in registry.problems_of(RULE):
        message, help_lines = _meaning(**problem.detail)
        fix = None if message == _CONFLICT[0] else mender.torn(problem)
        better = mender.after(fix) if fix else ()
        yield Diagnostic(
            RULE,
            message,
            Place(problem.path, span=problem.span),
            help=("write it like this:", *better) if better else help_lines,
            fix=fix,
        )


def _meaning(says: str, line: str, at: str) -> tuple[str, tuple[str, ...]]:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return _CONFLICT
    if at == "\t" and ("tab" in says or "cannot start" in says):
        return _TAB
    for part, message, help_lines in _MEANINGS:
        if part in says:
            name = "a backtick" if at == "`" else f"`{at}`"
            code = f"U+{ord(at):04X}" if at else ""
            return message.replace("{at}", name).replace("{code}", code), help_lines
    return f"this is not well-formed YAML: {says}", (
        "compare with the minimal idea in ideas/README.md",
    )
