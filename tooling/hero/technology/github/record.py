"""Writing down all that is asked and answered, for those who look for a fault; nothing secret."""

import json
from typing import Any, TextIO

from hero.technology.github.answer import Answer, Unanswered, Wire
from hero.technology.github.redact import redacted, redacted_headers, redacted_value
from hero.technology.github.refused import parsed


class Recorder:
    """A wire that sends through another and writes a line of JSON for each request."""

    def __init__(self, through: Wire, to: TextIO) -> None:
        self.through, self.to, self.number = through, to, 0

    def __call__(self, verb: str, path: str, body: Any) -> Answer:
        """Send; the line is written whatever comes back. Raises Unanswered."""
        asked = {"verb": verb, "path": redacted(path), "body": redacted_value(body)}
        try:
            answer = self.through(verb, path, body)
        except Unanswered as lost:
            self._line({**asked, "lost": redacted(str(lost))})
            raise
        value = parsed(answer.text)
        told = redacted(answer.text) if value is None else redacted_value(value)
        headers = redacted_headers(answer.headers)
        self._line({**asked, "status": answer.status, "headers": headers, "answer": told})
        return answer

    def _line(self, entry: dict[str, Any]) -> None:
        self.number += 1
        self.to.write(json.dumps({"request": self.number, **entry}, ensure_ascii=True) + "\n")
        self.to.flush()
