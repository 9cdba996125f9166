"""Scores and what to make of them."""
