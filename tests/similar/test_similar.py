"""What is compared and what comes out, for any bytes and any text."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.registry.parse import parse
from hero.registry.similar import TOP, similar
from hero.registry.similarity.likeness import Likeness
from hero.registry.similarity.texts import WEIGHTS, Texts, texts_from, texts_in, texts_of
from hero.registry.similarity.words import term, terms, words
from hero.registry.source import SourceRefused
from hero.technology.cores import spread
from hero.technology.folder import Folder
from tests.benchmarks.generate import generate

SHIPPED = Folder(Path(__file__).parents[2])
PLACE = "ideas/2026/idea-{}.yml"


class Memory:
    """A source of what a test holds."""

    def __init__(self, *files: bytes) -> None:
        self.files = {PLACE.format(number): raw for number, raw in enumerate(files)}

    def paths(self, under: str) -> list[str]:
        return sorted(self.files)

    def read(self, path: str, limit: int) -> bytes:
        if self.files[path] == b"no":
            raise SourceRefused("file-unreadable")
        return self.files[path]


def slugs(query: Texts, source: Any, **more: Any) -> list[str]:
    return [each.slug for each in similar(query, source, **more)]


def test_a_field_is_read_as_the_parser_reads_it(tmp_path: Path) -> None:
    made = Folder(generate(60, tmp_path / "registry"))
    for source in (SHIPPED, made):
        for path in source.paths("ideas"):
            if path.endswith(".yml"):
                raw = source.read(path, 100_000)
                quickly, slowly = texts_in(path, raw), texts_of(parse(path, raw).data)
                for field in WEIGHTS:
                    assert terms(quickly.get(field, "")) == terms(slowly.get(field, "")), path


@pytest.mark.parametrize(
    "text",
    [
        "{title: Flaky tests, problem: retry}",
        'title: "Fl\\x61ky tests"\nproblem: "re\\\n  try"\n',
        "tags: &a [retry]\ntitle: Flaky tests\nproblem: *a\n",
        '"title": Flaky tests\n"problem": retry\n',
        "\ufefftitle: Flaky tests\r\nproblem: retry\r\n",
    ],
)
def test_other_ways_to_write_it_are_read_too(text: str) -> None:
    found = texts_in("x.yml", text.encode())
    assert terms(found["title"]) == ["flaki", "test"]
    assert terms(found["problem"]) == ["retri"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tests", "Testing"), ("policies", "policy"), ("running", "runs"), ("cached", "CACHES"),
        ("résumé", "resume"), ("Zoë", "zoe"), ("ﬂaky", "flaky"), ("deployed", "deploys"),
    ],
)  # fmt: skip
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert terms(one) == terms(other)
    assert len(terms(one)) == 1


def test_what_carries_nothing_is_left_out() -> None:
    assert terms("The 27 of them don't, and it's 2026") == []
    assert term("x" * 41) == ""
    assert words("データ") == ["デ", "ー", "タ"]


def test_pairs_of_characters_find_text_without_blanks() -> None:
    source = Memory("title: 不安定なテストを隔離する".encode(), b"title: Parcel lockers")
    assert slugs(texts_from("テストが不安定"), source) == ["idea-0"]


def test_what_is_shown_is_alike_and_says_why() -> None:
    found = similar(texts_from("flaky tests block the build"), SHIPPED)
    assert found[0].slug == "quarantine-flaky-tests"
    assert "flaky tests" in found[0].words
    assert 0 < found[0].score <= 1
    assert [each.score for each in found] == sorted((e.score for e in found), reverse=True)


def test_nothing_is_shown_where_nothing_is_alike() -> None:
    assert similar(texts_from("Grow tomatoes on the roof of the canteen"), SHIPPED) == []
    assert similar(texts_from("flaky tests"), Memory()) == []
    assert similar({}, SHIPPED) == []


def test_declined_ideas_are_found() -> None:
    assert "weekly-cost-mail" in slugs(texts_from("a mail on the cost of the cloud"), SHIPPED)


def test_the_idea_itself_is_left_out() -> None:
    path = "ideas/2025/quarantine-flaky-tests.yml"
    texts = texts_in(path, SHIPPED.read(path, 100_000))
    assert similar(texts, SHIPPED)[0].path == path
    assert path not in [
        each.path for each in similar(texts, SHIPPED, least=0, leave_out=path.__eq__)
    ]


def test_two_newcomers_with_one_wish_are_nearest_to_each_other() -> None:
    """They share few words, so neither is shown unless asked for; nothing else is nearer."""
    pair = ("ideas/2026/devcontainers-everywhere.yml", "ideas/2025/one-command-setup.yml")
    for own, other in (pair, pair[::-1]):
        texts = texts_in(own, SHIPPED.read(own, 100_000))
        found = similar(texts, SHIPPED, least=0, leave_out=own.__eq__)
        assert found[0].path == other
        assert "onboarding" in found[0].words


def test_at_most_three_and_ties_by_path() -> None:
    alike = [b"title: Swap batteries at noon\n"] * 5
    others = [f"title: Other thing number{n} word{n}\n".encode() for n in range(20)]
    found = slugs(texts_from("swap batteries at noon"), Memory(*alike, *others))
    assert found == ["idea-0", "idea-1", "idea-2"]
    assert TOP == 3


def test_many_cores_say_the_same(tmp_path: Path) -> None:
    source = Folder(generate(450, tmp_path / "registry"))
    path = source.paths("ideas")[7]
    texts = texts_in(path, source.read(path, 100_000))
    assert similar(texts, source, spread, least=0) == similar(texts, source, least=0)


def test_one_word_in_common_is_not_enough_unless_one_was_asked_for() -> None:
    others = [f"title: Some{n} thing{n} else{n}\n".encode() for n in range(20)]
    source = Memory(b"title: Lockers\n", *others)
    assert slugs(texts_from("lockers"), source) == ["idea-0"]
    assert slugs(texts_from("lockers freeze"), source) == []


class Longest:
    """Another scorer: who is as long is as alike."""

    def __init__(self, query: Texts) -> None:
        self.length = len(query["title"])

    def note(self, texts: Texts) -> int:
        return abs(len(texts.get("title", "")) - self.length)

    def scores(self, notes: Sequence[int]) -> list[float]:
        return [1 / (1 + note) for note in notes]

    def reasons(self, texts: Texts, notes: Sequence[int]) -> tuple[str, ...]:
        return (str(len(texts["title"])),)


def test_any_scorer_of_texts_can_be_set_in() -> None:
    source = Memory(b"title: aaaaaa\n", b"title: bbb\n")
    (found,) = similar(texts_from("ccc"), source, least=0.5, scorer=Longest)
    assert (found.slug, found.words) == ("idea-1", ("3",))


@given(st.lists(st.binary(max_size=300), max_size=4), st.text(max_size=200))
def test_any_bytes_and_any_text_give_an_answer(files: list[bytes], text: str) -> None:
    prefixed = [b"title: " + raw for raw in files]
    found = similar(texts_from(text), Memory(*files, *prefixed, b"no"), least=0)
    assert len(found) <= TOP
    assert all(0 < each.score <= 1 and each.words for each in found)


@given(st.text(min_size=1, max_size=400))
def test_a_text_is_found_again(text: str) -> None:
    others = [{"title": f"some{n} thing{n} else{n}"} for n in range(9)]
    asked = texts_from(text)
    held = Likeness(asked)
    scores = held.scores([held.note(each) for each in [asked, *others]])
    if terms(text):
        assert scores[0] == max(scores)
        assert scores[0] > 0
    else:
        assert set(scores) == {0.0}


@given(st.recursive(st.none() | st.text() | st.integers() | st.dates(), st.lists, max_leaves=5))
def test_any_value_in_a_field_is_a_text(value: Any) -> None:
    found: Mapping[str, str] = texts_of({"title": value, "tags": [value], 3: value})
    assert all(isinstance(each, str) for each in found.values())
    assert texts_of(value) == {}
