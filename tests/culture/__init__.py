"""Culture: ties, recognition, the scorecard, challenges."""
