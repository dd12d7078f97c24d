"""Making again only what a change reaches gives the same site as making everything."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hero.registry.refreshed import refreshed
from hero.registry.registry import Registry
from hero.rules import RULES
from hero.site.again import again
from hero.site.network import network_page
from hero.site.pages import makers
from hero.site.pulse.page import pulse_page
from hero.site.remade import gone, keep, reached, remade
from hero.site.scorecard import scorecard_page, speaks_of
from hero.site.touched import touched
from hero.site.window import Window
from hero.technology.folder import Folder
from tests.site.memory import EDITION, POLICIES, Texts

SITE = "https://example.org/x/"
EXAMPLE = Registry.read(Folder(Path(__file__).parents[2]))
SLUGS = ("alpha", "beta", "gamma", "delta")
CHALLENGE = "playbooks/culture/challenges/quiet.yml"
QUIET = """
title: Quiet nights
question: How?
sponsor: cem
opens: 2026-11-01
closes: 2026-12-01
criteria: [Fewer calls]
"""
DECISIONS = {
    "proposed": "",
    "trying": "decisions: [{date: 2026-09-03, from: proposed, to: trying, by: Ann, because: Yes.}]",
    "declined": (
        "decisions: [{date: 2026-09-05, from: proposed, to: declined, by: Ann, because: No.}]"
    ),
}
#: How an idea at each stage names another: one that was declined repeats it.
LINKS = dict.fromkeys(DECISIONS, "relates_to: [%s]") | {"declined": "duplicate_of: %s"}


#: What else an idea may say, one of them at a time: each is shown, counted or linked somewhere.
MORE = (
    "",
    "summary: Said shortly.",
    "tags: [night, day]",
    "first_step: Ask around.",
    "builder: cem",
    "sponsor: dan",
    "advocates: [Ann]",
    "submitted_by: eve",
    "revisit_on: 2027-01-04",
    "passed: [{login: Ann, date: 2026-09-02}]",
    "evaluations: [{by: dan, date: 2026-09-02, value: 4, effort: 2, confidence: 3, note: Good}]",
    "evidence: [{metric: Minutes, baseline: '9', target: '3', date: 2027-02-01}]",
    "evidence: [{metric: Minutes, baseline: '9', target: '3', result: '2', date: 2026-10-01}]",
)


def text(
    title: str,
    theme: str,
    who: str,
    stage: str,
    link: str,
    challenge: bool,
    problem: str = "Slow",
    came: str = "2026-09-01",
    more: str = "",
) -> str:
    lines = [
        f"title: {title}",
        f"theme: {theme}",
        f"problem: {problem}.\nproposal: {problem} no more. Make it fast.\nbenefit: Time.",
        f"proposers: [{who}]",
        f"proposed_on: {came}\nstage: {stage}",
        DECISIONS[stage],
        f"links: {{{LINKS[stage] % link}}}" if link else "",
        "challenge: quiet" if challenge else "",
        more,
    ]
    return "\n".join(filter(None, lines)) + "\n"


IDEA = st.builds(
    text,
    st.sampled_from(["First", "Second", "Third"]),
    st.sampled_from(["speed", "index", "unsure"]),
    # Who is written first decides how their name is written everywhere.
    st.sampled_from(["bea", "Bea", "cem", "Ann"]),
    st.sampled_from(sorted(DECISIONS)),
    st.sampled_from(["", *SLUGS]),
    st.booleans(),
    st.sampled_from(["It is slow", "It waits"]),
    st.sampled_from(["2026-08-31", "2026-09-01", "2026-11-19"]),
    st.sampled_from(MORE),
)
IDEAS = st.dictionaries(st.sampled_from(SLUGS), IDEA)


def source(ideas: Mapping[str, str]) -> Texts:
    files = {f"ideas/2026/{slug}.yml": held for slug, held in ideas.items()}
    return Texts({**POLICIES, CHALLENGE: QUIET, **files})


def paths_of(slugs: set[str]) -> set[str]:
    return {f"ideas/2026/{slug}.yml" for slug in slugs}


def made(some: Iterable[Callable[[], Any]]) -> dict[str, Any]:
    return {page.path: page for page in (make() for make in some)}


def _by(login: str) -> str:
    return text("First", "speed", login, "declined", "", False)


@settings(max_examples=40)
@given(st.lists(IDEAS, min_size=2, max_size=4))
# Everybody goes and comes back, one of them written in another way.
@example([{"alpha": _by("bea"), "beta": _by("bea")}, {}, {"alpha": _by("Bea"), "beta": _by("bea")}])
def test_what_is_made_again_is_all_that_changed(states: list[dict[str, str]]) -> None:
    """Also after several changes, when much was worked out long ago."""
    there = source(states[0])
    window = Window(Registry.read(there), EDITION, RULES[:2])
    site = made(makers(window, SITE))
    for before, after in pairwise(states):
        slugs = {slug for slug in SLUGS if before.get(slug) != after.get(slug)}
        there.texts = dict(source(after).texts)
        old, window = window, again(window, refreshed(window.registry, paths_of(slugs)))
        change = touched(old, window, slugs)
        keep(change)
        lost = gone(*(makers(side, SITE, reached(change)) for side in (old, window)))
        fresh = made(remade(makers(window, SITE, reached(change)), change))
        site = {path: page for path, page in site.items() if path not in lost} | fresh
        assert site == made(makers(Window(Registry.read(there), EDITION, RULES[:2]), SITE))


@settings(max_examples=30)
@given(before=IDEAS, after=IDEAS)
def test_a_registry_refreshed_is_the_registry_read(
    before: dict[str, str], after: dict[str, str]
) -> None:
    there = source(before)
    old = Registry.read(there)
    changed = {slug for slug in SLUGS if before.get(slug) != after.get(slug)}
    there.texts = dict(source(after).texts)
    assert refreshed(old, paths_of(changed)) == Registry.read(there)


def test_an_edit_of_one_idea_reaches_few_pages() -> None:
    ideas = {slug: text("One", "speed", "bea", "proposed", "", False) for slug in SLUGS}
    edited = {**ideas, "alpha": text("Two", "speed", "bea", "proposed", "", False)}
    old, new = (Window(Registry.read(source(each)), EDITION) for each in (ideas, edited))
    paths = set(made(remade(makers(new, SITE), touched(old, new, {"alpha"}))))
    assert "ideas/alpha.html" in paths
    assert paths.isdisjoint({f"ideas/{slug}.html" for slug in SLUGS[1:]})
    assert paths.isdisjoint({"themes/index.html--", "ideas/stage--declined.html"})
    assert paths.isdisjoint({"people/cem.html", "api/v1/ideas/beta.json"})


@pytest.mark.parametrize(
    ("slug", "reached"),
    [
        # In use, and not looked at again since: the scorecard says so.
        ("no-friday-deploys", {scorecard_page}),
        # On its way: the pulse lists it.
        ("who-do-i-ask", {pulse_page}),
        ("cache-tariff-lookups", set()),
    ],
)
def test_a_title_reaches_the_figures_that_name_the_idea(slug: str, reached: set[object]) -> None:
    named = EXAMPLE.ideas[slug].model_copy(update={"title": "Another"})
    changed = replace(EXAMPLE, ideas={**EXAMPLE.ideas, slug: named})
    old, new = Window(EXAMPLE, EDITION), Window(changed, EDITION)
    made_by = {
        make.func
        for make in remade(makers(new, SITE), touched(old, new, {slug}))
        if isinstance(make, partial)
    }
    assert made_by & {scorecard_page, pulse_page} == reached
    # All ideas of a small registry are in the picture of the network.
    assert network_page in made_by


def _changed(slug: str, **fields: object) -> Registry:
    edited = EXAMPLE.ideas[slug].model_copy(update=fields)
    return replace(EXAMPLE, ideas={**EXAMPLE.ideas, slug: edited}).knowing(EXAMPLE.known)


@pytest.mark.parametrize(
    ("fields", "kept"), [({"title": "Another"}, True), ({"proposed_on": None}, False)]
)
def test_what_figures_name_is_kept_where_no_figure_differs(
    fields: dict[str, object], kept: bool
) -> None:
    slug = "who-do-i-ask"
    old = Window(EXAMPLE, EDITION)
    named = old.derived(speaks_of)
    new = again(old, _changed(slug, **fields))
    keep(touched(old, new, {slug}))
    assert (new.derived(speaks_of) is named) == kept


@pytest.mark.parametrize("proposers", [("somebody-new",), ("Example-Ada",), ()])
def test_who_comes_or_goes_or_is_written_in_another_way_is_noticed(
    proposers: tuple[str, ...],
) -> None:
    slug = "who-do-i-ask"
    old = Window(EXAMPLE, EDITION)
    assert old.names
    registry = _changed(slug, proposers=proposers)
    new = again(old, registry)
    assert (new.logins, new.names) == (
        Window(registry, EDITION).logins,
        Window(registry, EDITION).names,
    )
