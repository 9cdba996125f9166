"""Looking for pairs of a corpus by what they say, in a stream: nothing is kept but the page that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import single_spaced
from workbench.engine.core.types import Pair, Progress, no_progress
from workbench.engine.corpora import library
from workbench.engine.corpora.overlay import NumberedPair
from workbench.engine.text.same_sentence import folded, normalise

#: Pairs that are looked at together.
_BLOCK = 1000


@dataclass
class FoundPairs:
    """One page of what was found.

    Attributes:
        pairs: In the order of the corpus, sides as asked for.
        total: All that match.
        first: The first one's place among them, from 0.
        of: Pairs of the corpus, those that are left out too.
    """

    pairs: list[NumberedPair] = field(default_factory=list)
    total: int = 0
    first: int = 0
    of: int = 0


def search_pairs(
    name: str,
    words: str = "",
    *,
    changed: bool = False,
    first: int = 0,
    limit: int = 100,
    source_lang: str = "",
    target_lang: str = "",
    progress: Progress = no_progress,
) -> FoundPairs:
    """Find the pairs with a text on either side, in all splits; case, blanks and ways of encoding do not matter.

    Args:
        name: A corpus of the library.
        words: What is looked for; empty finds every pair.
        changed: Only pairs that were left out or written anew.
        first: So many matches are passed over.
        limit: At most so many are given; all are counted.
        source_lang: The direction in which the pairs are wanted, as for ``open_corpus``; so is ``target_lang``.
        progress: Called every few thousand pairs; may raise ``Cancelled``.

    Raises:
        CorpusError: There is no such corpus, or it cannot be read.
    """
    info = library.find_corpus(name)
    found = FoundPairs(first=first, of=sum(info.stored.values()))
    wanted = normalise(words)
    pairs = library.numbered_pairs(info, source_lang, target_lang)
    if not wanted and not changed:
        found.total = found.of
        found.pairs = list(islice(pairs, first, first + limit))
        return found
    for pair in _matching(pairs, wanted, changed, lambda count: progress(count, found.of, Message("searching"))):
        if first <= found.total < first + limit:
            found.pairs.append(pair)
        found.total += 1
    return found


def _matching(
    pairs: Iterator[NumberedPair], wanted: str, changed: bool, tell: Callable[[int], None]
) -> Iterator[NumberedPair]:
    longest = max(wanted.split(), key=len, default="")
    count = 0
    while block := list(islice(pairs, _BLOCK)):
        count += len(block)
        tell(count)
        if changed:
            block = [pair for pair in block if pair.state]
        if not wanted:
            yield from block
            continue
        # Folded as one text, most blocks do not hold the longest word, and are done with at once.
        texts = [text for pair in block for text in _texts(pair.shown)]
        whole = folded("\n".join(texts))
        if longest not in whole:
            continue
        lines = whole.split("\n")
        if len(lines) != len(texts):  # a text of several lines
            lines = list(map(folded, texts))
        for index, pair in enumerate(block):
            sides = lines[2 * index : 2 * index + 2]
            if any(longest in side and wanted in single_spaced(side) for side in sides):
                yield pair


def _texts(pair: Pair) -> tuple[str, str]:
    return pair.source, pair.target
