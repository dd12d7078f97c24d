"""Whole lives of ideas on the stand-in for GitHub, with everything that speaks of them."""
