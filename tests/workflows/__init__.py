"""The workflows that Hero ships: what they may, when they start, and what they do."""
