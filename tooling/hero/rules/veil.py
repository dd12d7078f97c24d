"""Diagnostics that repeat no secret, whatever rule made them and whatever it quoted."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hero.registry.diagnostic import Diagnostic
from hero.registry.document import Document
from hero.registry.secrets import without, words_of


def veiled(found: Iterable[Diagnostic], documents: Mapping[str, Document]) -> list[Diagnostic]:
    """The diagnostics with stars for what is secret in their files."""
    words = {path: words_of(document.text) for path, document in documents.items()}
    return [_veiled(each, words[each.place.path]) for each in found]


def _veiled(diagnostic: Diagnostic, words: frozenset[str]) -> Diagnostic:
    said = without(diagnostic.message, words)
    help_ = tuple(without(line, words) for line in diagnostic.help)
    fix = diagnostic.fix
    if fix and (about := without(fix.about, words)) != fix.about:
        fix = replace(fix, about=about)
    if (said, help_, fix) == (diagnostic.message, diagnostic.help, diagnostic.fix):
        return diagnostic
    return replace(diagnostic, message=said, help=help_, fix=fix)
