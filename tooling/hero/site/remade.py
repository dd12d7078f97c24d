"""Which pages change when ideas change: those alone are made again.

A page is told by what makes it and what it is made for. A page of one idea, person, theme, stage
or challenge changes with what it names; every other page of ideas is about all of them, and is
made again. A test holds this against making everything: no page may be forgotten.
"""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any

from hero.site import address
from hero.site.again import alike
from hero.site.api import idea_download, ideas_download
from hero.site.api_schema import schema_download
from hero.site.board import board_page
from hero.site.decisions import decisions_page
from hero.site.find.data import find_download
from hero.site.follow.agenda import agenda
from hero.site.follow.badge import badge, path_of
from hero.site.follow.downloads import of_idea
from hero.site.follow.feed import Feed, atom_path, json_path
from hero.site.follow.feeds import atom, json_feed
from hero.site.follow.page import follow_page
from hero.site.follow.sheet import sheet
from hero.site.home import home_page
from hero.site.idea import idea_page
from hero.site.ideas import ideas_page
from hero.site.moves import moves_page
from hero.site.network import network_page
from hero.site.people import people_page
from hero.site.person import person_page
from hero.site.pulse.page import chart_download, pulse_page
from hero.site.pulse.standing import waits_longest
from hero.site.rules import rule_page, rules_page
from hero.site.scorecard import scorecard_page, speaks_of
from hero.site.table import ROWS
from hero.site.themes import challenge_page, theme_page, themes_page
from hero.site.told import ahead_of, course_of, work_of
from hero.site.touched import Touched
from hero.site.window import Window

Make = Callable[[], Any]

#: What tells which ideas a page of figures names.
NAMING = (waits_longest, speaks_of)


def remade(makers: Collection[Make], change: Touched) -> list[Make]:
    """Those of the makers whose page or file says something else after the change."""
    if not alike(change.after, change.before):
        return list(makers)
    return [make for make in makers if _changes(make, change)]


def reached(change: Touched) -> Collection[str] | None:
    """The ideas of whose own pages and files some may change; None for all."""
    return change.ideas if alike(change.after, change.before) else None


def gone(before: Collection[Make], after: Collection[Make]) -> set[str]:
    """The files that were made before and are no more."""
    return set(_paths(before)) - set(_paths(after))


def keep(change: Touched) -> None:
    """Keep what pages name, where no figure differs: working that out takes all figures."""
    if alike(change.after, change.before) and not _differs(course_of)(change):
        for naming in NAMING:
            change.after.keep(change.before, naming)


def _paths(makers: Collection[Make]) -> Iterator[str]:
    """Where those files are that come and go with the ideas."""
    for make in makers:
        if isinstance(make, partial) and make.func in _PATHS:
            yield _PATHS[make.func](*make.args)


def _changes(make: Make, change: Touched) -> bool:
    if not isinstance(make, partial) or make.func not in _RULES:
        return True
    return _RULES[make.func](change, *make.args)


def _listing(change: Touched, pieces: object, stage: str | None, number: int) -> bool:
    """A page of the table shows other rows, rows that say something else, or other counts."""
    rows = [_rows(side, stage, number) for side in (change.before, change.after)]
    counts = [
        [(each, len(some)) for each, some in side.by_stage.items()]
        for side in (change.before, change.after)
    ]
    return rows[0] != rows[1] or counts[0] != counts[1] or not change.shown.isdisjoint(rows[1])


def _rows(window: Window, stage: str | None, number: int) -> tuple[str, ...]:
    slugs = window.newest if stage is None else window.by_stage.get(stage, ())
    return slugs[(number - 1) * ROWS : number * ROWS]


def _any(change: Touched, *_: object) -> bool:
    """It tells of all ideas what other pages than their own tell of one."""
    return bool(change.shown)


def _differs(of: Callable[[Window, str], object]) -> Callable[..., bool]:
    """It tells of all ideas nothing but this."""
    return lambda change, *_: any(
        of(change.before, slug) != of(change.after, slug) for slug in change.shown
    )


def _figures(naming: Callable[[Window], Collection[str]]) -> Callable[..., bool]:
    """It tells of all ideas what figures are made of, and of those that it names their titles.

    Where no figure differs, it names the same ideas before and after.
    """
    return lambda change, *_: (
        _differs(course_of)(change)
        or any(
            slug in change.before.derived(naming)
            for slug in change.shown
            if len({side.registry.ideas[slug].title for side in (change.before, change.after)}) > 1
        )
    )


def _feed(change: Touched, window: object, site_url: object, feed: Feed) -> bool:
    kind, _, name = feed.name.partition("--")
    if kind == "theme":
        return name in change.themes
    if kind == "challenge":
        return name in change.challenges
    return kind != "advocate" or name in change.logins


#: What makes a page, and what of it decides whether a change reaches it. Others are always reached.
_RULES: dict[Callable[..., Any], Callable[..., bool]] = {
    idea_page: lambda change, _, slug: slug in change.ideas,
    idea_download: lambda change, _, slug, __: slug in change.ideas,
    of_idea: lambda change, _, __, ___, slug: slug in change.slugs,
    badge: lambda change, _, slug: slug in change.slugs,
    theme_page: lambda change, _, theme, __: theme in change.themes,
    challenge_page: lambda change, _, slug, __: slug in change.challenges,
    person_page: lambda change, _, login, __: login in change.logins,
    ideas_page: _listing,
    **dict.fromkeys((home_page, board_page, moves_page, follow_page, decisions_page), _any),
    **dict.fromkeys((themes_page, people_page), _any),
    **dict.fromkeys((ideas_download, find_download, sheet), _any),
    agenda: _differs(ahead_of),
    chart_download: _differs(course_of),
    pulse_page: _figures(waits_longest),
    scorecard_page: _figures(speaks_of),
    network_page: _differs(work_of),
    atom: _feed,
    json_feed: _feed,
    rule_page: lambda *_: False,
    rules_page: lambda *_: False,
    schema_download: lambda *_: False,
}

#: Where something is that is made for one idea, person, or page of a list.
_PATHS: dict[Callable[..., Any], Callable[..., str]] = {
    idea_page: lambda _, slug: address.idea(slug),
    idea_download: lambda _, slug, __: address.idea_data(slug),
    of_idea: lambda form, _, __, slug: _FORMS[form](f"ideas/{slug}"),
    badge: lambda _, slug: path_of(slug),
    theme_page: lambda _, theme, number: address.theme(theme, number),
    challenge_page: lambda _, slug, number: address.challenge(slug, number),
    person_page: lambda _, login, number: address.person(login, number),
    ideas_page: lambda _, stage, number: address.listing(stage, number),
    decisions_page: lambda _, answer, number: address.decisions(answer, number),
}
_FORMS: dict[Callable[..., Any], Callable[[str], str]] = {atom: atom_path, json_feed: json_path}
