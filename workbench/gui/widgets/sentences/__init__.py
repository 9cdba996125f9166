"""Tables of tested sentences, of one translation or of two."""
