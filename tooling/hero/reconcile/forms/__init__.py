"""The issue form: an idea that came without git, turned into a pull that credits its author."""
