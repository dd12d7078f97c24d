"""A small registry with what is hard to find: accents, attacks, an idea named like a page."""

import json
from pathlib import Path

from hero.technology.mkdocs_build import build
from tests.site.memory import IDEA, POLICIES

ROOT = Path(__file__).parents[2]
TITLE = '<img src=x onerror="window.hurt=1"> Straße İ <b>'
TRYING = """
proposed_on: 2026-09-01
stage: trying
advocates: [Ann]
decisions: [{date: 2026-09-03, from: proposed, to: trying, by: Ann, because: Yes.}]
"""
PEOPLE = "people: {ezi: {name: Jörg Zieliński, unit: big-depots}}"
IDEAS = {
    "index": IDEA.replace("Make it faster", "Zebra crossings") + TRYING,
    "café": IDEA.replace("Make it faster", "Café queues").replace("bea", "Ann"),
    "hostile": IDEA.replace("Make it faster", json.dumps(TITLE)),
    "trams-of-lodz": IDEA.replace("Make it faster", "Trams of Łódź").replace("bea", "ezi")
    + "tags: [nightly]\n",
}


def built(root: Path) -> Path:
    """Build its site; gives the folder that holds it."""
    texts = POLICIES | {
        f"ideas/2026/{slug.replace('é', 'e')}.yml": text for slug, text in IDEAS.items()
    }
    texts["playbooks/culture/people.yml"] = PEOPLE
    texts["mkdocs.yml"] = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    build(root, root / "public" / "site")
    return root / "public"
