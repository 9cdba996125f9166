"""Ids of the pieces that every vocabulary begins with: padding, unknown, begin and end of a sentence."""

PAD, UNK, BOS, EOS = 0, 1, 2, 3
