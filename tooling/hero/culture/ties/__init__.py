"""Ties between people: who works with whom over ideas, across units, and where it is thin."""
