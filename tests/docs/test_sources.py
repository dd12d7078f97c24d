"""The list of sources: what is on it is cited, but for figures that the list itself explains."""

import re
from pathlib import Path

PLAYBOOKS = Path(__file__).parents[2] / "playbooks"
LIST = (PLAYBOOKS / "sources.md").read_text(encoding="utf-8")


def test_every_source_is_cited_by_a_page() -> None:
    before, _, after = LIST.partition("## Measuring\n")
    listed = set(re.findall(r"\{ #([a-z0-9-]+) \}", before + after.partition("\n## ")[2]))
    pages = [path.read_text("utf-8") for path in PLAYBOOKS.rglob("*.md")]
    cited = {anchor for text in pages for anchor in re.findall(r"sources\.md#([a-z0-9-]+)", text)}
    assert len(listed) > 20
    assert sorted(listed - cited) == []


def test_every_entry_says_who_and_where() -> None:
    entries = [part for part in LIST.split("\n\n") if "{ #" in part]
    assert [
        each for each in entries if not re.match(r"\*\*[^*]+\*\*\{ #[a-z0-9-]+ \} ·", each)
    ] == []


def test_the_list_says_whose_words_are_forresters() -> None:
    head = LIST.partition("\n## ")[0]
    assert "our own elaboration" in " ".join(head.split())
