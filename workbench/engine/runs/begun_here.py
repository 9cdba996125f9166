"""Which runs were begun here, and which files a person named for them: no other run makes the program read any.

A run that has no prepared data yet reads the corpus that its configuration names, and one without a checkpoint its word
vectors. In a folder that somebody else made those may be any files of this computer. So what was named when a run was
begun is noted in the user's own data folder.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from workbench.engine.core.config import RunConfig, named_paths
from workbench.engine.core.errors import RunFolderError, WorkbenchError
from workbench.engine.core.files import read_json, write_atomically
from workbench.engine.core.messages import Message
from workbench.engine.core.paths import home

_FOLDER = "begun"


def named_files(config: RunConfig) -> list[str]:
    """Every file and corpus that a configuration names."""
    return sorted({name for given in named_paths(config).values() for name in given if name})


def note_begun(run: Path, config: RunConfig) -> None:
    """Remember that a run is begun here, with the files that it reads; notes on runs that are gone are dropped."""
    with suppress(OSError, WorkbenchError):  # then the run cannot go on before it is prepared, and says so
        folder = home() / _FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for note in folder.glob("*.json"):
            with suppress(OSError, WorkbenchError, ValueError, TypeError):
                gone = Path(read_json(note).get("run", ""))
                if gone.parent.is_dir() and not gone.exists():  # else its disk may only be away
                    note.unlink()
        text = json.dumps({"run": str(run.resolve()), "files": named_files(config)}, ensure_ascii=False)
        write_atomically(_note(run), text)


def refuse_files_of_others(run: Path, files: Iterable[str]) -> None:
    """Called before files that a configuration names are read while a run goes on.

    Raises:
        RunFolderError: Nobody named these files here.
    """
    known: object = []
    with suppress(WorkbenchError):
        known = read_json(_note(run)).get("files")
    others = [name for name in files if not isinstance(known, list) or name not in known]
    if others:
        raise RunFolderError(
            Message("was not begun here, and to go on it would have to read {file}", file=others[0]),
            where=str(run),
            advice=Message("Start a new run and choose its files yourself."),
        )


def _note(run: Path) -> Path:
    return home() / _FOLDER / f"{hashlib.sha256(str(run.resolve()).encode('utf-8', 'replace')).hexdigest()[:32]}.json"
