"""Pages as values: for nothing, for one idea, for hostile ones, and the same every time."""

import json
import re

import pytest

from hero.registry.registry import Registry
from hero.rules import RULES
from hero.site.pages import downloads, pages
from hero.site.table import ROWS
from tests.site.memory import EDITION, IDEA, NETWORK, POLICIES, Texts, registry

#: A script of the site's own, as pages call it.
OURS = re.compile(r'<script src="(?:\.\./)?assets/hero-[a-z]+\.js\?[0-9a-f]{8}" defer></script>')
HOSTILE = '"><script>alert(1)</script>'


def _texts(found: Registry) -> dict[str, str]:
    return {page.path: page.body for page in pages(found, EDITION, RULES)}


def test_a_registry_without_ideas_reads_well() -> None:
    made = _texts(registry())
    assert "No ideas yet" in made["index.html"]
    assert "Propose the first one" in made["ideas/index.html"]
    assert made["ideas/stage--trying.html"].count("<tr>") == 0
    assert not [path for path in made if "undefined" in made[path].lower()]


def test_one_idea_is_on_every_page_that_should_name_it() -> None:
    made = _texts(registry({"faster": IDEA}))
    link = 'href="../ideas/faster.html">Make it faster</a>'
    for path in ("ideas/index.html", "ideas/stage--proposed.html", "themes/speed.html"):
        assert link in made[path], path
    assert link in made["people/bea.html"]
    assert link not in made["people/ann.html"]
    page = made["ideas/faster.html"]
    assert '<h2 id="proposal">Proposal</h2>\n<p>Make it fast. Then measure.</p>' in page
    assert "Recorded is not approved." in page
    assert "Looking for an advocate" in page
    assert "/edit/main/ideas/2026/faster.yml" in page
    assert "/commits/main/ideas/2026/faster.yml" in page


def test_the_same_registry_gives_the_same_bytes() -> None:
    found = registry({"faster": IDEA, "other": IDEA + "links: {relates_to: [faster]}\n"})
    again = registry({"other": IDEA + "links: {relates_to: [faster]}\n", "faster": IDEA})
    assert list(pages(found, EDITION, RULES)) == list(pages(again, EDITION, RULES))
    assert list(downloads(found, EDITION)) == list(downloads(again, EDITION))


def test_no_two_pages_share_a_path_however_ideas_are_named() -> None:
    slugs = ["index", "page-2", "stage-proposed", "challenge-x"]
    found = registry({slug: IDEA.replace("bea", "index") for slug in slugs})
    made = [page.path.lower() for page in pages(found, EDITION, RULES)]
    assert len(made) == len(set(made))


def test_people_are_told_apart_as_the_forge_does() -> None:
    found = registry({"one": IDEA.replace("bea", "ANN"), "two": IDEA.replace("bea", "ann")})
    made = _texts(found)
    assert [path for path in made if path.startswith("people/")] == [
        "people/index.html",
        "people/the--network.html",
        "people/ann.html",
    ]
    assert made["people/ann.html"].count("hero-list__title") == 2


def test_hostile_fields_are_text_everywhere() -> None:
    text = IDEA.replace("Make it faster", json.dumps(HOSTILE))
    text += f"summary: {json.dumps(HOSTILE)}\nadvocates: [Ann]\n"
    text += f"evidence: [{{metric: {json.dumps(HOSTILE)}, baseline: {json.dumps(HOSTILE)}}}]\n"
    found = registry({"faster": text})
    for path, body in _texts(found).items():
        assert "<script" not in OURS.sub("", body), path
    page = next(page for page in pages(found, EDITION) if page.path == "ideas/faster.html")
    assert page.title == HOSTILE


def test_relations_are_shown_from_both_sides() -> None:
    more = "links: {depends_on: [base], supersedes: [old], duplicate_of: same}\n"
    found = registry({"base": IDEA, "old": IDEA, "same": IDEA, "new": IDEA + more})
    made = _texts(found)
    sides = {"new": "Depends on", "base": "Needed by", "old": "Replaced by", "same": "Repeated by"}
    for slug, words in sides.items():
        assert words in made[f"ideas/{slug}.html"]


def test_long_tables_go_on_on_further_pages() -> None:
    found = registry({f"idea-{number}": IDEA for number in range(ROWS + 1)})
    made = _texts(found)
    assert made["ideas/index.html"].count("<tr>") == ROWS + 1
    assert made["ideas/page--2.html"].count("<tr>") == 2
    for path in ("themes/speed--page--2.html", "people/bea--page--2.html"):
        assert path in made
    assert 'href="../ideas/page--2.html"' in made["ideas/index.html"]


def test_an_example_links_nobody_to_the_forge() -> None:
    decided = "decisions: [{date: 2026-02-03, from: proposed, to: trying, by: Ann, because: Yes.,"
    decided += " pull: 7}]\nstage: trying\n"
    example = NETWORK + "example: true\nas_of: 2026-11-20\n"
    for network, linked in ((NETWORK, True), (example, False)):
        made = _texts(registry({"faster": IDEA + decided}, network=network))
        assert ('href="https://github.com/bea"' in made["people/bea.html"]) == linked
        assert ("/pull/7" in made["ideas/faster.html"]) == linked


def test_evaluations_have_words_and_a_spread() -> None:
    each = "{by: %s, date: 2026-01-02, value: %d, effort: 2, confidence: 3}"
    more = f"evaluations: [{each % ('Ann', 2)}, {each % ('cy', 5)}]\n"
    page = _texts(registry({"faster": IDEA + more}))["ideas/faster.html"]
    assert "of 5: a few people gain" in page
    assert "of 5: weeks" in page
    assert "Value: from 2 to 5, mean 3.5: far apart, so talk first." in page
    assert "Effort: all say 2." in page


def test_downloads_say_what_they_are_from_and_fit_their_schema() -> None:
    found = registry({"faster": IDEA + "proposed_on: 2026-01-02\n"})
    made = {
        each.path: json.loads(each.content)
        for each in downloads(found, EDITION)
        if each.path.startswith("api/v1/") and each.path.endswith(".json")
    }
    whole, ideas = made["api/v1/ideas/faster.json"], made["api/v1/ideas.json"]
    schema = made["api/v1/schema.json"]["$defs"]
    for value in (whole, ideas):
        assert value["schema_version"] == 1
        assert value["commit"] == EDITION.commit
        assert value["as_of"] == "2026-11-20"
    assert whole["fields"]["proposed_on"] == "2026-01-02"
    assert set(whole) == set(schema["Whole"]["properties"])
    assert set(ideas["ideas"][0]) == set(schema["Short"]["properties"])
    assert set(whole["fields"]) <= set(schema["Fields"]["properties"])


def test_no_page_styles_itself_or_listens() -> None:
    for path, body in _texts(registry({"faster": IDEA})).items():
        assert not re.search(r"<[^>]+ (style|on[a-z]+)=", body), path


@pytest.mark.parametrize("lost", [None, *POLICIES])
def test_what_is_broken_is_shown_as_far_as_it_can_be_read(lost: str | None) -> None:
    broken = {
        "unreadable": "a: [",
        "no-title": "theme: speed\n",
        "lost": IDEA + "stage: nowhere\nchallenge: none-such\n",
        "odd": IDEA.replace("theme: speed", "theme: nope") + "evaluations: [{by: x, value: 9}]\n",
        "alone": IDEA + "links: {depends_on: [gone]}\n",
    }
    texts = {path: text for path, text in POLICIES.items() if path != lost}
    texts |= {f"ideas/2026/{slug}.yml": text for slug, text in broken.items()}
    found = Registry.read(Texts(texts))
    made = _texts(found)
    assert {f"ideas/{slug}.html" for slug in found.ideas} <= set(made)
    assert "<code>gone</code>" in made["ideas/alone.html"]
    assert "nowhere" in made["ideas/lost.html"]
    files = [each.path for each in downloads(found, EDITION)]
    assert {f"api/v1/ideas/{slug}.json" for slug in found.ideas} <= set(files)
    assert len(files) == len(set(files))


REPEATED = (
    IDEA
    + """proposed_on: 2026-09-01
stage: declined
links: {duplicate_of: %s}
decisions: [{date: 2026-09-03, from: proposed, to: declined, by: Ann, because: "The same."}]
"""
)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (REPEATED % "faster", "ideas/faster.html"),
        (REPEATED % "nobody-knows-it", None),
        (IDEA + "links: {duplicate_of: faster}\n", None),
        (REPEATED.replace("duplicate_of: %s", "relates_to: [faster]"), None),
    ],
    ids=["decided", "of an unknown idea", "not decided", "no duplicate"],
)
def test_a_decided_duplicate_is_known_by_the_idea_that_it_repeats(
    text: str, known: str | None
) -> None:
    made = {page.path: page for page in pages(registry({"faster": IDEA, "again": text}), EDITION)}
    assert made["ideas/again.html"].canonical == known
    assert "<h1" in made["ideas/again.html"].body
    assert made["ideas/faster.html"].canonical is None
