"""A picture of the pipeline: the way to use in a row, and below it where ideas leave the way."""

from dataclasses import dataclass

from markupsafe import Markup

from hero.registry.phrases import either
from hero.registry.pipeline import Pipeline, Stage
from hero.site.pieces import looks
from hero.site.templates import render

WIDTH, HEIGHT, GAP, MARGIN = 132, 44, 40, 12
TOP, RAIL, BELOW = 56, 132, 172


@dataclass(frozen=True, slots=True)
class Box:
    """A stage and the left end of its box."""

    stage: Stage
    look: str
    x: int

    @property
    def middle(self) -> int:
        """The middle of the box, from the left."""
        return self.x + WIDTH // 2


def diagram(pipeline: Pipeline) -> Markup:
    """The picture as SVG, with the same said in words for those who cannot see it."""
    way = [stage for stage in pipeline.stages if stage.kind == "active" or stage.outcome == "good"]
    off = [stage for stage in pipeline.stages if stage not in way]
    top = _row(way, pipeline)
    below = _row(off, pipeline)
    place = {box.stage.id: number for number, box in enumerate(top)}
    forward = [
        (top[place[start]], top[place[move.to]])
        for move in pipeline.moves
        for start in move.from_
        if start in place and move.to in place and place[start] < place[move.to]
    ]
    leaving = {start for move in pipeline.moves if move.to not in place for start in move.from_}
    return render(
        "diagram",
        top=top,
        below=below,
        next=[(a, b) for a, b in forward if place[b.stage.id] - place[a.stage.id] == 1],
        leaps=[(a, b) for a, b in forward if place[b.stage.id] - place[a.stage.id] > 1],
        leaving=[box for box in top if box.stage.id in leaving],
        width=2 * MARGIN + max(len(top), len(below)) * (WIDTH + GAP) - GAP,
        height=BELOW + HEIGHT + MARGIN if below else TOP + HEIGHT + MARGIN,
        sizes={"w": WIDTH, "h": HEIGHT, "top": TOP, "rail": RAIL, "below": BELOW},
        words=in_words(pipeline),
    )


def in_words(pipeline: Pipeline) -> str:
    """Every move as a sentence."""
    names = {stage.id: stage.name for stage in pipeline.stages}
    return " ".join(
        f"From {either(tuple(names.get(start, start) for start in move.from_))} "
        f"to {names.get(move.to, move.to)}."
        for move in pipeline.moves
    )


def _row(stages: list[Stage], pipeline: Pipeline) -> list[Box]:
    return [
        Box(stage, looks(stage, pipeline.stages), MARGIN + number * (WIDTH + GAP))
        for number, stage in enumerate(stages)
    ]
