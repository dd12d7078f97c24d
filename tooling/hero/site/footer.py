"""The lines at the foot of every page: from when and from what the site is, and the ways on."""

from markupsafe import Markup

from hero.site import address
from hero.site.pieces import moment, when
from hero.site.propose import PAGE, propose_address
from hero.site.window import Window


def footer(window: Window, before: str | None = None) -> Markup:
    """The day, and the commit with its moment, behind what the registry says itself (safe HTML)."""
    edition, network = window.edition, window.registry.network
    own = Markup("{} · ").format(Markup(before)) if before else Markup()  # noqa: S704
    line = Markup("As of {}").format(when(edition.as_of))
    if edition.commit:
        code = Markup("<code>{}</code>").format(edition.commit[:10])
        link = Markup('<a href="{}">{}</a>').format(address.commit(network, edition.commit), code)
        line += Markup(", commit {}").format(code if window.example else link)
    if edition.committed:
        line += Markup(" of {}").format(moment(edition.committed))
    return own + line


def ways_on(window: Window) -> list[tuple[str, str]]:
    """(words, path from the site's root or address): what readers look for at the foot of a page.

    An example has no repository that could be looked at. The forge's editor with a new idea in it
    has an address as long as the idea: where no page says how to propose, home leads there.
    """
    propose = propose_address(window, "")
    found = [("Propose", propose)] if propose == PAGE else []
    found += [("Follow", address.follow()), ("Data", f"{address.follow()}#data")]
    if not window.example:
        found.append(("Repository", address.repository(window.registry.network)))
    return found
