"""What of a row did not come over as it stood, as values."""

from collections.abc import Mapping
from dataclasses import dataclass

#: Every kind of note, in the order of a report, and what it means.
KINDS: Mapping[str, str] = {
    "left": "Source fields that were not carried over",
    "shape": "Values of a kind that cannot stand there, left out",
    "default": "Fields that took the mapping's default",
    "unlisted": "Words that the table lacks, with the word taken instead",
    "date": "Dates that could not be read, left out",
    "proposed": "Ideas proposed on the day of their first change, which is earlier than stated",
    "shortened": "Texts that were too long; of a title, the whole stands at the top of the problem",
    "unquoted": "Quotes around a whole text, removed",
    "breaks": "Texts with odd line breaks, made into plain ones",
    "blanks": "Texts with odd blanks, made into plain ones",
    "unfit": "Texts with characters that cannot be shown, removed",
    "login": "Logins made from names: nobody's account until somebody says so",
    "person": "Names that are no person, or from which no login can be made, left out",
    "tag": "Tags that repeat another or have no letter or digit, left out",
    "address": "Values that make no web address, left out",
    "link": "Relative links inside texts, which lead nowhere here; `base` would mend them",
    "reference": "References that were not carried over as they stand",
    "merged": "Changes of status between two words that mean one stage here, merged",
    "skipped": "Changes of status that could not be read, left out",
    "gap": "Changes that do not begin where the one before ended; they begin there now",
    "order": "Changes dated before the one above them, put in order or dated alike",
    "status": "Ideas whose status is not where their changes end; a decision was added",
}


@dataclass(frozen=True, slots=True)
class Note:
    """One thing about one row: the kind, the field it is about, and the particulars."""

    kind: str
    field: str
    detail: str = ""
