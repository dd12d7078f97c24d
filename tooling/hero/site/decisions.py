"""The decisions: every yes and every no with its reason, and what would reopen what was ended."""

from collections.abc import Sequence

from hero.process.decided import Answer
from hero.registry.pipeline import Stage
from hero.site import address
from hero.site.answers import NAMES, all_decided, answers, by_answer
from hero.site.forward import Way, ways
from hero.site.page import Page
from hero.site.pieces import Pieces
from hero.site.table import Cut, numbers
from hero.site.templates import render
from hero.site.window import Window

#: Decisions a page; each takes as much room as three rows of a table.
EACH = 200

LEADS: dict[Answer | None, str] = {
    None: "Every yes and every no, with its reason. The newest first.",
    "yes": "What went on, and why.",
    "later": "Good ideas at the wrong time, and when they are looked at again.",
    "no": "What was ended, and why. A reasoned no saves the next person the same work: read it "
    "before you propose, and reopen it when its reason no longer holds.",
    "back": "What was taken up again, or set back a stage to learn more.",
}


def decision_pages(window: Window) -> list[tuple[Answer | None, int]]:
    """Each page of the lists: the kind of answer (None: all) and the number from 1."""
    lists: list[tuple[Answer | None, int]] = [(None, len(all_decided(window)))]
    lists += [(answer, len(some)) for answer, some in by_answer(window).items()]
    return [(answer, number) for answer, count in lists for number in numbers(count, EACH)]


def decisions_page(pieces: Pieces, answer: Answer | None, number: int) -> Page:
    """One page of the list."""
    window = pieces.window
    some = by_answer(window)[answer] if answer else all_decided(window)
    addresses = tuple(address.decisions(answer, each) for each in numbers(len(some), EACH))
    title = f"Decisions: “{NAMES[answer]}”" if answer else "Decisions"
    body = render(
        "decisions",
        p=pieces,
        title=title,
        lead=LEADS[answer],
        answer=answer,
        counts=[(each, NAMES[each], len(those)) for each, those in by_answer(window).items()],
        total=len(all_decided(window)),
        reopen=reopening(window) if answer == "no" and number == 1 else [],
        entries=answers(pieces, some[(number - 1) * EACH : number * EACH]),
        part=Cut((), number, addresses),
    )
    shown = f"{title}, page {number}" if number > 1 else title
    first = number == 1 and answer in (None, "no")
    path = address.decisions(answer, number)
    return Page(
        path, shown, LEADS[answer], body, "decisions", summary=LEADS[answer] * first or None
    )


def reopening(window: Window) -> Sequence[tuple[Sequence[Stage], Sequence[Way]]]:
    """The stages in which ideas end, with the moves out of them again; alike ones together."""
    pipeline = window.registry.pipeline
    alike: dict[tuple[Way, ...], list[Stage]] = {}
    for stage in pipeline.stages:
        if stage.outcome == "ended" and (found := tuple(ways(pipeline, stage))):
            alike.setdefault(found, []).append(stage)
    return [(stages, found) for found, stages in alike.items()]
