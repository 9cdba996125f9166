"""Corpora: import sentence pairs, see what they hold, train on them."""
