"""Where GitHub and its own description disagree, each with its reason."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Allowed:
    """What may differ: a pattern for `METHOD /template STATUS`, one for the words, and why."""

    where: str
    words: str
    why: str

    def covers(self, where: str, words: str) -> bool:
        """Say whether this is the difference that is meant."""
        return bool(re.fullmatch(self.where, where) and re.search(self.words, words))


UNDOCUMENTED = "is not described"
ALLOWED = (
    Allowed(".* 401", UNDOCUMENTED, "any route answers 401 to a token that is none"),
    Allowed(".* 403", UNDOCUMENTED, "any route answers 403: rights, rate limits, archived"),
    Allowed(".* 404", UNDOCUMENTED, "any route hides what a token may not see behind 404"),
    Allowed(".* 304", UNDOCUMENTED, "any read answers 304 to a tag that still holds"),
    Allowed(".* (301|307)", UNDOCUMENTED, "any route of a renamed repository redirects"),
    Allowed(".* 400", UNDOCUMENTED, "any route refuses a body that is no JSON"),
    Allowed(
        "(POST|PUT) .*/labels 200",
        'asked .*is not of type "object"',
        "its text says that a bare list of names will do, and PyGithub sends one",
    ),
    Allowed(
        ".* 20[01]|webhook .*",
        "head/repo: null is not of type",
        "once a fork is deleted its pulls have no head repository, whatever is described",
    ),
    Allowed(
        "webhook .*",
        r'"\d+\+[\w-]+\[bot\]@users.noreply.github.com" is not a "email"',
        "GitHub gives its bots addresses with brackets, which no address may have",
    ),
    Allowed(
        "webhook repository-dispatch.*",
        '"installation" is a required',
        "only an app's webhooks name an installation; a workflow sees the event without one",
    ),
    Allowed(".* 422", UNDOCUMENTED, "any route that reads a body refuses one that does not fit"),
)


def allowed(where: str, words: str) -> bool:
    """Say whether a difference is a known one."""
    return any(each.covers(where, words) for each in ALLOWED)
