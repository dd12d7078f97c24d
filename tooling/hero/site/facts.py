"""The short facts of an idea: who, when, where the work is."""

from markupsafe import Markup, escape

from hero.registry.idea import Decision, Idea
from hero.registry.policies import Network
from hero.site import address
from hero.site.pieces import Pieces, element, joined, outside, when

_NOBODY, _NOBODY_YET = Markup("nobody"), Markup("nobody yet")
_ON, _COMMA = Markup(" on "), Markup(", ")
_ACCOUNTABLE = element("span", "(accountable)", class_="hero-note")
_DECIDED, _BOTH = Markup("Decided by "), Markup("Decided and approved by ")
_APPROVED = Markup(", approved by ")


def facts(p: Pieces, idea: Idea) -> list[tuple[str, Markup]]:
    """(what, who or when) for everything that is known; the three roles also when empty."""
    nobody = _NOBODY if p.window.registry.stage(idea).kind == "final" else _NOBODY_YET
    found = [("Proposed by", p.people(idea.proposers))]
    if idea.submitted_by:
        found.append(("Sent in by", p.person(idea.submitted_by)))
    found += [
        ("Advocates", _advocates(p, idea) or nobody),
        ("Builder", p.person(idea.builder) if idea.builder else nobody),
        ("Sponsor", p.person(idea.sponsor) if idea.sponsor else nobody),
    ]
    if idea.passed:
        passed = (joined((p.person(e.login), _ON, when(e.date))) for e in idea.passed)
        found.append(("Passed on by", joined(passed, ", ")))
    if idea.proposed_on:
        found.append(("Proposed on", when(idea.proposed_on)))
    if idea.revisit_on:
        found.append(("Looked at again", when(idea.revisit_on)))
    if idea.tags:
        found.append(("Tags", escape(", ".join(idea.tags))))
    if idea.links.implementation:
        found.append(("The work", joined(map(outside, idea.links.implementation), ", ")))
    return found


def _advocates(p: Pieces, idea: Idea) -> Markup:
    if not idea.advocates:
        return Markup()
    first = joined((p.person(idea.advocates[0]), _ACCOUNTABLE), " ")
    return joined([first, *map(p.person, idea.advocates[1:])], ", ")


def byline(p: Pieces, decision: Decision, network: Network) -> Markup:
    """Who decided, who approved, and where it can be seen."""
    others = [login for login in decision.approved_by if login != decision.by]
    both = len(others) < len(decision.approved_by)
    line = [_BOTH if both else _DECIDED, p.person(decision.by)]
    if others:
        line += [_APPROVED, p.people(others)]
    if decision.pull:
        words = f"pull {decision.pull}"
        # An example's pulls are as invented as its people.
        link = address.pull(network, decision.pull)
        line += [_COMMA, escape(words) if network.example else element("a", words, href=link)]
    if decision.imported:
        line.append(escape(f". Imported: {decision.imported}"))
    return joined(line)
