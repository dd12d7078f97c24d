"""The attacks of the threat table, T1 to T27, each with a test that is named by it."""
