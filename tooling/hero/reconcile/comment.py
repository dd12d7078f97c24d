"""The one comment on a pull: what was found, who helps, what happens next."""

from collections.abc import Iterator, Sequence

from hero.advocates.assignment import Assignment
from hero.reconcile import sentences
from hero.reconcile.commands.sentences import page_of
from hero.reconcile.inert import rendered, said
from hero.reconcile.reading import Reading
from hero.reconcile.ready import Ready
from hero.reconcile.remarks import remarks
from hero.reconcile.seats import WHY, memory
from hero.registry.secrets import masked
from hero.registry.similar import Similar

#: What tells our comment from others; only one by our own account counts.
MARKER = "<!-- hero: comment -->"
#: GitHub takes 65,536 characters. What is said before the preview is bounded part by part.
LONGEST = 65_000

_TEXTS = (
    ("Problem", "problem"),
    ("Proposal", "proposal"),
    ("Benefit", "benefit"),
    ("First step", "first_step"),
)


def comment(
    reading: Reading,
    ready: Ready,
    assignment: Assignment | None,
    why: str,
    alike: Sequence[Similar],
) -> str:
    """The comment as Markdown. The same pull in the same state has the same comment.

    `why` says why the advocates were chosen, as the items of a list in HTML.
    """
    if not reading.pull.whole:
        # Nobody is called to what cannot be looked at.
        assignment = None
    parts = [MARKER + memory(assignment), f"### {sentences.headline(reading, ready)}"]
    parts.append(f"<p>{sentences.greeting(reading)}</p>")
    parts.extend(remarks(reading))
    parts.extend(_helpers(assignment, why))
    parts.extend(_listed("What is missing", sentences.missing(reading, ready)))
    parts.extend(_listed("What happens next", sentences.next_steps(reading, ready, assignment)))
    parts.extend(_listed("What you can do now", sentences.remedies(reading, ready)))
    parts.extend(filter(None, [page_of(reading.world)]))
    parts.extend(_alike(reading, alike))
    if reading.pull.held:
        parts.append(f"<p><sub>{sentences.held_words()}</sub></p>")
    parts.extend(_preview(reading, LONGEST - sum(len(part) + 2 for part in parts)))
    return "\n\n".join(parts)


def _listed(title: str, lines: Iterator[str]) -> Iterator[str]:
    items = "".join(f"<li>{line}</li>" for line in lines)
    if items:
        yield f"<p><b>{title}</b></p><ul>{items}</ul>"


def _helpers(assignment: Assignment | None, why: str) -> Iterator[str]:
    """Who helps. They alone are called by name, and once: editing a comment calls nobody."""
    if assignment is None:
        return
    if not assignment.seats:
        yield f"<p><b>Who helps</b>: {sentences.nobody_free(assignment.turn_to)}</p>"
        return
    names = " and ".join(f"@{seat.candidate.login}" for seat in assignment.seats)
    yield f"<p><b>Who helps</b>: {names}</p>" + (f"{WHY}<ul>{why}</ul>{WHY}" if why else "")


def _alike(reading: Reading, alike: Sequence[Similar]) -> Iterator[str]:
    """Ideas that this one may repeat: for the proposer to read, never a verdict."""
    site = (reading.world.network.site or "").rstrip("/")
    items = []
    for each in alike:
        idea = reading.world.ideas.get(each.slug)
        title = said(idea.title) if idea else said(each.slug)
        stage = f" ({said(reading.world.stage(idea).name)})" if idea else ""
        link = f'<a href="{said(site)}/ideas/{each.slug}.html">{title}</a>' if site else title
        items.append(f"<li>{link}{stage}: both speak of {said(', '.join(each.words))}</li>")
    if items:
        yield f"<p><b>Worth reading beside it</b></p><ul>{''.join(items)}</ul>"


def _preview(reading: Reading, room: int) -> Iterator[str]:
    """The idea as readers of the site will see it, or word that it is too long for a comment."""
    idea = reading.idea
    if idea is None or reading.kind == "move" or not reading.pull.whole:
        return
    # A comment keeps its earlier versions, so a secret would outlive its mending here.
    texts = [(title, masked(getattr(idea, name) or "")) for title, name in _TEXTS]
    body = "".join(f"<h4>{title}</h4>{rendered(text)}" for title, text in texts if text)
    whole = "<details><summary>The idea as readers will see it</summary><h3>{}</h3>{}</details>"
    shown = whole.format(said(masked(idea.title)), body)
    if len(shown) > room:
        shown = f"<p>{sentences.too_long()}</p>"
    yield shown
