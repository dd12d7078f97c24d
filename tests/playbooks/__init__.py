"""The playbooks: what they show is so, and what they name exists."""
