"""The pulse: how ideas flow, as charts with their definitions and numbers."""
