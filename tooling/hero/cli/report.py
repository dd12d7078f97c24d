"""Diagnostics for people, for programs, and for GitHub's annotations."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from hero.cli.next_step import ALL, Asked, next_step
from hero.cli.source_line import Sources, width
from hero.registry.diagnostic import Diagnostic, Severity, Span, dotted
from hero.registry.fix import Fix, suggestion
from hero.registry.registry import POLICY_BYTES, Registry
from hero.registry.secrets import masked

Paint = Callable[[str, str], str]


def plain(text: str, style: str) -> str:
    """No colours."""
    return text


def text(
    registry: Registry, diagnostics: Sequence[Diagnostic], paint: Paint = plain, asked: Asked = ALL
) -> str:
    """Each diagnostic with its source line, a line that sums up, and one that says what next."""
    sources = Sources(registry, diagnostics)
    parts = [_one(sources, each, paint) for each in diagnostics]
    last = [summary(registry, diagnostics, paint), next_step(diagnostics, asked)]
    return "\n".join([*parts, *filter(None, last)]) + "\n"


def as_json(registry: Registry, diagnostics: Sequence[Diagnostic]) -> str:
    """A list of objects; lines and columns from 1, the end exclusive, null for a whole file."""
    sources = Sources(registry, diagnostics)
    return json.dumps([_object(sources, each) for each in diagnostics], indent=2) + "\n"


def github(registry: Registry, diagnostics: Sequence[Diagnostic]) -> str:
    """Workflow commands, which GitHub shows as annotations on the lines of a pull."""
    return "".join(_command(registry, each) for each in diagnostics)


def summary(registry: Registry, diagnostics: Sequence[Diagnostic], paint: Paint = plain) -> str:
    """How many ideas were held against the rules, and what came of it."""
    ideas = registry.size
    held = f"{ideas:,} idea" + ("" if ideas == 1 else "s")
    counts = [
        f"{count:,} {severity}" + ("" if count == 1 else "s")
        for severity in Severity
        if (count := sum(each.severity is severity for each in diagnostics))
    ]
    if not counts:
        return paint(f"No diagnostics in {held}.", "good")
    return f"{', '.join(counts)} in {held}."


def address(registry: Registry, rule: str) -> str | None:
    """Where the site has the rule's page, if the network says where the site is."""
    site = registry.network.site
    return f"{site.rstrip('/')}/rules/{rule}.html" if site else None


def printable(words: str) -> str:
    """Text that a terminal and a log show as it is: what would command them is spelt out."""
    return "".join(char if char.isprintable() else _spelt(char) for char in words)


def _spelt(char: str) -> str:
    return " " if char == "\t" else char.encode("unicode_escape", "surrogatepass").decode()


def _one(sources: Sources, diagnostic: Diagnostic, paint: Paint) -> str:
    span = diagnostic.place.span
    where = printable(diagnostic.place.path) + (f":{span.line}:{span.column}" if span else "")
    label = paint(f"{diagnostic.severity}[{diagnostic.rule}]", diagnostic.severity)
    lines = [f"{paint(where, 'place')}: {label}: {printable(diagnostic.message)}"]
    if span:
        lines += _source(sources, diagnostic.place.path, span, paint)
    lines += [f"  = help: {printable(words)}" for words in diagnostic.help]
    if diagnostic.fix and diagnostic.fix.safe:
        lines.append(f"  = fix: {printable(diagnostic.fix.about)}")
    lines += [f"  = see: {printable(place.path)}" for place in diagnostic.related]
    docs = address(sources.registry, diagnostic.rule) or f"hero explain {diagnostic.rule}"
    return "\n".join([*lines, f"  = docs: {docs}", ""])


def _source(sources: Sources, path: str, span: Span, paint: Paint) -> list[str]:
    """The line that a span is on, and carets below."""
    shown = sources.shown(path, span)
    if shown is None:
        return []
    number = f"  {span.line} | "
    blank = " " * (len(number) - 2) + "| " + " " * width(shown.before)
    return [number + shown.line, blank + paint("^" * max(1, width(shown.under)), "error")]


def _object(sources: Sources, diagnostic: Diagnostic) -> dict[str, Any]:
    place, span = diagnostic.place, diagnostic.place.span
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "path": place.path,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "route": [masked(step) if isinstance(step, str) else step for step in place.route],
        "help": list(diagnostic.help),
        "fix": _fix(sources, diagnostic.fix) if diagnostic.fix else None,
        "url": address(sources.registry, diagnostic.rule),
    }


def _fix(sources: Sources, fix: Fix) -> dict[str, Any]:
    """A fix with the lines that would stand in place of others, by number from 1."""
    # The bytes as they are: a file that is no UTF-8 yet has a fix as well.
    text = sources.registry.source.read(fix.path, POLICY_BYTES).decode(errors="surrogateescape")
    offer = suggestion(text, fix)
    told: dict[str, Any] = {"safe": fix.safe, "about": fix.about, "suggestion": None}
    if not sources.hides(offer):
        told["suggestion"] = {
            "path": offer.path,
            "first_line": offer.first,
            "last_line": offer.last,
            "replacement": offer.replacement,
        }
    return told


def _command(registry: Registry, diagnostic: Diagnostic) -> str:
    place, span = diagnostic.place, diagnostic.place.span
    kind = "notice" if diagnostic.severity is Severity.NOTE else diagnostic.severity
    properties = {"file": place.path, "title": diagnostic.rule}
    if span:
        properties |= {"line": str(span.line), "col": str(span.column)}
        properties |= {"endLine": str(span.end_line), "endColumn": str(span.end_column)}
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    words = [diagnostic.message, *(f"help: {line}" for line in diagnostic.help)]
    if docs := address(registry, diagnostic.rule):
        words.append(f"docs: {docs}")
    route = f"{masked(dotted(place.route))}: " if place.route and not span else ""
    return f"::{kind} {said}::{_data(route)}{'%0A'.join(_data(line) for line in words)}\n"


def _data(words: str) -> str:
    """Text inside a workflow command: what would end it or begin another is escaped."""
    return printable(words).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
