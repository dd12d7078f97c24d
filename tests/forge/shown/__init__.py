"""What the stand-in keeps, as the JSON that GitHub shows of it."""
