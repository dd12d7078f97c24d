"""Checks of the files here, for which nobody needs to be asked."""

from hero.reconcile.doctor.finding import Verdict, amiss, fine
from hero.reconcile.doctor.health import Health

#: The workflows that a registry needs, and what stops without each.
NEEDED = {
    "check.yml": "nobody is told what is wrong with an idea, at its line",
    "review-signal.yml": "an approval is noticed half an hour later",
    "reconcile.yml": "no pull is answered and nothing merges",
    "schedule.yml": "what an event lost stays lost, and nothing is due on any day",
    "publish.yml": "the site is not published",
}


def beginning(health: Health) -> Verdict:
    """Is this still the example?"""
    network = health.registry.network
    if not network.example:
        return fine(f"{network.name} is its own registry, at {network.repository}")
    return amiss(
        "network.yml still says `example: true`: nothing is ever written to a forge",
        "`hero init` makes it a registry of your own",
    )


def begun(health: Health) -> Verdict:
    """Does the audit know when to begin?"""
    day = health.registry.network.audit_from
    if day:
        return fine(f"the audit begins on {day}")
    return amiss(
        "network.yml names no `audit_from`",
        f"add `audit_from: {health.now.date()}` to playbooks/technology/network.yml",
    )


def form(health: Health) -> Verdict:
    """Are the files in the form that this Hero writes?"""
    here = health.checkout
    if here.at == here.form:
        return fine(f"the files are in format {here.at}, as Hero {here.version} writes them")
    return amiss(
        f"the files are in format {here.at}, and Hero {here.version} writes {here.form}",
        "`hero upgrade` shows what changes, and `hero upgrade --apply` writes it",
    )


def workflows(health: Health) -> Verdict:
    """Is everything there that runs on the forge?"""
    lost = [name for name in NEEDED if name not in health.checkout.workflows]
    if not lost:
        return fine(f"all {len(NEEDED)} workflows are in .github/workflows")
    mend = "take them from Hero's repository into .github/workflows, and push"
    if len(lost) == len(NEEDED):
        return amiss(".github/workflows has none of Hero's workflows", mend)
    return amiss("; ".join(f"without {name}, {NEEDED[name]}" for name in lost), mend)


def owners(health: Health) -> Verdict:
    """Does anybody own the policies?"""
    text = health.checkout.owners
    if text is None:
        return amiss(
            "there is no .github/CODEOWNERS: anybody's approval changes the rules",
            "write one that names who approves changes of playbooks/ and .github/",
        )
    rules = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    invented = any("@example-org/" in line for line in rules)
    if invented and not health.registry.network.example:
        return amiss(
            "CODEOWNERS still names teams of the example",
            "put your own people or teams in place of @example-org/… in .github/CODEOWNERS",
        )
    return fine("CODEOWNERS says who approves changes of the rules")


def versions(health: Health) -> Verdict | None:
    """Do all files ask for the same version of Hero? Only where it is taken by reference."""
    pins = health.checkout.pins
    if not pins:
        return None
    asked = sorted(set(pins.values()))
    if len(asked) == 1:
        return fine(f"all of {health.checkout.source} is taken at {asked[0]}")
    told = "; ".join(f"{path} at {version}" for path, version in sorted(pins.items()))
    return amiss(f"Hero is taken at {len(asked)} versions: {told}", "name one version in all files")
