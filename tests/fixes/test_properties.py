"""Whatever stands in a file, a fix reads at least as far, and a safe one keeps every word."""

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.registry.fix import applied
from hero.registry.idea import Idea
from hero.registry.mending import mended
from hero.registry.parse import parse
from hero.registry.registry import Registry
from hero.rules import check
from hero.rules.rounds import Mending, mend
from tests.registry.texts import CALM, DATA, RAW, written
from tests.rules.memory import FILES, Memory

IDEA = "ideas/2026/my-idea.yml"

#: What fixes may take away: marks of other notations, and what stands around a login.
MARKS = Counter(["https", "http", "www", "github", "com", "and", "yaml", "yml", "u", "x"] * 50)

LINES = {
    "title": 'Faster builds|CI: faster builds|@ada says so|Fix #12 now|[WIP] builds|say "no"',
    "theme": "reliability|Developer Experience|reliabilty|“reliability”",
    "problem": "Builds are slow.|It's slow: really|'It's slow'|`make` takes long|*slow* builds",
    "proposal": "Less.|^\n  Build less.|^\nBuild less.\nOh: more.|^\n\tLess.|\n- less\n- more: x",
    "benefit": "Everybody|“Everybody: all”|100%|%80 less|'Everybody|\n  * all\n  * none",
    "proposers": "[example-ada]|example-ada|@example-ada|[@a, @b|- a|\n-a\n- @b|\n\t- a",
    "revisit_on": "2027-01-02|2.1.2027|'2027-01-02'|3/4/2027|3 March 2027",
    "tags": "[a, b]|a, b|A B, c|5|[Größe, ✨]|",
}
BREAKS = ["\n", "\r\n", "\n\n", "\n ", "\n\u00a0"]
PREFIXES = ["", "", "", "\ufeff", "---\n", "```yaml\n", " ", "Hello there\n"]


@st.composite
def mistaken(draw: st.DrawFn) -> str:
    """An idea of which each line is written in a right or in a usual wrong way."""
    text = draw(st.sampled_from(PREFIXES))
    for name, ways in LINES.items():
        way = draw(st.sampled_from(ways.split("|"))).replace("^", "|")
        text += f"{name}: {way}" + draw(st.sampled_from(BREAKS[:1] * 6 + BREAKS))
    return text


def mending(raw: bytes) -> Mending:
    files = Memory(FILES | {IDEA: raw})
    return mend(files, Registry.read, check, lambda path: path == IDEA)


def words(raw: bytes) -> Counter[str]:
    """The words of a text; numbers without zeros before them, as dates are turned around."""
    text = raw.decode(errors="replace").replace("March", "3")
    return Counter(each.lstrip("0") for each in re.findall(r"[^\W_]+", text.lower()))


def reach(text: str) -> tuple[int, int]:
    """How far a text can be read: to its end, or else up to a line, counted from the end."""
    parsed = parse(IDEA, text.encode(errors="surrogateescape"))
    if parsed.data is not None or not parsed.problems:
        return (1, 0)
    if parsed.problems[0].kind in ("yaml-encoding", "yaml-line-break"):
        return (-1, 0)  # Such a text is not even begun.
    span = parsed.problems[0].span
    assert span
    return (0, span.line - text.count("\n"))


@CALM
@given(raw=mistaken().map(str.encode) | RAW | written(DATA).map(lambda pair: pair[1].encode()))
def test_every_fix_reads_at_least_as_far(raw: bytes) -> None:
    text = raw.decode(errors="surrogateescape")
    for each in check(Registry.read(Memory(FILES | {IDEA: raw}))):
        if each.fix and each.fix.path == IDEA:
            after, made = applied(text, [each.fix])
            assert made == [each.fix]
            assert after != text
            assert reach(after) >= reach(text), each.fix.about


@CALM
@given(text=mistaken())
def test_safe_fixes_keep_every_word_and_leave_less_to_say(text: str) -> None:
    raw = text.encode()
    state = mending(raw)
    after = state.files.get(IDEA, raw)
    assert not words(raw) - words(after) - MARKS
    assert set(state.files) <= {IDEA}
    assert bool(state.files) == bool(state.made)


@CALM
@given(raw=mistaken().map(str.encode) | RAW)
def test_the_second_time_nothing_changes(raw: bytes) -> None:
    after = mending(raw).files.get(IDEA, raw)
    again = mending(after)
    assert (again.made, again.files) == ([], {})


@CALM
@given(text=mistaken() | RAW.map(lambda raw: raw.decode(errors="replace")), line=st.integers(1, 9))
def test_mending_any_text_keeps_its_words(text: str, line: int) -> None:
    better = mended(IDEA, text, line, Idea)
    if better:
        before, after = words(text.encode()), words(better.text.encode())
        assert not before - after - MARKS


def test_a_valid_registry_is_left_alone() -> None:
    state = mend(Memory(FILES), Registry.read, check, lambda path: True)
    assert (state.made, state.files) == ([], {})


def test_files_that_were_not_asked_for_stay_as_they_are() -> None:
    wrong = FILES["ideas/2026/quarantine-flaky-tests.yml"].replace(b"title:", b"titel:")
    files: dict[str, bytes] = FILES | {"ideas/a.yml": wrong, "ideas/b.yml": wrong}
    state = mend(Memory(files), Registry.read, check, lambda path: path == "ideas/b.yml")
    assert set(state.files) == {"ideas/b.yml"}
    assert [each.place.path for each in state.found] == ["ideas/a.yml"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("theme: Developer Experience", "theme: developer-experience"),
        ("theme: developer_experience", "theme: developer-experience"),
        ("theme: developerexperience", "theme: developer-experience"),
        ("stage: In use", "stage: adopted"),
        ("challenge: Quiet nights", "challenge: quiet-nights"),
        ("builder: https://github.com/example-ada", "builder: example-ada"),
        ("builder: '@example-ada'", "builder: example-ada"),
        ("title: 1.10", 'title: "1.10"'),
        ("title: |\n  On one line", "title: On one line"),
        ("revisit_on: 3 March 2027", "revisit_on: 2027-03-03"),
        ("revisit_on: '2027-03-03'", "revisit_on: 2027-03-03"),
        ("first-step: Ask.", "first_step: Ask."),
        (
            "links: {relates_to: quarantine-flaky-tests.yml}",
            "links: {relates_to: [quarantine-flaky-tests]}",
        ),
        (
            "links: {implementation: [example.org/a]}",
            "links: {implementation: [https://example.org/a]}",
        ),
        ("evidence: {metric: Minutes}", "evidence: [{metric: Minutes}]"),
    ],
)
def test_what_is_beyond_doubt(wrong: str, right: str) -> None:
    assert told(wrong) == right


@pytest.mark.parametrize(
    "wrong",
    [
        "theme: reliabilty",
        "challenge: quiet-night",
        "advocates: [example-linux]",
        "revisit_on: 3/4/2027",
        "revisit_on: 2027-03-03 10:00",
        "tags:",
        "solution: Ask.",
        "tags: [Größe]",
        "links: {relates_to: [quarantine-flaky-test]}",
    ],
)
def test_where_there_is_doubt_nothing_is_changed(wrong: str) -> None:
    assert told(wrong) == wrong


def told(line: str) -> str:
    """What is left of a line that stands last in an idea that is right without it."""
    good: Any = FILES["ideas/2026/quarantine-flaky-tests.yml"].decode()
    name = line.partition(":")[0]
    kept = "".join(f"{each}\n" for each in good.splitlines() if not each.startswith(f"{name}:"))
    raw = f"{kept}{line}\n".encode()
    after = mending(raw).files.get(IDEA, raw).decode()
    assert after.startswith(kept)
    return str(after.removeprefix(kept).removesuffix("\n"))
