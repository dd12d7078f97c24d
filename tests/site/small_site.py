"""A site of few pages that is built in a second, with the shipped settings."""

import re
from pathlib import Path

from hero.technology.mkdocs_build import build
from tests.site.memory import IDEA, POLICIES

_NAV = re.compile(r"^nav:\n(?:  .*\n)+", re.MULTILINE)
_SHIPPED = Path(__file__).parents[2] / "mkdocs.yml"
PAGES = {
    "process/index.md": "# Process\n\nHow an idea *moves* here. No more.\n\n## One\n\nA.\n",
    "process/gates.md": "# Gates\n\n<!-- hero: pipeline -->\n\nWhat a gate asks for & why.\n",
    "culture/none.md": "# Nothing more\n",
}


def small(root: Path, network: str = "", ideas: dict[str, str] | None = None) -> Path:
    """Build it below `root`; `network` are more lines of the network's own file."""
    files = dict(POLICIES) | {f"playbooks/{path}": text for path, text in PAGES.items()}
    files["playbooks/technology/network.yml"] += network
    held = ideas or {"faster": IDEA + "proposed_on: 2026-09-01\n"}
    files |= {f"ideas/2026/{slug}.yml": text for slug, text in held.items()}
    files["mkdocs.yml"] = _NAV.sub("", _SHIPPED.read_text("utf-8"))
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    build(root, root / "public")
    return root / "public"
