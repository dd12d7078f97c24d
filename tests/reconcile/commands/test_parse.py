"""Which lines of a text are commands, and what is written with them."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.reconcile.commands.dates import day_first
from hero.reconcile.commands.parse import Command, commands
from hero.reconcile.commands.verbs import VERBS

#: What a reader sees as a command: the text, and (word, rest, more) for each.
SEEN = {
    "alone": ("/pass", [("pass", "", "")]),
    "with a reason": ("/decline It is sold.", [("decline", "It is sold.", "")]),
    "a reason below": ("/decline\n\nIt is sold.\n", [("decline", "", "\nIt is sold.")]),
    "a reason of blocks": (
        "/decline See:\n\n- `a`\n- b\n\n> c\n",
        [("decline", "See:", "\n- `a`\n- b\n\n> c")],
    ),
    "after talk": ("Good.\n/advance Go on.", [("advance", "Go on.", "")]),
    "several": ("/pass\n/help", [("pass", "", ""), ("help", "", "")]),
    "a reason up to the next": (
        "/advance One.\nTwo.\n\n/pass",
        [("advance", "One.", "Two."), ("pass", "", "")],
    ),
    "capitals": ("/Decline: It is sold.", [("decline", "It is sold.", "")]),
    "indented a little": ("   /pass", [("pass", "", "")]),
    "other ends of lines": ("Hi\r\n/pass\rBye", [("pass", "", "Bye")]),
    "a tab": ("/decline\tSold.", [("decline", "Sold.", "")]),
    "below a quotation": ("> yes?\n\n/pass", [("pass", "", "")]),
    "below code": ("```\n/decline\n```\n/pass", [("pass", "", "")]),
    "a remark beside it": ("/pass <!-- really -->", [("pass", "", "")]),
    "a remark in its reason": ("/decline So.\n<!-- no\n/pass -->", [("decline", "So.", "")]),
    "an answer by mail": (
        "/decline So.\n\nIt is sold.\n\nOn Mon, 23 Nov, Ada ***@***.***> wrote:\n\n> A\n>\n> B\n",
        [("decline", "So.", "\nIt is sold.")],
    ),
    "a signature": ("/decline So.\n\n-- \nGrace\nRoom 1", [("decline", "So.", "")]),
    "a word that looks like mail": (
        "/decline So.\nOn Monday they wrote: no.\nSo no.",
        [("decline", "So.", "On Monday they wrote: no.\nSo no.")],
    ),
    "a near miss": ("/advnace Go on.", [("advnace", "Go on.", "")]),
    "a word from elsewhere": ("/approve", [("approve", "", "")]),
}

#: What no reader takes for one.
UNSEEN = {
    "nothing": "",
    "talk": "I would /decline this.",
    "a path": "/usr/bin is full",
    "a folder": "/etc",
    "another folder": "/home",
    "a path that begins with one": "/build/x",
    "an address": "/help.html",
    "quoted": "> /decline No.",
    "quoted and carried on": "> Yes\n/decline No.",
    "quoted twice": "> > /pass",
    "fenced": "```\n/decline\n```",
    "fenced with waves": "~~~ sh\n/decline\n~~~",
    "fenced and never closed": "```\n/decline",
    "indented as code": "Look:\n\n    /decline",
    "indented by a tab": "\t/decline",
    "code over lines": "`a\n/decline b\nc`",
    "in a list": "- /decline",
    "carried on in a list": "- a\n/decline",
    "below a list's item": "1. a\n\n   /decline",
    "a heading": "/decline\n===",
    "a heading by number signs": "# /decline",
    "a table": "/decline | a\n--- | ---\nb | c",
    "in a table": "a | b\n--- | ---\n/decline | c",
    "in a remark": "<!--\n/decline\n-->",
    "in a remark within talk": "So <!--\n/decline x\n--> there",
    "in a remark that never ends": "<!--\n/decline",
    "folded away": "<details>\n\n/decline\n\n</details>",
    "in a block of HTML": "<div>\n/decline\n</div>",
    "in HTML that is never closed": "<blockquote>\n\n/decline",
    "in a quotation of HTML": "<blockquote>\n\n/decline\n\n</blockquote>",
    "preformatted": "<pre>\n/decline\n</pre>",
    "in an attribute": '<a title="\n/decline\n">x</a>',
    "a link's address": "[a](\n/decline)",
    "a definition's address": "[a]:\n/decline\n\n[a]",
    "a link's text": "[a\n/decline](b)",
    "bold": "**a\n/decline**",
    "struck out": "~~a\n/decline~~",
    "a footnote": "[^1]: a\n/decline\n\nx[^1]",
    "an alert": "> [!NOTE]\n> /decline",
    "signs of our own": "\ue0000\ue001",
}


@pytest.mark.parametrize("name", SEEN)
def test_what_a_reader_sees_as_a_command_is_one(name: str) -> None:
    text, expected = SEEN[name]
    assert [(each.word, each.rest, each.more) for each in commands(text)] == expected


@pytest.mark.parametrize("name", UNSEEN)
def test_what_is_quoted_hidden_or_part_of_something_is_none(name: str) -> None:
    assert commands(UNSEEN[name]) == ()


@pytest.mark.parametrize("verb", VERBS)
def test_each_example_is_the_command_that_it_shows(verb: str) -> None:
    (found,) = commands(VERBS[verb].example)
    assert (found.verb, found.known) == (verb, True)


@pytest.mark.parametrize(
    ("word", "verb"),
    [("advnace", "advance"), ("dupplicate-of", "duplicate-of"), ("duplicate_of", "duplicate-of"),
     ("reject", "decline"), ("evalute", "evaluate"), ("sponsors", "sponsor")],
)  # fmt: skip
def test_a_near_miss_is_told_what_was_meant(word: str, verb: str) -> None:
    (found,) = commands(f"/{word} and more")
    assert (found.verb, found.known) == (verb, False)


PIECES = st.sampled_from(
    ["/decline", "/pass", "x", "\n", "\n\n", " ", "    ", ">", "- ", "`", "```", "<!--", "-->",
     "<div>", "</div>", "<p>", "</p>", "[", "](", ")", "]:", "*", "|", "---", "\t", "\\", "&#47;",
     "\ue000", "1\ue001", "\0", "\r", "\ud800", "~~~", "<details>", "<"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_any_text_is_read_and_what_is_found_stands_at_the_head_of_a_line(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for each in commands(text):
        assert isinstance(each, Command)
        heads = [line.strip(" ").lower() for line in lines]
        assert any(line.startswith(f"/{each.word}") for line in heads)
        assert each.verb in VERBS


@given(st.lists(PIECES, max_size=30).map("".join))
def test_nothing_is_ever_taken_out_of_a_quotation_or_of_code(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert commands("\n".join(f"> {line}" for line in lines)) == ()
    assert commands("\n".join(f"    {line}" for line in lines)) == ()
    fence = "`" * (text.count("`") + 3)
    assert commands(f"{fence}\n{text}\n{fence}") == ()


#: What some parsers take minutes for: a comment may have 65,536 characters.
HEAVY = ("<a ", "<a b='", "<x/", "<!--", "<?", ">", "<div>", "[", "*", "`", "<![CDATA[", "&")


@pytest.mark.parametrize("piece", HEAVY)
@pytest.mark.parametrize("head", ["/pass\n", "<div>\n/pass\n"])
def test_no_comment_takes_long_to_read(head: str, piece: str) -> None:
    def steps(size: int) -> float:
        began = time.process_time()
        commands(head + piece * (size // len(piece)))
        return time.process_time() - began

    few = max(steps(4_000), 0.01)
    assert steps(32_000) < few * 40


@given(st.text(max_size=60), st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_any_words_are_read_for_a_day(words: str, today: dt.date) -> None:
    found = day_first(words, today)
    assert found is None or isinstance(found[0], dt.date)


TODAY = dt.date(2026, 11, 30)
DAYS = [
    ("2027-03-01", dt.date(2027, 3, 1), ""),
    ("until 2027-03-01 since it rains", dt.date(2027, 3, 1), "since it rains"),
    ("2w", dt.date(2026, 12, 14), ""),
    ("for 10 days.", dt.date(2026, 12, 10), ""),
    ("in 3 months\nIt rains.", dt.date(2027, 2, 28), "It rains."),
    ("1 year", dt.date(2027, 11, 30), ""),
    ("tomorrow", dt.date(2026, 12, 1), ""),
    ("1 March 2027 it ends", dt.date(2027, 3, 1), "it ends"),
    ("March 1, 2027 it ends", dt.date(2027, 3, 1), "it ends"),
    ("till 1.3.2027, then", dt.date(2027, 3, 1), "then"),
]


@pytest.mark.parametrize(("words", "day", "rest"), DAYS)
def test_days_as_people_write_them(words: str, day: dt.date, rest: str) -> None:
    assert day_first(words, TODAY) == (day, rest)


@pytest.mark.parametrize(
    "words", ["", "soon", "May", "03/04/2027", "2027-02-30", "9999 years", "next week", "0.5w"]
)
def test_what_can_be_meant_in_two_ways_or_none_is_no_day(words: str) -> None:
    assert day_first(words, TODAY) is None
