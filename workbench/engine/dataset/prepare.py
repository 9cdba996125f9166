"""Corpora to what a run trains on: cleaned, split, cut into pieces and stored in the run folder.

``corpus.json`` is written last and is the completion mark; until then everything lies in a folder that the next
attempt throws away.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.files import (
    file_hash,
    publish,
    remove_folder,
    reporting_writes,
    temporary_folder,
    write_atomically,
)
from workbench.engine.core.messages import Message, to_parts
from workbench.engine.core.temporaries import remove_if_empty
from workbench.engine.core.types import Pair, Progress, no_progress
from workbench.engine.corpora.cleaning import Cleaner, DroppedPairs
from workbench.engine.corpora.splits import (
    TEST,
    TRAIN,
    VALID,
    LeakReport,
    SplitResult,
    derived_sizes,
    find_leaks,
    split,
)
from workbench.engine.corpora.stats import CorpusStats, StatsCounter
from workbench.engine.dataset.intake import CleanText, Sources, Stream, find_sources, read_clean
from workbench.engine.dataset.prepared import (
    DATA,
    DROPPED,
    EXAMPLES,
    FORMAT,
    TOKENIZER,
    TRAIN_STORE,
    TRAIN_TEXT,
    Prepared,
    load_prepared,
    write_hashes,
    write_held_out,
)
from workbench.engine.dataset.store import Ids, PairStore, TextWriter
from workbench.engine.device.threads import cpu_threads
from workbench.engine.runs.folder import CORPUS, RunFolder
from workbench.engine.text.folding import visible
from workbench.engine.text.seen import SeenCounter
from workbench.engine.text.source.source_profile import SourceProfile
from workbench.engine.text.tokenizer import Tokenizers
from workbench.engine.text.tokenizer_training import default_vocab_size

WORK = "preparing"
_BATCH = 1000
#: Training pairs that stand in for validation pairs where none can be held out.
_SUBSTITUTES = 100
#: Characters a vocabulary is learnt from; more cost memory and change nothing.
_MOST_CHARS = 20_000_000
#: Characters of distinct words it is learnt from; in text without blanks every sentence is such a word, and unigram
#: training takes half a minute for each million.
_MOST_WORD_CHARS = 2_000_000
#: Sentences from which the spelling of the sources is learnt.
_PROFILED = 500_000
#: Reason under which pairs longer than ``training.max_tokens`` are counted.
TOO_MANY_PIECES = "too_many_pieces"

__all__ = ["DATA", "TOKENIZER", "TRAIN_STORE", "Prepared", "load_prepared", "prepare"]

Resolve = Callable[[RunConfig, CorpusStats], tuple[RunConfig, dict[str, str]]]


def keep_config(config: RunConfig, stats: CorpusStats) -> tuple[RunConfig, dict[str, str]]:
    """A ``resolve`` that changes nothing."""
    return config, {}


def no_warning(message: str) -> None:
    """A warning callback that does nothing."""


def prepare(
    config: RunConfig,
    run_folder: Path,
    *,
    resolve: Resolve = keep_config,
    progress: Progress = no_progress,
    on_warning: Callable[[str], None] = no_warning,
) -> Prepared:
    """Read, clean, split, tokenize and store the corpora of a run; a prepared run is only loaded.

    Args:
        run_folder: Gets ``data/``, ``tokenizer/``, ``run.toml`` and, last, ``corpus.json``.
        resolve: Fills in what depends on the corpus; called once the corpus has been read and split.
        progress: Called with counts; may raise ``Cancelled``, and nothing half-written is left.
        on_warning: Called with one sentence for each thing a person should know.

    Raises:
        CorpusError: A corpus cannot be read or nothing is left of it.
        ConfigError: The configuration names no corpus, or an unknown rule.
        RunFailed: The disk is full or cannot be written.
        Cancelled: ``progress`` said so.
    """
    run_folder = Path(run_folder)
    if (run_folder / CORPUS).is_file():
        return load_prepared(config, run_folder)
    with _workspace(run_folder) as work:
        _Preparation(config, work, progress, on_warning).run(resolve).publish(run_folder)
    return load_prepared(RunFolder(run_folder).config(), run_folder)


@contextmanager
def _workspace(run_folder: Path) -> Iterator[Path]:
    """A folder that vanishes, whatever happens; a run folder that was not there before vanishes with it."""
    was_there = run_folder.exists()
    try:
        with reporting_writes(run_folder):
            run_folder.mkdir(parents=True, exist_ok=True)
        with (
            reporting_writes(run_folder / WORK, what=Message("the prepared corpus")),
            temporary_folder(run_folder / WORK) as work,
        ):
            (work / DATA).mkdir()
            yield work
    finally:
        if not was_there:
            remove_if_empty(run_folder)


class _Preparation:
    """The steps of one preparation, in a work folder."""

    def __init__(self, config: RunConfig, work: Path, progress: Progress, on_warning: Callable[[str], None]) -> None:
        self.config = config.model_copy(deep=True)
        self.work, self.data = work, work / DATA
        self.progress, self.warn = progress, on_warning
        self.asked_size = config.tokenizer.vocab_size  # before anything is derived
        self.explanations: dict[str, str] = {}
        self.report: dict[str, Any] = {"format": FORMAT}
        self.examples: dict[str, Any] = {}

    def run(self, resolve: Resolve) -> _Preparation:
        """All steps up to a complete work folder."""
        sources = find_sources(self.config.data, self.warn)
        self.config.data.source_lang, self.config.data.target_lang = sources.source_lang, sources.target_lang
        counter = StatsCounter()
        with DroppedPairs(self.data / DROPPED) as dropped:
            text, cleaner = read_clean(sources, self.config.data, self.work, dropped, counter, self.progress)
            parts = self._split(text, sources)
            counts = self._write_held_out(text, parts, sources)
            stats = counter.result(train=parts.count(TRAIN), valid=counts["valid"], test=counts["test"])
            self.config, explanations = resolve(self.config, stats)
            self.explanations.update(explanations)
            tokenizers = self._learn_vocabulary(text, parts.assignment == TRAIN, stats)
            store = self._encode(text, parts.assignment == TRAIN, tokenizers, cleaner)
        self._describe(sources, cleaner, parts, stats, tokenizers, len(store), counts)
        return self

    def _split(self, text: CleanText, sources: Sources) -> SplitResult:
        data, pairs = self.config.data, len(text)
        valid, test = derived_sizes(pairs)
        valid = 0 if sources.valid else self._wanted("valid_size", data.valid_size, valid, pairs)
        if sources.test or (sources.own_valid and not data.test_size and not data.corpora):
            # Who brings validation files of their own keeps the test set apart as well.
            test = 0
        else:
            test = self._wanted("test_size", data.test_size, test, pairs)
        self.progress(0, 0, Message("Splitting"))
        parts = split(text.source_hashes, text.target_hashes, valid, test, data.split_seed)
        if parts.count(TRAIN) == 0:
            raise CorpusError(
                Message("there are too few pairs to train on"), advice=Message("Give more pairs, or validation files.")
            )
        if parts.count(VALID) < valid:
            self.warn(
                Message(
                    "Only {held_out:,} of {wanted:,} validation pairs could be held out without leaking: "
                    "the other sentences occur in many pairs (the largest group of linked pairs has "
                    "{largest:,}).",
                    held_out=parts.count(VALID),
                    wanted=valid,
                    largest=parts.largest_group,
                )
            )
        return parts

    def _wanted(self, name: str, given: int, derived: int, pairs: int) -> int:
        if given > pairs // 4:
            self.warn(
                Message(
                    "data.{name} is {given:,}, more than a quarter of the {pairs:,} pairs; {held_out:,} are held out.",
                    name=name,
                    given=given,
                    pairs=pairs,
                    held_out=pairs // 4,
                )
            )
        return min(given, pairs // 4) if given else derived

    def _write_held_out(self, text: CleanText, parts: SplitResult, sources: Sources) -> dict[str, int]:
        counts = {}
        self.report["leaks"] = {}
        train = parts.assignment == TRAIN
        for name, part, streams in (("valid", VALID, sources.valid), ("test", TEST, sources.test)):
            if streams:
                own = [pair for stream in streams for pair in stream.read()]
                counts[name] = write_held_out(self.data, name, iter(own))
                leaks = find_leaks(text.source_hashes[train], text.target_hashes[train], own)
                self._report_leaks(name, leaks)
            else:
                counts[name] = write_held_out(self.data, name, text.chosen(parts.assignment == part))
            if name == "valid" and not counts[name]:
                counts[name] = write_held_out(self.data, name, islice(text.chosen(train), _SUBSTITUTES))
                self.warn(
                    Message(
                        "No pair could be held out for validation: {count:,} training pairs stand in, so "
                        "the scores tell how well the model remembers, not how well it translates.",
                        count=counts[name],
                    )
                )
            self.progress(0, 0, Message("Holding out {name} pairs", name=name))
        return counts

    def _report_leaks(self, name: str, leaks: LeakReport) -> None:
        self.examples[f"{name} leaks"] = leaks.examples
        self.report["leaks"][name] = leaks.counts()
        if leaks.either:
            self.warn(leaks.in_words(name))

    def _learn_vocabulary(self, text: CleanText, train: NDArray[np.bool_], stats: CorpusStats) -> Tokenizers:
        settings = self.config.tokenizer
        size = settings.vocab_size
        if not size:
            # One size for both sides, so that the configuration alone repeats the run.
            words = max(stats.distinct_source_words, stats.distinct_target_words)
            words = stats.distinct_words if settings.shared else words
            size = settings.vocab_size = default_vocab_size(
                stats.pairs, words, settings.kind, settings.shared, self.config.model.piece_size
            )
            self.explanations.setdefault(
                "tokenizer.vocab_size",
                Message(
                    "{size:,} pieces for {pairs:,} pairs: small corpora want small vocabularies "
                    "(Sennrich & Zhang 2019).",
                    size=size,
                    pairs=stats.pairs,
                ),
            )
        sample = _sample(train, stats, settings.max_sentences // (2 if settings.shared else 1))
        asked = settings.model_copy(update={"vocab_size": size})
        source, target = (_Side(text, sample, side, self.progress) for side in ("source", "target"))
        tokenizers = Tokenizers.train(source, target, asked)
        looked_at = _at_most(train, _PROFILED)
        profile = SourceProfile.learn(_Side(text, looked_at, "source", self.progress))
        if looked_at is not train:
            profile.unlisted = max(profile.unlisted, 1)
        tokenizers = replace(tokenizers, profile=profile)
        found = max(tokenizers.source.size, tokenizers.target.size)
        if self.asked_size and found != self.asked_size:
            self.warn(
                Message(
                    "tokenizer.vocab_size is {size:,}, but the text makes {found:,} pieces; these are used.",
                    size=size,
                    found=found,
                )
            )
        tokenizers.save(self.work / TOKENIZER)
        return tokenizers

    def _encode(self, text: CleanText, train: NDArray[np.bool_], tokenizers: Tokenizers, cleaner: Cleaner) -> PairStore:
        sampled = self.config.training.subword_sampling > 0
        raw = TextWriter(self.data / TRAIN_TEXT) if sampled else None
        kept: list[bool] = []

        def stored() -> Iterator[tuple[Ids, Ids]]:
            for pair, source, target in self._encoded(text.chosen(train), int(train.sum()), tokenizers):
                fits = max(len(source), len(target)) <= self.config.training.max_tokens
                kept.append(fits)
                if not fits:
                    cleaner.drop_later(TOO_MANY_PIECES, pair)
                    continue
                if raw:
                    raw.add(visible(pair.source))
                yield source, target

        vocabulary = max(tokenizers.source.size, tokenizers.target.size)
        store = PairStore.write(self.data, TRAIN_STORE, stored(), vocab_size=vocabulary)
        if raw:
            raw.finish()
        if not len(store):
            raise CorpusError(
                Message("every pair is longer than {max_tokens} pieces", max_tokens=self.config.training.max_tokens),
                where="training.max_tokens",
                advice=Message("Allow longer sentences or a larger vocabulary."),
            )
        write_hashes(self.data, text.source_hashes[train][kept], text.target_hashes[train][kept])
        return store

    def _encoded(
        self, pairs: Iterator[Pair], total: int, tokenizers: Tokenizers
    ) -> Iterator[tuple[Pair, NDArray[np.int32], NDArray[np.int32]]]:
        """Pairs with their piece ids, a batch at a time."""
        threads, done = min(self.config.runtime.threads or cpu_threads(), cpu_threads()), 0
        seen = SeenCounter(tokenizers.source, total, self.config.data.source_lang)
        while batch := list(islice(pairs, _BATCH)):
            sources = tokenizers.source.encode_arrays([visible(p.source) for p in batch], threads)
            targets = tokenizers.target.encode_arrays([p.target for p in batch], threads)
            seen.add([p.source for p in batch], sources)
            yield from zip(batch, sources, targets, strict=True)
            done += len(batch)
            self.progress(done, total, Message("Encoding pairs"))
        found = seen.result()
        found.save(self.work / TOKENIZER)
        self.report["several_sentences"] = found.rule.several

    def _describe(
        self,
        sources: Sources,
        cleaner: Cleaner,
        parts: SplitResult,
        stats: CorpusStats,
        tokenizers: Tokenizers,
        train_pairs: int,
        counts: dict[str, int],
    ) -> None:
        cleaning = cleaner.report.to_json()
        self.examples["cleaning"] = cleaning.pop("examples")
        write_atomically(self.data / EXAMPLES, json.dumps(self.examples, ensure_ascii=False, indent=2))
        data = self.config.data
        self.report |= {
            "languages": {"source": data.source_lang, "target": data.target_lang},
            "pairs": {"read": cleaner.report.read, "train": train_pairs, **counts},
            "corpora": [stream.to_json() for stream in sources.train],
            "valid": _origin(sources.valid, sources.own_valid, counts["valid"]),
            "test": _origin(sources.test, False, counts["test"]),
            "cleaning": {"rules": data.cleaning, **cleaning},
            "split": {
                "seed": data.split_seed,
                "groups": parts.groups,
                "largest_group": parts.largest_group,
                "oversized_groups": parts.oversized_groups,
                "oversized_pairs": parts.oversized_pairs,
                "valid_wanted": parts.valid_wanted,
                "test_wanted": parts.test_wanted,
            },
            "tokenizer": {
                "kind": self.config.tokenizer.kind,
                "shared": tokenizers.shared,
                "source_size": tokenizers.source.size,
                "target_size": tokenizers.target.size,
            },
            "stats": stats.to_json(),
            "explanations": {name: to_parts(why) for name, why in self.explanations.items()},
        }

    def publish(self, run_folder: Path) -> None:
        """Move the results into the run folder, ``corpus.json`` last."""
        for name in (DATA, TOKENIZER):
            remove_folder(run_folder / name)
            publish(self.work / name, run_folder / name)
        RunFolder(run_folder).write_config(self.config)
        found = [f for name in (DATA, TOKENIZER) for f in sorted((run_folder / name).iterdir())]
        self.report["files"] = {
            f"{f.parent.name}/{f.name}": {"bytes": f.stat().st_size, "sha256": file_hash(f)} for f in found
        }
        write_atomically(run_folder / CORPUS, json.dumps(self.report, ensure_ascii=False, indent=2))


def _origin(streams: list[Stream], own: bool, pairs: int) -> dict[str, Any]:
    kind = "files" if own else "corpus" if streams else "held out" if pairs else "none"
    return {"from": kind, "pairs": pairs, "corpora": [stream.to_json() for stream in streams]}


class _Side:
    """One side of the chosen pairs, read from disk as often as asked for; every reading can be cancelled."""

    def __init__(self, text: CleanText, wanted: NDArray[np.bool_], side: str, progress: Progress) -> None:
        self._text, self._wanted, self._side, self._progress = text, wanted, side, progress

    def __iter__(self) -> Iterator[str]:
        for number, pair in enumerate(self._text.chosen(self._wanted)):
            if number % _BATCH == 0:
                self._progress(0, 0, Message("Learning the vocabulary"))
            # Sources are learnt as they will be read: without what shows nothing.
            yield visible(pair.source) if self._side == "source" else pair.target


def _sample(train: NDArray[np.bool_], stats: CorpusStats, most: int) -> NDArray[np.bool_]:
    """Which training pairs the vocabulary is learnt from; the same ones every time."""
    word_chars = 0.0
    for chars, words, distinct in (
        (stats.mean_source_chars, stats.source_words, stats.distinct_source_words),
        (stats.mean_target_chars, stats.target_words, stats.distinct_target_words),
    ):
        word_chars += chars * len(train) / max(words, 1) * distinct
    most = min(most, int(_MOST_CHARS / max(stats.mean_source_chars + stats.mean_target_chars, 1.0)))
    most = max(1, min(most, int(len(train) * _MOST_WORD_CHARS / max(word_chars, 1.0))))
    return _at_most(train, most)


def _at_most(train: NDArray[np.bool_], most: int) -> NDArray[np.bool_]:
    indices = np.flatnonzero(train)
    if len(indices) <= most:
        return train
    chosen = np.zeros(len(train), bool)
    chosen[np.random.default_rng(1).choice(indices, most, replace=False)] = True
    return chosen
