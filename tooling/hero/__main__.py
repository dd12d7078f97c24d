"""`python -m hero` is `hero`."""

from hero.cli import main

main()
