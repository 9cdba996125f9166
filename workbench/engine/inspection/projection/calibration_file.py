"""Calibrations as they are kept with a run, one small file a checkpoint, and the pairs they are learnt from."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.engine.core.errors import CorpusError, InputError
from workbench.engine.core.files import file_hash, read_text, reporting_writes, write_atomically
from workbench.engine.core.json_text import parse_json
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair, Progress, no_progress
from workbench.engine.corpora import library
from workbench.engine.dataset.prepared import DATA, read_held_out
from workbench.engine.inspection.projection.confidence import Calibration, Line, calibrate
from workbench.engine.inspection.projection.features import NAMES
from workbench.engine.runs.folder import WEIGHTS, RunFolder

if TYPE_CHECKING:
    from workbench.engine.search.translator import Translator

#: Folder of what was worked out about a run, in ``RunFolder.additions``. It holds numbers, no sentences.
FOLDER = "inspection"
FORMAT = 1
#: Points kept for the plot.
_MOST_POINTS = 2000


def validation_pairs(run: RunFolder) -> list[Pair]:
    """The run's validation pairs: those it keeps, else the validation split of its corpora.

    Raises:
        InputError: There are none at hand.
    """
    if (run.path / DATA / "valid.src").is_file():
        found = list(read_held_out(run.path / DATA, "valid"))
        if found:
            return found
    data = run.config().data
    for name in data.corpora:
        try:
            found = list(library.open_corpus(name, "valid", data.source_lang, data.target_lang))
        except CorpusError:
            continue
        if found:
            return found
    raise InputError(
        Message("the run's validation pairs are not at hand"),
        where=str(run.path),
        advice=Message("Give sentences with their translations that the run was not trained on."),
    )


def calibration_path(run: RunFolder, checkpoint: str) -> Path:
    """Where the calibration of a checkpoint (the name of its folder) is kept."""
    return run.additions / FOLDER / f"confidence-{checkpoint}.json"


def save_calibration(run: RunFolder, checkpoint: str, calibration: Calibration) -> None:
    """Keep a calibration.

    Raises:
        RunFailed: The disk is full.
        InputError: The folder cannot be written to.
    """
    path = calibration_path(run, checkpoint)
    values = asdict(calibration) | {"points": [list(point) for point in calibration.points[:_MOST_POINTS]]}
    record = {"format": FORMAT, "weights": file_hash(run.path / checkpoint / WEIGHTS), **values}
    with reporting_writes(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(record, allow_nan=False))


def load_calibration(run: RunFolder, checkpoint: str) -> Calibration | None:
    """The calibration of a checkpoint's weights as they are now.

    One that is damaged, of another format or of other weights is none: it is soon made anew.
    """
    for folder in dict.fromkeys((run.additions, run.path)):
        path = folder / FOLDER / f"confidence-{checkpoint}.json"
        try:
            record = parse_json(read_text(path))
            if record["format"] == FORMAT and record["weights"] == file_hash(run.path / checkpoint / WEIGHTS):
                return _from_record(record)
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return None


def _from_record(record: dict[str, Any]) -> Calibration:
    line = record["line"]
    means, scales, weights = (tuple(map(_finite, line[name])) for name in ("means", "scales", "weights"))
    names = tuple(str(name) for name in line["names"])
    if not len(names) == len(means) == len(scales) == len(weights) or not set(names) <= set(NAMES) or 0 in scales:
        raise ValueError("columns of different lengths")
    return Calibration(
        Line(names, _finite(line["usual"]), means, scales, weights, _finite(line["base"])),
        _finite(record["error"]),
        None if record["usable"] is None else _finite(record["usable"]),
        _finite(record["redo"]),
        None if record["tau"] is None else _finite(record["tau"]),
        tuple((_finite(a), _finite(b)) for a, b in record["points"]),
        int(record["step"]),
        int(record["beam"]),
    )


def _finite(value: Any) -> float:
    if not math.isfinite(value):
        raise ValueError("not a number")
    return float(value)


def calibration_of(
    translator: Translator,
    *,
    check: Callable[[], None] | None = None,
    progress: Progress = no_progress,
) -> Calibration:
    """The calibration of a run's model; it is made and kept where there is none yet.

    Raises:
        InputError: There are too few validation pairs at hand, or the file cannot be written.
    """
    run = translator.run
    if run is None:
        raise InputError(Message("the model belongs to no run"))
    found = load_calibration(run, translator.checkpoint)
    if found is None:
        progress(0, 0, Message("reading the validation pairs"))
        found = calibrate(translator, validation_pairs(run), check=check, progress=progress)
        save_calibration(run, translator.checkpoint, found)
    return found


def calibrate_run(
    run: Path, checkpoint: str, device: str, *, check: Callable[[], None], progress: Progress = no_progress
) -> Calibration:
    """The calibration of a run's checkpoint, with a model of its own, so that nobody waits for another; imports torch.

    Raises:
        RunFolderError: The model cannot be opened.
        InputError: As ``calibration_of``.
    """
    from workbench.engine.search.opening import open_translator

    progress(0, 0, Message("loading the model"))
    return calibration_of(open_translator(run, checkpoint=checkpoint, device=device), check=check, progress=progress)
