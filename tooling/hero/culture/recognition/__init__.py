"""Recognition: who did what for ideas, and the thanks for it. Nobody is counted or ranked."""
