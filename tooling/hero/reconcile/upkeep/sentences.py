"""What upkeep says, sentence by sentence; the words of others are made inert."""

import datetime as dt
from collections.abc import Mapping

from hero.reconcile.inert import said
from hero.registry.phrases import counted

TITLE = "Fill in what the registry keeps"


def pull_text(lines: Mapping[str, str]) -> str:
    """The text of the pull that holds recomputable facts."""
    rows = "".join(
        f"<li><code>{said(slug)}</code>: {said(what)}</li>" for slug, what in lines.items()
    )
    few = counted(len(lines), "idea")
    return (
        f"<p>This fills in what anyone could compute again for {few}: out of git, out of the pulls "
        f"that were merged, and out of the roster.</p><ul>{rows}</ul>"
        "<p>It merges itself, and only while it holds just these bytes. What somebody else pushes "
        "here is overwritten.</p>"
    )


def open_it(address: str) -> str:
    """Asks a person to open the pull, where a job may not."""
    return (
        "<p>The facts that the registry keeps are ready on a branch, and this repository does not "
        f'let a workflow open pulls. Would somebody <a href="{said(address)}">open it with one '
        "click</a>? It merges itself then.</p>"
    )


def check_title(count: int) -> str:
    """The line beside the check."""
    return f"Upkeep of {counted(count, 'idea')}: what anyone could compute again"


def day(date: dt.date) -> str:
    """A day as people write it."""
    return f"{date.day} {date:%B %Y}"
