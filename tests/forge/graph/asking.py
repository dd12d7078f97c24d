"""Take a GraphQL request: parse it, hold it against GitHub's schema, resolve it."""

import functools
from typing import Any

import graphql
from graphql import GraphQLError, GraphQLResolveInfo

from tests.forge.call import Answer, Call
from tests.forge.descriptions.fetch import described
from tests.forge.graph.fields import FIELDS, Edge, Node, Wrong, of_connection


@functools.cache
def schema() -> graphql.GraphQLSchema:
    """Return GitHub's own schema, which takes half a second to read."""
    document = graphql.parse(described("schema.graphql").read_text(), no_location=True)
    return graphql.build_ast_schema(document, assume_valid=True)


def answer(call: Call) -> Answer:
    """Answer a query or a mutation: 200 with data, with errors, or with both."""
    call.template = "/graphql"
    _ = call.user
    try:
        document = graphql.parse(str(call.asked.get("query") or ""))
    except GraphQLError as wrong:
        return _errors(call, [wrong])
    wrongs = graphql.validate(schema(), document)
    if wrongs:
        return _errors(call, wrongs)
    result = graphql.execute_sync(
        schema(),
        document,
        context_value=call,
        variable_values=call.asked.get("variables") or {},
        operation_name=call.asked.get("operationName"),
        field_resolver=_resolve,
        type_resolver=_kind,
    )
    changes = any(
        isinstance(each, graphql.OperationDefinitionNode)
        and each.operation is graphql.OperationType.MUTATION
        for each in document.definitions
    )
    call.wrote = changes and not result.errors
    if result.errors:
        _raise_ours(result.errors)
        return Answer(200, {"data": result.data, "errors": [_error(one) for one in result.errors]})
    return Answer(200, {"data": result.data})


def _errors(call: Call, wrongs: list[GraphQLError]) -> Answer:
    call.idle()
    return Answer(200, {"errors": [_error(each) for each in wrongs]})


def _error(wrong: GraphQLError) -> dict[str, Any]:
    shown: dict[str, Any] = {**wrong.formatted}
    original = wrong.original_error
    return {"type": original.kind, **shown} if isinstance(original, Wrong) else shown


def _raise_ours(wrongs: list[GraphQLError]) -> None:
    """Raise what broke in the stand-in, which is no answer of GitHub's."""
    for each in wrongs:
        if each.original_error and not isinstance(each.original_error, Wrong):
            raise each.original_error


def _resolve(held: Any, info: GraphQLResolveInfo[Call], **asked: Any) -> Any:
    name, kind = info.field_name, info.parent_type.name
    if isinstance(held, Edge):
        return held.node if name == "node" else f"cursor:{held.at}"
    if isinstance(held, dict):
        return held[name]
    if isinstance(held, Node) and held.kind == "Connection":
        return of_connection(name, held.it)
    kind = held.kind if isinstance(held, Node) else kind
    resolver = FIELDS.get((kind, name))
    if resolver is None:
        raise NotImplementedError(f"The stand-in does not resolve {kind}.{name}.")
    return resolver(held, info.context, **asked)


def _kind(held: Any, *_: Any) -> str:
    return str(held.kind)
