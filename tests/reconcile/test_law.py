"""Whatever a pull is like, the plan does by it what the law says; and done, it is empty."""

import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from hero.reconcile.actions import Ask, Assign, Merge, Relabel, Say, WriteCheck
from hero.reconcile.apply import apply
from hero.reconcile.checking import ANNOTATIONS
from hero.reconcile.seen import Account, Review
from tests.reconcile.machine_law import BAD, Law
from tests.reconcile.town import BOT, IDEA, NOW, PATH, Town, account

GRACE, LINUS = Account("example-grace", 101), Account("example-linus", 102)
#: Who reviews: advocates, one of them renamed, who took an old login, strangers and machines.
PEOPLE = [
    GRACE,
    LINUS,
    Account("example-mei", 103),
    Account("gracie", 101),
    Account("example-linus", 666),
    account("example-sock"),
    Account("helper[bot]", 102, bot=True),
]
VERDICTS = ["approved"] * 3 + ["changes_requested", "commented", "dismissed"]
SAID = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(VERDICTS), st.integers(0, 3))
#: Mostly a pull is as it should be, so that each single fault meets an approval.
RARELY = st.sampled_from([False] * 5 + [True])


@st.composite
def pulls(draw: st.DrawFn) -> dict[str, Any]:
    """What a pull is like."""
    return {
        "author": draw(st.sampled_from(["example-ada"] * 4 + ["example-grace", "example-sock"])),
        "proposers": draw(st.sampled_from([["example-ada"]] * 3 + [["example-ada", LINUS.login]])),
        "bad": draw(RARELY),
        "draft": draw(RARELY),
        "mergeable": draw(st.sampled_from([True, True, True, True, None, False])),
        "said": draw(st.lists(SAID, max_size=4)),
        "wrote": draw(st.sampled_from([()] * 4 + [(LINUS,), (BOT,)])),
        "days": draw(st.sampled_from([0, 0, 0, 4, 6, 7, 8, 12])),
        "labels": draw(st.sets(st.sampled_from(["waits on: advocate", "stage: adopted", "mine"]))),
        "locked": draw(RARELY),
    }


@pytest.fixture(scope="module")
def town() -> Iterator[Town]:
    with tempfile.TemporaryDirectory() as folder:
        yield Town(Path(folder) / "registry")


def stand(town: Town, like: dict[str, Any]) -> Law:
    """Let the one pull of the town be like this; the law on it."""
    names = f"[{', '.join(like['proposers'])}]"
    text = IDEA.replace("[example-ada]", names) + BAD * like["bad"]
    town.forge.pulls_seen.clear()
    town.clock = NOW - dt.timedelta(days=like["days"])
    pull = town.open(1, like["author"], {PATH: text})
    reviews = [
        # Now and then a review stands on the commit before.
        Review(n + 1, by, verdict, pull.head if old < 3 else "f" * 40, NOW + dt.timedelta(0, n))
        for n, (by, verdict, old) in enumerate(like["said"])
    ]
    fields = {name: like[name] for name in ("draft", "mergeable", "locked")}
    town.set(
        1, authors=(*pull.authors, *like["wrote"]), reviews=tuple(reviews),
        labels=frozenset(like["labels"]), **fields,
    )  # fmt: skip
    return Law(town.pull, not like["bad"], frozenset(like["proposers"]), town.today)


@given(pulls())
@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_plan_does_by_a_pull_what_the_law_says(town: Town, like: dict[str, Any]) -> None:
    law = stand(town, like)
    actions = town.planned().actions
    event(law.waits_on)
    assert any(isinstance(each, Merge) for each in actions) == (law.waits_on == "nobody")
    (check,) = (each for each in actions if isinstance(each, WriteCheck))
    assert check.text.conclusion == law.conclusion
    labels = set(law.pull.labels)
    for each in actions:
        if isinstance(each, Relabel):
            labels = (labels | each.add) - each.remove
    assert labels == law.labels | (law.pull.labels & {"mine"})
    assert len([each for each in actions if isinstance(each, Say)]) == (not law.pull.locked)
    asks(law, [login for e in actions if isinstance(e, Ask | Assign) for login in e.logins])
    apply(actions, town.forge, 100)
    if law.waits_on != "nobody" or law.pull.mergeable:
        assert town.planned().actions == ()


def asks(law: Law, logins: list[str]) -> None:
    """Nobody is asked twice, or about their own, or about a draft or a text with faults."""
    assert len(logins) == len(set(logins))
    assert not set(logins) & {law.pull.author.login, *law.proposers}
    assert not set(logins) & {each.by.login for each in law.pull.reviews}
    wanted = law.sound and not law.pull.draft
    assert wanted or not logins
    free = wanted and not law.pull.reviews and law.pull.author.login == "example-ada"
    assert len(logins) == 2 or not free


def test_a_flood_of_faults_does_not_use_up_a_run(town: Town) -> None:
    flood = "".join(f"nonsense-{n}: true\n" for n in range(90))
    town.forge.pulls_seen.clear()
    town.open(1, files={f"ideas/2026/flood-{n}.yml": IDEA + flood for n in range(4)})
    (check,) = (each for each in town.planned().actions if isinstance(each, WriteCheck))
    assert len(check.text.annotations) == ANNOTATIONS
    assert {each.level for each in check.text.annotations} == {"failure"}
    assert f"The first {ANNOTATIONS} of " in check.text.summary
    assert check.text.conclusion == "failure"
