"""Several corpora of the same languages as a new one; what any of them holds out stays out of its training pairs."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair, Progress, no_progress
from workbench.engine.corpora import library
from workbench.engine.corpora.cleaning import place
from workbench.engine.corpora.corpus_info import FORMAT, CorpusInfo
from workbench.engine.corpora.splits import sentence_hash
from workbench.engine.text.folding import is_blank

_TRAIN = "train"
_REPORT_EVERY = 2000


@dataclass(frozen=True)
class Merged:
    """What ``merge_corpora`` made.

    Attributes:
        held_back: Training pairs that were left out, since they share a sentence with a pair that is held out.
    """

    info: CorpusInfo
    held_back: int


def merge_corpora(names: Sequence[str], *, name: str, title: str = "", progress: Progress = no_progress) -> Merged:
    """Copy the pairs of corpora into a new one, those of the reverse direction turned round; one alone is a copy.

    The corpora stay as they are. Splits of the same name are joined, and a training pair that shares a sentence, on
    either side, with a pair of another split of any of them is left out.

    Args:
        names: Corpora of the library; the first one decides the direction.
        name: New name in the library.
        title: Shown to a person; empty takes the name.
        progress: Called every few thousand pairs; may raise ``Cancelled``, and nothing is left then.

    Raises:
        CorpusError: There is no such corpus, it holds other languages, or it cannot be read.
        InputError: The name is taken or impossible, or a corpus is named twice.
        RunFailed: The disk is full or cannot be written; nothing is left behind.
    """
    corpora = _found(names)
    library.check_name(name)
    work = _Merging(corpora, progress)
    record = {
        "format": FORMAT,
        "name": name,
        "title": title or name,
        "source_lang": corpora[0].source_lang,
        "target_lang": corpora[0].target_lang,
        "licence": "; ".join(dict.fromkeys(info.licence for info in corpora if info.licence)),
        "description": corpora[0].description if len(corpora) == 1 else "",
        "files": list(dict.fromkeys(file for info in corpora for file in info.files or (info.name,))),
        "created": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "merged_from": sorted(frozenset().union(*(info.every_name for info in corpora))),
    }
    splits = dict.fromkeys((_TRAIN, *(split for info in corpora for split in info.splits)))
    info = library.store(record, {split: work.pairs(split) for split in splits}, progress)
    return Merged(info, work.held_back)


def _found(names: Sequence[str]) -> list[CorpusInfo]:
    """The corpora, all of the same two languages."""
    if not names:
        raise InputError(Message("no corpus was named"))
    corpora: list[CorpusInfo] = []
    for name in names:
        info = library.find_corpus(name)
        if info in corpora:
            raise InputError(Message("'{name}' is named twice", name=name))
        if len(names) > 1 and not (info.source_lang and info.target_lang):
            raise InputError(
                Message("the languages of '{name}' are not known", name=name),
                advice=Message("Import it again and say which they are."),
            )
        if corpora:
            library.is_swapped(info, corpora[0].source_lang, corpora[0].target_lang)
        corpora.append(info)
    return corpora


class _Merging:
    """Streams the splits of the merged corpus."""

    def __init__(self, corpora: list[CorpusInfo], progress: Progress) -> None:
        self._corpora, self._progress = corpora, progress
        self.held_back = 0

    def pairs(self, split: str) -> Iterator[Pair]:
        """One split of all corpora; nothing is read before the first pair is asked for."""
        held_out = self._held_out() if split == _TRAIN else frozenset()
        for info, pair in self._read(split):
            if held_out and _hashes(pair) & held_out:
                self.held_back += 1
                continue
            where = place(pair.where)
            yield Pair(pair.source, pair.target, where if len(self._corpora) == 1 else f"{info.name}: {where}")

    def _held_out(self) -> frozenset[int]:
        """Hashes of all sentences of both sides that some corpus keeps out of training."""
        found: set[int] = set()
        for split in dict.fromkeys(split for info in self._corpora for split in info.splits if split != _TRAIN):
            for count, (_, pair) in enumerate(self._read(split), start=1):
                found |= _hashes(pair)
                if count % _REPORT_EVERY == 0:
                    self._progress(count, 0, Message("reading held-out pairs"))
        return frozenset(found)

    def _read(self, split: str) -> Iterator[tuple[CorpusInfo, Pair]]:
        first = self._corpora[0]
        for info in self._corpora:
            if split in info.splits:
                languages = (first.source_lang, first.target_lang)
                for pair in library.open_corpus(info.name, split, *languages):
                    yield info, pair


def _hashes(pair: Pair) -> set[int]:
    return {sentence_hash(text) for text in (pair.source, pair.target) if not is_blank(text)}
