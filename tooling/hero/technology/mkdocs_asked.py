"""Playbook pages that show policies and figures: kept, so that these can be filled in again."""

from dataclasses import dataclass, field
from pathlib import Path

from hero.site.window import Window
from hero.technology.mkdocs_links import linked
from hero.technology.mkdocs_playbooks import with_policies


@dataclass(frozen=True, slots=True)
class Asking:
    """The HTML of a page with its questions still open; `root` leads from it to the site's root."""

    html: str
    root: str
    source: str
    path: str

    def content(self, window: Window) -> str:
        """The HTML with every question answered, and links to ideas as addresses."""
        return linked(with_policies(self.html, window, self.root, self.source), self.root)


@dataclass(slots=True)
class Asked:
    """The pages of one build that ask something: what was filled in, and the whole page."""

    asking: dict[str, tuple[Asking, str]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)

    def keep(self, asking: Asking, content: str) -> str:
        """Remember a page that has something filled in; its content."""
        if content != asking.html:
            self.asking[asking.source] = asking, content
        return content

    def finish(self, source: str, output: str) -> str:
        """Remember the whole page around it; the page."""
        if source in self.asking:
            self.pages[source] = output
        return output

    def write(self, window: Window, out: Path) -> list[str]:
        """Fill each page in again, and write those that say something else now; their paths."""
        written = []
        for source, (asking, before) in self.asking.items():
            after = asking.content(window)
            if after == before or source not in self.pages:
                continue
            self.pages[source] = self.pages[source].replace(before, after)
            self.asking[source] = asking, after
            (out / asking.path).write_text(self.pages[source], encoding="utf-8")
            written.append(asking.path)
        return written
