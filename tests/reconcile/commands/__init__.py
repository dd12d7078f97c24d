"""Tests of what people say in comments, and of what comes of it."""
