"""Tests of tracking in the living network."""
