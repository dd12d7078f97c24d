"""Finding: the table of ideas by facets and words, in the reader's own browser."""
