"""The one exception for what no diagnostic can say: the world failed, not the data."""


class Failed(Exception):
    """Something outside the registry went wrong: git, the disk, the forge.

    `words` say what, for the person at the terminal; `mend` says what they can do about it.
    """

    def __init__(self, words: str, mend: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.mend = mend
