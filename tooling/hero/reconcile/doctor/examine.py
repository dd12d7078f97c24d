"""All that doctor looks at, in the order in which somebody would mend it."""

from hero.reconcile.doctor import files, guard, people, published, rights, running
from hero.reconcile.doctor.finding import Check, Finding, found
from hero.reconcile.doctor.health import Health

CHECKS: tuple[Check, ...] = (
    Check("example", "Beginning", "An example is shown and never run.", files.beginning, True),
    Check("format", "Form", "An older form is read as the newest one.", files.form, True),
    Check(
        "audit-from",
        "Audit",
        "Without a first day, everything that ever happened is held against git.",
        files.begun,
        True,
    ),
    Check("workflows", "Workflows", "They are all that runs.", files.workflows, True),
    Check("versions", "Versions", "Two versions may not agree.", files.versions, True),
    Check("codeowners", "Owners", "Who changes the rules, rules.", files.owners, True),
    Check("repository", "Repository", "Everything is written there.", rights.home),
    Check("token", "Token", "What it may not see, nobody is told.", rights.token),
    Check("mode", "Mode", "It decides what a green check is worth.", rights.mode),
    Check("actions", "Actions", "Hero runs in them.", running.policy),
    Check("open-pulls", "The bot's pulls", "Moves and upkeep are pulls.", running.pulls),
    Check("active", "Runs", "What is not there or is off does not run.", running.active),
    Check(
        "schedule",
        "Schedule",
        "GitHub stops schedules without a word; then nothing is due and nobody is reminded.",
        running.alive,
    ),
    Check("rules", "Rules", "A rule that can be gone round is none.", guard.rules),
    Check("owners", "Code owners", "An owner who cannot approve is passed over.", guard.owners),
    Check("labels", "Labels", "They say whose turn it is.", guard.labels),
    Check("pages", "Pages", "The site is where people read.", published.pages),
    Check("audience", "Readers", "What was published once is out.", published.audience),
    Check(
        "accounts",
        "Accounts",
        "An approval counts by the account's number, which outlives a rename.",
        people.accounts,
    ),
    Check(
        "requestable",
        "Requests",
        "Who cannot be asked for a review is only mentioned, and easily misses it.",
        people.requestable,
    ),
    Check("propose", "Proposing", "An idea comes from anybody.", people.propose),
    Check("newest", "Newest", "Newer versions mend what older ones got wrong.", published.newest),
)


def examine(health: Health, checks: tuple[Check, ...] = CHECKS) -> list[Finding]:
    """What each check finds, in their order. Of an example only what is here is looked at."""
    only = health.registry.network.example
    every = (found(each, health) for each in checks if each.local or not only)
    return [each for each in every if each is not None]
