"""Texts, days and logins as other tools write them."""

import datetime as dt

import pytest

from hero.registry.importing import texts
from hero.registry.importing.people import login_from
from hero.registry.importing.values import day_of, is_address, text_of


@pytest.mark.parametrize(
    ("written", "order", "day"),
    [
        ("2026-11-20", "day-month", (2026, 11, 20)),
        ("2026-11-20T23:59:59+00:00", "day-month", (2026, 11, 20)),
        ("2026/1/2 08:00", "day-month", (2026, 1, 2)),
        ("   05-Jul-2001 ", "day-month", (2001, 7, 5)),
        ("5 July 2001", "day-month", (2001, 7, 5)),
        ("5. july 2001", "day-month", (2001, 7, 5)),
        ("July 5th, 2001", "day-month", (2001, 7, 5)),
        ("Thu, 05 Jul 2001 10:00:00 +0200", "day-month", (2001, 7, 5)),
        ("3/4/2026", "day-month", (2026, 4, 3)),
        ("3/4/2026", "month-day", (2026, 3, 4)),
        ("20.11.2026", "day-month", (2026, 11, 20)),
    ],
)
def test_days_in_many_forms(written: str, order: str, day: tuple[int, int, int]) -> None:
    assert day_of(written, order) == dt.date(*day)


@pytest.mark.parametrize(
    "written",
    ["", "soon", "2026-13-01", "30-Feb-2026", "20261120", "1/2/26", "2026-11-201", 5, None],
)
def test_what_is_no_day(written: object) -> None:
    assert day_of(written, "day-month") is None


@pytest.mark.parametrize(
    ("name", "login", "is_made"),
    [
        ("ada", "ada", False),
        ("@ada-b", "ada-b", False),
        ("Ada Byron (@adab)", "adab", False),
        ("https://github.com/adab/", "adab", False),
        ("short_acme", "short_acme", False),
        ("Ada Byron", "ada-byron", True),
        ("Ada Byron <ada@example.org>", "ada-byron", True),
        ("ada.byron@example.org", "ada-byron", True),
        ("Łukasz Żółw", "lukasz-zolw", True),
        ("../../etc/passwd", "etc-passwd", True),
        ("-rf", "rf", True),
        (
            "A name of many words that goes on for long",
            "a-name-of-many-words-that-goes-on-for",
            True,
        ),
        ("x" * 50, "x" * 39, True),
        ("!!!", "", True),
        ("<>", "", True),
    ],
)
def test_logins_from_names(name: str, login: str, is_made: bool) -> None:
    assert login_from(name) == (login, is_made)


def test_made_logins_can_carry_a_prefix() -> None:
    assert login_from("Ada Byron", "guest") == ("guest-ada-byron", True)
    assert login_from("@ada", "guest") == ("ada", False)
    assert login_from("!!!", "guest") == ("", True)


def test_titles_are_cut_at_a_word() -> None:
    cut = texts.line("one two three four", 14)
    assert (cut.text, cut.whole, cut.changes) == (
        "one two three…",
        "one two three four",
        ("shortened",),
    )
    assert texts.line("one two three", 13).text == "one two three"
    assert texts.line("a" * 20, 10).text == "a" * 9 + "…"
    assert texts.line("one two, three", 10).text == "one two…"


def test_quotes_around_a_whole_line_go_and_others_stay() -> None:
    assert texts.line('"Release notes: first"', 80).text == "Release notes: first"
    assert texts.line("'it' and 'that'", 80).text == "'it' and 'that'"
    assert texts.line('"', 80).text == '"'
    assert texts.line("a\tb\n c", 80) == texts.Cleaned("a b c", (), "a b c")


def test_prose_keeps_its_lines_and_loses_what_readers_trip_over() -> None:
    odd = "\n  first\u2028  second\x00\x1b[31m\x85  \u202ethird\xa0 \n   \n    code\r\n\n"
    cleaned = texts.prose(odd)
    assert cleaned.text == "first\nsecond[31m\nthird  \n\n  code\n"
    assert cleaned.changes == ("breaks", "blanks", "unfit")
    assert texts.prose("a\r\nb") == texts.Cleaned("a\nb\n")
    assert texts.prose(" \n\t\n").text == ""


def test_long_prose_says_how_much_is_missing() -> None:
    cleaned = texts.prose("word " * 10_000)
    assert len(cleaned.text) <= texts.LONGEST
    assert cleaned.text.endswith("more characters)\n")
    assert cleaned.changes == ("shortened",)
    assert texts.prose("x" * (texts.LONGEST - 1)).changes == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "a"),
        (True, "true"),
        (3.0, "3"),
        (1.5, "1.5"),
        (["a", 1, None], "a, 1"),
        (["a", 1], "a, 1"),
        ({"a": 1}, None),
        ([["a"]], None),
        (float("nan"), None),
    ],
)
def test_values_as_text(value: object, text: str | None) -> None:
    assert text_of(value) == text


def test_a_number_too_long_for_text() -> None:
    assert text_of(10**5000) is None


def test_addresses() -> None:
    assert is_address("https://example.org/a?b=c#d")
    for wrong in ("javascript:alert(1)", "https://", "https://a b.example", "https://a.org/\x00"):
        assert not is_address(wrong)
