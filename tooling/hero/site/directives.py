"""What a playbook page can ask for by a comment: policies rendered out of their files."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from hero.advocates.handover import BACKUP_AFTER, LEAD_AFTER, OWNER_AFTER
from hero.process.metrics import METRICS
from hero.process.turn import due_of
from hero.registry.phrases import counted
from hero.site.checks import check_of
from hero.site.diagram import diagram
from hero.site.fields import FIELDS
from hero.site.forward import gate, who
from hero.site.gate_card import card_of, promises, promises_of
from hero.site.lived import LIVED
from hero.site.pieces import Pieces
from hero.site.propose_form import propose, propose_form
from hero.site.templates import render
from hero.site.vocabulary import vocabulary


def pipeline(pieces: Pieces) -> Markup:
    """The stages with what each means, a picture of the way through them, and every move."""
    policy = pieces.window.registry.pipeline
    stages = [
        (stage, [due_of(entry, None) for entry in stage.deadlines]) for stage in policy.stages
    ]
    moves = [
        (move.from_, move.to, who(move), gate(move), move.note)
        for move in policy.moves
        if move.to in pieces.window.stages
    ]
    return render("pipeline", p=pieces, stages=stages, moves=moves, diagram=diagram(policy))


def themes(pieces: Pieces) -> Markup:
    """The themes, each with what belongs there."""
    return render("themes_table", p=pieces, themes=pieces.window.registry.themes.themes)


def roster(pieces: Pieces) -> Markup:
    """The advocates, by theme of work and unit. Nobody's absence or load is shown."""
    today = pieces.window.edition.as_of
    serving = [
        advocate
        for advocate in pieces.window.registry.roster.advocates
        if not (advocate.until and advocate.until < today)
    ]
    return render("roster", p=pieces, advocates=serving)


def conditions(pieces: Pieces) -> Markup:
    """What a move can ask for, with the fields that each condition takes."""
    return render("conditions", p=pieces, terms=vocabulary())


def metrics(pieces: Pieces) -> Markup:
    """What `hero metrics` measures, each figure in its own words."""
    return render("metrics", metrics=METRICS)


def reminders(pieces: Pieces) -> Markup:
    """How often people are reminded at most, out of the network's limits."""
    limits = pieces.window.registry.network.limits
    calls = counted(limits.pings_per_week, "time")
    return Markup(
        "<ul><li>Nobody is called by name more than <strong>{}</strong> in any seven days.</li>"
        "<li>An active idea has fallen silent after <strong>{}</strong> without a word.</li></ul>"
    ).format(calls, counted(limits.quiet_after, "day"))


def ladder(pieces: Pieces) -> Markup:
    """How many working days lie between one rung of hand-over and the next."""
    backup, lead, owner = BACKUP_AFTER, LEAD_AFTER - BACKUP_AFTER, OWNER_AFTER - LEAD_AFTER
    return Markup(
        "<p>In working days: <strong>{}</strong> from the reminder to the backup, "
        "<strong>{}</strong> from there to the change of the lead, "
        "<strong>{}</strong> from there to the owner.</p>"
    ).format(backup, lead, owner)


Directive = Callable[[Pieces], Markup]

#: The word in `<!-- hero: WORD -->` and what takes its place.
DIRECTIVES: Mapping[str, Directive] = {
    "pipeline": pipeline,
    "conditions": conditions,
    "metrics": metrics,
    "promises": promises,
    "themes": themes,
    "roster": roster,
    "propose": propose,
    "propose-form": propose_form,
    "reminders": reminders,
    "ladder": ladder,
    **LIVED,
    **FIELDS,
}


def directive(asked: str) -> Directive | None:
    """What takes the place of `<!-- hero: ASKED -->`; None where Hero does not know the word.

    `check FACT >= BOUND` is a check: raises Misread (`hero.culture.scorecard.check`) for none.
    `gate FROM TO` is what that move asks for, `promises STAGE` what is due in that stage.
    """
    word, _, rest = asked.partition(" ")
    if word == "gate":
        return card_of(rest)
    if word == "promises":
        return promises_of(rest)
    return check_of(rest) if word == "check" else DIRECTIVES.get(asked)
