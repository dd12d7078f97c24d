"""A tour: one idea from the form to its outcome check, on this machine, with what each one sees."""
