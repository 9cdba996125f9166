"""Whether sentences of a corpus' own validation and test splits occur among its training pairs."""

from __future__ import annotations

from array import array

import numpy as np

from workbench.engine.core.messages import Message
from workbench.engine.core.types import Progress, no_progress
from workbench.engine.corpora import library
from workbench.engine.corpora.splits import LeakReport, find_leaks, sentence_hash

_EVERY = 2000


def corpus_leaks(name: str, *, progress: Progress = no_progress) -> dict[str, LeakReport]:
    """Compare every split of a library corpus with its training split; nothing is altered.

    Args:
        name: A corpus of the library.
        progress: Called every few thousand pairs; may raise ``Cancelled``.

    Returns:
        A report for each split but "train"; empty for a corpus that has no other.

    Raises:
        CorpusError: There is no such corpus, or it cannot be read.
    """
    info = library.find_corpus(name)
    others = [split for split in info.splits if split != "train"]
    if not others or "train" not in info.splits:
        return {}
    source, target = array("Q"), array("Q")
    for done, pair in enumerate(library.open_corpus(name), start=1):
        source.append(sentence_hash(pair.source))
        target.append(sentence_hash(pair.target))
        if done % _EVERY == 0:
            progress(done, 0, Message("comparing the splits"))
    train = np.frombuffer(source, np.uint64), np.frombuffer(target, np.uint64)
    return {split: find_leaks(*train, library.open_corpus(name, split)) for split in others}
