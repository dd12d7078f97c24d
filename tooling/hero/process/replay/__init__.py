"""The recorded decisions under other rules: what would have been refused, and what would differ."""
