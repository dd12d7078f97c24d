"""Checks of what guards the default branch and what becomes of a merge."""

from hero.reconcile.checking import CHECK
from hero.reconcile.doctor.finding import Verdict, amiss, fine
from hero.reconcile.doctor.health import Health, Unseen
from hero.reconcile.labels import Label, idea_label, stage_label, waits_label
from hero.registry.registry import Registry

#: The app in whose name every job's own token writes.
JOBS = 15368
_PAGE = "settings/rules"


def rules(health: Health) -> Verdict | Unseen:
    """Does the default branch change by pulls alone, and is the check from where it should be?"""
    seen, branch = health.rules, health.registry.network.branch
    if isinstance(seen, Unseen):
        return seen
    if not seen.pulls:
        says = f"{branch} asks for no pull: whoever may write can push a decision past its gate"
        return amiss(says, f"make a ruleset for {branch} that requires a pull request", _PAGE)
    if not seen.owners:
        says = "code owners need not approve: any approval changes the rules"
        return amiss(says, "tick “Require review from Code Owners” in the ruleset", _PAGE)
    if isinstance(health.app, Unseen):
        return health.app
    return _by_app(health.app, seen.checks) if health.app else _by_jobs(seen.checks)


def _by_app(app: str, checks: object) -> Verdict:
    held = dict(checks) if isinstance(checks, dict) else {}
    if CHECK not in held:
        says = f"the check {CHECK} is not required, so it may fail and a pull merge all the same"
        return amiss(says, f"require {CHECK} from the App {app} in the ruleset", _PAGE)
    if str(held[CHECK]) != app:
        says = f"{CHECK} may come from anybody who can write a check, not from the App alone"
        return amiss(says, f"choose the App {app} as the source of {CHECK} in the ruleset", _PAGE)
    return fine(f"pulls need {CHECK} from the App, and code owners guard the rules")


def _by_jobs(checks: object) -> Verdict:
    held = dict(checks) if isinstance(checks, dict) else {}
    if held.get(CHECK) not in (None, JOBS):
        says = f"{CHECK} is required from app {held[CHECK]}, which never writes it: nothing merges"
        return amiss(says, "choose “any source” in the ruleset, or run Hero as that App", _PAGE)
    return fine("changes come by pull, and code owners guard the rules")


def owners(health: Health) -> Verdict | Unseen | None:
    """Do those whom CODEOWNERS names exist, and may they approve?"""
    seen = health.owner_errors
    if seen is None or health.checkout.owners is None:
        return None
    if isinstance(seen, Unseen):
        return seen
    if seen:
        mend = "give them write access, or name somebody else in .github/CODEOWNERS"
        return amiss("; ".join(seen), mend, "settings/access")
    return fine("the code owners exist and may approve")


def labels(health: Health) -> Verdict | Unseen:
    """Are the labels there that pulls are sorted by?"""
    if isinstance(health.labels, Unseen):
        return health.labels
    there = {each.lower() for each in health.labels}
    lost = [each for each in wanted(health.registry) if each.name.lower() not in there]
    if not lost:
        return fine("the labels are there")
    names = ", ".join(f"“{each.name}”" for each in lost)
    return amiss(
        f"{len(lost)} labels are not there: {names}",
        "reconcile makes each when it is first needed; `hero doctor --apply` makes them now",
        "labels",
        *lost,
    )


def wanted(registry: Registry) -> list[Label]:
    """The labels that Hero gives: of ideas, of each stage, of each who can be waited on."""
    stages = registry.pipeline.stages
    waited = {stage.waits_on for stage in stages if stage.waits_on}
    waited |= {each.waits_on for stage in stages for each in stage.deadlines}
    return [idea_label(), *map(stage_label, stages), *map(waits_label, sorted(waited))]
