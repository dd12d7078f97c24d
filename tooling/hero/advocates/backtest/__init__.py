"""What would Hero have chosen? Past proposals with their real reviewers, replayed in order."""
