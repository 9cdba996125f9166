"""Checkpoints as files: their parts, which are kept, and the room they need."""
