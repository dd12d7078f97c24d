"""Attacks through every field, held against every output."""
