"""Runs: find, open, compare, test, repeat, tidy up."""
