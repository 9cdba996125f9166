"""What a run trains on, as it lies in the run folder: opened, checked, and its held-out pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import file_hash, missing_file, read_arrays, read_json, reason, refuse_format
from workbench.engine.core.messages import Message, from_parts
from workbench.engine.core.types import Pair
from workbench.engine.corpora.splits import LeakReport, find_leaks
from workbench.engine.corpora.stats import CorpusStats
from workbench.engine.dataset.intake import as_line, open_lines
from workbench.engine.dataset.store import PairStore, TextStore
from workbench.engine.runs.folder import CORPUS
from workbench.engine.text.seen import SourceSeen
from workbench.engine.text.tokenizer import Tokenizers

DATA, TOKENIZER = "data", "tokenizer"
TRAIN_STORE, TRAIN_TEXT = "train", "train.text"
DROPPED, EXAMPLES = "dropped.jsonl.gz", "examples.json"
#: Of ``corpus.json``.
FORMAT = 1


@dataclass
class Prepared:
    """What a run trains on.

    Attributes:
        config: Configuration with languages and sizes filled in.
        explanations: Why a field has its derived value, by dotted name.
        valid: Validation pairs, raw text; may be empty when nothing could be held out.
        test: Held-out test pairs, raw text; may be empty.
        train_text: Raw source text of the training pairs when subword sampling is on.
    """

    folder: Path
    config: RunConfig
    tokenizers: Tokenizers
    train: PairStore
    valid: list[Pair]
    test: list[Pair]
    stats: CorpusStats
    report: dict[str, Any]
    explanations: dict[str, str] = field(default_factory=dict)
    train_text: TextStore | None = None
    seen: SourceSeen | None = None


def load_prepared(config: RunConfig, run_folder: Path) -> Prepared:
    """Open what ``prepare`` made.

    Raises:
        RunFolderError: A file is missing, truncated or changed.
    """
    run_folder = Path(run_folder)
    report = read_json(run_folder / CORPUS)
    refuse_format(report.get("format"), FORMAT, run_folder / CORPUS)
    if not isinstance(report.get("files"), dict):
        raise RunFolderError(Message("was not written by this program"), where=str(run_folder / CORPUS))
    _check_files(run_folder, report["files"])
    data = run_folder / DATA
    text = TextStore(data, TRAIN_TEXT) if config.training.subword_sampling > 0 else None
    tokenizers = Tokenizers.load(run_folder / TOKENIZER)
    train = PairStore.open(data, TRAIN_STORE)
    train.check_ids(tokenizers.source.size, tokenizers.target.size)
    if text is not None and len(text) != len(train):
        raise RunFolderError(Message("belongs to another corpus"), where=str(data / f"{TRAIN_TEXT}.ids"))
    return Prepared(
        folder=run_folder,
        config=config,
        tokenizers=tokenizers,
        train=train,
        valid=list(read_held_out(data, "valid")),
        test=list(read_held_out(data, "test")),
        stats=CorpusStats.from_json(report.get("stats", {})),
        report=report,
        explanations={name: from_parts(why) for name, why in report.get("explanations", {}).items()},
        train_text=text,
        seen=SourceSeen.load(run_folder / TOKENIZER, tokenizers.source),
    )


def write_held_out(folder: Path, name: str, pairs: Iterable[Pair]) -> int:
    """Write ``NAME.src`` and ``NAME.tgt``, one sentence a line.

    Returns:
        How many pairs there were.
    """
    count = 0
    with open_lines(folder / f"{name}.src", "w") as one, open_lines(folder / f"{name}.tgt", "w") as other:
        for pair in pairs:
            one.write(as_line(pair.source) + "\n")
            other.write(as_line(pair.target) + "\n")
            count += 1
    return count


def read_held_out(folder: Path, name: str) -> Iterator[Pair]:
    """The pairs that ``write_held_out`` wrote.

    Raises:
        RunFolderError: A file is missing or not as it was written.
    """
    try:
        with open_lines(folder / f"{name}.src") as one, open_lines(folder / f"{name}.tgt") as other:
            for number, (source, target) in enumerate(zip(one, other, strict=True), start=1):
                yield Pair(source[:-1], target[:-1], f"{name}:{number}")
    except (OSError, ValueError) as error:
        raise RunFolderError(
            Message("cannot be read: {reason}", reason=reason(error)), where=str(folder / f"{name}.src")
        ) from None


def write_hashes(folder: Path, source: NDArray[np.uint64], target: NDArray[np.uint64]) -> None:
    """Keep the sentence hashes of the training pairs, by which a test file can be checked for leaks later on."""
    for side, hashes in (("src", source), ("tgt", target)):
        np.save(folder / f"{TRAIN_STORE}.{side}.hashes.npy", np.unique(hashes), allow_pickle=False)


def training_leaks(run_folder: Path, pairs: Iterable[Pair]) -> LeakReport | None:
    """Look for the sentences of any held-out set in a run's training pairs.

    Returns:
        The report, or ``None`` when the run folder does not hold its training data.
    """
    try:
        source, target = (
            read_arrays(Path(run_folder) / DATA / f"{TRAIN_STORE}.{side}.hashes.npy")[""] for side in ("src", "tgt")
        )
    except (OSError, ValueError, KeyError):
        return None
    return find_leaks(source, target, pairs)


def _check_files(run_folder: Path, files: dict[str, dict[str, Any]]) -> None:
    if not (run_folder / DATA).is_dir():
        raise RunFolderError(
            Message("holds no training data"),
            where=str(run_folder),
            advice=Message("It was exported without; translate with it, or train anew from the corpus."),
        )
    for name, known in files.items():
        path = run_folder / name
        if not isinstance(known, dict) or not path.resolve().is_relative_to(run_folder.resolve()):
            raise RunFolderError(Message("was not written by this program"), where=str(run_folder / CORPUS))
        if not path.is_file():
            raise missing_file(path)
        if path.stat().st_size != known.get("bytes") or file_hash(path) != known.get("sha256"):
            raise RunFolderError(
                Message("has changed since the run began"), where=str(path), advice=Message("Copy it from a backup.")
            )
