"""What `hero doctor` found, for people and for programs."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from hero.cli.paint import paint
from hero.cli.report import printable
from hero.registry.rewriting import Rewriting

if TYPE_CHECKING:
    from hero.reconcile.doctor.finding import Deed, Finding
    from hero.reconcile.doctor.health import Health

Done = Mapping[Any, str]
_MARKS = {"fine": ("✓", "good"), "mend": ("✗", "error"), "unseen": ("?", "warning")}
_WIDTH, _INDENT = 100, 19


def text(health: "Health", findings: "Sequence[Finding]", done: Done, spent: bool) -> str:
    """Each finding: fine ones in a line, others with why they matter and what to do."""
    lines = [line for each in findings if each.state != "unseen" for line in _one(health, each)]
    lines += _hidden(findings)
    lines += _deeds(findings, done, spent)
    return "\n".join([*lines, "", _sum(findings, done), ""])


def _one(health: "Health", finding: "Finding") -> Iterator[str]:
    mark, style = _MARKS[finding.state]
    head, *rest = _wrapped(finding.says)
    yield f"{paint(mark, style)} {finding.title:<{_INDENT - 2}}{head}"
    yield from (" " * _INDENT + line for line in rest)
    if finding.state != "mend":
        return
    yield from _told("why", finding.why)
    yield from _told("do", finding.mend)
    if page := _page(health, finding):
        yield from _told("at", page)


def _told(label: str, words: str) -> Iterator[str]:
    head, *rest = _wrapped(words, len(label) + 2) or [""]
    yield f"{' ' * _INDENT}{label}: {head}"
    yield from (" " * (_INDENT + len(label) + 2) + line for line in rest)


def _wrapped(words: str, taken: int = 0) -> list[str]:
    # An address or a command that is broken in two cannot be copied.
    width = _WIDTH - _INDENT - taken
    shown = printable(words)
    return textwrap.wrap(shown, width, break_long_words=False, break_on_hyphens=False)


def _page(health: "Health", finding: "Finding") -> str:
    network = health.registry.network
    return f"{network.forge}/{network.repository}/{finding.page}" if finding.page else ""


def _hidden(findings: "Sequence[Finding]") -> Iterator[str]:
    """What could not be seen, by the reason."""
    lost = sorted((each for each in findings if each.state == "unseen"), key=lambda it: it.says)
    for why, kind in groupby(lost, key=lambda each: each.says):
        titles = ", ".join(each.title for each in kind)
        mark = paint(*_MARKS["unseen"])
        words = _wrapped(f"{titles}: {why}")
        yield f"{mark} {'Could not see':<{_INDENT - 2}}{words[0]}"
        yield from (" " * _INDENT + line for line in words[1:])


def _deeds(findings: "Sequence[Finding]", done: Done, spent: bool) -> Iterator[str]:
    deeds = [deed for each in findings for deed in each.deeds]
    if not deeds:
        return
    yield ""
    if not spent:
        yield "`hero doctor --apply` would:"
    for deed in deeds:
        if not spent:
            yield f"  {printable(words(deed))}"
        else:
            why = done.get(deed, "")
            yield f"{'refused' if why else 'done'}: {printable(words(deed))}" + (
                f" ({printable(why)})" if why else ""
            )


def words(deed: "Deed") -> str:
    """What a deed does."""
    from hero.reconcile.labels import Label

    if isinstance(deed, Label):
        return f"make the label “{deed.name}”"
    if isinstance(deed, Rewriting):
        return f"write {deed.about} into {deed.path}"
    return f"switch {deed.workflow} on"


def _sum(findings: "Sequence[Finding]", done: Done) -> str:
    count = {state: sum(each.state == state for each in findings) for state in _MARKS}
    mended = sum(
        bool(each.deeds) and all(done.get(deed) == "" for deed in each.deeds) for each in findings
    )
    parts = [f"{count['fine']} fine", f"{count['mend'] - mended} to mend"]
    parts += [f"{mended} mended"] if mended else []
    parts += [f"{count['unseen']} could not be seen"] if count["unseen"] else []
    return ", ".join(parts) + "."


def data(health: "Health", findings: "Sequence[Finding]", done: Done) -> dict[str, Any]:
    """The same as plain data. `fate` of a deed: planned, done or refused."""
    return {
        "repository": health.registry.network.repository,
        "findings": [
            {
                "check": each.check,
                "state": each.state,
                "says": each.says,
                "why": each.why,
                "mend": each.mend,
                "page": _page(health, each),
                "deeds": [_deed(deed, done) for deed in each.deeds],
            }
            for each in findings
        ],
    }


def _deed(deed: "Deed", done: Done) -> dict[str, str]:
    fate = "planned" if deed not in done else "refused" if done[deed] else "done"
    return {"words": words(deed), "fate": fate, "because": done.get(deed, "")}
