"""Doctor on the stand-in: a sound registry, and others that are broken in one way each."""
