"""Pages as values, and the site that is built from them."""
