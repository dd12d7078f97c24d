"""How alike ideas are, by their words."""
