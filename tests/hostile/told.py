"""What holds of every report on whatever stands in a file."""

import json
import re
from collections.abc import Sequence

from hero.cli import report
from hero.registry.diagnostic import Diagnostic
from hero.registry.registry import Registry
from hero.rules import RULES

IDS = {rule.id for rule in RULES}
#: What commands a terminal or ends a line of a log; a line feed is ours.
COMMANDS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
SURROGATES = re.compile(r"[\ud800-\udfff]")
ANNOTATION = re.compile(r"::(error|warning|notice) file=[^:,]*,title=[a-z-]+[^:]*::.+")


def assert_calm(text: str) -> None:
    """Nothing in what is printed commands a terminal, or cannot be printed."""
    assert not COMMANDS.search(text), COMMANDS.search(text)
    assert not SURROGATES.search(text), SURROGATES.search(text)


def assert_annotations(text: str, count: int | None = None) -> None:
    """Every line is one annotation, and there are as many as diagnostics."""
    lines = text.removesuffix("\n").split("\n") if text else []
    assert all(ANNOTATION.fullmatch(line) for line in lines), lines
    assert count is None or len(lines) == count


def assert_told(registry: Registry, found: Sequence[Diagnostic]) -> None:
    """Every diagnostic is one of a rule, says something, and can be printed in every way."""
    assert {each.rule for each in found} <= IDS
    for each in found:
        assert each.message, each
        assert each.help, each
        _assert_inside(registry, each)
    assert_calm(report.text(registry, found))
    commands = report.github(registry, found)
    assert_calm(commands)
    assert_annotations(commands, len(found))
    told = json.loads(report.as_json(registry, found))
    assert [each["rule"] for each in told] == [each.rule for each in found]


def _assert_inside(registry: Registry, diagnostic: Diagnostic) -> None:
    if span := diagnostic.place.span:
        lines = registry.document(diagnostic.place.path).text.split("\n")
        assert 1 <= span.line == span.end_line <= len(lines), diagnostic
        assert 1 <= span.column < span.end_column <= len(lines[span.line - 1]) + 2, diagnostic
