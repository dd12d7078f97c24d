"""What readers are told of the talk about an idea: where it is, how much, and what would change."""

from markupsafe import Markup, escape

from hero.registry.phrases import counted
from hero.registry.signals import Signals, Talk
from hero.site.pieces import Pieces, element, joined, when, wrapped
from hero.site.window import Window


def talk_of(window: Window, slug: str) -> tuple[Signals, Talk] | None:
    """What is known of the talk about an idea; nothing for an example, which has no forge."""
    signals = window.signals
    if signals is None or window.example or slug not in signals.ideas:
        return None
    return signals, signals.ideas[slug]


def talk(pieces: Pieces, slug: str) -> Markup:
    """Where to vote and talk, with the counts and their day, and the changes that are open."""
    known = talk_of(pieces.window, slug)
    if known is None:
        return Markup("")
    signals, about = known
    lines = []
    if about.url is not None:
        lines.append(_counts(about.url, about, signals))
    if about.pulls:
        links = [
            element("a", f"#{each.number} {each.title}", href=each.url) for each in about.pulls
        ]
        lines.append(joined((Markup("Open changes: "), joined(links, ", "), Markup("."))))
    return joined([wrapped("p", line, "hero-talk") for line in lines])


def _counts(url: str, about: Talk, signals: Signals) -> Markup:
    numbers = f"{counted(about.votes, 'vote')} and {counted(about.comments, 'comment')}"
    link = element("a", "Vote and talk", href=url)
    return joined((link, escape(f": {numbers}, counted on "), when(signals.read_on), Markup(".")))
