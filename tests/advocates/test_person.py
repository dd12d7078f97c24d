"""Who is one person, and which topics are one."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from hero.advocates.person import Persons, folded, person_key
from hero.advocates.subject import topics_of
from hero.registry.policies import Advocate, Roster
from tests.advocates.worlds import TODAY

LOGINS = st.text("aBcXy019", min_size=1, max_size=39)


def roster(*rows: tuple[str, int]) -> Roster:
    return Roster(
        advocates=tuple(
            Advocate(login=login, id=number, unit="platform", expertise=("data",), since=TODAY)
            for login, number in rows
        )
    )


@given(LOGINS, st.integers(1, 10**9))
def test_a_login_is_one_person_in_any_case(login: str, number: int) -> None:
    for known in (Persons(), Persons.of([roster((login, number))])):
        assert known.key(login.upper()) == known.key(login.lower()) == known.key(login)


@given(LOGINS, LOGINS, st.integers(1, 10**9))
def test_an_account_is_one_person_under_any_login(old: str, new: str, number: int) -> None:
    known = Persons.of([roster((old, number)), roster((new, number))])
    assert known.keys_of((old, new)) == (str(number),)


def test_a_login_that_somebody_else_took_over_is_theirs() -> None:
    known = Persons.of([roster(("ada", 1)), roster(("ada-n", 1), ("ada", 2))])
    assert (known.key("ada"), known.key("ada-n")) == ("2", "1")


@given(LOGINS, st.integers(1, 10**9))
def test_a_login_is_never_taken_for_a_number(login: str, number: int) -> None:
    assert person_key(login) != person_key("x", number)


@given(st.text(max_size=20))
def test_a_topic_is_the_same_however_its_letters_are_composed(topic: str) -> None:
    forms = [unicodedata.normalize(form, topic) for form in ("NFC", "NFD", "NFKC", "NFKD")]
    assert len({folded(each) for each in forms}) == 1
    assert topics_of((form, 300) for form in forms) == topics_of([(topic, 300)])


def test_a_topic_that_is_named_twice_counts_once_with_its_greatest_weight() -> None:
    assert topics_of([("Data", 300), ("data", 1000), (" DATA ", 100)]) == (("data", 1000),)
