"""Ways in without git: the issue form, and a new file with the idea in it.

Both are addresses alone. The form is for everybody who may read the repository, so it works in
private ones too. The forge's editor writes to a fork for those who may not write, and a private
repository often allows no forks: there the new file is not offered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from hero.registry.form import FORM
from hero.registry.policies import Network
from hero.registry.signals import Signals
from hero.site import address

#: GitHub answers 414 above about 8 KB. Who is not signed in is sent on with the address inside
#: another one, which makes it longer.
LONGEST = 6_000


@dataclass(frozen=True, slots=True)
class NewFile:
    """Where a new file is begun. `holds`: with the text in it; else it has to be pasted there."""

    address: str
    holds: bool


@dataclass(frozen=True, slots=True)
class WaysIn:
    """Which ways a page may offer."""

    form: bool
    new_file: bool


def ways_in(network: Network, signals: Signals | None = None) -> WaysIn:
    """What works here, as far as it is known: `signals` know it, else network.yml tells.

    Without signals an internal audience is taken for a private repository. An example has none.
    """
    if network.example:
        return WaysIn(False, False)
    if signals is None:
        return WaysIn(True, network.audience == "public")
    return WaysIn(signals.issues, not signals.private)


def new_idea(network: Network, year: int, slug: str, text: str) -> NewFile:
    """The forge's editor with a new idea in it: `.../new/BRANCH/ideas/YEAR?filename=&value=`.

    A text that is too long for an address is left out.
    """
    folder = f"{quote(network.branch)}/ideas/{year}"
    where = f"{address.repository(network)}/new/{folder}"
    whole = f"{where}?{_query({'filename': f'{slug}.yml', 'value': text})}"
    if len(whole) <= LONGEST:
        return NewFile(whole, True)
    return NewFile(f"{where}?{_query({'filename': f'{slug}.yml'})}", False)


def form(network: Network, known: Mapping[str, str] | None = None) -> str:
    """The issue form; `known` are the title and fields that are filled in already, by name.

    Those that would make the address too long are left out, the last of them first. A dropdown
    takes the words that people see.
    """
    given = dict(known or {})
    where = f"{address.repository(network)}/issues/new"
    while True:
        whole = f"{where}?{_query({'template': FORM.rpartition('/')[2], **given})}"
        if len(whole) <= LONGEST or not given:
            return whole
        given.popitem()


def _query(values: Mapping[str, str]) -> str:
    # What cannot be written as UTF-8 cannot be asked for either.
    sound = {key: text.encode("utf-8", "replace").decode() for key, text in values.items()}
    return urlencode(sound, quote_via=quote, safe="")
