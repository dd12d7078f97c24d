"""The pages of themes; the first one lists the challenges too."""

from hero.culture.ties.thin import ThinTheme
from hero.registry.phrases import counted
from hero.site import address
from hero.site.challenge import challenge_page, in_order, state
from hero.site.follow.offer import feed_at, offer
from hero.site.network_said import thin_of
from hero.site.page import Page
from hero.site.pieces import Pieces
from hero.site.table import cut, numbers, table
from hero.site.templates import render
from hero.site.window import Window


def themes_page(pieces: Pieces) -> Page:
    """All themes with their ideas and advocates, and the challenges."""
    window = pieces.window
    thin = {each.theme: gap(each) for each in window.derived(thin_of)}
    themes = [
        (
            theme,
            len(window.by_theme.get(theme.id, ())),
            advocates_of(window, theme.id),
            thin.get(theme.id),
        )
        for theme in window.themes.values()
    ]
    challenges = [
        (slug, len(window.by_challenge.get(slug, ())), state(window, challenge))
        for slug, challenge in in_order(window)
    ]
    unsorted = [slug for slug in window.newest if not _sorted(window, slug)]
    body = render("themes", p=pieces, themes=themes, challenges=challenges, unsorted=unsorted[:50])
    description = "The fields that ideas belong to, and the challenges that ask for them."
    return Page("themes/index.html", "Themes", description, body, "themes")


def theme_page(pieces: Pieces, name: str, number: int) -> Page:
    """One theme: its advocates and, in pages, its ideas."""
    window = pieces.window
    theme, slugs = window.themes[name], window.by_theme.get(name, ())
    pages = [address.theme(name, each) for each in numbers(len(slugs))]
    feed = feed_at(pieces, address.theme(name))
    body = render(
        "theme",
        p=pieces,
        theme=theme,
        offer=offer(pieces, feed),
        advocates=advocates_of(window, name),
        gap=next((gap(each) for each in window.derived(thin_of) if each.theme == name), None),
        table=table(pieces, cut(slugs, number, pages), theme.name) if slugs else None,
    )
    title = f"{theme.name}, page {number}" if number > 1 else theme.name
    summary = theme.about if number == 1 else None
    path = address.theme(name, number)
    return Page(path, title, theme.about, body, "themes", summary=summary, feed=feed)


def gap(thin: ThinTheme) -> str | None:
    """What a theme lacks, in a few words; None where it is well looked after."""
    open_ones = f", and {counted(thin.open, 'idea')} of it wait" + "s" * (thin.open == 1)
    if not thin.advocates:
        return f"Nobody covers it{open_ones if thin.open else ''}."
    if len(thin.advocates) == 1:
        return "It hangs on one advocate: a second one is looked for."
    return "One person has a part in every idea of it." if thin.one else None


def advocates_of(window: Window, theme: str) -> list[str]:
    """The logins of the advocates who know a theme and are in office; those who learn last."""
    today = window.edition.as_of
    serving = [
        advocate
        for advocate in window.registry.roster.advocates
        if theme in advocate.expertise and not (advocate.until and advocate.until < today)
    ]
    return [advocate.login for advocate in sorted(serving, key=lambda entry: entry.shadow)]


def _sorted(window: Window, slug: str) -> bool:
    return window.registry.ideas[slug].theme in window.themes


__all__ = ["challenge_page", "theme_page", "themes_page"]
