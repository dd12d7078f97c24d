"""Making a site again after a change of one idea, against making all of it."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from hero.technology.cores import uncollected
from hero.technology.mkdocs import HeroPlugin
from tests.benchmarks.generate import generate

pytestmark = pytest.mark.bench

HERE = Path(__file__).parents[2]
#: A rebuild takes at most this share of a whole build, by number of ideas. The small one shares
#: with a whole build what both do of the playbooks' pages.
SHARE = {1000: 0.2, 10_000: 0.1}
Edit = Callable[[str], str]


def _text(text: str) -> str:
    return text.replace("problem: |\n", f"problem: |\n  Edited at {time.time_ns()}.\n")


def _title(text: str) -> str:
    return re.sub("title: (.*)", rf"title: \1 {time.time_ns() % 1000}", text, count=1)


def _move(text: str) -> str:
    decision = '{date: 2026-11-20, from: proposed, to: declined, by: example-1, because: "No."}'
    return text.replace("stage: proposed", f"stage: declined\ndecisions:\n  - {decision}")


EDITS: dict[str, Edit] = {"a text": _text, "a title": _title, "a move": _move}


@pytest.mark.parametrize("count", SHARE)
def test_a_change_of_one_idea_takes_a_small_part_of_a_whole_build(
    tmp_path: Path, count: int
) -> None:
    root = generate(count, tmp_path / "registry")
    settings = (HERE / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site"), strict=False)
    plugin = config.plugins["hero"]
    assert isinstance(plugin, HeroPlugin)
    # As `hero serve` builds it: without the program that indexes texts.
    config.plugins.on_startup(command="serve", dirty=False)
    start = time.perf_counter()
    mkdocs_build(config)
    whole = time.perf_counter() - start
    plugin._ahead(config)
    shares = {what: seconds / whole for what, seconds in _again(plugin, config, root)}
    for what, share in shares.items():
        print(f"\n{count:>6} ideas, {what}: {share:.3f} of a whole build ({whole:.2f} s)")
    assert max(shares.values()) <= SHARE[count]


def _again(plugin: HeroPlugin, config: MkDocsConfig, root: Path) -> Iterator[tuple[str, float]]:
    files = [path for path in sorted((root / "ideas").rglob("*.yml")) if _proposed(path)]
    for file, (what, edit) in zip(files[5:], EDITS.items(), strict=False):
        before = file.read_text(encoding="utf-8")
        after = edit(before)
        assert after != before
        file.write_text(after, encoding="utf-8")
        start = time.perf_counter()
        with uncollected():
            assert plugin._again(config, frozenset({file.relative_to(root).as_posix()}))
        yield what, time.perf_counter() - start


def _proposed(path: Path) -> bool:
    return "\nstage: proposed\n" in path.read_text(encoding="utf-8")
