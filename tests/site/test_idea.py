"""The page of one idea: what it says of decisions, and where a reader takes part."""

import json
import re

import pytest

from hero.registry.registry import Registry
from hero.registry.signals import Signals, Talk
from hero.site.idea import idea_page
from hero.site.pages import pages
from hero.site.pieces import Pieces
from hero.site.window import Window
from tests.site.memory import EDITION, IDEA, NETWORK, PIPELINE, registry

HOSTILE = '"><script>alert(1)</script>'


#: The outcome of an idea in use is looked at again.
CHECKED = PIPELINE.replace(
    "means: It runs.",
    "means: It runs., deadlines: [{what: outcome check, waits_on: builder, days: 9}]",
)
SIGNALS = Signals(
    repository="test-org/ideas",
    read_on=EDITION.as_of,
    private=False,
    issues=True,
    ideas={"faster": Talk()},
)


def _texts(found: Registry) -> dict[str, str]:
    return {page.path: page.body for page in pages(found, EDITION)}


def _page(found: Registry, signals: Signals | None = None) -> str:
    return idea_page(Pieces(Window(found, EDITION, (), signals), "../"), "faster").body


def _decided(to: str) -> str:
    made = f"{{date: 2026-02-03, from: proposed, to: {to}, by: Ann, because: So.}}"
    return f"{IDEA}stage: {to}\ndecisions: [{made}]\n"


@pytest.mark.parametrize(
    ("approved", "said"),
    [
        ("[]", "Decided by Ann"),
        ("[Ann]", "Decided and approved by Ann"),
        ("[bea, Ann]", "Decided and approved by Ann, approved by bea"),
        ("[bea]", "Decided by Ann, approved by bea"),
    ],
)
def test_nobody_is_named_twice_for_one_decision(approved: str, said: str) -> None:
    more = "stage: trying\ndecisions: [{date: 2026-02-03, from: proposed, to: trying, by: Ann,"
    more += f" because: Yes., approved_by: {approved}}}]\n"
    page = _texts(registry({"faster": IDEA + more}))["ideas/faster.html"]
    line = page.split('<p class="hero-meta">Decided')[1].split("</p>")[0]
    assert re.sub("<[^>]+>", "", f"Decided{line}") == said


def test_an_idea_is_followed_and_cited_without_a_script() -> None:
    text = IDEA.replace("Make it faster", json.dumps(HOSTILE)) + "proposed_on: 2026-09-01\n"
    page = _page(registry({"faster": text}))
    assert '<a href="../feeds/ideas/faster.xml" data-copy>its feed</a>' in page
    cited = page.split('class="hero-cite">', 1)[1].split("</details>")[0]
    assert "<p>bea: &#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;. Test Network, 2026" in cited
    assert "https://github.com/test-org/ideas/blob/main/ideas/2026/faster.yml</span></p>" in cited


def test_an_example_has_no_forge_to_lead_to() -> None:
    text = "example: true\nas_of: 2026-11-20\nsite: https://a.example/\n"
    real, example = (_page(registry({"faster": IDEA}, network=NETWORK + t)) for t in ("", text))
    for path in ("edit/main", "commits/main", "blob/main"):
        assert f"https://github.com/test-org/ideas/{path}/ideas/2026/faster.yml" in real
    assert ">Improve it</a>" in real
    assert "https://github.com" not in example
    assert 'href="../api/v1/ideas/faster.json">JSON</a>' in example
    assert "https://a.example/ideas/faster.html</span>" in example


@pytest.mark.parametrize(
    ("text", "signals", "said"),
    [
        (IDEA, None, 'issues?q=faster">its issue</a>, where it has one.'),
        (IDEA, SIGNALS, "No issue to vote and talk on yet: the registry opens one"),
        (_decided("declined"), SIGNALS, "It was decided without an issue"),
    ],
)
def test_where_nobody_can_vote_the_page_says_why(
    text: str, signals: Signals | None, said: str
) -> None:
    assert said in _page(registry({"faster": text}), signals)


@pytest.mark.parametrize(
    ("builder", "who"), [("", "A builder"), ("builder: cy\n", "Builder <a [^>]*>cy</a>")]
)
def test_what_is_left_to_do_in_use_is_said_and_who_may_do_it(builder: str, who: str) -> None:
    found = registry({"faster": _decided("used") + builder}, pipeline=CHECKED)
    page = _page(found)
    assert '<p class="hero-card__title">Next: outcome check</p>' in page
    assert re.search(f"so by 12 Feb 2026: overdue. {who} may record it", page)
    assert "Whose turn" not in page
    assert "Whose turn: Nobody" in _page(registry({"faster": _decided("used")}))


@pytest.mark.parametrize(("stage", "said"), [("declined", "nobody"), ("trying", "nobody yet")])
def test_nobody_is_awaited_where_an_idea_has_ended(stage: str, said: str) -> None:
    page = _page(registry({"faster": _decided(stage)}))
    assert f"<dt>Sponsor</dt><dd>{said}</dd>" in page
