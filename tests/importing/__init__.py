"""Rows of another tool become ideas, and nothing of them is lost in silence."""
