"""What there is: documents, ideas, policies and what is wrong with them."""
