"""What is made to hurt is told of as clearly and as quickly as any other mistake."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hero.cli import report
from hero.registry.diagnostic import Diagnostic
from hero.registry.problem import FAULTS
from hero.registry.registry import IDEA_BYTES, Registry
from hero.registry.source import SourceRefused
from hero.rules import check
from hero.technology.cores import uncollected
from hero.technology.folder import Folder
from tests.rules.layers import make
from tests.rules.memory import FILES, Memory

#: Reading what was made to hurt may take so many times as long as an honest file of its size.
TIMES = 50
KNOWN = FILES["ideas/2026/quarantine-flaky-tests.yml"]


def with_field(field: bytes, value: bytes) -> bytes:
    lines = [line for line in KNOWN.splitlines() if not line.startswith(field + b":")]
    return b"\n".join([*lines, field + b": " + value, b""])


def many(form: str, count: int) -> bytes:
    return "".join(form.replace("#", str(number)) for number in range(count)).encode()


HONEST = with_field(b"evidence", many("\n  - {metric: m, baseline: #, target: 5}", 2300))
HOSTILE = {
    "brackets": (b"[" * 100_000, "yaml-depth"),
    "braces": (b"{a: " * 25_000, "yaml-depth"),
    "dashes": (b"- " * 50_000, "yaml-depth"),
    "questions": (b"? " * 50_000, "yaml-key"),
    "anchors": (b"&a " * 33_000, "yaml-syntax"),
    "a bomb": (many("a#: &a# [*a#, *a#, *a#, *a#]\n", 2000), "yaml-alias"),
    "a bomb of nine": (b"a: &a [" + b"x," * 9000 + b"]\n" + many("k#: *a\n", 9), "yaml-alias"),
    "one quote": (b'a: "' + b"x " * 49_000, "yaml-syntax"),
    "tags": (b"a: [" + b"!a ," * 24_000 + b"]", "yaml-tag"),
    "equal keys": (b"a:\n" * 33_000, "yaml-duplicate-key"),
    "unknown keys": (many("titl#:\n", 9000), "field-unknown"),
    "a long key": (b"k" * 90_000 + b": 1", "yaml-syntax"),
    "a long title": (with_field(b"title", b"x" * 90_000), "field-length"),
    "a long slug": (with_field(b"theme", b"a-" * 45_000 + b"!"), "field-length"),
    "a long login": (with_field(b"builder", b"a-" * 45_000 + b"!"), "field-length"),
    "5,000 digits": (with_field(b"revisit_on", b"9" * 5000), "field-type"),
    "a year of 5,000 digits": (with_field(b"revisit_on", b"9" * 5000 + b"-1-1"), "field-type"),
    "digits that are none": (with_field(b"evaluations", '[{value: "²"}]'.encode()), "field-type"),
    "wrong items": (with_field(b"proposers", b"[" + b"1," * 45_000 + b"]"), "field-type"),
    "empty decisions": (with_field(b"decisions", b"[" + b"{}," * 30_000 + b"]"), "field-missing"),
    "dead links": (
        with_field(b"links", b"{depends_on: [" + many("i#,", 12_000) + b"]}"),
        "idea-unknown",
    ),
    "a null": (b"title: x\0y\n", "yaml-syntax"),
    "half a character": (b"title: \xe2\x80\n", "yaml-encoding"),
    "half a pair": (b'title: "\\ud83d"\n', "yaml-syntax"),
    "too large": (b" " * (IDEA_BYTES + 1), "file-size"),
}


def checked(files: dict[str, bytes]) -> tuple[Registry, list[Diagnostic]]:
    registry = Registry.read(Memory(files))
    return registry, check(registry)


def seconds(action: Callable[[], object]) -> float:
    """How long the action keeps the processor busy, whatever else the machine does."""
    # The collector walks all that other tests hold: that is nobody's time here.
    with uncollected():
        start = time.process_time()
        action()
        return time.process_time() - start


@pytest.fixture(scope="module")
def honest() -> float:
    """How long it takes to check an honest idea of nearly the largest size."""
    assert IDEA_BYTES * 0.8 < len(HONEST) <= IDEA_BYTES
    files = FILES | {"ideas/honest.yml": HONEST}
    assert checked(files)[1] == []
    return max(seconds(lambda: checked(files)) for _ in range(3))


@pytest.mark.parametrize(("raw", "rule"), HOSTILE.values(), ids=HOSTILE)
def test_it_is_told_of_clearly_and_quickly(raw: bytes, rule: str, honest: float) -> None:
    files = FILES | {"ideas/hostile.yml": raw}
    assert min(seconds(lambda: checked(files)) for _ in range(2)) < TIMES * honest
    registry, found = checked(files)
    assert rule in {each.rule for each in found}
    assert {each.place.path for each in found} == {"ideas/hostile.yml"}
    assert len(found) <= FAULTS
    assert all(len(each.message) < 500 for each in found)
    assert len(report.text(registry, found[:3])) < 9000


def test_the_last_of_too_many_says_that_there_are_more() -> None:
    for name in ("equal keys", "empty decisions", "dead links"):
        found = checked(FILES | {"ideas/hostile.yml": HOSTILE[name][0]})[1]
        assert [number for number, each in enumerate(found) if "more" in each.help[-1]] == [99]


@pytest.mark.parametrize(
    ("length", "way"),
    [
        (7, "`i0` -> `i1` -> `i2` -> `i3` -> `i4` -> `i5` -> `i6` -> `i0`"),
        (8, "`i0` -> `i1` -> `i2` -> … 2 more … -> `i5` -> `i6` -> `i7` -> `i0`"),
        (3000, "`i0` -> `i1` -> `i2` -> … 2994 more … -> `i2997` -> `i2998` -> `i2999` -> `i0`"),
    ],
)
def test_a_long_circle_is_told_in_short(length: int, way: str) -> None:
    ideas = {
        f"ideas/i{number}.yml": with_field(
            b"links", b"{depends_on: [i%d]}" % ((number + 1) % length)
        )
        for number in range(length)
    }
    found = checked(FILES | ideas)[1]
    assert [each.message for each in found] == [f"these form a circle: {way}"]


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    """What is in it is read as what it is; git has no empty folders."""
    make(tmp_path, "ideas/x.yml/y.yml", text="title: x\n")
    registry = Registry.read(Folder(tmp_path))
    assert set(registry.unread) == {"y"}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    for root in (tmp_path, tmp_path / "missing"):
        found = check(Registry.read(Folder(root)))
        assert {each.rule for each in found} == {"policy-missing"}
        assert len(found) == 4


class Locked(Memory):
    """A source whose ideas may not be read, as `chmod 0` has it for everybody but root."""

    def read(self, path: str, limit: int) -> bytes:
        if path.startswith("ideas/"):
            raise SourceRefused("file-unreadable", says="Permission denied")
        return super().read(path, limit)


def test_a_file_that_may_not_be_read() -> None:
    found = check(Registry.read(Locked(FILES)))
    assert [(each.rule, each.message) for each in found] == [
        ("file-unreadable", "this file cannot be read: permission denied")
    ]
    assert found[0].help == ("`chmod a+r ideas/2026/quarantine-flaky-tests.yml`",)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_in_a_folder(tmp_path: Path) -> None:
    make(tmp_path, "ideas/secret.yml", text="title: x\n", mode=0)
    found = check(Registry.read(Folder(tmp_path)))
    assert "file-unreadable" in {each.rule for each in found}
