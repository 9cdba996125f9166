"""Architectures: one file each, with a configuration class that loads no torch."""
