"""The docs of the tool: what is generated is generated, and what is named is there."""
