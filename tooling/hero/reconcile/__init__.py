"""What should be true on the forge: observe, plan, apply. The plan is pure; the forge is a port."""
