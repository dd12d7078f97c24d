"""Every attack through every field: each output is calm, whole, and does nothing."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from hero.cli import run
from hero.site.people import ONE_LIST
from hero.site.table import ROWS
from tests.browser.validating import faults, validator
from tests.hostile import registry
from tests.hostile.attacks import ATTACKS, SHORT
from tests.hostile.downloads import KINDS, odd
from tests.hostile.reading import TEXT, Reading, harmful, shape, strange
from tests.hostile.told import assert_annotations, assert_calm

__all__ = ["validator"]

#: What charts are drawn of, and an honest registry has too little of; it holds no text, and none
#: of these attributes leads anywhere or runs anything.
DRAWN = {
    "rect": {"class", "x", "y", "width", "height"},
    "line": {"class", "x1", "x2", "y1", "y2"},
    "path": {"class", "d"},
    "circle": {"class", "cx", "cy", "r"},
}
SETTINGS = Path(__file__).parents[2] / "mkdocs.yml"


class Said(NamedTuple):
    """What a command printed, and its exit code."""

    out: str
    err: str
    code: int


def hero(*words: str) -> Said:
    """Run the command; what cannot be written as UTF-8 fails here as it would on a terminal."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = run(list(words))
    for stream in (out, err):
        stream.flush()
    said = Said(out.buffer.getvalue().decode(), err.buffer.getvalue().decode(), code)
    assert "Traceback" not in said.err, said.err[-2000:]
    assert_calm(said.out)
    assert_calm(said.err)
    return said


def laid(root: Path, files: Mapping[str, bytes]) -> Path:
    for path, raw in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    settings = SETTINGS.read_text(encoding="utf-8")
    # The playbooks' pages are no stranger's; without them there is no other navigation.
    settings = re.sub(r"^nav:\n(?:[ ].*\n)+", "", settings, flags=re.M)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All attacks in one registry, in the right fields and in the wrong ones."""
    attacks = (*ATTACKS, registry.ALL)
    files = registry.files(attacks) | registry.at_fault(SHORT)
    files["signals.json"] = registry.signals(attacks).encode(errors="replace")
    return laid(tmp_path_factory.mktemp("attacks"), files)


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same kinds of files with honest words, built into a site."""
    files = registry.files(registry.HONEST)
    files["signals.json"] = registry.signals(registry.HONEST).encode()
    # As many people as make the page of all of them one with parts, as so many attacks do.
    people = {f"more-{number}": {"name": "Somebody"} for number in range(ONE_LIST)}
    path = "playbooks/culture/people.yml"
    files[path] = yaml.safe_dump(
        {"people": yaml.safe_load(files[path])["people"] | people}
    ).encode()
    # As many ideas as make tables have two pages.
    one = files["ideas/2026/a-0.yml"]
    files |= {f"ideas/2026/a-0-{number}.yml": one for number in range(ROWS)}
    root = laid(tmp_path_factory.mktemp("honest"), files)
    counted = str(root / "signals.json")
    assert hero("build", "--root", str(root), "--signals", counted).code in (0, 1)
    return root


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_check_tells_of_them(root: Path, form: str) -> None:
    said = hero("check", "--root", str(root), "--format", form)
    assert said.code == 1
    if form == "json":
        found = json.loads(said.out)
        assert {each["path"].split("/")[1] for each in found} >= {"2026", "wrong", "raw"}
    if form == "github":
        *commands, last = said.out.removesuffix("\n").split("\n")
        assert_annotations("\n".join(commands))
        assert re.fullmatch(r"[\d,]+ errors, .* in \d+ ideas\.", last)


def test_a_check_mends_them_without_harm(root: Path) -> None:
    """The whole registry is read in every round, so one of many files is mended here."""
    path = root / "ideas/wrong/w-5.yml"
    said = hero("check", "--root", str(root), "--diff", str(path))
    assert said.code == 1


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_list_shows_them(root: Path, form: str) -> None:
    said = hero("list", "--root", str(root), "--format", form)
    assert said.code == 0
    if form == "json":
        assert len(json.loads(said.out)) > len(ATTACKS)
    if form == "csv":
        rows = list(csv.reader(io.StringIO(said.out)))
        assert len({len(row) for row in rows}) == 1
        assert not [
            cell for row in rows for cell in row if re.match(r"\s*[=+@\uff1d\uff20-]", cell)
        ]


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_idea_of_all_of_them_is_shown(root: Path, form: str) -> None:
    said = hero("show", f"a-{len(ATTACKS)}", "--root", str(root), "--format", form)
    assert said.code == 0
    assert form == "text" or json.loads(said.out)["problem"] == registry.ALL.text


class Kinds(NamedTuple):
    """Elements with their attributes, and scripts, that the pages of one section have."""

    elements: set[tuple[str, frozenset[str]]]
    scripts: set[int]


def section(path: Path, site: Path) -> str:
    return path.relative_to(site).parts[0] if path.parent != site else ""


def kinds(site: Path) -> dict[str, Kinds]:
    found: defaultdict[str, Kinds] = defaultdict(lambda: Kinds(set(), set()))
    for path in site.rglob("*.html"):
        counts = shape(Reading(path.read_text(encoding="utf-8")))
        found[section(path, site)].elements.update(counts)
        found[section(path, site)].scripts.add(scripts(counts))
    return found


def scripts(counts: Counter[tuple[str, frozenset[str]]]) -> int:
    return sum(count for (tag, _), count in counts.items() if tag == "script")


def allowed(element: tuple[str, frozenset[str]]) -> bool:
    tag, attributes = element
    if tag in TEXT and attributes <= TEXT[tag]:
        return True
    return element == ("span", frozenset()) or (tag in DRAWN and attributes <= DRAWN[tag])


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    counted = str(root / "signals.json")
    assert hero("build", "--root", str(root), "--signals", counted).code == 1
    return root / "public"


def test_no_page_has_anything_that_an_honest_one_has_not(site: Path, honest: Path) -> None:
    known = kinds(honest / "public")
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 3 * len(ATTACKS)
    for path in pages:
        read = Reading(path.read_text(encoding="utf-8"))
        counts, wanted = shape(read), known[section(path, site)]
        new = [each for each in counts if each not in wanted.elements and not allowed(each)]
        assert not new, (path.relative_to(site), new)
        assert scripts(counts) in wanted.scripts, path
        assert not list(harmful(read)), path
        assert sum(tag == "h1" for tag, _ in read.elements) == 1, path
        assert not read.torn, (path, read.torn)
        assert not [each for each in read.others if each != "declaration: doctype html"], path


@pytest.mark.parametrize(
    "every", [pytest.param(1, marks=pytest.mark.prove), 12], ids=["all", "some"]
)
def test_a_page_is_still_html(validator: Path, site: Path, tmp_path: Path, every: int) -> None:
    """The first of each folder, and one of so many ideas; all of them before a release."""
    folders = {path.parent for path in site.rglob("*.html")}
    found = {min(folder.glob("*.html")) for folder in folders}
    found |= {*sorted((site / "ideas").glob("*.html"))[::every]}
    found |= {*site.rglob("*.html")} if every == 1 else set()
    assert len(found) > 30
    assert list(faults(validator, site, sorted(found), tmp_path)) == []


def test_search_and_sitemap_and_data_can_be_read(site: Path) -> None:
    docs = json.loads((site / "search/search_index.json").read_bytes())["docs"]
    odd = [doc for doc in docs if strange(doc["title"]) or strange(doc["text"])]
    assert not odd
    # Many ideas are searched by parts, where a program for that is installed.
    parts = list(site.glob("search/texts/*/fragment/*"))
    assert len(docs) + len(parts) > len(ATTACKS)
    ET.parse(site / "sitemap.xml")  # noqa: S314 (because: it was made here)
    data = list(site.glob("api/**/*.json"))
    assert len(data) > len(ATTACKS)
    for path in data:
        json.loads(path.read_bytes())


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_for_programs_holds_nothing_that_does_something(site: Path, kind: str) -> None:
    assert list(odd(site, kind))[:5] == []


def test_no_kind_of_file_is_left_out(site: Path) -> None:
    """Of all that is made of ideas; the theme's own files and the parts of search are not."""
    looked = {path for kind in KINDS for path in site.glob(kind)}
    left = {path for path in site.rglob("*") if path.is_file()} - looked
    names = {path.relative_to(site).as_posix() for path in left}
    others = ("assets/", "search/texts/", "sitemap.xml")
    assert sorted(name for name in names if not name.startswith(others)) == []


def test_no_file_has_a_strangers_name(site: Path) -> None:
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    made = [name for name in names if not name.startswith(("assets/", "search/texts/"))]
    assert all(re.fullmatch(r"[a-z0-9/_-]+(\.[a-z0-9]+)+", name.lower()) for name in made)


def tree(out: Path) -> Iterator[tuple[str, str, str]]:
    """Every page made of ideas: its path, what stands up front, and what follows."""
    for path in sorted(out.rglob("*.md")):
        if path.parent.name == "process":
            continue  # A playbook's own page, which is written out as it is.
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        yield path.relative_to(out).as_posix(), front, body


def test_pages_for_any_engine_hold_no_element_but_ours(root: Path, tmp_path: Path) -> None:
    assert hero("pages", "--root", str(root), "--out", str(tmp_path)).code == 0
    titles = {}
    for path, front, body in tree(tmp_path):
        data = yaml.safe_load(front)
        assert set(data) == {"title", "description"}
        assert not re.search(r"[<>{}]", front), path
        titles[path] = data["title"]
        assert not re.search(r"\{[{%#]", body), path
        # What stands in code of Markdown is code to every engine.
        words = re.sub(r"^```\n.*?^```$|`[^`\n]*`", "", body, flags=re.M | re.S)
        read = Reading(words)
        assert not [*harmful(read), *read.others, *read.torn, *read.open], path
        assert {tag for tag, _ in read.elements} <= {"a", "br", "code", "strong", "em", "del"}, path
    assert len([path for path in titles if path.startswith("ideas/a-")]) >= len(ATTACKS)


def test_a_network_named_like_a_part_of_the_shell_is_told_of(tmp_path: Path) -> None:
    root = laid(tmp_path, registry.files(registry.HONEST))
    network = root / "playbooks/technology/network.yml"
    text = network.read_text(encoding="utf-8")
    network.write_text(text.replace("name: Test\n", "name: hero7shell2tokenbody\n", 1), "utf-8")
    said = hero("build", "--root", str(root))
    assert said.code == 3
    assert "network.yml" in said.err
