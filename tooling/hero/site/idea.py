"""The page of one idea."""

from hero.process.turn import seeks
from hero.registry.idea import Idea
from hero.registry.pipeline import Stage
from hero.site import address
from hero.site.forward import Way, ways
from hero.site.markdown import Renderer
from hero.site.page import Heading, Page
from hero.site.pieces import Pieces
from hero.site.relations import relations
from hero.site.scales import Judged, judged, spread_of
from hero.site.stepper import steps
from hero.site.templates import render

#: The texts of an idea: field, heading. Their ids are the fields with hyphens.
TEXTS = (
    ("problem", "Problem"),
    ("proposal", "Proposal"),
    ("benefit", "Benefit"),
    ("first_step", "First step"),
)


def idea_page(pieces: Pieces, slug: str) -> Page:
    """Everything that is known about an idea, the stage and whose turn it is first."""
    window = pieces.window
    idea, stage = window.registry.ideas[slug], window.stage(slug)
    related = relations(window, slug)
    headings = _headings(idea, bool(related))
    renderer = Renderer(window.beside, frozenset(heading.id for heading in headings))
    body = render(
        "idea",
        p=pieces,
        slug=slug,
        idea=idea,
        stage=stage,
        steps=steps(idea, stage, window.registry.pipeline),
        turn=window.turn(slug),
        seeks=seeks(idea, stage, window.registry.pipeline),
        ways=_ways(pieces, stage),
        texts=[(key, name, getattr(idea, key)) for key, name in TEXTS if getattr(idea, key)],
        judged=_judged(idea),
        spread=spread_of(idea.evaluations),
        relations=related,
        markdown=renderer,
        network=window.registry.network,
        example=window.example,
        path=window.registry.paths[slug],
        summary=idea.summary,
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
    )


def _headings(idea: Idea, related: bool) -> tuple[Heading, ...]:
    """The sections that this idea has, in the order of the template."""
    sections = [(key.replace("_", "-"), name, bool(getattr(idea, key))) for key, name in TEXTS]
    sections += [
        ("evidence", "Evidence", bool(idea.evidence)),
        ("evaluations", "Evaluations", bool(idea.evaluations)),
        ("decisions", "Decisions", bool(idea.decisions)),
        ("relations", "Related", related),
    ]
    return tuple(Heading(key, name) for key, name, there in sections if there)


def _ways(pieces: Pieces, stage: Stage) -> list[Way]:
    return ways(pieces.window.registry.pipeline, stage) if stage.kind == "active" else []


def _judged(idea: Idea) -> list[Judged]:
    return [judged(evaluation) for evaluation in idea.evaluations]
