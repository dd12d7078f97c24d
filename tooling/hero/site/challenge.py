"""The page of a challenge: what is asked, how long yet, how it is judged, what came of it."""

from markupsafe import Markup

from hero.culture.challenges import PHASES, Standing, answers, reported, standing
from hero.registry.markdown import Renderer
from hero.registry.phrases import both, counted
from hero.registry.phrases import number as in_words
from hero.registry.policies import Challenge
from hero.site import address
from hero.site.follow.offer import feed_at, offer
from hero.site.page import Heading, Page
from hero.site.pieces import Pieces, spoken
from hero.site.table import cut, numbers, table
from hero.site.templates import render
from hero.site.thanked import badge_image, crew_of
from hero.site.window import Window


def challenge_page(pieces: Pieces, slug: str, number: int) -> Page:
    """One challenge: what is asked, by whom, how it is judged, and the answers."""
    window = pieces.window
    challenge = window.registry.challenges[slug]
    found = window.by_challenge.get(slug, ())
    pages = [address.challenge(slug, each) for each in numbers(len(found))]
    shown = reported(challenge, window.edition.as_of)
    crew = crew_of(window, slug) if shown else ()
    headings = _headings(shown, bool(crew))
    anchors = frozenset(heading.id for heading in headings)
    came = answers(window.registry, slug, found)
    feed = feed_at(pieces, address.challenge(slug))
    body = render(
        "challenge",
        p=pieces,
        slug=slug,
        challenge=challenge,
        offer=offer(pieces, feed),
        at=standing(challenge, window.edition.as_of),
        state=state(window, challenge),
        steps=_steps(window, challenge),
        shown=shown,
        crew=[
            _thanks(pieces, each.kind.thanks, each.logins, badge_image(pieces, each.kind))
            for each in crew
        ],
        became=_became(window, found),
        late=[pieces.idea(each) for each in came.late],
        early=[pieces.idea(each) for each in came.early],
        question=Renderer(window.beside, anchors, top=2)(challenge.question),
        markdown=Renderer(window.beside, anchors),
        table=table(pieces, cut(found, number, pages), "Answers") if found else None,
    )
    description = f"A challenge: {state(window, challenge)}"
    title = f"{challenge.title}, page {number}" if number > 1 else challenge.title
    summary = description if number == 1 else None
    path = address.challenge(slug, number)
    return Page(path, title, description, body, "themes", headings, summary=summary, feed=feed)


def in_order(window: Window) -> list[tuple[str, Challenge]]:
    """All challenges: open ones first, then those that owe something; reported ones last."""
    day = window.edition.as_of

    def place(entry: tuple[str, Challenge]) -> tuple[int, int, str]:
        slug, challenge = entry
        at = standing(challenge, day)
        newest_first = at.phase == "reported"
        by = challenge.closes.toordinal()
        return PHASES.index(at.phase), -by if newest_first else by, slug

    return sorted(window.registry.challenges.items(), key=place)


def state(window: Window, challenge: Challenge) -> str:
    """Where it stands, in words, at the day at which the site stands."""
    at, day = standing(challenge, window.edition.as_of), window.edition.as_of
    if at.phase == "ahead":
        return f"Opens on {spoken(challenge.opens)}, {_ahead(at)} from {spoken(day)}"
    if at.phase == "open":
        left = f"{_ahead(at)} left on {spoken(day)}" if at.days else "the last day"
        return f"Open until {spoken(challenge.closes)}, {left}"
    closed = f"Closed on {spoken(challenge.closes)}"
    if at.phase == "overdue" and at.on:
        return f"{closed}; its results were promised by {spoken(at.on)} and are overdue"
    if at.phase == "judging":
        promised = f"promised by {spoken(at.on)}" if at.on else "not promised by a day"
        return f"{closed}; its results are {promised}"
    if at.on is None:
        return f"{closed}, with results"
    late = f", {counted(at.days, 'day')} late" if at.days else ""
    return f"{closed}, results on {spoken(at.on)}{late}"


def _ahead(at: Standing) -> str:
    return counted(at.days or 0, "day")


def _steps(window: Window, challenge: Challenge) -> list[tuple[str, str, str]]:
    """Opens, closes, results: (what, when, past · now · ahead · overdue)."""
    day, at = window.edition.as_of, standing(challenge, window.edition.as_of)
    opened = "ahead" if at.phase == "ahead" else "past"
    closed = "ahead" if at.phase == "ahead" else "now" if at.phase == "open" else "past"
    on = challenge.results_on if reported(challenge, day) else challenge.results_by
    when = spoken(on) if on else "no day promised" if at.phase != "reported" else "published"
    last = {"reported": "past", "overdue": "overdue", "judging": "now"}.get(at.phase, "ahead")
    return [
        ("Opens", spoken(challenge.opens), opened),
        ("Closes", spoken(challenge.closes), closed),
        ("Results", when, last),
    ]


def _became(window: Window, found: tuple[str, ...]) -> str:
    """Where the answers are, stage by stage: two in use and one withdrawn."""
    here = [window.stage(slug) for slug in found]
    parts = [
        f"{in_words(here.count(stage))} {stage.name.lower()}"
        for stage in window.stages.values()
        if stage in here
    ]
    return both(parts)


def _thanks(
    p: Pieces, words: str, logins: tuple[str, ...], badge: Markup
) -> tuple[Markup, str, Markup]:
    return badge, words, p.people(logins)


def _headings(shown: bool, crew: bool) -> tuple[Heading, ...]:
    found = [Heading("criteria", "How answers are judged")]
    found += [Heading("results", "What came of it")] if shown else []
    found += [Heading("thanks", "Thank you")] if crew else []
    return (*found, Heading("answers", "Answers"))
