"""Text to pieces and back: folding, sentences, tokenizers. No torch."""
