"""The check on a pull: written from trusted code, with each diagnostic at its lines."""

import hashlib
from collections.abc import Iterator, Mapping

from hero.reconcile import check_sentences
from hero.reconcile.forge import Annotation, CheckText, Level
from hero.reconcile.inert import said
from hero.reconcile.reading import Reading
from hero.reconcile.ready import Ready
from hero.reconcile.remarks import worth_telling
from hero.reconcile.seen import Conclusion, PullSeen
from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.secrets import masked

#: The name that a ruleset asks for.
CHECK = "hero/idea"
#: GitHub takes 65,535 characters of a summary, and 64 KB of a message.
SUMMARY, MESSAGE, TITLE = 60_000, 30_000, 140
#: Three requests take so many. One hostile pull has ten thousand, which would use up every run.
ANNOTATIONS = 150

_LEVELS: Mapping[Severity, Level] = {
    Severity.ERROR: "failure",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
_CONCLUSIONS: Mapping[str, Conclusion] = {
    "faults": "failure",
    "waits": "action_required",
    "ready": "success",
}


def check_text(reading: Reading, ready: Ready, headline: str) -> CheckText:
    """What the check says. Only a pull that may be merged succeeds, so a ruleset can rely on it."""
    summary = _plain("\n".join(_told(reading, ready)), keep="\n")[:SUMMARY]
    located = [each for each in worth_telling(reading) if each.place.path]
    shown = sorted(located, key=lambda each: each.severity is not Severity.ERROR)[:ANNOTATIONS]
    if len(located) > len(shown):
        summary += f"\n\n{check_sentences.first_of(len(shown), len(located))}"
    annotations = tuple(map(_annotation, shown))
    conclusion = _CONCLUSIONS[ready.state]
    title = _plain(headline)[:TITLE]
    told = repr((conclusion, title, summary, annotations))
    digest = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:40]
    return CheckText(conclusion, title, summary, annotations, digest)


def _told(reading: Reading, ready: Ready) -> Iterator[str]:
    """The summary, as Markdown: the words of others in it are made inert."""
    if reading.errors and reading.pull.whole:
        yield check_sentences.at_its_line()
        yield check_sentences.mended_by()
    elif ready.state == "ready":
        yield check_sentences.merged_next()
    else:
        yield "What is missing:\n"
        yield from (f"- {said(need)}" for need in ready.needs)


def is_written(pull: PullSeen, text: CheckText, app: str | None) -> bool:
    """Does our newest check say just this already? Another app's of our name is not ours.

    A status has no room for a digest: its description is compared.
    """
    ours = [each for each in pull.checks if each.name == CHECK and each.app == (app or "")]
    if not ours:
        return False
    last = max(ours, key=lambda each: each.id)
    if app is not None:
        return last.external_id == text.digest
    wanted = text.conclusion if text.conclusion in ("success", "failure") else None
    return (last.conclusion, last.external_id) == (wanted, text.title)


def _annotation(diagnostic: Diagnostic) -> Annotation:
    span = diagnostic.place.span
    first = span.line if span else 1
    # An end at the start of a line belongs to the line above.
    last = max(first, span.end_line - (span.end_column == 1)) if span else 1
    helps = [f"help: {line}" for line in diagnostic.help]
    message = "\n".join(_plain(line) for line in (diagnostic.message, *helps))
    level = _LEVELS[diagnostic.severity]
    return Annotation(
        diagnostic.place.path,
        first,
        last,
        level,
        diagnostic.rule,
        message[:MESSAGE],
    )


def _plain(words: str, keep: str = "") -> str:
    """Words without what could command a terminal, and without anything that should stay secret."""
    return masked("".join(char if char.isprintable() or char in keep else " " for char in words))
