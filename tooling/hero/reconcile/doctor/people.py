"""Checks of people: the advocates' accounts, and whether somebody who may only read can propose."""

from collections.abc import Iterator

from hero.reconcile.doctor.finding import Verdict, amiss, fine
from hero.reconcile.doctor.health import Health, Unseen
from hero.registry.document import Document
from hero.registry.edit import EditRefused, replace
from hero.registry.policies import Advocate
from hero.registry.rewriting import Rewriting

ROSTER = "playbooks/advocates/roster.yml"
#: So many names are said; of more, how many more there are.
NAMED = 5


def serving(health: Health) -> list[Advocate]:
    """The advocates who serve now, shadows too."""
    today = health.now.date()
    every = health.registry.roster.advocates
    return [each for each in every if not (each.until and each.until < today)]


def accounts(health: Health) -> Verdict | Unseen:
    """Is each advocate's number the one of the account that has their login?"""
    if isinstance(health.accounts, Unseen):
        return health.accounts
    if isinstance(health.holders, Unseen):
        return health.holders
    wrong = [each for each in serving(health) if not _same(health, each)]
    if not wrong:
        return fine("each advocate's number is the one of their account")
    free = [each for each in wrong if _may_mend(health, each)]
    deeds = _renumbered(health, free)
    mend = "ask them, and write what is right in roster.yml: a login may have another owner now"
    if deeds:
        mend = "make sure that these are still the same people; --apply writes the numbers"
    return amiss("; ".join(_told(health, each) for each in wrong), mend, "", *deeds)


def _same(health: Health, advocate: Advocate) -> bool:
    known = _known(health, advocate)
    return known is not None and known == advocate.id


def _known(health: Health, advocate: Advocate) -> int | None:
    """The number of the account that has the login now."""
    if isinstance(health.accounts, Unseen):
        return None
    found = health.accounts.get(advocate.login)
    return found.id if found else None


def _holder(health: Health, advocate: Advocate) -> str | None:
    """Who has the roster's number now."""
    return None if isinstance(health.holders, Unseen) else health.holders.get(advocate.id)


def _told(health: Health, advocate: Advocate) -> str:
    known, holder = _known(health, advocate), _holder(health, advocate)
    if holder:
        now = f"account {advocate.id} is called {holder} now"
        return f"{advocate.login}: {now}" + (", and somebody else has the login" if known else "")
    if known:
        return f"{advocate.login} has the number {known}, and roster.yml says {advocate.id}"
    return f"{advocate.login} is nobody's login, and {advocate.id} nobody's number"


def _may_mend(health: Health, advocate: Advocate) -> bool:
    """A number that is somebody's is never replaced: the login would be a stranger's then."""
    return _known(health, advocate) is not None and _holder(health, advocate) is None


def _renumbered(health: Health, wrong: list[Advocate]) -> tuple[Rewriting, ...]:
    """The roster with the numbers of these accounts, if that can be written."""
    raw = health.registry.raw(ROSTER)
    document = Document.read(ROSTER, raw)
    rows = health.registry.roster.advocates
    try:
        for each in wrong:
            route = ("advocates", rows.index(each), "id")
            document = replace(document, route, _known(health, each))
    except EditRefused:
        return ()
    after = document.text.encode()
    return (Rewriting(ROSTER, raw, after, "the numbers of accounts"),) if after != raw else ()


def requestable(health: Health) -> Verdict | Unseen:
    """May each advocate be asked for a review?"""
    if isinstance(health.requestable, Unseen):
        return health.requestable
    lost = [each.login for each in serving(health) if each.login.lower() not in health.requestable]
    if not lost:
        return fine("each advocate can be asked for a review")
    name = health.registry.network.repository
    return amiss(
        f"{_names(lost)} cannot be asked for a review: GitHub asks only those whom it lets in",
        "; ".join(
            f"gh api --method PUT repos/{name}/collaborators/{login} --field permission=push"
            for login in lost[:NAMED]
        ),
        "settings/access",
    )


def _names(logins: list[str]) -> str:
    more = f" and {len(logins) - NAMED} more" if len(logins) > NAMED else ""
    return ", ".join(logins[:NAMED]) + more


def propose(health: Health) -> Verdict | Unseen:
    """Can somebody who may only read send an idea in?"""
    seen = health.home
    if isinstance(seen, Unseen):
        return seen
    ways = list(_ways(health))
    if ways:
        return fine(f"who may only read can propose by {' or by '.join(ways)}")
    return amiss(
        f"the repository is {seen.visibility} and may not be forked: who may only read has no way "
        "to send an idea in",
        "allow forking under Features, or add the issue form, .github/ISSUE_TEMPLATE/idea.yml",
        "settings",
    )


def _ways(health: Health) -> Iterator[str]:
    seen = health.home
    if isinstance(seen, Unseen):
        return
    if seen.visibility == "public" or seen.forking:
        yield "a pull from a fork"
    if health.checkout.form_file and seen.issues:
        yield "the issue form"
