"""Checks of the repository, of whoever asks, and of the mode in which the bot writes."""

from hero.reconcile.doctor.finding import Verdict, amiss, fine
from hero.reconcile.doctor.health import Environment, Health, Unseen

#: What a GitHub App of Hero's has to be allowed.
NEEDS = {"contents": "write", "pull_requests": "write", "issues": "write", "checks": "write"}
#: The environment that holds the App's key, the secret and the variable that chooses the mode.
ENVIRONMENT, KEY, VARIABLE = "registry-bot", "HERO_APP_KEY", "HERO_APP_ID"


def home(health: Health) -> Verdict | Unseen:
    """Is the repository the one that network.yml names?"""
    seen, network = health.home, health.registry.network
    if isinstance(seen, Unseen):
        return _hidden(seen, network.repository) if seen.kind in ("gone", "permission") else seen
    where = "playbooks/technology/network.yml"
    if seen.name.lower() != network.repository.lower():
        says = f"{network.repository} is called {seen.name} now, and writes to an old name get lost"
        return amiss(says, f"write `repository: {seen.name}` in {where}, and look at `site` too")
    if seen.branch != network.branch:
        says = f"the default branch is {seen.branch}, and network.yml says {network.branch}"
        return amiss(says, f"write `branch: {seen.branch}` in {where}, and in publish.yml")
    if seen.archived:
        return amiss("it is archived: nobody can write to it", "unarchive it", "settings")
    if not seen.issues:
        says = "its issues are switched off: ideas have no place to be talked about or voted on"
        return amiss(says, "switch Issues on under Features", "settings")
    return fine(f"{seen.name} is {seen.visibility}, its default branch is {seen.branch}")


def _hidden(seen: Unseen, name: str) -> Verdict:
    """A repository that a token was shown to and that stayed hidden from it."""
    mend = f"see that network.yml names the right one, and that the token may read {name}"
    return amiss(seen.why, mend)


def token(health: Health) -> Verdict | Unseen:
    """May whoever asks do what is needed? Of an app its permissions are held against ours."""
    asker, seen = health.asker, health.home
    if isinstance(asker, Unseen):
        return asker
    if asker.permissions is not None:
        app = f"the App {asker.login}" if asker.login else "the App"
        lost = [
            f"{name.replace('_', ' ')}: {level}"
            for name, level in NEEDS.items()
            if asker.permissions.get(name) != level
        ]
        if lost:
            mend = "give the App these permissions, and accept them where it is installed"
            return amiss(f"{app} lacks {', '.join(lost)}", mend)
        return fine(f"{app} may do what Hero does")
    if isinstance(seen, Unseen):
        return seen
    if asker.kind == "person" and not seen.rights & {"push", "maintain", "admin"}:
        says = f"{asker.login} may only read here: most settings cannot be seen so"
        return amiss(says, "ask again with the token of somebody who administers the repository")
    what = "admin" if "admin" in seen.rights else "write" if "push" in seen.rights else "a job"
    return fine(f"asked as {asker.login} ({what})")


def mode(health: Health) -> Verdict | Unseen:
    """Which mode the bot writes in, and whether it is set up whole."""
    if isinstance(health.app, Unseen):
        return health.app
    if health.app is None:
        return fine(
            "the bot writes with the jobs' own token: the check hero/idea is advice, and pulls "
            "that it opens wait for somebody to approve their runs"
        )
    seen = health.environment
    if isinstance(seen, Unseen):
        return seen
    return _keyed(seen, health.registry.network.branch)


def _keyed(seen: Environment | None, branch: str) -> Verdict | Unseen:
    """The App's environment, as it should be."""
    page = "settings/environments"
    if seen is None:
        says = f"{VARIABLE} is set, and there is no environment {ENVIRONMENT} with the App's key"
        return amiss(says, f"make it, for {branch} alone, with the secret {KEY}", page)
    if seen.key is False:
        says = f"the environment {ENVIRONMENT} holds no secret {KEY}: every run as the App fails"
        return amiss(says, f"gh secret set {KEY} --env {ENVIRONMENT} < KEY.pem", page)
    if not seen.branches:
        says = f"any branch may use {ENVIRONMENT}: who can push one can write as the App"
        return amiss(says, f"let it deploy from {branch} alone", page)
    if isinstance(seen.key, Unseen):
        return seen.key
    return fine("the bot writes as a GitHub App, with a key that only the default branch gets")
