"""Values taken out of one row as a mapping says, with a note of all that is lost on the way."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hero.registry.importing import texts
from hero.registry.importing.notes import Note
from hero.registry.importing.people import login_from
from hero.registry.importing.sources import Date, People, Text, Word
from hero.registry.importing.values import day_of, is_filled, items_of, text_of
from hero.registry.render import inline

_NAMED = re.compile(r"\{([^{}]+)\}")


class RowRefused(Exception):
    """No idea can be made of this row; the words say why."""


class Taking:
    """One row being read. `notes` grows with what does not come over; `used` with what does."""

    def __init__(self, values: Mapping[str, Any], extra: Mapping[str, Any]) -> None:
        self.values = values
        self.extra = extra
        self.used: set[str] = set()
        self.notes: dict[Note, None] = {}

    def note(self, kind: str, field: str, detail: str = "") -> None:
        """Remember one thing, once."""
        self.notes[Note(kind, field, detail)] = None

    def first(self, fields: Iterable[str], about: str) -> str:
        """The text of the first field that is filled and can be text; else nothing."""
        return next((text for _, text in self._filled(fields, about)), "")

    def items(self, fields: Iterable[str], split: str | None, about: str) -> list[str]:
        """All values of all these fields, as texts."""
        found = []
        for field in fields:
            for item in items_of(self.values.get(field), split):
                self.used.add(field)
                text = text_of(item)
                if text is None:
                    self.note("shape", about, f"{field}: {shown(item)}")
                elif texts.says(text):
                    found.append(text.strip())
        return found

    def filled(self, template: str, more: Mapping[str, Any] | None = None) -> str:
        """The template with each `{name}` replaced; a field that is not filled is `unknown`."""
        known = {**self.values, **self.extra, **(more or {})}
        return _NAMED.sub(
            lambda name: (text_of(known.get(name[1])) or "").strip() or "unknown", template
        )

    def prose(self, source: Text, about: str, longest: int, first: str = "") -> str:
        """A text of several lines that begins with `first`, ready for the file; or nothing."""
        joined = self._joined(source, about)
        return self._cleaned(texts.prose(joined and first + joined, longest), about)

    def line(self, source: Text, about: str, longest: int) -> texts.Cleaned:
        """A text of one line, ready for the file; it may be empty."""
        cleaned = texts.line(self._joined(source, about), longest)
        self._cleaned(cleaned, about)
        return cleaned

    def word(self, source: Word, about: str) -> str | None:
        """The word here for the source's word; raises RowRefused where there is none."""
        text = self.first(source.first_of, about).strip()
        if text:
            return self.translated(source, text, about)
        if source.if_empty is not None:
            self.note("default", about, source.if_empty)
        return source.if_empty

    def translated(self, source: Word, text: str, about: str) -> str:
        """The word of the table for this text; raises RowRefused where there is none."""
        table = {word.strip().casefold(): here for word, here in source.table.items()}
        word = table.get(text.strip().casefold()) or source.if_unlisted
        if word is None:
            raise RowRefused(f"the table of `{about}` does not list {shown(text.strip())}")
        if text.strip().casefold() not in table:
            self.note("unlisted", about, f"{shown(text.strip())} -> {word}")
        return word

    def people(self, source: People, about: str) -> list[str]:
        """Logins, each person once; it may be empty."""
        logins: dict[str, str] = {}
        field = next((each for each in source.first_of if is_filled(self.values.get(each))), None)
        for name in self.items([field] if field else [], source.split, about):
            login = self._login(source, name, about)
            if login:
                logins.setdefault(login.lower(), login)
        if not logins and source.if_empty:
            self.note("default", about, ", ".join(source.if_empty))
        return list(logins.values()) or list(source.if_empty)

    def day(self, source: Date, about: str) -> dt.date | None:
        """A day, or None."""
        for field, text in self._filled(source.first_of, about):
            if day := day_of(text, source.order):
                return day
            self.note("date", about, f"{field}: {shown(text)}")
        if source.if_empty:
            self.note("default", about, source.if_empty.isoformat())
        return source.if_empty

    def left(self, ignored: Iterable[str]) -> list[str]:
        """The filled fields of which nothing was taken."""
        known = self.used | set(ignored)
        return [each for each in self.values if each not in known and is_filled(self.values[each])]

    def _filled(self, fields: Iterable[str], about: str) -> Iterator[tuple[str, str]]:
        for field in fields:
            value = self.values.get(field)
            if not is_filled(value):
                continue
            self.used.add(field)
            text = text_of(value)
            if text is None:
                self.note("shape", about, f"{field}: {shown(value)}")
            elif texts.says(text):
                yield field, text

    def _joined(self, source: Text, about: str) -> str:
        first = next(self._filled(source.first_of, about), None)
        parts = [*([first] if first else []), *self._filled(source.all_of, about)]
        if not parts and source.if_empty is not None:
            text = self.filled(source.if_empty)
            self.note("default", about, shown(source.if_empty.strip()))
            return text
        whole = "\n\n".join(
            f"### {source.headings[field]}\n\n{text}" if field in source.headings else text
            for field, text in parts
        )
        for old, new in source.replace.items():
            whole = whole.replace(old, new)
        return whole

    def _cleaned(self, cleaned: texts.Cleaned, about: str) -> str:
        for change in cleaned.changes:
            self.note(change, about, shown(cleaned.whole) if change == "shortened" else "")
        return cleaned.text

    def _login(self, source: People, name: str, about: str) -> str:
        known = {each.strip().casefold(): login for each, login in source.table.items()}
        if name.casefold() in known:
            login, made = known[name.casefold()] or "", not known[name.casefold()]
        else:
            login, made = login_from(name, source.prefix)
        if made:
            self.note(
                "login" if login else "person",
                about,
                f"{shown(name)} -> {login}" if login else shown(name),
            )
        return login


def shown(value: Any, longest: int = 100) -> str:
    """A stranger's value on one line, cut short, without control characters."""
    try:
        text = inline(value[:1000]) if isinstance(value, str) else repr(value)[:1000]
    except (ValueError, RecursionError):
        return "something too long or too deep to show"
    text = "".join(char if char.isprintable() else "?" for char in text)
    return text if len(text) <= longest else text[: longest - 1] + "…"
