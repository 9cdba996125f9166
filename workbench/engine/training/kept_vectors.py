"""The part of vector files that a run has used, kept in its folder, so that it goes on without the files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from workbench.engine.data.prepare import DATA
from workbench.engine.files import complete_file
from workbench.engine.models.embeddings import read_vectors

_SIDES = ("source", "target")


def keep_vectors(model: Any, folder: Path, vocabularies: Sequence[Sequence[str]]) -> None:
    """Write what the vector files say of a run's own pieces to ``data/vectors.source.txt`` and ``...target.txt``.

    Args:
        model: The model's configuration.
        folder: The run folder.
        vocabularies: Pieces of the source and of the target side.
    """
    for side, vocabulary in zip(_SIDES, vocabularies, strict=True):
        name = getattr(model, f"{side}_vectors", "")
        if not name:
            continue
        words = {piece.removeprefix("\u2581") for piece in vocabulary}
        words |= {word.lower() for word in words}
        with complete_file(kept_path(folder, side)) as handle:
            for word, vector in read_vectors(Path(name)):
                if word in words:
                    numbers = " ".join(repr(float(x)) for x in np.asarray(vector, np.float32))
                    handle.write(f"{word} {numbers}\n".encode())


def with_kept_vectors(model: Any, folder: Path) -> Any:
    """The model's configuration, pointing at the kept vectors where there are some."""
    found = {
        f"{side}_vectors": str(kept_path(folder, side))
        for side in _SIDES
        if getattr(model, f"{side}_vectors", "") and kept_path(folder, side).is_file()
    }
    return model.model_copy(update=found)


def kept_path(folder: Path, side: str) -> Path:
    """Where the vectors of one side are kept."""
    return folder / DATA / f"vectors.{side}.txt"
