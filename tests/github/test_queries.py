"""Every GraphQL document that is sent, held against GitHub's own description."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hero.technology.github import queries

if TYPE_CHECKING:
    from graphql import GraphQLSchema

DOCUMENTS = {
    "place": queries.PLACE,
    "open pulls": queries.OPEN_PULLS,
    "these pulls": queries.these_pulls([1, 2]),
    "entries": queries.entries(range(2)),
    "sizes": queries.blobs(2, "byteSize"),
    "texts": queries.blobs(2, "text"),
    "tip": queries.TIP,
    "issues": queries.ISSUES,
    "more comments": queries.MORE_COMMENTS,
    "commit": queries.COMMIT,
    **{f"more {name}": queries.more_of(name) for name in queries.LISTS},
}


@cache
def faults(schema: Path, document: str) -> list[str]:
    from graphql import parse, validate

    return [each.message for each in validate(_built(schema), parse(document))]


@cache
def _built(schema: Path) -> "GraphQLSchema":
    from graphql import build_schema

    return build_schema(schema.read_text(), assume_valid=True)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_as_github_describes_it(name: str, schema: Path) -> None:
    assert faults(schema, DOCUMENTS[name]) == []


def test_a_wrong_field_is_seen(schema: Path) -> None:
    wrong = queries.PLACE.replace("nameWithOwner", "nameWithoutOwner")
    assert "nameWithoutOwner" in faults(schema, wrong)[0]


def test_nothing_that_is_on_its_way_out_is_asked_for(schema: Path) -> None:
    from graphql import parse, validate
    from graphql.validation import NoDeprecatedCustomRule

    for document in DOCUMENTS.values():
        found = validate(_built(schema), parse(document), [NoDeprecatedCustomRule])
        assert [each.message for each in found] == []
