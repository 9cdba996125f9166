"""The engine: corpora, models, training, search and evaluation. Imports no Qt; importing it loads no torch."""
