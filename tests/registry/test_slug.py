"""Slugs have a form and a length, and every title has one near it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.registry.slug import LONGEST, is_slug, slug_from
from tests.registry.texts import CALM


@pytest.mark.parametrize("text", ["a", "a-b", "2026", "3d-printing", "a" * LONGEST])
def test_a_slug(text: str) -> None:
    assert is_slug(text)
    assert slug_from(text) == text


@pytest.mark.parametrize(
    "text", ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "é", "a\n", "a" * (LONGEST + 1)]
)
def test_no_slug(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Über-fast CI!", "uber-fast-ci"),
        ("№ 5 — тесты", "no-5-testy"),
        ("???", ""),
        ("a" * (LONGEST + 5), "a" * LONGEST),
        ("a" * 40 + " " + "b" * 39, "a" * 40 + "-" + "b" * 39),
        ("a" * 40 + " " + "b" * 40, "a" * 40),
        ("one " * 30, "-".join(["one"] * 20)),
    ],
)
def test_the_slug_nearest_to_a_title(title: str, slug: str) -> None:
    assert slug_from(title) == slug


@CALM
@given(title=st.text(max_size=200))
def test_every_title_has_a_slug_or_none(title: str) -> None:
    slug = slug_from(title)
    assert slug == "" or is_slug(slug)
    assert slug_from(slug) == slug
