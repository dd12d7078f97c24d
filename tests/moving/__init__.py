"""Moves and evaluations: judged, written, and not to be cheated."""
