"""Every sentence that the bot can say: where they stand, and how they read."""
