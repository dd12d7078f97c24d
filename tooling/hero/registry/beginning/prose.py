"""What the playbooks say of the example alone, taken out; addresses and links made one's own."""

import posixpath
import re
from collections.abc import Collection, Mapping

#: What is between these stands on the example's site alone. Neither begins a line inside of a
#: paragraph, since Markdown would end the paragraph there.
_PASSAGE = re.compile(
    r"(?P<gap>[ ]?)<!-- example -->.*?<!-- /example -->(?P<more>[ ]?)(?=(?P<word>\w?))", re.DOTALL
)
_LINK = re.compile(r"\[(?P<label>[^\]\[]*)\]\((?P<target>[^()\s]+)\)")
_THEME = re.compile(r"^theme: [a-z0-9-]+$", re.MULTILINE)
_GAP = re.compile(r"\n{3,}")


def own_prose(
    path: str, text: str, addresses: Mapping[str, str], gone: Collection[str], themes: list[str]
) -> str:
    """A page without the example: its passages, links to files that are gone, its addresses.

    `addresses` says what stands in place of what. A theme that is shown in a sample becomes the
    first of one's own.
    """
    text = _GAP.sub("\n\n", _PASSAGE.sub(_without, text))
    folder = posixpath.dirname(path)

    def unlinked(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, found["target"].split("#")[0]))
        return found["label"] if target in gone else found[0]

    text = readdressed(_LINK.sub(unlinked, text), addresses)
    known = {f"theme: {each}" for each in [*themes, "unsure"]}
    return _THEME.sub(lambda found: found[0] if found[0] in known else f"theme: {themes[0]}", text)


def readdressed(text: str, addresses: Mapping[str, str]) -> str:
    """A text with other addresses, the longest of them looked for first."""
    for old in sorted(addresses, key=len, reverse=True):
        text = text.replace(old, addresses[old])
    return text


def own_owners(text: str, owner: str, owners: Collection[str]) -> str:
    """CODEOWNERS with one's own people wherever a team of the example's organisation stood."""
    lines = []
    for line in text.splitlines():
        words = line.split()
        if not any(word.startswith(f"@{owner}/") for word in words):
            lines.append(line)
            continue
        kept = [word for word in words if not word.startswith(f"@{owner}/")]
        lines.append(" ".join([f"{kept[0]:<23}", *kept[1:], *owners]))
    head = "# Who approves a change of what. The last line that matches a path counts."
    told = [head if "invented organisation" in line else line for line in lines]
    return "\n".join([*told, ""])


def _without(found: re.Match[str]) -> str:
    """A space is left where there was one and the sentence goes on."""
    return found["more"] or (found["gap"] if found["word"] else "")
