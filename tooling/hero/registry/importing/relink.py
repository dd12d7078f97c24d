"""Relative links inside texts, which lead nowhere once a text stands elsewhere, made to lead on."""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin

#: Code, which is left alone, or a link to a file beside the text: `](./target.md)`, `[name]: …`.
_CODE_OR_LINK = re.compile(
    r"^ {0,3}(?P<fence>```+|~~~+)[\s\S]*?(?:^ {0,3}(?P=fence)|\Z)|`[^`\n]+`"
    r"|(?P<before>\]\(|^ {0,3}\[[^\]\n]{1,200}\]: +)"
    r"(?P<target>(?:\.\.?/[^\s()<>]{1,500}"
    r"|[\w%][\w%./-]{0,500}\.(?:md|rst|html?|txt|pdf|png|svg|jpe?g|gif)(?:#[^\s()<>]{0,200})?))"
    r"(?=[\s)]|\Z)",
    re.MULTILINE,
)


def relinked(text: str, slugs: Mapping[str, str], base: str | None) -> tuple[str, list[str]]:
    """The text with its relative links mended, and the targets of those that lead nowhere.

    A link to the file of another row (by its key) becomes one to that row's idea; any other is
    seen from `base`, or stays where none is given.
    """
    loose = []

    def mended(found: re.Match[str]) -> str:
        target: str | None = found["target"]
        if target is None:
            return str(found[0])
        path = PurePosixPath(unquote(target.partition("#")[0]))
        if slug := slugs.get(path.stem.casefold()):
            return f"{found['before']}{slug}.yml"
        with suppress(ValueError):
            if base:
                return f"{found['before']}{urljoin(base, target)}"
        loose.append(target)
        return str(found[0])

    return _CODE_OR_LINK.sub(mended, text), loose
