"""What is on record cannot be changed unseen: not by editing, moving, or tricks of YAML."""

import itertools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from hero.process.change import Change
from hero.registry.diagnostic import Severity
from hero.registry.registry import Registry
from hero.rules import check
from hero.technology.folder import Folder
from tests.moving.world import FACTS, YEAR, errors, files, idea, registry

ONE = """\
  - date: 2026-11-03
    from: proposed
    to: exploring
    by: grace
    because: Both teams said that they would book it.
    approved_by: [grace]
    pull: 41
"""
TWO = """\
  - date: 2026-11-12
    from: exploring
    to: parked
    by: Linus
    because: >-
      Nobody has the time to look after the calendar, so it waits for
      somebody who has.
"""
KEPT = """\
revisit_on: 2027-01-04
stage: parked
advocates: [grace]
passed: [{login: Linus, date: 2026-11-01}]
evaluations:
  - {by: grace, date: 2026-11-02, value: 3, effort: 2, confidence: 3, note: Seen before.}
decisions:
"""
TEXT = idea(rest=KEPT + ONE + TWO)
PATH = f"{YEAR}/share-the-rig.yml"
BEFORE = files({"share-the-rig": TEXT})

Files = dict[str, bytes]


def put(old: str, new: str) -> Callable[[], Files]:
    """The file with one piece of its text changed."""

    def made() -> Files:
        assert old in TEXT, old
        return {**BEFORE, PATH: TEXT.replace(old, new, 1).encode()}

    return made


def whole(text: str | bytes) -> Callable[[], Files]:
    """The file with another text altogether."""
    raw = text.encode() if isinstance(text, str) else text
    return lambda: {**BEFORE, PATH: raw}


def elsewhere(path: str, text: str, keep: bool = False) -> Callable[[], Files]:
    """A text in another file, in place of the old one or beside it."""
    rest = BEFORE if keep else {name: raw for name, raw in BEFORE.items() if name != PATH}
    return lambda: {**rest, path: text.encode()}


HEAD = TEXT.partition("decisions:\n")[0]
POLISHED = TEXT.replace("Both teams said", "All teams begged")
SHORT = TEXT.replace(TWO, "")
#: The same record in one line, with a word of it changed.
FLOW = yaml.safe_dump(
    yaml.safe_load("decisions:\n" + ONE.replace("would book", "must book") + TWO),
    default_flow_style=True,
    width=10_000,
).strip("{}\n")

CHEATS: dict[str, Callable[[], Files]] = {
    # Editing.
    "a word of a reason": put("Both teams said", "All teams begged"),
    "a blank in a reason": put("Both teams said", "Both  teams said"),
    "the case of a reason": put("Both teams said", "both teams said"),
    "a letter that looks the same": put("Both teams said", "B\u043eth teams said"),
    "a letter that nobody sees": put("Both teams said", "Both\u200b teams said"),
    "the day": put("date: 2026-11-12", "date: 2026-11-11"),
    "who decided": put("by: Linus", "by: grace"),
    "the case of who decided": put("by: Linus", "by: linus"),
    "where it came from": put("from: exploring", "from: piloting"),
    "who approved": put("approved_by: [grace]", "approved_by: [grace, Linus]"),
    "nobody approved": put("    approved_by: [grace]\n", ""),
    "the pull": put("pull: 41", "pull: 42"),
    "no pull": put("    pull: 41\n", ""),
    "a figure": put("value: 3", "value: 5"),
    "a note": put("Seen before.", "Seen often."),
    "who judged": put("{by: grace", "{by: Linus"),
    "the day of a judgement": put("date: 2026-11-02", "date: 2026-11-01"),
    "who passed": put("{login: Linus", "{login: grace"),
    "the day of the proposal": put("proposed_on: 2026-10-30", "proposed_on: 2026-10-29"),
    "no day of the proposal": put("proposed_on: 2026-10-30\n", ""),
    # Taking out, adding in between, and changing places.
    "no first decision": put(ONE, ""),
    "no last decision": put(TWO, ""),
    "no last decision, and its stage": whole(SHORT.replace("stage: parked", "stage: exploring")),
    "no decisions": whole(HEAD),
    "no record at all": whole(HEAD.partition("stage:")[0]),
    "no judgement": put(KEPT[KEPT.index("evaluations") : KEPT.index("decisions")], ""),
    "no pass": put("passed: [{login: Linus, date: 2026-11-01}]\n", ""),
    "the other way round": put(ONE + TWO, TWO + ONE),
    "the first one once more": put(TWO, TWO + ONE),
    "one in front": put(ONE, ONE.replace("2026-11-03", "2026-11-02") + ONE),
    "one in between": put(TWO, TWO.replace("12", "11", 1) + ONE.replace("03", "12", 1) + TWO),
    "commented out": put(TWO, "".join(f"#{line}\n" for line in TWO.splitlines())),
    "a stage that nobody decided": put("stage: parked", "stage: exploring"),
    "a stage that is gone": put("stage: parked\n", ""),
    "a decision that leaves another stage": put(
        TWO, TWO + ONE.replace("from: proposed", "from: x")
    ),
    "a decision that was brought in": put(
        TWO,
        TWO + "  - {date: 2026-11-19, from: parked, to: adopted, by: zoe, because: It ran there,"
        " imported: another list}\n",
    ),
    # Lists that are none, or not any more.
    "a list of nothing": put("decisions:\n" + ONE + TWO, "decisions:\n"),
    "a null": put("decisions:\n" + ONE + TWO, "decisions: ~\n"),
    "an empty list": put("decisions:\n" + ONE + TWO, "decisions: []\n"),
    "an empty mapping": put("decisions:\n" + ONE + TWO, "decisions: {}\n"),
    "a text": put("decisions:\n" + ONE + TWO, 'decisions: "none"\n'),
    "a number": put("decisions:\n" + ONE + TWO, "decisions: 0\n"),
    "a list in a list": put("decisions:\n" + ONE + TWO, "decisions: [[]]\n"),
    "no list of judgements": put("evaluations:\n", "evaluations: []\nevaluation:\n"),
    # Tricks of YAML.
    "the key twice, the false one last": whole(TEXT + "decisions: []\n"),
    "the key twice, the false one first": put("decisions:\n", "decisions: []\ndecisions:\n"),
    "the key twice in a decision": put("    by: Linus", "    by: grace\n    by: Linus"),
    "the key in capitals": put("decisions:", "Decisions:"),
    "the key in quotes, and changed": whole(POLISHED.replace("decisions:", '"decisions":')),
    "a key that is a list": put("decisions:", "[decisions]:"),
    "an anchor for another reason": whole(
        TEXT.replace("problem: Two", "problem: &p Two").replace(
            "because: Both teams said that they would book it.", "because: *p"
        )
    ),
    "an alias in place of the list": whole(
        HEAD.replace("advocates: [grace]", "advocates: &a [grace]") + "decisions: *a\n"
    ),
    "an alias of one decision": put(
        ONE + TWO, ONE.replace("  - date", "  - &d\n    date", 1) + "  - *d\n"
    ),
    "an alias to nothing": put("decisions:\n" + ONE + TWO, "decisions: *none\n"),
    "a merge key": put("    by: Linus\n", "    <<: {by: grace}\n    by: Linus\n"),
    "a merge of the whole": whole("<<: &b {stage: adopted}\n" + TEXT),
    "a tag": put("decisions:\n", "decisions: !!seq\n"),
    "a tag on a reason": put("because: Both", "because: !!str Both"),
    "a tag that nobody knows": put("decisions:\n", "decisions: !hide\n"),
    "a second document": whole(TEXT + "---\n" + POLISHED),
    "a document that ends early": put("decisions:\n", "...\ndecisions:\n"),
    "a directive": whole("%YAML 1.1\n---\n" + POLISHED),
    "brackets, and a word": whole(HEAD + FLOW + "\n"),
    "other quotes, and a word": put(
        "because: Both teams said that they would book it.",
        "because: 'Both teams said that they must book it.'",
    ),
    "a block in place of a line": put(
        "because: Both teams said that they would book it.",
        "because: |\n      Both teams said that they would book it.",
    ),
    "another fold": put("calendar, so it waits for\n", "calendar, so it waits for\n\n"),
    "a date in quotes": put("date: 2026-11-12", 'date: "2026-11-12"'),
    "a date with a time": put("date: 2026-11-12", "date: 2026-11-12T00:00:00Z"),
    "a date with a blank": put("date: 2026-11-12", "date: 2026-11- 12"),
    "a figure with a point": put("value: 3", "value: 3.0"),
    "a figure in quotes": put("value: 3", 'value: "3"'),
    "a figure in eights": put("value: 3", "value: 0o3"),
    "a pull in words": put("pull: 41", "pull: forty-one"),
    "a tab": put("    by: Linus", "\tby: Linus"),
    "line ends of old": whole(POLISHED.replace("\n", "\r")),
    "lines within a line": put("by: Linus", "by: Linus\x85    because: x"),
    "marks at the start": whole(b"\xef\xbb\xbf" + POLISHED.encode()),
    "two bytes for each letter": whole(POLISHED.encode("utf-16")),
    "bytes that are no letters": whole(POLISHED.encode().replace(b"begged", b"begg\xe9d")),
    "a null byte": whole(POLISHED.encode() + b"\x00"),
    # Other files.
    "no file": lambda: {name: raw for name, raw in BEFORE.items() if name != PATH},
    "an empty file": whole(""),
    "only comments": whole("".join(f"# {line}\n" for line in TEXT.splitlines())),
    "broken": whole(TEXT.replace("decisions:", "decisions: [")),
    "a list for the whole": whole("- " + TEXT.replace("\n", "\n  ")),
    "another file of the name, which comes first": elsewhere(
        "ideas/2025/share-the-rig.yml", POLISHED, keep=True
    ),
    "another file of the name, which comes last": elsewhere(
        "ideas/2027/share-the-rig.yml", POLISHED, keep=True
    ),
    "another ending": elsewhere(PATH.replace(".yml", ".yaml"), TEXT),
    "another ending, beside it": elsewhere(PATH.replace(".yml", ".yaml"), POLISHED, keep=True),
    "another folder, and a word": elsewhere("ideas/2025/share-the-rig.yml", POLISHED),
    "another folder, without the last": elsewhere("ideas/old/share-the-rig.yml", SHORT),
    "out of the folder": elsewhere("old/share-the-rig.yml", TEXT),
    "hidden": elsewhere(f"{YEAR}/.share-the-rig.yml", TEXT),
    "another name": elsewhere(f"{YEAR}/one-rig-for-all.yml", TEXT),
    "another name without its record": elsewhere(
        f"{YEAR}/one-rig-for-all.yml", HEAD.partition("proposed_on")[0]
    ),
    "capitals in its name": elsewhere(f"{YEAR}/Share-the-rig.yml", POLISHED),
}


def ended(made: Files) -> Files:
    """The same idea, had it been declined: what is closed is judged more gently elsewhere."""
    ideas = {p: raw.replace(b"parked", b"declined") for p, raw in made.items() if "ideas" in p}
    return {**made, **ideas}


@pytest.mark.parametrize("cheat", CHEATS)
def test_no_trick_goes_unseen(cheat: str) -> None:
    after = CHEATS[cheat]()
    assert after != BEFORE
    assert errors(BEFORE, after), cheat
    assert errors(ended(BEFORE), ended(after)), cheat


def test_the_record_itself_is_fine() -> None:
    assert not check(registry(BEFORE))


SAME: dict[str, Callable[[], Files]] = {
    "a list in lines": put("approved_by: [grace]", "approved_by:\n    - grace"),
    "quotes and a comment": put("by: Linus", "by: 'Linus'  # who else"),
    "line ends of another system": whole(TEXT.replace("\n", "\r\n")),
    "another fold": put("so it waits for\n      somebody", "so it waits\n      for somebody"),
    "a key with a question mark": put("decisions:\n", "? decisions\n:\n"),
    "another folder": elsewhere("ideas/rigs/share-the-rig.yml", TEXT),
}


@pytest.mark.parametrize("same", SAME)
def test_the_same_record_in_other_letters_is_no_fault(same: str) -> None:
    assert not errors(BEFORE, SAME[same]())


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_a_file_that_becomes_something_else_is_seen(kind: str, tmp_path: Path) -> None:
    for path, raw in BEFORE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    base = Registry.read(Folder(tmp_path))
    elsewhere = tmp_path / "elsewhere.yml"
    (tmp_path / PATH).rename(elsewhere)
    if kind == "link":
        (tmp_path / PATH).symlink_to(elsewhere)
    elif kind == "folder":
        (tmp_path / PATH).mkdir()
    else:
        os.mkfifo(tmp_path / PATH)
    found = check(Registry.read(Folder(tmp_path)), Change(base, FACTS))
    assert any(each.severity is Severity.ERROR for each in found)


RECORD = yaml.safe_load("decisions:\n" + ONE + TWO)["decisions"]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 50),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.dates(),
    st.sampled_from(["proposed", "exploring", "grace", "Linus", []]),
)


@st.composite
def doctored(draw: st.DrawFn) -> list[dict[str, Any]]:
    """The record, reordered, shortened, lengthened or changed somewhere."""
    record = [dict(each) for each in draw(st.permutations(RECORD))]
    record = record[: draw(st.integers(0, 2))] + [
        dict(each) for each in draw(st.lists(st.sampled_from(RECORD), max_size=1))
    ]
    for each in record:
        each.update(
            (key, draw(VALUES)) for key in draw(st.sets(st.sampled_from(list(each)), max_size=1))
        )
    return record


@given(
    record=doctored(), flow=st.sampled_from([True, False, None]), width=st.sampled_from([20, 200])
)
def test_a_record_that_does_not_begin_with_the_old_one_is_an_error(
    record: list[dict[str, Any]], flow: bool | None, width: int
) -> None:
    assume(record[: len(RECORD)] != RECORD)
    text = yaml.safe_dump(
        {"decisions": record}, default_flow_style=flow, width=width, allow_unicode=True
    )
    text = text.strip().removeprefix("{").removesuffix("}") if flow else text
    assert errors(BEFORE, {**BEFORE, PATH: (HEAD + text + "\n").encode()})


def test_every_pair_of_cheats_is_told_apart() -> None:
    made = {name: cheat() for name, cheat in CHEATS.items()}
    for (one, first), (two, second) in itertools.combinations(made.items(), 2):
        assert first != second, (one, two)
