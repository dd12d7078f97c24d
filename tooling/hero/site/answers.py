"""A decision as the site's lists of decisions show it: what became of which idea, and why."""

from collections.abc import Mapping, Sequence
from functools import partial

from markupsafe import Markup, escape

from hero.process.decided import Answer, Decided, decided
from hero.registry.markdown import plain
from hero.registry.summary import clipped
from hero.site.pieces import Pieces, element, joined, when
from hero.site.reopening import again
from hero.site.window import Window

#: What a reason has room for in a list, in characters; nearly all have less.
REASON = 1200

#: What each kind of answer is called, in the order of the page.
NAMES: Mapping[Answer, str] = {"yes": "Yes", "later": "Not now", "no": "No", "back": "Again"}

_ARROW = '<span aria-hidden="true">→</span><span class="hero-unseen">to</span>'


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
    window = pieces.window
    known, ideas, newer = window.known, window.registry.ideas, window.backwards["supersedes"]
    made = []
    for each in some:
        # A decision stands in the list of all and in that of its kind. It names other ideas, too.
        idea, after = ideas[each.slug], newer.get(each.slug, ())
        named = [ideas.get(slug) for slug in (idea.links.duplicate_of or "", *after)]
        make = partial(_answer, pieces, each)
        made.append(known.of((answers, each.number), each.slug, make, idea, *named))
    return joined(made)


def _answer(pieces: Pieces, each: Decided) -> Markup:
    # There may be tens of thousands, and a template or a format takes ten times as long.
    made = each.decision
    to = pieces.chip(made.to) if made.to in pieces.window.stages else element("code", made.to)
    start = escape(pieces.stage_name(made.from_))
    way = f"{start} {_ARROW} {to}{_stayed(each, start)}"
    entry = (
        f'<li class="hero-answer hero-answer--{each.answer}">'
        f'<p class="hero-list__title">{pieces.idea(each.slug)}</p>'
        f'<p class="hero-decision">{when(made.date)} {way}</p>'
        f'<p class="hero-reason">{escape(clipped(plain(made.because), REASON))}</p>'
        f"{again(made)}"
        f'<p class="hero-note">{_by(pieces, each)}</p></li>\n'
    )
    return Markup(entry)  # noqa: S704 (because: every part is safe or escaped in its line)


def _stayed(each: Decided, stage: Markup) -> str:
    """How long the idea was in the stage that it left: of the stage, of no person. Safe HTML."""
    if each.days is None:
        return ""
    return f' <span class="hero-note">{each.days:,} day{"s" * (each.days != 1)} in {stage}</span>'


def _by(pieces: Pieces, each: Decided) -> str:
    """Who decided, and what has become of the idea since."""
    return ", ".join([pieces.person(each.decision.by), *_since(pieces, each)])


def _since(pieces: Pieces, each: Decided) -> list[str]:
    """Safe HTML."""
    window, idea = pieces.window, pieces.window.registry.ideas[each.slug]
    now = window.stage(each.slug)
    if each.number + 1 < len(idea.decisions):
        return [f"now {pieces.chip(now.id)}"]
    if now.kind == "paused" and idea.revisit_on:
        return [f"looked at again on {when(idea.revisit_on)}"]
    if each.answer == "no" and idea.links.duplicate_of:
        return [f"lives on as {pieces.idea(idea.links.duplicate_of)}"]
    if each.answer == "no" and (newer := window.backwards["supersedes"].get(each.slug)):
        return [f"replaced by {', '.join(map(pieces.idea, newer))}"]
    return []
