"""The same decisions under other rules."""
