"""`hero digest`: what a week brought, for people who do not look every day."""

import datetime as dt
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hero.cli.asking import failing
from hero.cli.changed import standing_day
from hero.cli.registry import read, root_option
from hero.cli.report import printable
from hero.cli.since import date_option, since_option

if TYPE_CHECKING:
    from hero.culture.digest import Digest


@click.command("digest")
@root_option
@since_option
@date_option
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text")
@click.option("--apply", "spend", is_flag=True, help="Post it; else it is only shown.")
def command(root: Path, since: dt.date | None, date: dt.date | None, form: str, spend: bool) -> int:
    """Tell what moved and why, what is new, what waits on whom, what closes soon; with thanks.

    Of the last week from Monday to Sunday, or from a day until today. With --apply it goes where
    `channels` in network.yml say: one issue with the label `digest` a week, edited where it is
    there already, and then to chat. A chat's address stands in the environment, under the name
    that `secret` gives. The token is in HERO_TOKEN or GITHUB_TOKEN; or an App's, in HERO_APP_ID
    and HERO_APP_KEY.

    \b
    Examples:
      hero digest
      hero digest --since 2026-11-01 --format markdown
      hero digest --apply
    """
    from hero.culture.digest import Week, digest, last_week
    from hero.process.flow.past import past

    base = read(root)
    today = date or standing_day(base)
    base = past(base, date) if date else base
    if since is not None and since > today:
        raise click.UsageError(f"{since} is still ahead; today is {today}.")
    week = Week(since, today) if since else last_week(today)
    told = digest(base, week, today)
    _print(told, form)
    return _post(told, os.environ) if spend else 0


def _print(told: "Digest", form: str) -> None:
    from hero.culture.digest_text import plain
    from hero.reconcile.upkeep.digesting import markdown

    if form == "json":
        click.echo(json.dumps(_data(told), indent=2, ensure_ascii=False))
    elif form == "markdown":
        click.echo(markdown(told))
    else:
        for line in plain(told, None).splitlines():
            click.echo(printable(line))


def _post(told: "Digest", environ: Mapping[str, str]) -> int:
    from contextlib import ExitStack

    from hero.cli.reconcile import connected
    from hero.reconcile.apply import apply
    from hero.reconcile.issue_actions import OpenIssue
    from hero.reconcile.upkeep.digesting import DIGEST, post

    network = told.registry.network
    if network.example:
        click.echo("Note: this registry is an example: nothing is ever sent.", err=True)
        return 0
    if told.empty:
        click.echo("Note: it was a quiet week: nothing is sent.", err=True)
        return 0
    if not any(each.kind == "digest" for each in network.channels):
        click.echo("Note: no channel of kind `digest` in network.yml: no issue.", err=True)
        _chat(told, environ)
        return 0
    with failing(), ExitStack() as stack:
        forge = connected(told.registry, environ, None, stack)
        place = forge.place()
        both = [*forge.issues(DIGEST, "open"), *forge.issues(DIGEST, "closed")]
        actions = list(post(told, place, both if place.issues else []))
        outcomes = apply(actions, forge, network.limits.writes_per_run)
    for each in outcomes:
        why = f" ({printable(each.words)})" if each.words else ""
        click.echo(f"{each.fate}: {printable(each.action.words)}{why}", err=True)
    # A second run the same week edits the issue, and leaves the chat in peace.
    first = any(isinstance(each.action, OpenIssue) and each.fate == "done" for each in outcomes)
    if first or not place.issues:
        _chat(told, environ)
    return int(any(each.fate == "refused" for each in outcomes))


def _chat(told: "Digest", environ: Mapping[str, str]) -> None:
    """Tell the chats; what fails is said, without the address, and fails nothing."""
    from hero.culture.digest_text import heading, plain
    from hero.technology.chat import tell

    network = told.registry.network
    text = plain(told, network.site).partition("\n\n")[2]
    for each in network.channels:
        if each.kind != "chat":
            continue
        address = environ.get(each.secret or "")
        if not address:
            click.echo(f"Note: {printable(each.name)}: {each.secret} is not set.", err=True)
        elif tell(address, heading(told), text):
            click.echo(f"done: tell {printable(each.name)}", err=True)
        else:
            click.echo(f"Note: {printable(each.name)} did not take the digest.", err=True)


def _data(told: "Digest") -> dict[str, Any]:
    from hero.culture.digest_text import heading, opening, parts

    return {
        "week": told.week.name,
        "first": told.week.first.isoformat(),
        "last": told.week.last.isoformat(),
        "heading": heading(told),
        "opening": opening(told),
        "parts": [
            {
                "title": part.title,
                "lines": [
                    {"title": each.title, "words": each.words, "path": each.path}
                    for each in part.lines
                ],
                "more": part.more,
            }
            for part in parts(told)
        ],
    }
