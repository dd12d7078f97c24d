"""GitHub's refusals told apart: what each status, header and message means, in plain words."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from hero.reconcile.forge import ForgeRefused
from hero.technology.github.answer import Answer
from hero.technology.github.redact import redacted

#: Seconds to wait after a secondary limit that does not say how long, as GitHub's guide asks.
SECONDARY = 60
#: As many characters of what GitHub says as are worth repeating.
SAID = 300

_LIMIT = re.compile(
    r"secondary rate limit|abuse detection|blocked from content creation|submitted too quickly"
    r"|retry your request again later|wait a few minutes before you try again",
    re.IGNORECASE,
)
_PRIMARY = re.compile(r"api rate limit (?:already )?exceeded|rate limit exceeded", re.IGNORECASE)
_CLOSED = re.compile(
    r"archived|is locked|conversation is locked|issues are disabled|issues has been disabled"
    r"|access blocked|repository is disabled",
    re.IGNORECASE,
)
_ALLOW_LIST = re.compile(r"ip allow list", re.IGNORECASE)
_SSO = re.compile(r"saml|single sign-on|\bsso\b", re.IGNORECASE)
_NOT_FOR = re.compile(r"resource not accessible by (\w[\w ]*)", re.IGNORECASE)


def refusal(asked: str, answer: Answer, now: float) -> ForgeRefused:
    """What an answer that is no success means. `asked` says what was asked; `now` in seconds."""
    body = parsed(answer.text)
    if answer.status >= 500:
        return ForgeRefused("broken", f"{asked}: GitHub is not well ({answer.status}).")
    if answer.status in (301, 302, 303, 307, 308):
        return ForgeRefused("moved", f"{asked}: it is called something else now.")
    said = message(body)
    limit = _limited(asked, answer, said, now)
    if limit:
        return limit
    if not isinstance(body, dict) and answer.status != 404:
        words = f"{asked}: something that is not GitHub answered ({answer.status})."
        return ForgeRefused("broken", words)
    return _by_status(asked, answer, said)


def _limited(asked: str, answer: Answer, said: str, now: float) -> ForgeRefused | None:
    """The two limits, told by 403 and 429 alike; None where it is neither."""
    if answer.status not in (403, 429):
        return None
    retry = whole(answer.headers.get("retry-after"))
    reset = whole(answer.headers.get("x-ratelimit-reset"))
    spent = answer.headers.get("x-ratelimit-remaining") == "0" or _PRIMARY.search(said)
    if "retry-after" in answer.headers or _LIMIT.search(said):
        wait = float(retry if retry is not None and retry >= 0 else SECONDARY)
        return _rate(asked, "GitHub asks for a pause", wait)
    if spent:
        # One second more, since the reset may come at any moment of its second.
        wait = max(0.0, reset - now) + 1 if reset is not None else float(SECONDARY)
        return _rate(asked, "this token has no requests left", wait)
    if answer.status == 429:
        return _rate(asked, "GitHub asks for a pause", float(SECONDARY))
    return None


def _rate(asked: str, why: str, wait: float) -> ForgeRefused:
    return ForgeRefused("rate", f"{asked}: {why}; it can go on in {_time(wait)}.", wait)


def _time(seconds: float) -> str:
    return f"{seconds:.0f} seconds" if seconds < 120 else f"{seconds / 60:.0f} minutes"


def _by_status(asked: str, answer: Answer, said: str) -> ForgeRefused:
    status = answer.status
    if status == 401:
        words = "GitHub does not know this token: it is mistyped, has ended or was taken back."
        return ForgeRefused("permission", f"{asked}: {words}")
    if status == 404:
        return ForgeRefused("gone", f"{asked}: not there, or not for this token.")
    if status in (410, 423, 451) or (status == 403 and _CLOSED.search(said)):
        return ForgeRefused("closed", f"{asked}: {said or 'it is closed'}")
    if status == 403:
        return ForgeRefused("permission", f"{asked}: {_forbidden(answer.headers, said)}")
    kind = "conflict" if status in (405, 409, 412) else "invalid"
    return ForgeRefused(kind, f"{asked}: {said or f'GitHub does not accept this ({status})'}")


def _forbidden(headers: Mapping[str, str], said: str) -> str:
    """Which of the permissions is missing: the organisation's, the network's or the token's."""
    if "x-github-sso" in headers or _SSO.search(said):
        return "the organisation asks for single sign-on; authorise this token for it."
    if _ALLOW_LIST.search(said):
        return "the organisation lets only some addresses in, and this one is not among them."
    not_for = _NOT_FOR.search(said)
    if not_for:
        needs = headers.get("x-accepted-github-permissions", "")
        wants = f"; it needs {needs.replace('=', ': ')}" if needs else ""
        return f"the token may not do this{wants} ({said})"
    return said or "the token may not do this."


def parsed(text: str) -> Any:
    """JSON as a value, or None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def whole(header: str | None) -> int | None:
    """A header's whole number, or None."""
    try:
        return int(float(header)) if header else None
    except (ValueError, OverflowError):
        return None


def message(body: Any) -> str:
    """What GitHub says of a refusal, with each of its errors, short and without secrets."""
    if not isinstance(body, dict):
        return ""
    said = [body.get("message")]
    errors = body.get("errors")
    said += [_one(each) for each in errors] if isinstance(errors, list) else [errors]
    told = "; ".join(dict.fromkeys(each for each in said if isinstance(each, str) and each))
    return redacted(" ".join(told.split()))[:SAID]


def _one(error: Any) -> str:
    if not isinstance(error, dict):
        return error if isinstance(error, str) else ""
    if isinstance(error.get("message"), str):
        return str(error["message"])
    return " ".join(str(error[key]) for key in ("resource", "field", "code") if error.get(key))


_GRAPH_KINDS = {
    "NOT_FOUND": "gone",
    "FORBIDDEN": "permission",
    "INSUFFICIENT_SCOPES": "permission",
    "STALE_DATA": "conflict",
    "UNPROCESSABLE": "invalid",
    "UNAUTHENTICATED": "permission",
}


def graph_refusal(asked: str, errors: Sequence[Any]) -> ForgeRefused:
    """What GraphQL's errors mean, which come with status 200; the first one decides."""
    first = errors[0] if errors and isinstance(errors[0], dict) else {}
    said = message({"errors": list(errors)})
    if first.get("type") == "RATE_LIMITED" or _PRIMARY.search(said) or _LIMIT.search(said):
        return _rate(asked, "GitHub asks for a pause", float(SECONDARY))
    where = ".".join(str(each) for each in first.get("path") or () if not isinstance(each, int))
    if first.get("type") == "NOT_FOUND":
        return ForgeRefused("gone", f"{asked}: not there, or not for this token ({where}).")
    if re.search(r"something went wrong|timedout|timeout", said, re.IGNORECASE):
        return ForgeRefused("broken", f"{asked}: GitHub is not well.")
    if _CLOSED.search(said):
        return ForgeRefused("closed", f"{asked}: {said}")
    kind = _GRAPH_KINDS.get(str(first.get("type")), "invalid")
    if kind == "permission":
        said = f"the token may not do this: {where} ({said})"
    return ForgeRefused(kind, f"{asked}: {said}")
