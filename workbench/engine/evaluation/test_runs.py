"""Measure a run on one of its test sets and keep the result beside it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from workbench.engine.core.config import DataConfig
from workbench.engine.core.errors import InputError, WorkbenchError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair, Progress, WordAlignment, no_progress
from workbench.engine.corpora import library
from workbench.engine.evaluation.test_sets import EvalSet, read_eval_set, save_result
from workbench.engine.runs.folder import RunFolder

if TYPE_CHECKING:
    from workbench.engine.dataset.store import PairStore
    from workbench.engine.text.tokenizer import Tokenizers


@dataclass(frozen=True)
class RunTest:
    """What to measure, and how.

    Attributes:
        checkpoint: "best", "last" or a step number.
        beam: Beam size.
        limit: At most so many sentences; 0 takes all.
        device: "auto", "cpu" or "cuda:N".
        threads: CPU threads; 0 leaves it to the machine.
    """

    eval_set: EvalSet
    checkpoint: str = "best"
    beam: int = 5
    lowercase: bool = False
    limit: int = 0
    device: str = "auto"
    threads: int = 0


def measure(
    run: RunFolder, test: RunTest, *, check: Callable[[], None] | None = None, progress: Progress = no_progress
) -> dict[str, Any]:
    """Translate a test set with a run, score it, and keep scores and sentences beside the run.

    Args:
        check: Called at every decoding step; raises ``Cancelled`` to stop.

    Returns:
        The scores as kept in ``scores.json``: what ``workbench evaluate --json`` prints and what was measured.

    Raises:
        InputError: The sentences, the references or the gold links do not fit.
    """
    from workbench.engine.evaluation.evaluate import evaluate
    from workbench.engine.search.opening import open_translator

    progress(0, 0, Message("reading the test set"))
    pairs = read_eval_set(run, test.eval_set, test.limit)
    gold = read_gold(run.config().data, test.eval_set, len(pairs), test.limit)
    progress(0, 0, Message("loading the model"))
    translator = open_translator(run, checkpoint=test.checkpoint, device=test.device, threads=test.threads)
    search = translator.config.search.model_copy(update={"beam": test.beam, "sampling": False, "nbest": 1})
    result = evaluate(
        translator,
        [pair.source for pair in pairs],
        [pair.target for pair in pairs],
        search,
        gold=gold if translator.has_attention else None,
        lowercase=test.lowercase,
        training=training_pairs(run),
        check=check,
        progress=progress,
    )
    scores = (
        result.to_json()
        | {
            "title": test.eval_set.title,
            "sentences": len(pairs),
            "step": translator.step,
            "checkpoint": test.checkpoint,
            "beam": test.beam,
            "lowercase": test.lowercase,
            "time": time.time(),
        }
        | leaked(run, pairs)
    )
    save_result(run, test.eval_set.key, scores, [asdict(row) for row in result.sentences])
    return scores


def training_pairs(run: RunFolder) -> PairStore | None:
    """The encoded training pairs, where they are still at hand."""
    from workbench.engine.dataset.prepare import DATA, TRAIN_STORE
    from workbench.engine.dataset.store import PairStore

    try:
        return PairStore.open(run.path / DATA, TRAIN_STORE)
    except (WorkbenchError, OSError, ValueError):
        return None


def training_texts(run: RunFolder, tokenizers: Tokenizers) -> tuple[int, Callable[[], Iterator[Pair]]]:
    """How many training pairs there are, and what reads them: those in the run's folder, else those of all its corpora.

    Raises:
        InputError: Neither is at hand, or a corpus is missing.
    """
    store = training_pairs(run)
    if store is not None and len(store):
        source, target = tokenizers.source, tokenizers.target

        def stored() -> Iterator[Pair]:
            for i in range(len(store)):
                yield Pair(source.decode(store.source(i).tolist()), target.decode(store.target(i).tolist()))

        return len(store), stored
    data = run.config().data
    try:
        infos = [library.find_corpus(name) for name in data.corpora]
    except WorkbenchError:
        infos = []
    if not infos:
        raise InputError(
            Message("the run's training pairs are not at hand"),
            where=run.name,
            advice=Message("It was copied without them, and its corpora are not in the library."),
        )

    def read() -> Iterator[Pair]:
        for info in infos:
            yield from library.open_corpus(info.name, "train", data.source_lang, data.target_lang)

    return sum(info.train_pairs for info in infos), read


def leaked(run: RunFolder, pairs: Sequence[Pair]) -> dict[str, Any]:
    """How many test pairs share a sentence with the run's training pairs.

    Returns:
        ``{"leaks": counts}``, or nothing where the run does not hold its training data and nobody can tell.
    """
    from workbench.engine.dataset.prepared import training_leaks

    found = training_leaks(run.path, pairs)
    return {} if found is None else {"leaks": found.counts()}


def read_gold(data: DataConfig, eval_set: EvalSet, pairs: int, limit: int) -> list[WordAlignment] | None:
    """Gold links, one line a pair, turned round where the run reads the corpus in reverse."""
    from workbench.engine.corpora import library
    from workbench.engine.corpora.readers.base import numbered_lines
    from workbench.engine.search.alignment import parse_pharaoh

    if eval_set.gold is None:
        return None
    file = eval_set.gold
    lines = [parse_pharaoh(line, f"{file}:{number}") for number, line in numbered_lines(file)]
    if limit:
        lines = lines[:limit]
    if len(lines) != pairs:
        raise InputError(
            Message("has {lines} lines for {sentences} sentences", lines=len(lines), sentences=pairs),
            where=str(eval_set.gold),
        )
    if eval_set.corpus:
        info = library.find_corpus(eval_set.corpus)
        if library.is_swapped(info, data.source_lang, data.target_lang):
            return [_swapped(links) for links in lines]
    return lines


def _swapped(links: WordAlignment) -> WordAlignment:
    return WordAlignment(frozenset((j, i) for i, j in links.sure), frozenset((j, i) for i, j in links.possible))
