"""What is due, until when, and from whom."""
