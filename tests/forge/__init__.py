"""A stateful stand-in for GitHub over real git repositories, for tests and trials offline."""
