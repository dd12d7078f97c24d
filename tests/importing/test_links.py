"""References between rows become links between ideas, and dead ones are told."""

from hero.registry.importing.relink import relinked
from tests.importing.small import checked, data, made, notes

BASE = "https://example.org/texts/"


def test_keys_become_slugs_whatever_the_order_of_the_rows() -> None:
    first, second, third = made({"needs": "2, 3"}, {"needs": ["3"]}, {})
    assert data(first)["links"] == {"depends_on": ["job-2", "job-3"]}
    assert data(second)["links"] == {"depends_on": ["job-3"]}
    assert "links" not in data(third)
    assert checked([first, second, third]) == []


def test_references_to_nothing_are_told_and_left_out() -> None:
    results = made({"needs": "7,1,2"}, {"title": "", "name": ""})
    assert "links" not in data(results[0])
    assert notes(results[0]) == [
        ("reference", "links.depends_on", '"7": no such row'),
        ("reference", "links.depends_on", '"1": the row itself'),
        ("reference", "links.depends_on", '"2": its row was refused'),
    ]


def test_what_would_close_a_circle_stays_as_a_relation() -> None:
    results = made({"needs": "2"}, {"needs": "3"}, {"needs": "1"})
    assert data(results[2])["links"] == {"relates_to": ["job-1"]}
    expected = ("reference", "links.depends_on", "job-1: it would close a circle; now relates_to")
    assert notes(results[2]) == [expected]
    assert checked(results) == []


def test_an_idea_repeats_one_other() -> None:
    results = made({"same": ["2", "3"]}, {}, {})
    assert data(results[0])["links"] == {"relates_to": ["job-3"], "duplicate_of": "job-2"}
    assert checked(results) == []


def test_addresses_are_made_and_those_that_are_none_are_told() -> None:
    result = made({"pull": [41, "x y"]})[0]
    assert data(result)["links"] == {"implementation": ["https://example.org/pulls/41"]}
    assert notes(result) == [("address", "links.implementation", "x y")]


def test_links_inside_texts_lead_on() -> None:
    text = (
        "[b](./b.md#top) ![i](../assets/i.png) [w](https://w.example/x.md) [s](#here)\n"
        "[name]: other.md\n"
        "`[b](./b.md)`\n"
        "```\n[b](./b.md)\n```\n"
        "handlers[i](argument)\n"
    )
    mended, loose = relinked(text, {"b": "job-b"}, BASE)
    assert mended == (
        "[b](job-b.yml) ![i](https://example.org/assets/i.png) [w](https://w.example/x.md) "
        "[s](#here)\n"
        "[name]: https://example.org/texts/other.md\n"
        "`[b](./b.md)`\n"
        "```\n[b](./b.md)\n```\n"
        "handlers[i](argument)\n"
    )
    assert loose == []
    assert relinked("[x](./x.md)", {}, None) == ("[x](./x.md)", ["./x.md"])


def test_loose_links_inside_texts_are_told() -> None:
    results = made({"why": "See [two](./2.md) and [three](./3.md)."}, {})
    assert data(results[0])["problem"] == "See [two](job-2.yml) and [three](./3.md).\n"
    assert notes(results[0]) == [("link", "problem", "./3.md")]
    mended = made({"why": "See [three](./3.md)."}, base=BASE)[0]
    assert data(mended)["problem"] == "See [three](https://example.org/texts/3.md).\n"
