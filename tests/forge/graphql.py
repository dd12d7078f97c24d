"""GitHub's GraphQL: not there yet."""

from tests.forge.call import Answer, Call


def answer(call: Call) -> Answer:
    """Refuse."""
    return Answer(501, {"message": "no GraphQL yet"})
