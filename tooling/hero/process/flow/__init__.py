"""How ideas flow: how long they stay where, how many get through, and what can be said of it."""
