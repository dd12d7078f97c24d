"""A decision as the site's lists of decisions show it: what became of which idea, and why."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from hero.process.decided import Answer, Decided, decided
from hero.registry.markdown import plain
from hero.registry.summary import clipped
from hero.site.pieces import Pieces, element, joined, when
from hero.site.window import Window

#: What a reason has room for in a list, in characters; nearly all have less.
REASON = 1200

#: What each kind of answer is called, in the order of the page.
NAMES: Mapping[Answer, str] = {"yes": "Yes", "later": "Not now", "no": "No", "back": "Again"}

_ARROW = Markup(' <span aria-hidden="true">→</span><span class="hero-unseen">to</span> ')
_ITEM = Markup(
    '<li class="hero-answer hero-answer--{}"><p class="hero-list__title">{}</p>'
    '<p class="hero-decision">{} {}{}{}</p><p class="hero-reason">{}</p>'
    '<p class="hero-note">{}</p></li>\n'
)


def all_decided(window: Window) -> tuple[Decided, ...]:
    """Every decision, the newest first."""
    return window.derived(_all)


def _all(window: Window) -> tuple[Decided, ...]:
    return decided(window.registry)


def by_answer(window: Window) -> Mapping[Answer, Sequence[Decided]]:
    """Every decision by the kind of answer; kinds that never were are left out."""
    return window.derived(_by_answer)


def _by_answer(window: Window) -> Mapping[Answer, Sequence[Decided]]:
    found: dict[Answer, list[Decided]] = {answer: [] for answer in NAMES}
    for each in all_decided(window):
        found[each.answer].append(each)
    return {answer: some for answer, some in found.items() if some}


def answers(pieces: Pieces, some: Sequence[Decided]) -> Markup:
    """Entries of a list, for pages one folder deep."""
    kept = pieces.window.derived(_kept)
    made = []
    for each in some:
        key = each.slug, each.number
        if key not in kept:
            kept[key] = _answer(pieces, each)
        made.append(kept[key])
    return joined(made)


def _kept(_: Window) -> dict[tuple[str, int], Markup]:
    # A decision stands in the list of all and in that of its kind.
    return {}


def _answer(pieces: Pieces, each: Decided) -> Markup:
    made = each.decision
    return _ITEM.format(
        each.answer,
        pieces.idea(each.slug),
        when(made.date),
        pieces.stage_name(made.from_),
        _ARROW,
        pieces.chip(made.to) if made.to in pieces.window.stages else element("code", made.to),
        clipped(plain(made.because), REASON),
        _by(pieces, each),
    )


def _by(pieces: Pieces, each: Decided) -> Markup:
    """Who decided, after how long, and what has become of the idea since."""
    parts = [pieces.person(each.decision.by)]
    if each.days is not None:
        parts.append(escape(f"after {each.days:,} day{'s' * (each.days != 1)}"))
    parts += _since(pieces, each)
    return joined(parts, ", ")


def _since(pieces: Pieces, each: Decided) -> list[Markup]:
    window, idea = pieces.window, pieces.window.registry.ideas[each.slug]
    now = window.stage(each.slug)
    if each.number + 1 < len(idea.decisions):
        return [Markup("now {}").format(pieces.chip(now.id))]
    if now.kind == "paused" and idea.revisit_on:
        return [Markup("looked at again on {}").format(when(idea.revisit_on))]
    if each.answer == "no" and idea.links.duplicate_of:
        return [Markup("lives on as {}").format(pieces.idea(idea.links.duplicate_of))]
    if each.answer == "no" and (newer := window.backwards["supersedes"].get(each.slug)):
        return [Markup("replaced by {}").format(joined(map(pieces.idea, newer), ", "))]
    return []
