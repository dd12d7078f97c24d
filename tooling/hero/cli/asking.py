"""What verbs that ask GitHub have in common: of which repository, and what a refusal becomes."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click

from hero.cli.report import printable
from hero.registry.failure import Failed
from hero.registry.policies import Network


def repository_of(network: Network, environ: Mapping[str, str]) -> str:
    """The repository (OWNER/NAME) that a job runs in, or else the one that network.yml names."""
    named = environ.get("GITHUB_REPOSITORY") or network.repository
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", named, re.ASCII):
        raise click.UsageError(f"GITHUB_REPOSITORY is {named!r}; it should be OWNER/NAME.")
    return named


@contextmanager
def failing() -> Iterator[None]:
    """Turn what the forge refuses into a failure, with its own words."""
    from hero.reconcile.forge import ForgeRefused

    try:
        yield
    except ForgeRefused as refused:
        raise Failed(refused.words.rstrip(".")) from refused


def objected(words: str, mend: str) -> None:
    """Print what is wrong and what helps; in a job also as an annotation, which its page shows."""
    said = printable(words)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        escaped = f"{said}. {mend}".replace("%", "%25")
        click.echo(f"::error::{escaped}")
        return
    click.echo(f"{said}.\n  = help: {mend}")
