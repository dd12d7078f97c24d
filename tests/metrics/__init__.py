"""How ideas flow, in numbers."""
