"""The playbook lists every condition, in the condition's own words."""

from typing import get_args

from hero.registry.conditions import Condition
from hero.site.vocabulary import vocabulary


def test_every_condition_is_listed_once_with_its_fields() -> None:
    terms = {term.word: term for term in vocabulary()}
    classes = get_args(get_args(Condition)[0])
    assert len(terms) == len(classes)
    for condition in classes:
        (word,) = get_args(condition.model_fields["needs"].annotation)
        listed = [name for name, _, _ in terms[word].fields]
        assert listed == [name for name in condition.model_fields if name != "needs"]
        assert terms[word].asks.endswith(".")


def test_a_field_says_what_it_takes_and_what_holds_without_it() -> None:
    terms = {term.word: term.fields for term in vocabulary()}
    assert terms["approvals"] == (("count", "How many. It is 1 if left out.", ""),)
    assert terms["people"] == (("roles", "Which.", "builder, sponsor"),)
    assert terms["evaluations"][1][1] == "How far apart they may be. Not asked if left out."
