"""GitHub's own descriptions of its API, and what the stand-in says held against them."""
