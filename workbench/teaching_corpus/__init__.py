"""The built-in English-French teaching corpus: a grammar and a lexicon that write pairs with gold alignments."""

from .generate import SampleCorpus, SentencePair, generate, write

__all__ = ["SampleCorpus", "SentencePair", "generate", "write"]
