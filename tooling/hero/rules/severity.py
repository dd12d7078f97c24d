"""How grave a diagnostic is where its idea stands: what is closed is judged more gently.

An idea that was declined two years ago should not stop anybody's work because its theme was since
given up. So the rules say how grave something is for an idea that people still work on, and this
table says where it weighs less. What would harm a reader weighs the same everywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.pipeline import Stage
from hero.registry.registry import Registry

#: Where an idea stands, as far as it matters here.
PAUSED, USED, ENDED = "paused", "in use", "ended"

#: References that were right when they were made, and words that nobody will polish any more.
_OUTLIVED = ("theme-unknown", "challenge-unknown", "advocate-unknown", "person-unknown")
_WORDING = ("text-plain", "text-length", "text-template", "evidence-baseline")
_GONE_BY = (*_OUTLIVED, "idea-unknown", "idea-ahead", "idea-cycle", "date-order")

#: How grave it is at most, by where the idea stands and by the rule.
GENTLER: Mapping[tuple[str, str], Severity] = {
    **{(PAUSED, rule): Severity.WARNING for rule in _OUTLIVED},
    **{(PAUSED, rule): Severity.NOTE for rule in _WORDING},
    **{(USED, rule): Severity.WARNING for rule in _OUTLIVED},
    **{(USED, rule): Severity.NOTE for rule in _WORDING if rule != "evidence-baseline"},
    **{(ENDED, rule): Severity.WARNING for rule in _GONE_BY},
    **{(ENDED, rule): Severity.NOTE for rule in (*_WORDING, "person-unknown", "idea-ahead")},
}

_ORDER = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


def weighed(registry: Registry, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics, each as grave as it is where its idea stands."""
    closed = _closed(registry) if found else {}
    return [_gentler(each, closed.get(each.place.path)) for each in found]


def standing(stage: Stage) -> str | None:
    """Where an idea in this stage stands, or None where people still work on it."""
    if stage.kind == "final":
        return USED if stage.outcome == "good" else ENDED
    return PAUSED if stage.kind == "paused" else None


def _closed(registry: Registry) -> dict[str, str]:
    """The files of all ideas that are closed, and how."""
    return {
        registry.paths[slug]: where
        for slug, idea in registry.ideas.items()
        if (where := standing(registry.stage(idea)))
    }


def _gentler(diagnostic: Diagnostic, where: str | None) -> Diagnostic:
    most = GENTLER.get((where or "", diagnostic.rule))
    if most is None or _ORDER.index(diagnostic.severity) <= _ORDER.index(most):
        return diagnostic
    return replace(diagnostic, severity=most)
