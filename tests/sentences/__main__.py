"""Print every sentence that the bot can say, with sample values, to be read as its readers do.

python -m tests.sentences
"""

import sys

from tests.sentences.found import HERO, modules, refusals, texts
from tests.sentences.samples import sampled
from tests.tour.heard import plain


def main() -> int:
    """Module by module, each function with what it is said for."""
    for path in modules(of_sentences=True):
        sys.stdout.write(f"\n{path.relative_to(HERO)}\n")
        function = ""
        for each in texts(path):
            words = plain(sampled(each.text))
            if len(words.split()) < 2:
                continue
            if each.function != function:
                function = each.function
                about = each.about.split("\n")[0]
                sys.stdout.write(f"  {function}: {about}\n")
            sys.stdout.write("".join(f"      {line}\n" for line in words.splitlines()))
    sys.stdout.write("\nWhy a command is not carried out, and what helps\n")
    for each in refusals():
        sys.stdout.write(f"      {plain(sampled(each.text))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
