"""What stands for what is computed, where the sentences are printed to be read."""

import re
from collections.abc import Mapping

#: By what the code says, the longest first: how a reader would meet it.
SAMPLES: Mapping[str, str] = {
    "title": "Share the test rig",
    "_name(command.word)": "/advanse",
    "_name": "/advance",
    "_has": "have",
    "login": "example-ada",
    "other": "example-linus",
    "first": "example-grace",
    "who": "example-ada",
    "author": "example-ada",
    "proposers": "example-ada",
    "decision.by": "example-grace",
    "day": "4 May 2026",
    "date": "4 May 2026",
    "days": "60",
    "count": "2",
    "few": "2 things",
    "pull": "41",
    "issue": "12",
    "stage": "Exploring",
    "ends": "Exploring",
    "address": "https://ideas.example.org/",
    "does": "moves it from exploring to piloting",
    "words": "it does not say until when",
    "reason": "Two teams will try it in May.",
}
_BRACES = re.compile(r"\{([^{}]*)\}")


def sampled(text: str) -> str:
    """A sentence with samples; what has none keeps its name."""
    return _BRACES.sub(lambda found: _sample(found[1]), text)


def _sample(code: str) -> str:
    for name in sorted(SAMPLES, key=len, reverse=True):
        if re.search(rf"\b{re.escape(name)}", code):
            return SAMPLES[name]
    return f"[{code.rpartition('.')[2].strip('()')}]"
