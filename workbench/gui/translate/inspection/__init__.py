"""The views on one sentence beside the picture of its attention, and what brings them up to date."""
