"""The form that a registry's files are in, as a number, and the newest that this Hero reads."""

from hero.registry.parse import parse
from hero.registry.source import Source, SourceRefused

#: The form of the files that this version of Hero reads and writes.
FORMAT = 1
NETWORK = "playbooks/technology/network.yml"
_BYTES = 2_000_000


def format_of(source: Source) -> int:
    """The `format` of a registry; 1 where network.yml says none or cannot be read.

    Read by itself and leniently: of a newer form nothing else may be understood.
    """
    try:
        data = parse(NETWORK, source.read(NETWORK, _BYTES)).data
    except SourceRefused:
        return 1
    found = data.get("format") if isinstance(data, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else 1
