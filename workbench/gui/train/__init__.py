"""Train: choose on the left, watch on the right."""
