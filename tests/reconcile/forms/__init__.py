"""Tests of forms in the living network."""
