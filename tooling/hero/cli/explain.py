"""`hero explain`: what a rule asks for, and why."""

import click


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
    click.echo(found.page)
