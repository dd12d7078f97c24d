"""Where the button that says "Propose an idea" leads."""

from urllib.parse import urlencode

from hero.registry.template import idea_template
from hero.site import address
from hero.site.window import Window

#: The playbook page that says how to propose, and where it is on the site.
PLAYBOOK, PAGE = "playbooks/process/propose.md", "process/propose.html"
#: The section of that page with the form in it.
FORM = "write-it-here"

#: What stands in a new file until somebody writes over it.
_EXAMPLE = {
    "title": "What it is, in a few words",
    "theme": "unsure",
    "proposers": ["your-login"],
}


def propose_address(window: Window, root: str, **known: str) -> str:
    """The playbook's page where there is one, else a new file on the forge.

    `known` is what the idea is for: `theme` or `challenge`, which are filled in there.
    """
    if PLAYBOOK not in window.registry.source.paths("playbooks/process"):
        return new_idea_address(window, **known)
    return f"{root}{PAGE}?{urlencode(known)}#{FORM}" if known else root + PAGE


def new_idea_address(window: Window, **known: str) -> str:
    """The forge's editor with a new idea in it, ready to fill in."""
    path = f"ideas/{window.edition.as_of.year}/a-short-name.yml"
    text = idea_template(path, _EXAMPLE | known)
    return address.new_file(window.registry.network, path, text)
