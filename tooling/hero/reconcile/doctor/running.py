"""Checks of GitHub Actions: may the workflows run, may they open pulls, do they run."""

import datetime as dt

from hero.reconcile.doctor.files import NEEDED
from hero.reconcile.doctor.finding import Enable, Verdict, amiss, fine
from hero.reconcile.doctor.health import Health, Unseen
from hero.reconcile.watch import ACTIVE, stopped

_PAGE = "settings/actions"
#: How long a schedule may be silent; the longest of the shipped ones starts once a day.
SILENT = dt.timedelta(hours=26)


def policy(health: Health) -> Verdict | Unseen:
    """May the actions that the workflows use run at all?"""
    seen, source = health.policy, health.checkout.source
    if isinstance(seen, Unseen):
        return seen
    if not seen.enabled:
        return amiss("Actions is switched off: no workflow runs", "allow actions", _PAGE)
    if seen.allowed == "local_only":
        says = "only the repository's own actions may run, and Hero's workflows use GitHub's"
        return amiss(says, "allow actions created by GitHub", _PAGE)
    if seen.allowed == "selected" and not seen.by_github:
        says = "actions by GitHub are not among those that may run, and Hero's workflows use three"
        return amiss(says, "tick “Allow actions created by GitHub”", _PAGE)
    owner = source.partition("/")[0]
    named = any(each.startswith((f"{owner}/", "*")) for each in seen.patterns)
    ours = health.registry.network.repository.partition("/")[0] == owner
    if source and seen.allowed == "selected" and not (named or ours):
        says = f"the workflows of {source} are not among those that may run"
        return amiss(says, f"add `{source}/*` to the allowed actions", _PAGE)
    return fine("the actions that Hero's workflows use may run")


def pulls(health: Health) -> Verdict | Unseen:
    """May a job open pulls? Only asked for where no App does."""
    if isinstance(health.app, str):
        return fine("the App opens pulls; jobs need not")
    if isinstance(health.may_open_pulls, Unseen):
        return health.may_open_pulls
    if health.may_open_pulls:
        return fine("jobs may open pulls")
    return amiss(
        "jobs may not open pulls: the bot pushes a branch and only links where one could be opened",
        "tick “Allow GitHub Actions to create and approve pull requests”",
        _PAGE,
    )


def active(health: Health) -> Verdict | Unseen:
    """Are the workflows on the default branch, and switched on?"""
    seen = health.workflows
    if isinstance(seen, Unseen):
        return seen
    scheduled = () if isinstance(health.schedules, Unseen) else health.schedules
    own = {each.name for each in scheduled}
    wanted = [name for name in NEEDED if name in health.checkout.workflows]
    lost = [name for name in wanted if name not in seen]
    if lost:
        branch = health.registry.network.branch
        says = f"{', '.join(lost)} is here and not on {branch} of the repository"
        return amiss(says, f"commit it and push it to {branch}")
    off = [name for name in wanted if seen[name] != ACTIVE and name not in own]
    if off:
        told = "; ".join(f"{name} ({seen[name].replace('_', ' ')})" for name in off)
        mend = " and ".join(f"gh workflow enable {name}" for name in off)
        return amiss(f"switched off: {told}", mend, "actions", *map(Enable, off))
    return fine("the workflows are on the default branch and switched on")


def alive(health: Health) -> Verdict | Unseen:
    """Do the schedules still start what they should?"""
    seen = health.schedules
    if isinstance(seen, Unseen):
        return seen
    off = [each.name for each in seen if each.state != ACTIVE]
    told = stopped(seen, health.now, SILENT)
    if not told:
        return fine("the schedule runs")
    if off:
        mend = " and ".join(f"gh workflow enable {name}" for name in off)
        return amiss("; ".join(told), mend, "actions", *map(Enable, off))
    names = ", ".join(each.name for each in seen)
    mend = f"look at the runs of {names}; a push to the file starts a schedule that GitHub lost"
    return amiss("; ".join(told), mend, "actions")
