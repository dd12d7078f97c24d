"""Where the button that says "Propose an idea" leads."""

from hero.registry.template import idea_template
from hero.site import address
from hero.site.window import Window

#: The playbook page that says how to propose, and where it is on the site.
PLAYBOOK, PAGE = "playbooks/process/propose.md", "process/propose.html"

#: What stands in a new file until somebody writes over it.
_EXAMPLE = {
    "title": "What it is, in a few words",
    "theme": "unsure",
    "proposers": ["your-login"],
}


def propose_address(window: Window, root: str) -> str:
    """The playbook's page where there is one, else a new file on the forge."""
    if PLAYBOOK in window.registry.source.paths("playbooks/process"):
        return root + PAGE
    return new_idea_address(window)


def new_idea_address(window: Window) -> str:
    """The forge's editor with a new idea in it, ready to fill in."""
    path = f"ideas/{window.edition.as_of.year}/a-short-name.yml"
    return address.new_file(window.registry.network, path, idea_template(path, _EXAMPLE))
