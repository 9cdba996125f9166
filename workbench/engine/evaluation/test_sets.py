"""The test sets a run can be measured on, and the results that are kept beside it. No torch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from workbench.engine.core.errors import CorpusError, InputError, WorkbenchError
from workbench.engine.core.files import name_hash, reporting_writes, write_atomically
from workbench.engine.core.json_text import parse_json
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair
from workbench.engine.corpora import library
from workbench.engine.corpora.corpus_info import CorpusInfo, called
from workbench.engine.corpora.readers.plain_lines import read_sides
from workbench.engine.corpora.readers.text import read_parallel
from workbench.engine.runs.folder import TESTS, RunFolder

HELD_OUT = "held-out"
#: What the keys of a person's own files begin with.
_FILES = "files:"


@dataclass(frozen=True)
class EvalSet:
    """Sentences with references.

    Attributes:
        key: By which its result is kept.
        title: What it is, in words, "" where the caller names it (the held-out test pairs).
        pairs: How many there are (0: not known yet).
        corpus: Corpus of the library, or "".
        source: Source file, one sentence a line, or ``None``.
        gold: Word alignments of the references, or ``None``.
    """

    key: str
    title: str = ""
    pairs: int = 0
    corpus: str = ""
    split: str = ""
    source: Path | None = None
    reference: Path | None = None
    gold: Path | None = None


def from_files(source: Path, reference: Path, gold: Path | None = None) -> EvalSet:
    """A test set of the person's own."""
    return EvalSet(
        f"{_FILES}{source.name}", f"{source.name} + {reference.name}", source=source, reference=reference, gold=gold
    )


def eval_sets(run: RunFolder) -> list[EvalSet]:
    """The test sets at hand: the run's held-out pairs, then splits of fitting corpora that it did not train on.

    Raises:
        RunFolderError: The run's configuration cannot be read.
    """
    data = run.config().data
    found: list[EvalSet] = []
    corpora = library.list_corpora()
    own = _learnt_from(run, corpora)
    own_names = {info.name for info in own}
    learnt = frozenset(data.corpora).union(*(info.every_name for info in own))
    for info in corpora:
        try:
            library.is_swapped(info, data.source_lang, data.target_lang)
        except CorpusError:
            continue
        # Every pair of a training split has been seen by a run that trained on that corpus.
        seen = {"train", "valid"} if info.every_name & learnt else {"valid"}
        for split, entry in info.splits.items():
            if split not in seen:
                title = f"{info.title} ({split})"
                gold = info.folder / str(entry["align"]) if entry.get("align") else None
                pairs = int(entry.get("pairs", 0))
                found.append(EvalSet(f"{info.name}:{split}", title, pairs, info.name, split, gold=gold))
    # The trained-on corpus first, and its test split foremost.
    found.sort(key=lambda s: (s.corpus not in own_names, s.split != "test"))
    return _held_out(run, [s for s in found if s.corpus in own_names]) + found


def _learnt_from(run: RunFolder, corpora: Sequence[CorpusInfo]) -> list[CorpusInfo]:
    """The corpora of the library that the run trained on, whatever they are called now."""
    return [info for name in run.config().data.corpora if (info := called(name, corpora)) is not None]


def own_test(run: RunFolder) -> EvalSet:
    """The run's own held-out pairs, or the test split of a corpus that it trained on: what is tested by default.

    Raises:
        InputError: There are none.
    """
    own = {info.name for info in _learnt_from(run, library.list_corpora())}
    for found in eval_sets(run)[:1]:
        if found.key == HELD_OUT or found.corpus in own:
            return found
    raise InputError(
        Message("this run has no held-out pairs of its own"),
        where=run.name,
        advice=Message("Name a file with sentences and one with their translations."),
    )


def _held_out(run: RunFolder, own: list[EvalSet]) -> list[EvalSet]:
    """The pairs kept apart when the run was prepared, unless they are a corpus' own test split that is at hand."""
    file = run.path / "data" / "test.src"
    if not file.is_file() or not file.stat().st_size:
        return []
    report = run.corpus()
    from_corpus = report.get("test", {}).get("from") == "corpus"
    if from_corpus and any(s.split == "test" for s in own):
        return []
    count = int(report.get("pairs", {}).get("test", 0))
    return [EvalSet(HELD_OUT, pairs=count, source=file, reference=file.with_suffix(".tgt"))]


def read_eval_set(run: RunFolder, eval_set: EvalSet, limit: int = 0) -> list[Pair]:
    """The pairs of a test set in the run's direction.

    Args:
        limit: At most so many; 0 reads all.

    Raises:
        CorpusError: It cannot be read.
    """
    data = run.config().data
    if eval_set.corpus:
        pairs = library.open_corpus(eval_set.corpus, eval_set.split, data.source_lang, data.target_lang)
    elif eval_set.source is not None and eval_set.reference is not None:
        read = read_sides if eval_set.key.startswith(_FILES) else read_parallel
        pairs = read(eval_set.source, eval_set.reference)
    else:
        raise InputError(Message("names neither a corpus nor files"), where=eval_set.key)
    found = list(islice(pairs, limit) if limit else pairs)
    if not found:
        raise CorpusError(Message("holds no sentences"), where=eval_set.title or eval_set.key)
    return found


def _sentences_file(folder: Path, key: str) -> Path:
    return folder / TESTS / f"{name_hash(key, 16)}.json"


def save_result(run: RunFolder, key: str, scores: dict[str, Any], sentences: Sequence[dict[str, Any]]) -> None:
    """Keep a result: the scores in ``scores.json``, the newest last, and its sentences in a file of their own.

    A run that came with the program, or that cannot be written to, stays as it is: its results are kept in the user's
    data folder, see ``RunFolder.additions``.

    Raises:
        RunFailed: The disk is full.
        InputError: The folder cannot be written to.
    """
    file = _sentences_file(run.additions, key)
    with reporting_writes(file, what=Message("the result")):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, json.dumps(list(sentences), ensure_ascii=False))
        kept = {name: value for name, value in _scores(run).items() if name != key}
        run.write_scores({**kept, key: scores})


def load_sentences(run: RunFolder, key: str) -> list[dict[str, Any]]:
    """The sentences of a kept result; empty where they did not come along (an imported run)."""
    for folder in dict.fromkeys((run.additions, run.path)):
        try:
            value = parse_json(_sentences_file(folder, key).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []
    return []


def forget_result(run: RunFolder, key: str) -> None:
    """Remove a kept result."""
    run.write_scores({name: value for name, value in _scores(run).items() if name != key})
    _sentences_file(run.additions, key).unlink(missing_ok=True)


def _scores(run: RunFolder) -> dict[str, Any]:
    try:
        return run.scores()
    except WorkbenchError:  # a damaged file must not keep a new result from being kept
        return {}
