"""Look for inputs that break what must hold: `python -m tests.fuzz.check [OPTION]... [FOLDER]`.

Options are libFuzzer's, such as `-runs=300000` and `-seed=1`. Inputs that reach new code are kept
in the folder; without one, nothing is kept. What breaks is written to `crash-…` in this folder.
"""

import sys
from importlib import import_module


def main() -> None:
    """Fuzz until libFuzzer's options say that it is enough."""
    # Not on every machine there is a wheel, so nothing may need the module's types.
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["hero"]):
        surfaces = import_module("tests.fuzz.surfaces")
    atheris.Setup(sys.argv, surfaces.one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
