"""What is known about a corpus of the library: its description, read and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.files import reason, refuse_format
from workbench.engine.core.json_text import parse_json
from workbench.engine.core.messages import Message
from workbench.engine.corpora.overlay import EditSummary, summary

INFO = "corpus.json"
PAIRS = "pairs.parquet"
FORMAT = 1
#: A larger count is none.
_MOST_PAIRS = 2**53
_TEXTS = ("source_lang", "target_lang", "licence", "description", "created")
_LISTS = ("files", "formerly", "merged_from")


@dataclass(frozen=True)
class CorpusInfo:
    """A corpus of the library.

    Attributes:
        title: Shown to a person; ``description`` is a sentence or two.
        source_lang: BCP-47 tag, may be empty, as ``target_lang``.
        pairs: Pairs of all its splits.
        builtin: Whether it came with the program.
        licence: Under which it may be used.
        splits: Name of each split to its entry of ``corpus.json``; ``pairs`` are those that are not left out.
        created: When it was imported, ISO 8601; empty for a built-in one.
        files: Names of the files it was imported from.
        formerly: Names it had before it was renamed, under which runs still find it.
        merged_from: Names of the corpora it was merged from, and theirs.
        stored: Pairs of each split as they were imported, whatever a person left out since.
        edits: What a person has changed since.
    """

    name: str
    title: str
    folder: Path
    source_lang: str
    target_lang: str
    pairs: int
    builtin: bool
    licence: str = ""
    description: str = ""
    splits: dict[str, Any] = field(default_factory=dict)
    created: str = ""
    files: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    merged_from: tuple[str, ...] = ()
    stored: dict[str, int] = field(default_factory=dict)
    edits: EditSummary = field(default_factory=EditSummary)

    @property
    def every_name(self) -> frozenset[str]:
        """Names under which its pairs were, or are, to be found in the library."""
        return frozenset((self.name, *self.formerly, *self.merged_from))

    @property
    def train_pairs(self) -> int:
        """Pairs to learn from; all where nothing is held out yet."""
        train = self.splits.get("train")
        return int(train.get("pairs", self.pairs)) if train is not None else self.pairs

    @property
    def size_bytes(self) -> int:
        """Bytes on disk."""
        return sum(f.stat().st_size for f in self.folder.rglob("*") if f.is_file())

    def to_json(self) -> dict[str, Any]:
        """What ``workbench corpus list --json`` prints."""
        return vars(self) | {
            "splits": {name: int(entry.get("pairs", 0)) for name, entry in self.splits.items()},
            "files": list(self.files),
            "folder": str(self.folder),
            "edits": self.edits.to_json(),
            "bytes": self.size_bytes,
        }


def load_info(folder: Path, builtin: bool) -> CorpusInfo:
    """Read the description of one corpus.

    Raises:
        CorpusError: It is missing, truncated, of another shape or of a newer format.
    """
    path = folder / INFO
    try:
        value = parse_json(path.read_text(encoding="utf-8"))
        # those that came with the program have none
        refuse_format(value.get("format", FORMAT), FORMAT, path, CorpusError)
        splits = {str(name): dict(entry) for name, entry in value.get("splits", {}).items()}
        stored = {name: int(entry.get("pairs", 0)) for name, entry in splits.items()}
        if not all(0 <= size <= _MOST_PAIRS for size in stored.values()):
            raise ValueError(stored)
        edits = EditSummary() if builtin else summary(folder, stored)
        for split, entry in splits.items():
            entry["pairs"] = stored[split] - edits.left_out.get(split, 0)
        lists: dict[str, Any] = {key: tuple(map(str, value.get(key, ()))) for key in _LISTS}
        texts: dict[str, Any] = {key: str(value.get(key, "")) for key in _TEXTS}
        name, title = str(value["name"]), str(value.get("title", ""))
        texts |= {"stored": stored, "edits": edits}
        pairs = sum(entry["pairs"] for entry in splits.values())
        return CorpusInfo(name, title or name, folder, pairs=pairs, builtin=builtin, splits=splits, **lists, **texts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        command = f": workbench corpus delete {folder.name}"
        advice = Message("Delete the corpus and import it again{command_line}.", command_line=command)
        message = Message("the corpus' description cannot be read: {reason}", reason=reason(error))
        raise CorpusError(message, where=str(path), advice=advice) from None


def called(name: str, corpora: Sequence[CorpusInfo]) -> CorpusInfo | None:
    """The corpus of that name, or else the one that had it before it was renamed; ``None`` if there is none."""
    now = (info for info in corpora if info.name == name)
    before = (info for info in corpora if name in info.formerly)
    return next(now, None) or next(before, None)
