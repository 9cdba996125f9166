"""Decoding: greedy, beam, sampling, forced; from text to translations."""
