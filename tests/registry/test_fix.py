"""A fix is slices; a suggestion is the same change as whole lines."""

from hypothesis import given
from hypothesis import strategies as st

from hero.registry.fix import Fix, Slice, applied, fix_to, suggestion

TEXTS = st.text(st.sampled_from("ab\n"), max_size=12)


@given(TEXTS, TEXTS)
def test_a_fix_turns_one_text_into_the_other(before: str, after: str) -> None:
    fix = fix_to("x.yml", before, after, "test")
    assert (fix is None) == (before == after)
    if fix:
        assert applied(before, [fix]) == (after, [fix])


@given(TEXTS, TEXTS)
def test_a_suggestion_says_the_same_in_whole_lines(before: str, after: str) -> None:
    fix = fix_to("x.yml", before, after, "test")
    if fix is None:
        return
    offer = suggestion(before, fix)
    lines = before.split("\n")
    lines[offer.first - 1 : offer.last] = offer.replacement.split("\n")
    assert "\n".join(lines) == after


def test_of_two_fixes_that_touch_the_first_wins() -> None:
    one = Fix("x", (Slice(0, 2, "A"),), "one")
    two = Fix("x", (Slice(2, 3, "B"),), "two")
    far = Fix("x", (Slice(4, 5, "C"),), "far")
    assert applied("abcde", [one, two, far]) == ("AcdC", [one, far])
