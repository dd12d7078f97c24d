"""All pages and downloads of a site, each made only when it is asked for."""

from collections.abc import Callable, Container, Iterator, Sequence
from functools import partial

from hero.registry.registry import Registry
from hero.site.api import idea_download, ideas_download
from hero.site.api_schema import schema_download
from hero.site.board import board_page
from hero.site.decisions import decision_pages, decisions_page
from hero.site.find.data import find_download
from hero.site.follow.downloads import chosen, follow_makers
from hero.site.follow.page import follow_page
from hero.site.home import home_page
from hero.site.idea import idea_page
from hero.site.ideas import ideas_page
from hero.site.moves import moves_page
from hero.site.network import network_page
from hero.site.page import Download, Edition, Page
from hero.site.people import people_page
from hero.site.person import person_page
from hero.site.pieces import Pieces
from hero.site.propose_similar import similar_download
from hero.site.pulse.page import CHARTS, chart_download, pulse_page
from hero.site.rule_page import RulePage
from hero.site.rules import rule_page, rules_page
from hero.site.scorecard import scorecard_page
from hero.site.table import numbers
from hero.site.thanked import badge
from hero.site.themes import challenge_page, theme_page, themes_page
from hero.site.window import Window

MakePage = Callable[[], Page]
MakeDownload = Callable[[], Download]


def pages(registry: Registry, edition: Edition, rules: Sequence[RulePage] = ()) -> Iterator[Page]:
    """Every page of the site but the playbooks, in a fixed order."""
    return (make() for make in page_makers(Window(registry, edition, rules)))


def downloads(registry: Registry, edition: Edition) -> Iterator[Download]:
    """Every file for programs."""
    return (make() for make in download_makers(Window(registry, edition)))


def makers(
    window: Window, site_url: str | None, only: Container[str] | None = None
) -> list[MakePage | MakeDownload]:
    """What makes each page and each file; with `only`, those of these ideas alone, and all else."""
    return [*page_makers(window, only), *download_makers(window, site_url, only)]


def page_makers(window: Window, only: Container[str] | None = None) -> list[MakePage]:
    """What makes each page. Making one costs nothing until it is called."""
    above, below = Pieces(window, ""), Pieces(window, "../")
    registry = window.registry
    makers: list[MakePage] = [partial(home_page, above), partial(board_page, below)]
    makers += [partial(moves_page, below), partial(follow_page, below)]
    makers.append(partial(pulse_page, below))
    makers += [partial(decisions_page, below, *each) for each in decision_pages(window)]
    makers += [partial(ideas_page, below, None, n) for n in numbers(len(registry.ideas))]
    for stage, slugs in window.by_stage.items():
        makers += [partial(ideas_page, below, stage, n) for n in numbers(len(slugs))]
    makers += [partial(idea_page, below, slug) for slug in chosen(window, only)]
    makers.append(partial(themes_page, below))
    for theme in window.themes:
        many = numbers(len(window.by_theme.get(theme, ())))
        makers += [partial(theme_page, below, theme, n) for n in many]
    for challenge in registry.challenges:
        many = numbers(len(window.by_challenge.get(challenge, ())))
        makers += [partial(challenge_page, below, challenge, n) for n in many]
    makers += [partial(people_page, below), partial(network_page, below)]
    for key in window.logins:
        many = numbers(len({slug for _, slug in window.by_person.get(key, ())}))
        makers += [partial(person_page, below, key, n) for n in many]
    makers += [partial(scorecard_page, below), partial(rules_page, below)]
    makers += [partial(rule_page, below, rule) for rule in window.rules]
    return makers


def download_makers(
    window: Window, site_url: str | None = None, only: Container[str] | None = None
) -> list[MakeDownload]:
    """What makes each file for programs; the numbers of the charts come first."""
    makers: list[MakeDownload] = [partial(chart_download, window, n) for n in range(len(CHARTS))]
    makers += [schema_download, partial(ideas_download, window, site_url)]
    makers += [partial(idea_download, window, slug, site_url) for slug in chosen(window, only)]
    makers += [partial(badge, kind) for kind in window.registry.recognition.kinds]
    makers += [partial(find_download, window), partial(similar_download, window)]
    return [*makers, *follow_makers(window, site_url, only)]
