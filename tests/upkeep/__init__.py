"""Upkeep: the facts that the registry keeps, who is reminded of what, and who takes over."""
