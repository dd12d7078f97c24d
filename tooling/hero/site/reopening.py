"""What would reopen an idea that has ended or rests: what was said, and else the way back."""

from functools import cache

from markupsafe import Markup

from hero.registry.idea import Decision
from hero.registry.markdown import Renderer, plain
from hero.site.forward import Way, ways
from hero.site.pieces import Pieces, wrapped
from hero.site.signals import talk_of
from hero.site.templates import render


def again(decision: Decision) -> Markup:
    """What a decision names, as a line below its reason; nothing where it names nothing."""
    if decision.reopen_when is None:
        return Markup("")
    words = Markup("<strong>Would be looked at again:</strong> ") + plain(decision.reopen_when)
    return wrapped("p", words, "hero-again")


def reopening(pieces: Pieces, slug: str, renderer: Renderer) -> Markup:
    """The card of an idea that has ended or rests; nothing for one that goes on."""
    window = pieces.window
    stage, idea = window.stage(slug), window.registry.ideas[slug]
    if not stage.reopens:
        return Markup("")
    last = idea.decisions[-1] if idea.decisions else None
    if last is not None and last.reopen_when is not None:
        return render("reopening", said=renderer(last.reopen_when), back=None, url=None)
    found = talk_of(window, slug)
    back = tuple((pieces.chip(way.to.id), way) for way in ways(window.registry.pipeline, stage))
    return render("reopening", said=None, back=_back(back), url=found[1].url if found else None)


@cache
def _back(back: tuple[tuple[Markup, Way], ...]) -> Markup:
    """The moves that lead back, kept for each stage."""
    return render("back", ways=back)
