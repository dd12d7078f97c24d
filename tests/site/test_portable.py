"""The plain tree: other engines build it, and every page says what Hero's own page says."""

import html
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from hero.registry.gfm import html_of
from hero.registry.registry import Registry
from hero.registry.signals import Proposed, Signals, Talk, signals_text
from hero.rules import RULES
from hero.site.page import Page
from hero.site.pages import page_makers
from hero.site.plain.blocks import Writer
from hero.site.plain.elements import parsed
from hero.site.plain.pictures import drawn_apart
from hero.site.plain.playbook import plain_playbook
from hero.site.portable import page_files
from hero.site.window import Window
from hero.technology.folder import Folder
from hero.technology.mkdocs_edition import edition_of
from tests.hostile import registry as hostile
from tests.hostile.attacks import HTML, LINKS, MARKS
from tests.site.elsewhere import dead, pages
from tests.site.memory import EDITION, IDEA, POLICIES

HERE = Path(__file__).parents[2]
#: What each engine is told: where the tree is, and nothing else that leaving.md does not say.
ENGINES = {
    "mkdocs": (
        "mkdocs.yml",
        "site_name: Elsewhere\ndocs_dir: tree\nsite_dir: built\ntheme: {name: mkdocs}\n"
        "plugins: []\nvalidation: {links: {anchors: warn}}\n",
        ("build", "--quiet", "--strict", "--config-file"),
    ),
    "zensical": (
        "zensical.toml",
        '[project]\nsite_name = "Elsewhere"\ndocs_dir = "tree"\nsite_dir = "built"\n',
        ("build", "--config-file"),
    ),
}
TABLES = ["tables", "fenced_code"]


def laid(root: Path, files: dict[str, bytes]) -> Path:
    for path, raw in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    return root


def tree_of(root: Path, out: Path, *more: str) -> Path:
    hero = [sys.executable, "-m", "hero", "pages", "--root", str(root), "--out", str(out), *more]
    subprocess.run(hero, check=True, capture_output=True)
    return out


def built_by(engine: str, folder: Path) -> Path:
    """The site that an engine makes of `tree` in the folder."""
    name, settings, words = ENGINES[engine]
    (folder / name).write_text(settings, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", engine, *words, name], cwd=folder, check=True, capture_output=True
    )
    return folder / "built"


@pytest.fixture(scope="module", params=ENGINES)
def elsewhere(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped registry, written by `hero pages` and built without Hero."""
    folder = tmp_path_factory.mktemp(request.param)
    tree_of(HERE, folder / "tree")
    return built_by(request.param, folder)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tree_of(HERE, tmp_path_factory.mktemp("shipped"))


def letters(words: str) -> str:
    """Letters and digits alone: blanks and the marks of links and lists are the engine's own."""
    return re.sub(r"[\W_]+", "", words)


def said(page: Page) -> str:
    """What a reader without scripts is told by Hero's own page."""
    body, _ = drawn_apart(page.body, "x", "")
    body = re.sub(r'<(\w+)[^>]* aria-hidden="true"[^>]*>.*?</\1>', "", body)
    body = re.sub(r"<(form|script|template)\b.*?</\1>", "", body, flags=re.DOTALL)
    return letters(html.unescape(re.sub(r"<[^>]*>", "", body)))


def own(root: Path) -> Iterator[Page]:
    found = Registry.read(Folder(root))
    return (make() for make in page_makers(Window(found, edition_of(root, found), RULES)))


def file_of(page: Page) -> str:
    """Where both engines put a page unless they are told otherwise."""
    return page.path if page.path.endswith("index.html") else f"{page.path[:-5]}/index.html"


def test_another_engine_shows_every_page_and_what_it_says(elsewhere: Path) -> None:
    built = pages(elsewhere)
    for page in own(HERE):
        shown = letters("".join(built[file_of(page)].words))
        if "hidden" not in page.body:  # What waits for a script is not there.
            assert said(page) in shown, page.path
        assert letters(page.title) in shown, page.path


def test_another_engine_finds_every_link(elsewhere: Path) -> None:
    assert dead(elsewhere) == []


def test_playbooks_hold_their_policies_and_lead_to_pages(elsewhere: Path) -> None:
    process = (elsewhere / "process" / "index.html").read_text("utf-8")
    assert "<!-- hero:" not in process
    assert "Recorded, so that it can be found" in process
    assert "{#" not in process
    assert 'src="../assets/pictures/process-index-1.svg"' in process


def test_the_tree_holds_all_that_the_site_has(tree: Path) -> None:
    made = {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()}
    for page in own(HERE):
        assert f"{page.path.removesuffix('.html')}.md" in made
    for name in ("calendar.ics", "feeds/moves.xml", "feeds/ideas/retire-gerald.json"):
        assert (tree / name).stat().st_size, name
    assert (tree / "api/v1/ideas/retire-gerald.json").stat().st_size
    # Styles and scripts are of the site's own frame: here nothing would ask for them.
    assert not [name for name in made if name.endswith((".css", ".js"))]
    drawings = list(tree.glob("assets/pictures/*.svg"))
    assert len(drawings) > 9
    for drawing in drawings:
        root = ET.parse(drawing).getroot()  # noqa: S314 (because: it was made here)
        assert "--hero-" in (root.findtext("{*}style") or "")


def test_what_is_gone_leaves_the_tree_and_what_is_others_stays(tmp_path: Path) -> None:
    files = {path: text.encode() for path, text in POLICIES.items()}
    files |= {f"ideas/2026/{slug}.yml": IDEA.encode() for slug in ("stays", "goes")}
    files |= {"playbooks/culture/shown.png": b"PNG"}
    network = "playbooks/technology/network.yml"
    files[network] = files[network].replace(b"example: true", b"example: false")
    root, out = laid(tmp_path / "registry", files), tmp_path / "tree"
    tree_of(root, out)
    (out / "theirs.md").write_text("Mine.", encoding="utf-8")
    assert (out / "ideas/goes.md").exists()
    assert (out / "culture/shown.png").read_bytes() == b"PNG"
    (root / "ideas/2026/goes.yml").unlink()
    pull = Proposed(number=7, url="https://forge.example/pull/7", title="Say it better")
    talk = Talk(issue=3, url="https://forge.example/issues/3", votes=5, pulls=(pull,))
    counted = Signals(
        repository="a/b", read_on=EDITION.as_of, private=False, issues=True, ideas={"stays": talk}
    )
    (tmp_path / "signals.json").write_text(signals_text(counted), encoding="utf-8")
    tree_of(root, out, "--signals", str(tmp_path / "signals.json"))
    assert not list(out.rglob("goes.*"))
    assert (out / "theirs.md").exists()
    page = (out / "ideas/stays.md").read_text("utf-8")
    assert "five votes" in page
    assert "Say it better" in page


def test_what_strangers_wrote_is_read_and_does_nothing(tmp_path: Path) -> None:
    attacks = (*HTML[::2], *LINKS[::4], *MARKS[::2], hostile.ALL)
    root = laid(tmp_path / "registry", hostile.files(attacks))
    tree = tree_of(root, tmp_path / "tree")
    for file in tree.rglob("*.md"):
        assert not re.search(r"\{[{%#]", file.read_text("utf-8")), file
    built = pages(built_by("zensical", tmp_path))
    honest = [page for path, page in built.items() if path.startswith("rules/")]
    known = {(tag, frozenset(held)) for page in honest for tag, held in page.elements}
    scripts = {sum(tag == "script" for tag, _ in page.elements) for page in honest}
    for path, page in built.items():
        assert sum(tag == "script" for tag, _ in page.elements) in scripts, path
        for tag, held in page.elements:
            new = (tag, frozenset(held)) not in known
            assert not (new and tag in _HARMFUL), (path, tag, held)
            assert tag != "img" or not re.match(r"\w+:|//", held["src"]), (path, held)
            assert not (new and [name for name in held if name.startswith("on")]), (path, held)
            assert not [each for each in held.values() if _RUNS.match(each)], (path, held)
    for each in own(root):
        if "hidden" not in each.body:
            assert said(each) in letters("".join(built[file_of(each)].words)), each.path


_HARMFUL = {"script", "style", "iframe", "object", "embed", "form", "base", "meta", "svg"}
_RUNS = re.compile(r"\s*(?:javascript|vbscript|data:text|data:image/svg)", re.IGNORECASE)
#: What Markdown, its extensions and templates make something of.
TELLING = st.text(st.sampled_from("ab1 \n\t<>&;#*_`~^$[](){}%!|\\:=+-.@/\"'8x"), max_size=60)


@given(st.one_of(TELLING, st.text(max_size=60)))
def test_a_text_is_only_words_to_any_engine(text: str) -> None:
    text = re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", " ", text)
    written = "\n\n".join(Writer().blocks(parsed(f"<p>x{html.escape(text)}</p>").inside))
    for made in (html_of(written), markdown(written, extensions=TABLES)):
        assert set(re.findall(r"<[^>]*>", made)) == {"<p>", "</p>"}, written
        assert html.unescape(re.sub(r"<[^>]*>", "", made)).split() == f"x{text}".split()


@given(st.one_of(TELLING, st.text(max_size=60)))
def test_code_keeps_its_words_wherever_it_stands(text: str) -> None:
    text = re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", " ", text)
    pre = f"<pre><code>{html.escape(text)}</code></pre>"
    body = f"{pre}<ul><li>a{pre}</li></ul>"
    written = "\n\n".join(Writer().blocks(parsed(body).inside, top=True))
    for made in (html_of(written), markdown(written, extensions=TABLES)):
        shown = html.unescape(re.sub(r"<[^>]*>", "", made))
        assert "".join(shown.split()) == "".join(f"{text}a{text}".split()), written


@given(st.text(), st.text())
def test_what_stands_up_front_is_two_lines_and_no_markup(title: str, about: str) -> None:
    [(path, raw)] = page_files(Page("x.html", title, about, "<h1>x</h1>", "ideas"))
    _, front, body = raw.decode(errors="replace").split("---\n", 2)
    assert (path, body.strip()) == ("x.md", "# x")
    assert len(front.strip().split("\n")) == 2
    assert not re.search(r"[<>{}]", front)


def test_a_playbook_is_plain_and_its_code_runs_in_no_template() -> None:
    text = (
        "## Where it is {#where}\n\n## Where {#where}\n\n"
        "**A name**{ #named } [x](y.md){ .md-button }\n\n"
        '!!! note "Mind"\n    One.\n\n    Two.\n\nAfter `{{ a }}` and `{b}` {{ c }}.\n\n'
        "```yaml\nrun: ${{ d }}\n\n  deep: {#x}\n```\n\n```\n## kept {#kept}\n```\n"
    )
    made = plain_playbook(text, lambda prose: prose)
    assert '## <a id="where"></a>Where it is\n\n## Where\n' in made
    assert '<a id="named"></a>**A name** [x](y.md)\n' in made
    assert "> **Mind**\n>\n> One.\n>\n> Two.\n" in made
    assert not re.search(r"\{[{%#]", made.replace("## kept {#kept}", ""))
    assert "## kept {#kept}" not in made or "```" in made
    assert json.dumps(made).count("&#123;") >= 4
