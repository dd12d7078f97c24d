"""The page that says how to propose an idea, and the file to start from."""

from urllib.parse import urlsplit

from hero.process.turn import due_of
from hero.registry.idea import Idea
from hero.site.page import Heading, Page
from hero.site.pieces import Pieces
from hero.site.templates import render

PATH = "propose.html"
_ASKED = ("title", "theme", "problem", "proposal", "benefit", "proposers")
_PROSE = ("problem", "proposal", "benefit")


def propose_page(pieces: Pieces) -> Page:
    """How to propose: in the browser or in a terminal, and what happens then."""
    window = pieces.window
    network, pipeline = window.registry.network, window.registry.pipeline
    headings = (
        Heading("browser", "In the browser"),
        Heading("terminal", "In a terminal"),
        Heading("themes", "Themes to choose from"),
        Heading("then", "What happens then"),
    )
    body = render(
        "propose",
        p=pieces,
        network=network,
        host=urlsplit(network.forge).hostname,
        example=window.example,
        path=f"ideas/{window.edition.as_of.year}/a-short-name.yml",
        text=to_fill_in(),
        themes=window.registry.themes.themes,
        deadlines=[due_of(deadline, None) for deadline in pipeline.initial.deadlines],
    )
    description = "How to propose an idea, in the browser or in a terminal."
    return Page(PATH, "Propose an idea", description, body, "home", headings, None, description)


def to_fill_in() -> str:
    """An idea file with the model's own examples to write over."""
    lines = ["# yaml-language-server: $schema=../schema.json"]
    for name in _ASKED:
        field = Idea.model_fields[name]
        example = (field.examples or [""])[0]
        lines.append(f"# {field.description}")
        if name in _PROSE:
            lines += [f"{name}: |", f"  {example}"]
        else:
            shown = f"[{', '.join(example)}]" if isinstance(example, list) else example
            lines.append(f"{name}: {shown}")
    return "\n".join(lines) + "\n"
