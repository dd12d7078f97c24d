"""Whether this Hero knows the form that a registry's files are in."""

from hero import __version__
from hero.registry import format as forms
from hero.registry.failure import Failed
from hero.registry.source import Source


def readable(source: Source) -> int:
    """The form that the files of a source are in. Raises Failed for one that is not known yet."""
    at, newest = forms.format_of(source), forms.FORMAT
    if at > newest:
        words = f"the registry's files are in format {at}, and this Hero ({__version__}) reads"
        known = "format 1" if newest == 1 else f"formats 1 to {newest}"
        raise Failed(f"{words} {known}", "install the version of Hero that the registry names")
    return at
