"""Upkeep: facts that anyone could compute again, reminders, hand-overs; on a schedule."""
