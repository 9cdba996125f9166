"""Corpora: reading, cleaning, splitting, inspecting, the library. No torch."""
