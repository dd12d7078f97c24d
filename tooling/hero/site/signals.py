"""What readers are told of the talk about an idea: where it is, how much, and what would change."""

from urllib.parse import quote

from markupsafe import Markup, escape

from hero.registry.phrases import counted
from hero.registry.signals import Signals, Talk
from hero.site import address
from hero.site.pieces import Pieces, element, joined, when
from hero.site.window import Window

_BEGIN, _END = Markup("<p>"), Markup("</p>\n")
_EXAMPLE = Markup("An example has no issue to vote and talk on.")
_UNCOUNTED = Markup("Votes and talk are on ")
_SILENT = Markup("No issue to vote and talk on yet: the registry opens one at its next run.")
_CLOSED = Markup("It was decided without an issue to vote and talk on.")


def talk_of(window: Window, slug: str) -> tuple[Signals, Talk] | None:
    """What is known of the talk about an idea; nothing for an example, which has no forge."""
    signals = window.signals
    if signals is None or window.example or slug not in signals.ideas:
        return None
    return signals, signals.ideas[slug]


def talk(pieces: Pieces, slug: str) -> Markup:
    """Where to vote and talk, with the counts and their day, and the changes that are open.

    Where that is not known, or nowhere, it says so, and how a place for it comes to be.
    """
    known = talk_of(pieces.window, slug)
    if known is None:
        return joined((_BEGIN, _uncounted(pieces.window, slug), _END))
    signals, about = known
    lines = [_counts(about.url, about, signals) if about.url else _silent(pieces.window, slug)]
    if about.pulls:
        links = [
            element("a", f"#{each.number} {each.title}", href=each.url) for each in about.pulls
        ]
        lines.append(joined((Markup("Open changes: "), joined(links, ", "), Markup("."))))
    return joined([joined((_BEGIN, line, _END)) for line in lines])


def _uncounted(window: Window, slug: str) -> Markup:
    if window.example:
        return _EXAMPLE
    where = f"{address.repository(window.registry.network)}/issues?q={quote(slug)}"
    link = element("a", "its issue", href=where)
    return joined((_UNCOUNTED, link, Markup(", where it has one.")))


def _silent(window: Window, slug: str) -> Markup:
    return _CLOSED if window.stage(slug).kind == "final" else _SILENT


def _counts(url: str, about: Talk, signals: Signals) -> Markup:
    numbers = f"{counted(about.votes, 'vote')} and {counted(about.comments, 'comment')}"
    link = element("a", "Vote and talk", href=url)
    return joined((link, escape(f": {numbers}, counted on "), when(signals.read_on), Markup(".")))
