"""Tracking issues: where an idea is talked about, voted for, and told of its moves."""
