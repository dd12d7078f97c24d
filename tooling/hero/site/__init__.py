"""What people read: pages, charts and downloads as values. Knows nothing of MkDocs."""
