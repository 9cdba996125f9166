"""Threads: QtCore and the engine only."""
