"""The same registry as a site by stock Material: each page as Markdown, as one would write it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.rules import RULES
from hero.site.roles import people_of
from hero.technology.folder import Folder


def write_stock(root: Path, out: Path) -> Path:
    """Write `mkdocs.yml` and `docs/` for the registry in `root`; returns the configuration.

    The navigation is the same; all other pages stand outside of it, as they do in Hero.
    """
    registry = Registry.read(Folder(root))
    docs = out / "docs"
    shutil.copytree(root / "playbooks", docs, ignore=shutil.ignore_patterns("*.yml"))
    for path, text in _pages(registry):
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
    config = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    config |= {"docs_dir": "docs", "plugins": ["search"], "strict": False, "watch": []}
    config |= {"site_url": registry.network.site, "not_in_nav": "*", "validation": {}}
    (out / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return out / "mkdocs.yml"


def _pages(registry: Registry) -> Iterator[tuple[str, str]]:
    people: dict[str, list[str]] = {}
    for slug, idea in registry.ideas.items():
        for _, login in people_of(idea):
            people.setdefault(login.lower(), []).append(slug)
        yield f"ideas/{slug}.md", _idea(registry, slug, idea)
    links = [f"[{idea.title}](ideas/{slug}.md)" for slug, idea in registry.ideas.items()]
    yield "index.md", _list("Home", links[:10])
    yield "ideas/index.md", _list("Ideas", [each.replace("](ideas/", "](") for each in links[:500]])
    yield "people/index.md", _list("People", [f"[{login}]({login}.md)" for login in people])
    for login, slugs in people.items():
        yield f"people/{login}.md", _list(login, [_link(registry, slug) for slug in slugs])
    themes = [theme.id for theme in registry.themes.themes]
    yield "themes/index.md", _list("Themes", [f"[{theme}]({theme}.md)" for theme in themes])
    for theme in themes:
        held = [slug for slug, idea in registry.ideas.items() if idea.theme == theme]
        yield f"themes/{theme}.md", _list(theme, [_link(registry, slug) for slug in held])
    yield "rules/index.md", _list("Rules", [f"[{rule.id}]({rule.id}.md)" for rule in RULES])
    for rule in RULES:
        yield f"rules/{rule.id}.md", f"# {rule.id}\n\n{rule.page}\n"


def _idea(registry: Registry, slug: str, idea: Idea) -> str:
    stage = registry.stage(idea)
    roles = ", ".join(f"[{login}](../people/{login.lower()}.md)" for _, login in people_of(idea))
    parts = [f"# {idea.title}", f"**{stage.name}**: {stage.means}", roles]
    for name in ("problem", "proposal", "benefit"):
        parts += [f"## {name.title()}", getattr(idea, name)]
    if idea.evidence:
        parts += ["## Evidence", "| metric | baseline | target | result | date |\n|-|-|-|-|-|"]
        parts[-1] += "".join(
            f"\n| {e.metric} | {e.baseline} | {e.target} | {e.result} | {e.date} |"
            for e in idea.evidence
        )
    if idea.decisions:
        parts += ["## Decisions"]
        parts += [
            f"**{d.date}** {d.from_} → {d.to} by {d.by}\n\n{d.because}" for d in idea.decisions
        ]
    if idea.links.relates_to:
        parts += ["## Related", *(f"- {_link(registry, t, '')}" for t in idea.links.relates_to)]
    return "\n\n".join(parts) + "\n"


def _list(title: str, rows: list[str]) -> str:
    return f"# {title}\n\n" + "".join(f"- {row}\n" for row in rows)


def _link(registry: Registry, slug: str, folder: str = "../ideas/") -> str:
    return f"[{registry.ideas[slug].title}]({folder}{slug}.md)"
