"""All ideas as one small file that a browser can filter: columns of numbers beside a few words.

A value that many ideas share (a stage, a theme, a person) is written once and meant by its number.
Measured: 0.22 MB at 1,000 ideas, with summaries; 1.3 MB at 10,000, without, which is 0.4 MB as
sent by a host that compresses.
"""

import datetime as dt
import json
from bisect import bisect_left
from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from hero.site.find.values import AGES, FACETS, Values, name_all, values_of
from hero.site.page import Download
from hero.site.person import units_of
from hero.site.pieces import looks
from hero.site.window import Window

PATH = "search/ideas.json"
#: Raised when the columns change, so that an old script does not read a new file.
VERSION = 2
#: Above so many ideas their summaries are left out: they would be two thirds of the file.
WITH_SUMMARIES = 3000
EPOCH = dt.date(1970, 1, 1)

#: Beside the facets: words, people and those whose turn it is, two days. A summary comes last.
COLUMNS = ("slug", "title", *FACETS, "proposers", "who", "tags", "proposed", "moved")
_LIMITS = [most for _, _, most in AGES if most is not None]


def shortened(window: Window) -> bool:
    """Are there too many ideas for their summaries to be in the file?"""
    return len(window.registry.ideas) > WITH_SUMMARIES


def find_download(window: Window) -> Download:
    """The file. `ideas` has a row an idea, newest move first, in the order of `columns`.

    Where a column holds several values of an idea, one alone stands without a list around it. Of
    the themes the first `linked` have a page.
    """
    values, ideas = values_of(window), window.registry.ideas
    short = shortened(window)
    known, key = window.known, (find_download, short)
    held_all = (
        known.of(key, slug, partial(_held, window, slug, short), ideas[slug])
        for slug in window.newest
    )
    rows = [_row(each, values) for each in held_all]
    name_all(window, values)
    held = {
        "version": VERSION,
        "as_of": _day(window.edition.as_of),
        "columns": (*COLUMNS, *([] if short else ["summary"])),
        "values": {name: list(each.names.items()) for name, each in values.items()},
        "looks": [looks(each, window.registry.pipeline.stages) for each in window.stages.values()],
        "linked": len(window.themes),
        "ideas": rows,
    }
    return Download(PATH, json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode())


class Held(NamedTuple):
    """What the file says of an idea, before values become numbers."""

    words: tuple[str, str]
    stage: str
    theme: str
    units: list[str]
    challenge: str | None
    advocates: list[str]
    turn: str | None
    seeks: tuple[str, ...]
    age: int
    proposers: list[str]
    who: list[str]
    tags: tuple[str, ...]
    days: tuple[int | None, int | None]
    summary: tuple[str, ...]


def _held(window: Window, slug: str, short: bool) -> Held:
    idea, stage = window.registry.ideas[slug], window.stage(slug)
    turn, units = window.turn(slug), window.derived(units_of)
    proposers = _small(idea.proposers)
    return Held(
        words=(slug, idea.title),
        stage=stage.id,
        theme=idea.theme,
        units=sorted({units[each] for each in proposers if each in units}),
        challenge=idea.challenge,
        advocates=_small(idea.advocates),
        turn=turn.role,
        seeks=window.seeks(slug),
        age=_age(window.edition.as_of, window.moved(slug)),
        proposers=proposers,
        who=_small(turn.who),
        tags=idea.tags,
        days=(_day(idea.proposed_on), _day(window.moved(slug))),
        summary=() if short else (window.summary(slug),),
    )


def _row(held: Held, values: Mapping[str, Values]) -> list[Any]:
    def places(column: str, some: list[str] | tuple[str, ...]) -> list[int] | int:
        found = [values[column].place(each) for each in some]
        return found[0] if len(found) == 1 else found

    return [
        *held.words,
        values["stage"].place(held.stage),
        values["theme"].place(held.theme),
        places("unit", held.units),
        values["challenge"].place(held.challenge) if held.challenge else -1,
        places("advocate", held.advocates),
        values["turn"].place(held.turn) if held.turn else -1,
        places("seeks", held.seeks),
        held.age,
        places("people", held.proposers),
        places("people", held.who),
        places("tag", held.tags),
        *held.days,
        *held.summary,
    ]


def _small(logins: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(login.lower() for login in logins))


def _age(today: dt.date, moved: dt.date | None) -> int:
    """The number of its age; -1 where nobody knows the day."""
    return bisect_left(_LIMITS, (today - moved).days) if moved else -1


def _day(date: dt.date | None) -> int | None:
    """Days since 1970: what a browser turns into a date at once."""
    return (date - EPOCH).days if date else None
