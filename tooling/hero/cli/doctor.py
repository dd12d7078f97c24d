"""`hero doctor`: is everything set up that the registry needs, and what is to do where not."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hero.cli.asking import repository_of
from hero.cli.paint import colour
from hero.cli.registry import read, root_option
from hero.registry.failure import Failed
from hero.registry.registry import Registry

if TYPE_CHECKING:
    from hero.reconcile.doctor.finding import Deed, Finding
    from hero.reconcile.doctor.health import Health
    from hero.technology.github.forge import GitHub

_NOBODY = "there is no token to ask GitHub with: GITHUB_TOKEN=$(gh auth token) hero doctor"


@click.command("doctor")
@root_option
@click.option("--apply", "spend", is_flag=True, help="Mend what can be mended safely.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(root: Path, spend: bool, form: str) -> int:
    """Look whether everything is set up, and say what to do where it is not.

    Looks at the files here and, with a token in GITHUB_TOKEN, at the repository and its settings.
    Most settings show themselves to administrators alone: use the token of one. With --apply it
    makes labels, switches stopped workflows on, and writes account numbers into the roster.

    The exit code is 1 where something is to mend, 3 where GitHub did not answer.

    \b
    Examples:
      GITHUB_TOKEN=$(gh auth token) hero doctor
      hero doctor --apply
    """
    from hero.cli.doctor_shown import data, text
    from hero.reconcile.doctor.examine import examine
    from hero.reconcile.doctor.health import Unseen

    registry = read(root, None, lambda path: not path.startswith("ideas/"))
    health, forge = _looked(root, registry, os.environ)
    findings = examine(health)
    done = _mended(root, forge, findings) if spend else {}
    if form == "json":
        click.echo(json.dumps(data(health, findings, done), indent=2))
    else:
        click.echo(text(health, findings, done, spend), nl=False, color=colour())
    if isinstance(health.home, Unseen) and health.home.kind in ("broken", "rate"):
        return 3
    return int(any(_open(each, done) for each in findings))


def _looked(
    root: Path, registry: Registry, environ: Mapping[str, str]
) -> "tuple[Health, GitHub | None]":
    """What is to be seen, and the forge; none of an example's, and none without a token."""
    from hero.reconcile.doctor.health import Health
    from hero.technology.checkout import checkout
    from hero.technology.clock import now

    local = Health(registry, checkout(root), now())
    token = environ.get("HERO_TOKEN") or environ.get("GITHUB_TOKEN")
    app = environ.get("HERO_APP_ID"), environ.get("HERO_APP_KEY")
    if registry.network.example:
        return local, None
    if not token and not all(app):
        from hero.technology.github.health import unlooked

        return unlooked(local, _NOBODY), None
    return _asked(root, local, token, app, environ)


def _asked(
    root: Path,
    local: "Health",
    token: str | None,
    app: tuple[str | None, str | None],
    environ: Mapping[str, str],
) -> "tuple[Health, GitHub | None]":
    """Ask with the App's key or the token."""
    from hero.reconcile.forge import ForgeRefused
    from hero.technology.github.accounts import api_of
    from hero.technology.github.connect import App, connect
    from hero.technology.github.health import look, unlooked
    from hero.technology.github.installed import permissions
    from hero.technology.github.schedules import with_schedule

    repository = repository_of(local.registry.network, environ)
    api = api_of(local.registry.network.forge, environ)
    key = App(app[0], app[1]) if app[0] and app[1] else None
    held = permissions(key, repository, api) if key else None
    try:
        graphql = environ.get("GITHUB_GRAPHQL_URL") or ""
        forge = connect(key or token or "", repository, api, graphql)
    except ForgeRefused as refused:
        return unlooked(local, refused.words.rstrip(".")), None
    return look(forge, local, with_schedule(root), held), forge


def _mended(root: Path, forge: "GitHub | None", findings: "list[Finding]") -> "dict[Deed, str]":
    """What became of each deed: nothing to say where it was done, else why it was not."""
    return {deed: _spent(root, forge, deed) for each in findings for deed in each.deeds}


def _spent(root: Path, forge: "GitHub | None", deed: "Deed") -> str:
    from hero.reconcile.forge import ForgeRefused
    from hero.reconcile.labels import Label
    from hero.registry.rewriting import Rewriting
    from hero.technology.github.schedules import enable
    from hero.technology.rewritings import spend

    try:
        if isinstance(deed, Rewriting):
            spend(root, [deed])
        elif forge is None:
            return "there is nobody to ask"
        elif isinstance(deed, Label):
            forge.make_label(deed.name, deed.colour, deed.about)
        else:
            enable(forge.calls, forge.place().name, deed.workflow)
    except ForgeRefused as refused:
        return refused.words.rstrip(".")
    except Failed as failed:
        return failed.words
    return ""


def _open(finding: "Finding", done: "dict[Deed, str]") -> bool:
    """Is it still to be mended?"""
    mended = finding.deeds and all(done.get(each) == "" for each in finding.deeds)
    return finding.state == "mend" and not mended
