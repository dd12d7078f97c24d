"""A text in a cell of a table that a spreadsheet opens."""

#: What a spreadsheet takes for the begin of a formula (OWASP, CSV injection); some take the wide
#: signs of Asian scripts as well.
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


def unrun(words: str) -> str:
    """Plain text, never a formula: what would be one begins with an apostrophe."""
    return f"'{words}" if words.lstrip().startswith(_FORMULA) else words
