"""What the window says: languages, numbers, states, and the translations of texts."""
