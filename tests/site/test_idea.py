"""The page of one idea: what it says of decisions, and where a reader takes part."""

import json
import re

import pytest

from hero.registry.registry import Registry
from hero.site.pages import pages
from tests.site.memory import EDITION, IDEA, registry

HOSTILE = '"><script>alert(1)</script>'


def _texts(found: Registry) -> dict[str, str]:
    return {page.path: page.body for page in pages(found, EDITION)}


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
    page = _texts(registry({"faster": text}))["ideas/faster.html"]
    assert 'href="../feeds/ideas/faster.xml">Follow</a>' in page
    cited = page.split('class="hero-cite">', 1)[1]
    assert "<p>bea: &#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;. Test Network, 2026" in cited
    assert "https://github.com/test-org/ideas/blob/main/ideas/2026/faster.yml</p>" in cited
