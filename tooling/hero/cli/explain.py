"""`hero explain`: what a rule asks for, and why."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from hero.rules import Rule


@click.command("explain")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Explain a rule: what it asks for, why, and what to write instead.

    Without RULE, all rules with what each asks for.
    """
    from hero.rules import RULES
    from hero.rules.wording import nearest

    if rule is None:
        for group in dict.fromkeys(each.group for each in RULES):
            click.secho(group, bold=True)
            for each in RULES:
                if each.group == group:
                    click.echo(f"  {each.id:<18} {each.title}")
        return
    found = next((each for each in RULES if each.id == rule), None)
    if found is None:
        near = nearest(rule, [each.id for each in RULES])
        hint = f" Did you mean {near!r}?" if near else " `hero explain` lists them all."
        raise click.UsageError(f"There is no rule {rule!r}.{hint}")
    click.secho(found.id, bold=True)
    click.echo()
    click.echo(page_of(found))


def page_of(rule: "Rule") -> str:
    """The rule's page, with what it says of a bad file and with a good one."""
    parts = [rule.page]
    if rule.example and rule.example.bad:
        parts += ["What it says:", _indented(rule.example.bad)]
    if rule.example and rule.example.good:
        parts += ["A file that is right:", _indented(rule.example.good)]
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))
