"""What the tests of the propose page share: a network, a good idea, ways to write."""

from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from hero.registry.idea import Idea
from tests.site.memory import IDEA, POLICIES, registry

PAGE = "process/propose.html"
GOOD = {
    "title": "Warm the cache early",
    "theme": "speed",
    "problem": "Builds wait for it.",
    "proposal": "Fill it at six.",
    "benefit": "Twenty people wait less.",
    "proposers": "bea",
}
CHALLENGE = """
title: Quiet nights
question: What would let people sleep?
sponsor: Ann
opens: 2026-01-02
closes: 2099-01-02
criteria: [It removes pages.]
"""
NETWORK = POLICIES | {
    "ideas/2026/faster.yml": IDEA,
    "ideas/2026/tests.yml": IDEA.replace("Make it faster", "Quarantine flaky tests"),
    "ideas/2026/locks.yml": IDEA.replace("Make it faster", "Renew all locker keys"),
    "playbooks/culture/challenges/quiet.yml": CHALLENGE,
    "playbooks/process/propose.md": """# Propose

## Write it here

<!-- hero: propose-form -->
""",
}


def write(page: Page, texts: Mapping[str, str]) -> None:
    """Put texts into fields as they are; what typing would do to them is not asked here."""
    page.evaluate(
        """texts => { for (const [name, text] of Object.entries(texts)) {
        const field = document.getElementById("hero-propose").elements.namedItem(name);
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true })); } }""",
        dict(texts),
    )
    page.wait_for_timeout(200)


def read(text: str) -> Idea:
    """The file as Hero reads it; no problem is let through."""
    return registry({"new": text}, quiet=CHALLENGE).ideas["new"]


def file(page: Page) -> str:
    """The file that the page shows."""
    return str(page.locator("#propose-file").text_content())


def links(page: Page) -> list[str]:
    """Where the ways out lead."""
    found: list[str] = page.locator("#propose-ways a").evaluate_all("all => all.map(a => a.href)")
    return found


def given(link: str) -> Mapping[str, list[str]]:
    """What a link fills in."""
    return parse_qs(urlsplit(link).query)
