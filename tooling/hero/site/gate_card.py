"""A gate and the promises of the pipeline in a playbook's page, out of the policy."""

from functools import partial

from markupsafe import Markup, escape

from hero.process.turn import due_of
from hero.registry.pipeline import Move
from hero.site.forward import gate, who
from hero.site.pieces import Pieces, joined


def promises_of(text: str) -> "partial[Markup]":
    """What puts the promises of one stage into a page, or of all where the text names none."""
    return partial(promises, only=text.strip())


def promises(pieces: Pieces, only: str = "") -> Markup:
    """What is due in each stage, or in one, from whom and within how long."""
    found = [
        Markup("<li><strong>{}</strong> {}, from the {} ({}).</li>").format(
            due.what[:1].upper() + due.what[1:], due.within, due.role or "network", stage.name
        )
        for stage in pieces.window.registry.pipeline.stages
        if only in ("", stage.id)
        for due in (due_of(deadline, None) for deadline in stage.deadlines)
    ]
    return Markup("<ul>{}</ul>").format(joined(found)) if found else Markup("<p>Nothing.</p>")


def card_of(text: str) -> "partial[Markup] | None":
    """What puts the gate of `FROM TO` into a page; None where the text is not two words."""
    words = text.split()
    return partial(card, start=words[0], to=words[1]) if len(words) == 2 else None


def card(pieces: Pieces, start: str, to: str) -> Markup:
    """Who decides a move, and what must hold for it. A pipeline without the move says so."""
    moves = pieces.window.registry.pipeline.moves
    found = [move for move in moves if start in move.from_ and move.to == to]
    if not found:
        return Markup('<p class="hero-note">The pipeline has no such move here.</p>')
    return joined([_card(pieces, start, move) for move in found])


def _card(pieces: Pieces, start: str, move: Move) -> Markup:
    needs = "; ".join((*gate(move), "a reason is written down"))
    decides = who(move)
    return Markup(
        '<div class="hero-check"><p><strong>{} → {}.</strong> {} decides. What must hold: {}.</p>'
        "{}</div>"
    ).format(
        pieces.stage_name(start),
        pieces.stage_name(move.to),
        decides[:1].upper() + decides[1:],
        needs,
        Markup('<p class="hero-note">{}</p>').format(escape(move.note)) if move.note else "",
    )
