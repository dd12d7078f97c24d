"""`hero audience`: whether the site may be published where it would be."""

import os
from pathlib import Path

import click

from hero.cli.asking import failing, objected, repository_of
from hero.cli.registry import read, root_option


@click.command("audience")
@root_option
def command(root: Path) -> int:
    """Ask GitHub who could read the site, and hold it against network.yml.

    Run before the site is published. A private or internal repository is refused unless its
    Pages site is for members alone, or network.yml says `audience: public`.

    Needs a token that may read the repository and its Pages, in GITHUB_TOKEN.

    \b
    Examples:
      hero audience
    """
    from hero.site.audience import objection
    from hero.technology.github.asking import reader
    from hero.technology.github.hosting import hosting

    network = read(root, None, lambda path: not path.startswith("ideas/")).network
    with failing():
        found = hosting(reader(os.environ), repository_of(network, os.environ))
    against = objection(network, found)
    if against is None:
        seen = f"the repository is {found.repository}, the site {found.pages}"
        click.echo(f"The site may be published: {seen}.", err=True)
        return 0
    objected(f"The site is not published: {against.words}", against.mend)
    return 1
