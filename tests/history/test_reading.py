"""A file taken apart says what the file says when it is parsed as a whole."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hero.process.witness_reading import KEPT, TEXTS, Reader
from hero.registry.parse import parse
from hero.registry.reading import IDEA_BYTES
from tests.history.made import ODD
from tests.history.registry import TEXT

SHIPPED = sorted((Path(__file__).parents[2] / "ideas").glob("*/*.yml"))
PIECES = (
    *("title: Plain words, and (more)\n", "title: 'a: b'\n", 'title: "x\n', "title: null\n"),
    *("title: R&D *x\n", "title: &a [*a]\n", "title: a # b\n", "title: 12:30\n", "title:\n"),
    *("problem: |\n  one\n\n  two\n", "problem: |\n\n  one\n\n\n", "problem: |\n   deep\n  x\n"),
    *("problem: |-\n  one\n", "problem: |+\n  one\n\n", "problem: >\n  one\n  two\n"),
    *("problem: |\n  blank at the end \n", "problem: |\n  ünder\n", "problem: |\n  \x85\n"),
    *("benefit: |\n", "benefit: |\n  a\n    b\n", "benefit: x\n  y\n", "benefit: |\r\n  x\r\n"),
    *("decisions:\n", "decisions: []\n", "decisions: {a: b}\n", "stage: 2026-01-02\n"),
    *("  - {date: 2026-01-02, because: \"a, by: b\", pull: 1}\n", "  - {a: 1, a: 2}\n"),
    *("  - {approved_by: [a, b-c], pull: 1.5}\n", "  - a\n", "  - - b\n", "  - {a: [x\n", "  ]}\n"),
    *("  - date: 2026-01-02\n    because: >-\n      words\n      more\n", "    by: x\n"),
    *("  - &b c\n", "  - *b\n", "  - {because: \"\\u0041\"}\n", "  - {x: ~, y: yes, z: 0x1}\n"),
    *("- a\n", "# words\n", "# words\n  more\n", "---\n", "...\n", "? x\n", "\n", "\t\n", "x"),
    *("  text\n", "{\n", "}\n", '"\n', "'\n", "decisions:\n  # words\n  - a\n", "stage: x\n"),
)  # fmt: skip


def expected(raw: bytes) -> tuple[dict[str, Any], tuple[Any, ...]] | None:
    """What the parser makes of the whole: what is kept, and the texts."""
    data = parse("", raw).data
    if not isinstance(data, dict):
        return None
    kept = {name: data[name] for name in KEPT if name in data}
    return kept, tuple((name, repr(data[name])) for name in TEXTS if name in data)


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=9), min_size=2, max_size=4))
@example([["title: x\n", "title: y\n"], ["title: x\n"]])
@example([["decisions:\n", "  - a\n"], ["decisions:\n", "  - a"]])
@example([['title: "x\n', "problem: |\n  y\n", '"\n'], ["problem: |\n  y\n"]])
def test_in_parts_as_as_a_whole(files: list[list[str]]) -> None:
    """With one reader for all, since it remembers parts; equal digests are equal texts."""
    reader = Reader()
    texts: dict[bytes, tuple[Any, ...]] = {}
    digests: dict[tuple[Any, ...], bytes] = {}
    for file in files:
        raw = "".join(file).encode()
        record, wanted = reader.read(raw), expected(raw)
        assert (record is None) == (wanted is None)
        if record is not None and wanted is not None:
            assert repr(record.kept) == repr(wanted[0])
            assert texts.setdefault(record.texts, wanted[1]) == wanted[1]
            assert digests.setdefault(wanted[1], record.texts) == record.texts


@pytest.mark.parametrize("raw", [*ODD, TEXT.encode(), *(path.read_bytes() for path in SHIPPED)])
def test_what_is_written_by_people(raw: bytes) -> None:
    record, wanted = Reader().read(raw), expected(raw)
    assert (record.kept if record else None) == (wanted[0] if wanted else None)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_ideas_are_taken_apart(path: Path) -> None:
    """Else a pass would take as long as parsing everything."""
    assert Reader()._taken_apart(path.read_bytes()) is not None


def test_what_is_too_large_is_not_read() -> None:
    assert Reader().read(TEXT.encode() + b"# " + b"x" * IDEA_BYTES) is None
