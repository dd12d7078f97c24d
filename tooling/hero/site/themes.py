"""The pages of themes and challenges."""

from hero.culture.ties.thin import ThinTheme
from hero.registry.markdown import Renderer
from hero.registry.phrases import counted
from hero.registry.policies import Challenge
from hero.site import address
from hero.site.network import thin_of
from hero.site.page import Heading, Page
from hero.site.pieces import Pieces, spoken
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
        (slug, challenge, len(window.by_challenge.get(slug, ())), state(window, challenge))
        for slug, challenge in window.registry.challenges.items()
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
    body = render(
        "theme",
        p=pieces,
        theme=theme,
        advocates=advocates_of(window, name),
        gap=next((gap(each) for each in window.derived(thin_of) if each.theme == name), None),
        table=table(pieces, cut(slugs, number, pages), theme.name) if slugs else None,
    )
    title = f"{theme.name}, page {number}" if number > 1 else theme.name
    summary = theme.about if number == 1 else None
    return Page(address.theme(name, number), title, theme.about, body, "themes", summary=summary)


def challenge_page(pieces: Pieces, slug: str, number: int) -> Page:
    """One challenge: what is asked, by whom, how it is judged, and the answers."""
    window = pieces.window
    challenge = window.registry.challenges[slug]
    answers = window.by_challenge.get(slug, ())
    pages = [address.challenge(slug, each) for each in numbers(len(answers))]
    headings = [Heading("criteria", "How answers are judged")]
    headings += [Heading("results", "What came of it")] if challenge.results else []
    headings += [Heading("answers", "Answers")]
    body = render(
        "challenge",
        p=pieces,
        challenge=challenge,
        state=state(window, challenge),
        markdown=Renderer(window.beside, frozenset(heading.id for heading in headings)),
        table=table(pieces, cut(answers, number, pages), "Answers") if answers else None,
    )
    description = f"A challenge: {state(window, challenge)}"
    return Page(
        address.challenge(slug, number),
        f"{challenge.title}, page {number}" if number > 1 else challenge.title,
        description,
        body,
        "themes",
        tuple(headings),
        summary=description if number == 1 else None,
    )


def gap(thin: ThinTheme) -> str | None:
    """What a theme lacks, in a few words; None where it is well looked after."""
    open_ones = f", and {counted(thin.open, 'idea')} of it wait" + "s" * (thin.open == 1)
    if not thin.advocates:
        return f"Nobody covers it{open_ones if thin.open else ''}."
    if len(thin.advocates) == 1:
        return "It hangs on one advocate: a second one is looked for."
    return "One person has a part in every idea of it." if thin.one else None


def state(window: Window, challenge: Challenge) -> str:
    """Is it open, and until when: in words, at the day at which the site stands."""
    today = window.edition.as_of
    if today < challenge.opens:
        return f"Opens on {spoken(challenge.opens)}"
    if today <= challenge.closes:
        return f"Open until {spoken(challenge.closes)}"
    return f"Closed on {spoken(challenge.closes)}"


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
