"""The page of one idea."""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from markupsafe import Markup

from hero.process.evaluations import counting, spread_of
from hero.process.turn import holders
from hero.registry.idea import Idea
from hero.registry.markdown import Renderer, plain
from hero.registry.pipeline import Stage
from hero.site import address
from hero.site.facts import byline, facts
from hero.site.follow.feeds import feed_of
from hero.site.forward import ways
from hero.site.judged import judged
from hero.site.page import Heading, Page
from hero.site.part import part
from hero.site.pieces import Pieces, joined, when
from hero.site.relations import relations
from hero.site.reopening import again, reopening
from hero.site.stepper import Step, steps
from hero.site.templates import render

#: The texts of an idea: field, id, heading.
TEXTS = (
    ("problem", "problem", "Problem"),
    ("proposal", "proposal", "Proposal"),
    ("benefit", "benefit", "Benefit"),
    ("first_step", "first-step", "First step"),
)


def idea_page(pieces: Pieces, slug: str) -> Page:
    """Everything that is known about an idea, the stage and whose turn it is first."""
    window = pieces.window
    idea = window.registry.ideas[slug]
    related, original = relations(window, slug), _original(pieces, slug)
    headings = _headings(idea, bool(related))
    renderer = Renderer(window.beside, frozenset(heading.id for heading in headings))
    body = render(
        "idea",
        p=pieces,
        idea=idea,
        theme=pieces.theme(idea.theme),
        challenge=pieces.challenge(idea.challenge) if idea.challenge else None,
        summary=plain(idea.summary) if idea.summary else None,
        facts=facts(pieces, idea),
        texts=_texts(idea, renderer),
        judged=[judged(pieces, evaluation) for evaluation in idea.evaluations],
        spread=spread_of(counting(idea)),
        decisions=_decisions(pieces, idea, renderer),
        relations=[(each.words, [_other(pieces, slug) for slug in each.slugs]) for each in related],
        part=part(pieces, slug),
        original=pieces.idea(original) if original else None,
        reopening=reopening(pieces, slug, renderer),
        **_standing(pieces, slug, idea, window.stage(slug)),
    )
    return Page(
        path=address.idea(slug),
        title=idea.title,
        description=window.summary(slug),
        body=body,
        section="ideas",
        headings=headings,
        source=window.registry.paths[slug],
        summary=window.summary(slug),
        canonical=address.idea(original) if original else None,
        feed=feed_of(window, slug),
        changed=_changed(idea),
    )


def _original(pieces: Pieces, slug: str) -> str | None:
    """The idea that this one repeats, once that is decided and while it is known.

    The page stays, with its decisions and who proposed it: it is the record of what somebody
    brought, links to it hold, and its reason is an answer. A redirect would take that from its
    readers; `rel=canonical` only tells search engines which of the two to show
    (https://www.rfc-editor.org/rfc/rfc6596).
    """
    window = pieces.window
    other = window.registry.ideas[slug].links.duplicate_of
    settled = window.stage(slug).kind == "final" and other in window.registry.ideas
    return other if settled else None


def _changed(idea: Idea) -> dt.date | None:
    """The day of the last that happened to it, which its page shows."""
    days = [idea.proposed_on, *(each.date for each in idea.decisions)]
    days += [each.date for each in idea.evaluations]
    days += [each.date for each in idea.evidence if each.result is not None]
    return max(filter(None, days), default=None)


def _standing(pieces: Pieces, slug: str, idea: Idea, stage: Stage) -> dict[str, object]:
    """Where it stands: the stage, the way there, whose turn it is and what comes next."""
    pipeline = pieces.window.registry.pipeline
    turn = pieces.window.turn(slug)
    # A check after use is nobody's turn, and yet somebody may do it.
    ahead = [due for due in turn.due if due.met_on is None] if stage.kind == "final" else []
    return {
        "stage": stage,
        "chip": pieces.chip(stage.id),
        "steps": stepper(tuple(steps(idea, stage, pipeline))),
        "turn": turn,
        "ahead": [(due, pieces.role(due.role, holders(idea, due.role))) for due in ahead],
        "turn_words": pieces.turn(slug),
        "seeks": pieces.window.seeks(slug),
        "ways": _ways(pieces, stage),
    }


@cache
def stepper(way: tuple[Step, ...]) -> Markup:
    """The steps as a list; many ideas went the same way."""
    return render("steps", steps=way)


def _ways(pieces: Pieces, stage: Stage) -> Markup:
    """What comes next, kept for each stage."""
    if stage.id not in pieces.ways:
        found = ways(pieces.window.registry.pipeline, stage) if stage.kind == "active" else []
        pieces.ways[stage.id] = render("ways", p=pieces, ways=found)
    return pieces.ways[stage.id]


def _headings(idea: Idea, related: bool) -> tuple[Heading, ...]:
    """The sections that this idea has, in the order of the template."""
    sections = [(anchor, name, getattr(idea, field)) for field, anchor, name in TEXTS]
    sections += [
        ("evidence", "Evidence", idea.evidence),
        ("evaluations", "Evaluations", idea.evaluations),
        ("decisions", "Decisions", idea.decisions),
        ("relations", "Related", related),
    ]
    return tuple(Heading(anchor, name) for anchor, name, there in sections if there)


def _texts(idea: Idea, renderer: Renderer) -> Iterator[tuple[str, str, Markup]]:
    for field, anchor, name in TEXTS:
        if text := getattr(idea, field):
            yield anchor, name, renderer(text)


def _decisions(
    pieces: Pieces, idea: Idea, renderer: Renderer
) -> list[tuple[Markup, str, str, Markup, Markup]]:
    """(day, from, to, reason, who) of each decision, the newest last."""
    network = pieces.window.registry.network
    return [
        (
            when(decision.date),
            pieces.stage_name(decision.from_),
            pieces.stage_name(decision.to),
            renderer(decision.because) + again(decision),
            byline(pieces, decision, network),
        )
        for decision in idea.decisions
    ]


def _other(pieces: Pieces, slug: str) -> Markup:
    window = pieces.window
    if slug not in window.registry.ideas:
        return pieces.idea(slug)
    return joined((pieces.idea(slug), pieces.chip(window.stage(slug).id)), " ")
