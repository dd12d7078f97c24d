"""How a copy of the example becomes somebody's own registry, as files to rewrite."""
