"""Commands: what people say in a comment or a review, and the pull that carries it out."""
