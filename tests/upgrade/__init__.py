"""The form of a registry's files: read, refused where it is newer, and brought forward."""
