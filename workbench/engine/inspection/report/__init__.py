"""Self-contained pages about one sentence or a test set, for any browser, without a network."""
