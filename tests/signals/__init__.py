"""Tests of what readers of the site are told of votes and talk."""
