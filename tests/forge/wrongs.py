"""What the stand-in answers where it does not do as it is asked."""

from collections.abc import Mapping, Sequence
from typing import Any

NOT_INTEGRATION = "Resource not accessible by integration"
NOT_TOKEN = "Resource not accessible by personal access token"  # noqa: S105 - words, no token
DOCS = "https://docs.github.com/rest"


class Refused(Exception):
    """An answer of 3xx or 4xx; `errors` as GitHub lists them with a 422."""

    def __init__(
        self,
        status: int,
        message: str,
        errors: Sequence[Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status, self.message = status, message
        self.errors, self.headers = errors, dict(headers or {})
        self.url: str | None = None

    def body(self) -> dict[str, Any]:
        """Return the JSON of the answer."""
        wrong: dict[str, Any] = {"message": self.message}
        if self.errors is not None:
            wrong["errors"] = list(self.errors)
        if self.url is not None:
            return {**wrong, "url": self.url, "documentation_url": DOCS}
        return {**wrong, "documentation_url": DOCS, "status": str(self.status)}


def invalid(resource: str, where: str, code: str = "invalid", words: str = "") -> Refused:
    """Return GitHub's 422 for one field of one thing."""
    error = {"resource": resource, "field": where, "code": code}
    return Refused(422, "Validation Failed", [{**error, "message": words} if words else error])


def gone() -> Refused:
    """Return the 404 that also stands for what this reader may not know of."""
    return Refused(404, "Not Found")
