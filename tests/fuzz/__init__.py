"""Fuzzing: what a program that looks for ways into the code finds."""
