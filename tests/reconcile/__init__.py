"""Reconcile on a forge in memory: every state of a pull, and what is written in it."""
