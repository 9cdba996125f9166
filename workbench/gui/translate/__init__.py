"""Translate: pick a model, type, see what it looked at."""
