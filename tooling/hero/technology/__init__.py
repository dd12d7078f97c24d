"""Where Hero meets the world: folders, git, MkDocs, the clock, the cores."""
