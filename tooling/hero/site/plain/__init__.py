"""Hero's pages as plain Markdown, for whoever leaves: engines show what the page says."""
