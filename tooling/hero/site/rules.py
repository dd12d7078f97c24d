"""The pages of rules, out of their own words."""

from hero.registry.markdown import Renderer, plain
from hero.site import address
from hero.site.page import Heading, Page
from hero.site.pieces import Pieces
from hero.site.rule_page import RulePage
from hero.site.templates import render


def rules_page(pieces: Pieces) -> Page:
    """All rules by group, in the order in which the groups first come."""
    groups: dict[str, list[tuple[RulePage, str]]] = {}
    for rule in pieces.window.rules:
        groups.setdefault(rule.group, []).append((rule, split(rule)[0]))
    body = render("rules", p=pieces, groups=list(groups.items()))
    description = "What every file is held against, and what to write instead."
    return Page("rules/index.html", "Rules", description, body, "rules")


def rule_page(pieces: Pieces, rule: RulePage) -> Page:
    """What a rule asks, why, and how to mend it."""
    title, text = split(rule)
    body = render("rule", p=pieces, rule=rule, title=title, text=text, markdown=Renderer(top=2))
    return Page(
        address.rule(rule.id), rule.id, title, body, "rules", _headings(rule), summary=title
    )


def _headings(rule: RulePage) -> tuple[Heading, ...]:
    if rule.example is None:
        return ()
    parts = (
        ("bad", "What it says", rule.example.bad),
        ("good", "A file that is right", rule.example.good),
    )
    return tuple(Heading(anchor, name) for anchor, name, there in parts if there)


def split(rule: RulePage) -> tuple[str, str]:
    """The first line of a rule's page without its marks, and the rest as Markdown."""
    first, _, rest = rule.page.strip().partition("\n")
    return plain(first.lstrip("# ")), rest.strip()
