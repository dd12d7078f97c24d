"""What the network learns about itself: ties, recognition, the scorecard, challenges."""
