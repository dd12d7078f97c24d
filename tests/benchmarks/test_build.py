"""The whole build, against stock Material with the same pages as Markdown."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.generate import generate
from tests.benchmarks.measure import Measured, measure
from tests.benchmarks.stock import write_stock

pytestmark = pytest.mark.bench

HERE = Path(__file__).parents[2]
#: How many times faster the build has to be, by number of ideas. Indexing every text for search is
#: another program's work, and measured apart.
FASTER = {100: None, 1000: 2.0, 10_000: 4.0}
#: What a site of 10,000 ideas may take, in bytes of its files.
MOST_BYTES = 400_000_000
#: Hero without the program that indexes texts, as where that is not installed.
BARE = "import sys; sys.modules['pagefind_bin'] = None; from hero.cli import main; main()"


def test_building_is_faster_than_stock_material(tmp_path: Path) -> None:
    ours: dict[int, Measured] = {}
    ratios: dict[int, float] = {}
    for count in FASTER:
        root = generate(count, tmp_path / str(count))
        config = (HERE / "mkdocs.yml").read_text(encoding="utf-8")
        (root / "mkdocs.yml").write_text(config, encoding="utf-8")
        rounds = 1 if count > 1000 else 3
        stock = write_stock(root, tmp_path / f"stock-{count}")
        build = [sys.executable, "-c", BARE, "build", "--root", str(root), "--out"]
        mkdocs = [sys.executable, "-m", "mkdocs", "-q", "build", "-f", str(stock), "-d"]
        pairs = []
        for turn in range(rounds):
            # Always to a new folder: ext4 passes over each inode that was freed in the last
            # minutes, so that whoever writes after much was deleted takes twice as long.
            out, theirs_out = tmp_path / f"site-{count}-{turn}", tmp_path / f"their-{count}-{turn}"
            pairs.append((measure([*build, str(out)]), measure([*mkdocs, str(theirs_out)])))
        ours[count] = min((mine for mine, _ in pairs), key=lambda each: each.seconds)
        theirs = min((their for _, their in pairs), key=lambda each: each.seconds)
        ratios[count] = theirs.seconds / ours[count].seconds
        pages = sorted(path.stat().st_size for path in (out / "ideas").glob("idea-*.html"))
        print(
            f"\n{count:>6} ideas: {ratios[count]:.1f} times faster ({ours[count].seconds:.2f} s to "
            f"{theirs.seconds:.2f} s), {ours[count].megabytes:.0f} MB to {theirs.megabytes:.0f} MB,"
            f" an idea's page {pages[len(pages) // 2] / 1000:.1f} KB,"
            f" at most {pages[-1] / 1000:.1f} KB"
        )
        assert len(pages) == count
        assert pages[-1] < 25_000
        assert ours[count].megabytes < 700
        size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
        searched = tmp_path / f"searched-{count}"
        whole = measure(
            [sys.executable, "-m", "hero", "build", "--root", str(root), "--out", str(searched)]
        )
        print(f"{size / 1e6:.0f} MB of files; with every text indexed {whole.seconds:.2f} s")
        assert size < MOST_BYTES
    for count, least in FASTER.items():
        assert least is None or ratios[count] >= least, f"{count} ideas: {ratios[count]:.1f} times"
    # At most linear: ten times as many ideas take at most ten times as long.
    assert ours[10_000].seconds <= 10 * ours[1000].seconds
