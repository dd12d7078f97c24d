"""Hero: a social innovation network that lives in git."""

__version__ = "0.1.0"
