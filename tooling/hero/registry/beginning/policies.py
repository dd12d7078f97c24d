"""The policies of a registry that begins, as documented files."""

from collections.abc import Iterable, Iterator

from hero.registry.beginning.own import Own
from hero.registry.format import FORMAT
from hero.registry.policies import Advocate
from hero.registry.render import inline

NETWORK = "playbooks/technology/network.yml"
THEMES = "playbooks/process/themes.yml"
ROSTER = "playbooks/advocates/roster.yml"
PEOPLE = "playbooks/culture/people.yml"

_AUDIENCE = (
    "# Who may read the site: public (everybody) or internal. A private repository has to say it."
)


def policies(own: Own) -> dict[str, str]:
    """The text of each policy that differs from one network to the next, by path."""
    texts = {NETWORK: _network, THEMES: _themes, ROSTER: _roster, PEOPLE: _people}
    return {path: "\n".join([*lines(own), ""]) for path, lines in texts.items()}


def _network(own: Own) -> Iterator[str]:
    yield "# The network's own facts."
    for key in ("name", "organisation", "repository", "branch", "forge", "site"):
        yield f"{key}: {inline(getattr(own, key))}"
    yield from (
        "",
        "# How the bot writes on the forge: by pull, or straight to the branch (direct).",
    )
    yield from ("writes: pull", "", _AUDIENCE)
    yield f"audience: {own.audience}" if own.audience else "# audience: public"
    yield from ("", "# The form of these files. `hero upgrade` changes it, nobody else needs to.")
    yield from (
        f"format: {FORMAT}",
        "",
        "# From this day on `hero audit` holds the files against git.",
    )
    yield f"audit_from: {own.today}"
    yield from (
        "",
        "# Working days leave out weekends and the holidays of these regions: [GB-ENG, SE].",
    )
    yield f"holidays: {inline(list(own.holidays))}"
    yield from ("", "limits:", "  writes_per_run: 40", "", "# Who is told what moved.")
    yield from ("channels:", "  - {kind: feed, name: Everything that moved}")


def _themes(own: Own) -> Iterator[str]:
    yield "# The fields that ideas belong to and that advocates know. `unsure` is always allowed in"
    yield "# an idea: an advocate sets the theme. A theme that no advocate covers is a gap."
    yield "themes:"
    for each in own.themes:
        yield from _item({"id": each.id, "name": each.name, "about": each.about}.items())


def _roster(own: Own) -> Iterator[str]:
    yield "# The advocates: who helps which ideas. `id` is GitHub's number for the account, which"
    yield "# outlives a rename. `capacity` is how many open ideas at once; `time_zone` is as in"
    yield "# Europe/Paris; `away: [{from: DATE, to: DATE}]` keeps new ideas off; nobody asks."
    yield "# With `shadow: true` somebody looks on and is counted for nothing."
    yield "advocates:"
    for number, each in enumerate(own.advocates):
        yield from [""] if number else []
        yield from _item(_facts(each))


def _facts(advocate: Advocate) -> Iterator[tuple[str, object]]:
    yield from (("login", advocate.login), ("id", advocate.id), ("unit", advocate.unit))
    yield "expertise", list(advocate.expertise)
    yield from (("capacity", advocate.capacity), ("time_zone", advocate.time_zone))
    yield "since", advocate.since


def _people(own: Own) -> Iterator[str]:
    yield "# What the site may say of people beside their logins. Optional: a login alone will do."
    yield "#   ada-at-work: {name: Ada Nkemelu, unit: platform}"
    yield "people: {}"


def _item(facts: Iterable[tuple[str, object]]) -> Iterator[str]:
    for number, (key, value) in enumerate(facts):
        yield f"  {'  ' if number else '- '}{key}: {inline(value)}"
