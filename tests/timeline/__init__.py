"""The life of an idea as its file tells it."""
