"""From cleaned pairs to batches: prepared, stored, cut into batches."""
