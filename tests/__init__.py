"""The tests of Hero."""
