"""Whether sentences of a corpus' own validation and test splits occur among its training pairs."""

from __future__ import annotations

from workbench.engine.core.messages import Message
from workbench.engine.core.types import Progress, no_progress
from workbench.engine.corpora import library
from workbench.engine.corpora.splits import LeakReport, find_leaks, sentence_hashes


def corpus_leaks(name: str, *, progress: Progress = no_progress) -> dict[str, LeakReport]:
    """A report for each split of a library corpus but "train"; empty for a corpus that has no other.

    Args:
        name: A corpus of the library; nothing in it is altered.
        progress: Called every few thousand pairs; may raise ``Cancelled``.

    Raises:
        CorpusError: There is no such corpus, or it cannot be read.
    """
    info = library.find_corpus(name)
    others = [split for split in info.splits if split != "train"]
    if not others or "train" not in info.splits:
        return {}
    train = sentence_hashes(library.open_corpus(name), progress, Message("comparing the splits"))
    return {split: find_leaks(*train, library.open_corpus(name, split)) for split in others}
