"""Which pages and files one worker makes one after another: what they share is worked out once.

At 10,000 ideas the pages of the flow take 3.9 s of a core where each is made alone and 2.5 s
together, the lists 4.8 s and 2.7 s, an idea's page and its files 5.7 s and 4.3 s.
"""

import math
from collections.abc import Callable, Collection
from functools import partial
from itertools import chain
from typing import Any

from hero.site.api import idea_download, ideas_download
from hero.site.board import board_page
from hero.site.decisions import decisions_page
from hero.site.find.data import find_download
from hero.site.follow.agenda import agenda
from hero.site.follow.badge import badge
from hero.site.follow.downloads import of_idea
from hero.site.follow.page import follow_page
from hero.site.follow.sheet import sheet
from hero.site.home import home_page
from hero.site.idea import idea_page
from hero.site.ideas import ideas_page
from hero.site.network import network_page
from hero.site.person import person_page
from hero.site.propose_similar import similar_download
from hero.site.pulse.page import chart_download, pulse_page
from hero.site.scorecard import scorecard_page
from hero.site.themes import challenge_page, theme_page

Make = Callable[[], Any]

_FLOW = (chart_download, pulse_page, scorecard_page, home_page, board_page, network_page, agenda)
_LISTS = (
    *(ideas_page, theme_page, challenge_page, person_page, decisions_page, follow_page),
    *(ideas_download, find_download, sheet),
)
#: What tells of many ideas, parted by what it rests on; what is not named is the last part.
_PARTS = (_FLOW, _LISTS, (similar_download,))
_PART: dict[Callable[..., Any], int] = {
    make: part for part, makes in enumerate(_PARTS) for make in makes
}
#: What makes something of one idea, and where the idea's slug stands.
_OF_ONE: dict[Callable[..., Any], int] = {idea_page: 1, idea_download: 1, of_idea: 3, badge: 1}
#: The pages and files of so many ideas are made in one go, or of more in so many goes.
IDEAS, GOES = 50, 200


def of_all(makers: Collection[Make]) -> list[Make]:
    """Those of the makers whose page or file tells of more than one idea."""
    return [make for make in makers if _slug(make) is None]


def together(makers: Collection[Make]) -> list[list[Make]]:
    """All of the makers, parted into what is best made in one go.

    What takes long comes first, so that no worker waits for another's last piece of work.
    """
    parts: list[list[Make]] = [[] for _ in (*_PARTS, "the rest")]
    ideas: dict[str, list[Make]] = {}
    for make in makers:
        if (slug := _slug(make)) is None:
            parts[_PART.get(_func(make), -1)].append(make)
        else:
            ideas.setdefault(slug, []).append(make)
    each = list(ideas.values())
    size = max(IDEAS, math.ceil(len(each) / GOES))
    starts = range(0, len(each), size)
    goes = [list(chain.from_iterable(each[start : start + size])) for start in starts]
    return [part for part in (*parts, *goes) if part]


def _slug(make: Make) -> str | None:
    place = _OF_ONE.get(_func(make))
    return make.args[place] if place is not None and isinstance(make, partial) else None


def _func(make: Make) -> Callable[..., Any]:
    return make.func if isinstance(make, partial) else make
