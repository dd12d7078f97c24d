"""Following: what happened as feeds, and what is due as a calendar."""
