"""The window: shows the engine's state and turns clicks into engine calls."""
