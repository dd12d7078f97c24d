"""The forge's port kept by GitHub's adapter, and by a forge in memory that others may test with."""
