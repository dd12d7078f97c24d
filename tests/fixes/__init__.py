"""What mends, and what helps while one writes."""
