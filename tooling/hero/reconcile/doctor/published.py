"""Checks of the site, and of the version of Hero that it is made with."""

from hero.reconcile.doctor.finding import Verdict, amiss, fine
from hero.reconcile.doctor.health import Health, Unseen

_PAGE = "settings/pages"
#: So many lines of a release's own words are worth repeating.
LINES = 12


def pages(health: Health) -> Verdict | Unseen:
    """Is there a place for the site, and is it the one that network.yml names?"""
    seen, network = health.site, health.registry.network
    if isinstance(seen, Unseen):
        return seen
    if seen is None:
        mend = f"gh api --method POST repos/{network.repository}/pages --field build_type=workflow"
        return amiss("GitHub Pages is not switched on: there is no site", mend, _PAGE)
    if seen.build == "legacy":
        says = "GitHub Pages publishes a branch, and Hero's site is built by a workflow"
        return amiss(says, "choose “GitHub Actions” as the source", _PAGE)
    if seen.address and network.site and _plain(seen.address) != _plain(network.site):
        says = f"the site is at {seen.address}, and network.yml says {network.site}"
        mend = f"write `site: {seen.address}` in playbooks/technology/network.yml"
        return amiss(says, mend, _PAGE)
    return fine(f"the site is published at {seen.address or network.site}")


def _plain(address: str) -> str:
    return address.rstrip("/").removeprefix("https://").removeprefix("http://").lower()


def audience(health: Health) -> Verdict | Unseen | None:
    """May as many read the site as would?"""
    if health.site is None:
        return None
    seen = health.readers if not isinstance(health.site, Unseen) else health.site
    if isinstance(seen, Unseen):
        return seen
    if seen.against:
        return amiss(f"{seen.against}, so it is not published", seen.mend, _PAGE)
    return fine(f"the repository is {seen.repository}, the site {seen.pages}")


def newest(health: Health) -> Verdict | Unseen | None:
    """Is there a newer Hero, and what would it change?"""
    here, seen = health.checkout, health.newest
    if not here.pins or seen is None:
        return None
    if isinstance(seen, Unseen):
        return seen
    asked = sorted(set(here.pins.values()))
    if asked == [seen.version]:
        return fine(f"{seen.version} is the newest Hero")
    words = [line.strip() for line in seen.words.splitlines() if line.strip()][:LINES]
    changes = f": {' '.join(words)}" if words else ""
    says = f"{seen.version} is out, and this registry takes {', '.join(asked)}{changes}"
    if seen.form and seen.form > here.at:
        says += f" Its files are in format {seen.form}, these in {here.at}: `hero upgrade` follows."
    where = ", ".join(sorted(here.pins))
    return amiss(says, f"read {seen.address}, then name {seen.version} in {where}")
