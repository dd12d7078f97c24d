"""What is on record stays as it is: decisions, evaluations and passes are only ever added.

People act on what was decided and why. A reason that is polished later, a decision that is taken
out, or two that change places leave readers with a history that never was. Only `approved_by` and
`pull` of a decision are filled in once, after the merge.

This rule compares with what was there before: `hero check --base main`.

**Instead:** put the old text back, and add what has changed: a new decision, or one more
evaluation by the same person, whose last one counts.
"""

from collections.abc import Iterator
from typing import Any

from hero.process.change import Change, held
from hero.registry.diagnostic import Diagnostic, Place, Route, Severity
from hero.registry.phrases import both
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "Moves"
RULE = rule_id(__name__)

#: The lists that only grow, what one of their parts is called, and what is filled in once.
RECORDS = {"decisions": "decision", "evaluations": "evaluation", "passed": "pass"}
ONCE = {"approved_by", "pull"}


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each part of a record that was changed, moved or taken out."""
    if change is None:
        return
    for slug in change.changed(registry):
        # What did not hold before may be mended; that it was, is still worth a look.
        flawed = change.base.where(slug) in change.base.flawed
        severity = Severity.WARNING if flawed else Severity.ERROR
        for name in RECORDS:
            before, now = change.was(slug, name), held(registry, slug, name)
            if isinstance(before, list):
                once = name == "decisions" and not change.by_hand(registry)
                path = registry.paths[slug]
                yield from _compared(path, name, before, _listed(now), once, severity)


def _compared(
    path: str, name: str, before: list[Any], now: list[Any], once: bool, severity: Severity
) -> Iterator[Diagnostic]:
    for number, old in enumerate(before):
        new = now[number] if number < len(now) else None
        if old == new or (once and _filled_in(old, new)):
            continue
        words, route = _said(name, number, old, new, now)
        help_ = f"put it back as it was ({_in_short(old)}), and add what has changed below"
        yield Diagnostic(RULE, words, Place(path, route), (help_,), severity)


def _filled_in(old: Any, new: Any) -> bool:
    """Is the new one the old one, with what is filled in once?"""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    added = {key for key in new if key not in old or not old[key]}
    kept = all(key in new and new[key] == value for key, value in old.items() if key not in added)
    return kept and added <= ONCE


def _said(name: str, number: int, old: Any, new: Any, now: list[Any]) -> tuple[str, Route]:
    what = f"{RECORDS[name]} {number + 1}"
    if old in now:
        other = now.index(old)
        return f"what was {what} stands in place {other + 1} now", (name, other)
    if new is None:
        return f"{what} was taken out", (name,) if now else ()
    if isinstance(old, dict) and isinstance(new, dict):
        parts = sorted({*old, *new}, key=str)
        differing = [f"`{part}`" for part in parts if old.get(part) != new.get(part)]
        first = next(part for part in parts if old.get(part) != new.get(part))
        route: Route = (name, number, first) if first in new else (name, number)
        return f"{what} was changed: {both(differing)}", route
    return f"{what} was changed", (name, number)


def _in_short(old: Any) -> str:
    """Enough of a part to find it again; never its prose, which can be long."""
    shown = [
        str(old[key])
        for key in ("date", "from", "to", "by", "login")
        if isinstance(old, dict) and key in old
    ]
    return ", ".join(shown) or "see the older revision"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
