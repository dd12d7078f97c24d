"""Building again after an edit: the same site as building all of it, and far fewer files."""

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from hero.technology.mkdocs import HeroPlugin
from hero.technology.mkdocs_again import Again

HERE = Path(__file__).parents[2]
IDEA = "ideas/2026/depot-simulator.yml"
#: These say when they were made, or list pages in the order in which they were made.
LEFT_OUT = {"sitemap.xml", "sitemap.xml.gz", "search/search_index.json"}


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("registry") / "here"
    root.mkdir()
    for name in ("ideas", "playbooks"):
        shutil.copytree(HERE / name, root / name)
    shutil.copy(HERE / "mkdocs.yml", root)
    return root


def built(root: Path, out: Path) -> HeroPlugin:
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(out), strict=False)
    plugin = config.plugins["hero"]
    assert isinstance(plugin, HeroPlugin)
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    return plugin


def files(out: Path) -> dict[str, bytes]:
    found = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name not in LEFT_OUT}


def again(plugin: HeroPlugin, root: Path, out: Path, *paths: str) -> bool:
    """What MkDocs calls when these files have changed, while it serves."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(out), strict=False)
    config.site_url = plugin.window.registry.network.site
    return plugin._again(config, frozenset(paths))


def test_an_edit_comes_to_the_same_as_a_whole_build(registry: Path, tmp_path: Path) -> None:
    out, whole = tmp_path / "again", tmp_path / "whole"
    plugin = built(registry, out)
    before = files(out)
    text = (registry / IDEA).read_text(encoding="utf-8")
    edited = text.replace("title: A whole depot in a laptop", "title: A depot in a box")
    (registry / IDEA).write_text(edited.replace("theme: depots-and-devices", "theme: data"))
    assert again(plugin, registry, out, IDEA)
    built(registry, whole)
    assert files(out) == files(whole)
    changed = [name for name, content in files(out).items() if before[name] != content]
    assert "ideas/depot-simulator.html" in changed
    assert len(changed) < len(before) / 2


def test_an_edit_of_a_text_alone_writes_what_shows_that_text(
    registry: Path, tmp_path: Path
) -> None:
    plugin = built(registry, tmp_path)
    before = files(tmp_path)
    text = (registry / IDEA).read_text(encoding="utf-8")
    (registry / IDEA).write_text(text.replace("benefit: |\n", "benefit: |\n  Also this.\n"))
    assert again(plugin, registry, tmp_path, IDEA)
    changed = {name for name, content in files(tmp_path).items() if before[name] != content}
    assert changed == {"ideas/depot-simulator.html", "api/v1/ideas/depot-simulator.json"}
    (registry / IDEA).write_text(text, encoding="utf-8")


def test_an_idea_that_goes_is_for_a_whole_build(registry: Path, tmp_path: Path) -> None:
    plugin = built(registry, tmp_path)
    gone = registry / "ideas/2026/who-do-i-ask.yml"
    text = gone.read_bytes()
    gone.unlink()
    assert not again(plugin, registry, tmp_path, "ideas/2026/who-do-i-ask.yml")
    gone.write_bytes(text)


def test_only_changes_of_ideas_are_made_in_part(tmp_path: Path) -> None:
    called: list[str] = []
    ahead: list[int] = []
    (tmp_path / "ideas").mkdir()
    (tmp_path / "playbooks").mkdir()

    def some(paths: frozenset[str]) -> bool:
        called.append(",".join(sorted(paths)))
        return True

    again = Again(tmp_path, lambda: called.append("whole"), some, lambda: ahead.append(len(called)))
    (tmp_path / "ideas/a.yml").write_text("a")
    again()
    (tmp_path / "playbooks/p.md").write_text("p")
    (tmp_path / "ideas/a.yml").write_text("ab")
    again()
    again()
    assert called == ["ideas/a.yml", "whole", "whole"]
    # What is worked out ahead is so at the start, and done before anything is made again.
    assert ahead[0] == 0
    assert 2 in ahead


def test_after_a_failure_everything_is_built(tmp_path: Path) -> None:
    called: list[str] = []
    (tmp_path / "ideas").mkdir()

    def some(paths: frozenset[str]) -> bool:
        raise RuntimeError("no")

    again = Again(tmp_path, lambda: called.append("whole"), some, lambda: None)
    (tmp_path / "ideas/a.yml").write_text("a")
    with pytest.raises(RuntimeError):
        again()
    (tmp_path / "ideas/a.yml").write_text("abc")
    again()
    assert called == ["whole"]
