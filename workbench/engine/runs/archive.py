"""A run as one file: export without this machine's paths, and import that trusts nothing. No torch."""

from __future__ import annotations

import json
import lzma
import os
import stat
import zipfile
import zlib
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import tomlkit

from workbench.engine.core import bounds
from workbench.engine.core.config import build_config, named_paths, path_fields
from workbench.engine.core.errors import InputError, RunFolderError
from workbench.engine.core.files import (
    complete_path,
    disk_of,
    free_bytes,
    is_of_writing,
    is_zip_folder,
    publish_unused,
    reason,
    reporting_writes,
    size_words,
    temporary_folder,
    write_error,
)
from workbench.engine.core.json_text import parse_json
from workbench.engine.core.messages import Message
from workbench.engine.core.names import check_writable, name_problem, safe_name
from workbench.engine.core.paths import home, runs_root
from workbench.engine.core.types import Progress, no_progress
from workbench.engine.runs.folder import CONFIG, CORPUS, NOTES, SCORES, TESTS, TRAINING_STATE, RunFolder

_DATA = "data"
#: What a run exported as one file is called: a plain zip under a name of its own.
SUFFIX = ".run.zip"
#: Keys beside the settings whose values are files.
_FILE_KEYS = {"file", "files", "path", "paths", "folder", "source_file", "target_file"}
#: Sentences, never paths.
_TEXT_KEYS = {"source", "target", "reference", "translation", "text", "title"}


def export_run(run: RunFolder, target: Path, *, with_state: bool = False, progress: Progress = no_progress) -> None:
    """Write a run as one zip file that holds no absolute path of this machine.

    Tested sentences are left out. Training state and the prepared training data, which a run needs to go on, are left
    out too unless asked for. Nothing half-written stays.

    Args:
        target: File to write; replaced when it exists.
        with_state: Whether training state and data go too, so that the copy can be trained further.

    Raises:
        InputError: The target cannot be written, or there is no training state.
        RunFailed: The disk is full.
    """
    if with_state:
        _check_trainable(run)
    files = [f for f in sorted(run.path.rglob("*")) if f.is_file()]
    files = [f for f in files if _exported(f.relative_to(run.path), with_state)]
    added = {} if run.additions == run.path else {NOTES: run.notes(), SCORES: run.scores()}
    check_writable(target)
    needed = sum(f.stat().st_size for f in files if f.suffix == ".safetensors")
    with (
        reporting_writes(target, what=Message("the archive"), needed=needed),
        complete_path(target) as temporary,
        zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for done, file in enumerate(files):
            if file.relative_to(run.path).as_posix() in added:
                continue
            progress(done, len(files), file.name)
            member = f"{run.name}/{file.relative_to(run.path).as_posix()}"
            cleaned = without_paths(file) if file.parent == run.path else None
            if cleaned is not None:
                data = cleaned.encode("utf-8", "backslashreplace")
                archive.writestr(zipfile.ZipInfo.from_file(file, member), data, zipfile.ZIP_DEFLATED)
            else:  # weights do not compress; storing them is many times faster
                stored = file.suffix == ".safetensors"
                archive.write(file, member, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
        for name, values in added.items():
            if values:
                archive.writestr(f"{run.name}/{name}", json.dumps(_strip(values), ensure_ascii=False, indent=2))
        progress(len(files), len(files), target.name)


def _check_trainable(run: RunFolder) -> None:
    """Refuse to promise a copy that trains on where this run could not.

    Raises:
        InputError: With what is missing.
    """
    if not any(c.resumable for c in run.checkpoints()):
        message = Message("the run has no checkpoint with a training state, so a copy could not be trained further")
    elif not (run.path / CORPUS).is_file() or not (run.path / _DATA).is_dir():
        message = Message("the run has no prepared training data, so a copy could not be trained further")
    else:
        return
    raise InputError(message, where=str(run.path), advice=Message("Export it without its state."))


def _exported(relative: Path, with_state: bool) -> bool:
    top = relative.parts[0]
    if top == TESTS or relative.name.endswith(".tmp") or top.startswith((".", "damaged-")):
        return False
    return with_state or (top != _DATA and relative.name != TRAINING_STATE)


def without_paths(file: Path) -> str | None:
    """The text of a configuration, report or journal with absolute paths cut to their last part.

    Returns:
        The text, or ``None`` when the file is of another kind or cannot be read and is to be copied as it is.
    """
    if file.suffix not in (".toml", ".json", ".jsonl"):
        return None
    try:
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".toml":
            document = tomlkit.parse(text)
            _strip_table(document)
            return tomlkit.dumps(document)
        if file.suffix == ".json":
            return json.dumps(_strip(parse_json(text)), ensure_ascii=False, indent=2)
        # by line feeds alone: a sentence may hold any other character that Python takes for the end of a line
        return "".join(_strip_line(line) + "\n" for line in text.removesuffix("\n").split("\n"))
    except (ValueError, RecursionError):
        return None


def _strip_line(line: str) -> str:
    try:
        return json.dumps(_strip(parse_json(line)), ensure_ascii=False)
    except ValueError:  # a torn line stays for the reader to skip
        return line


def _strip_table(table: Any) -> None:
    """Cut paths in a TOML table in place, so that comments and order stay."""
    for key, value in list(table.items()):
        if isinstance(value, dict):
            _strip_table(value)
        elif isinstance(value, str | list):
            plain = value.unwrap() if hasattr(value, "unwrap") else value
            cut = _strip(plain, key)
            if cut != plain:
                table[key] = cut


def _strip(value: Any, key: str = "") -> Any:
    if isinstance(value, str):
        return value if key in _TEXT_KEYS else _strip_text(value, key)
    if isinstance(value, list):
        return [_strip(v, key) for v in value]
    if isinstance(value, dict):
        return {_strip_text(k, ""): _strip(v, k) for k, v in value.items()}
    return value


@cache
def _path_keys() -> set[str]:
    """Keys whose values are files, cut to their last part even where that file does not exist here."""
    return _FILE_KEYS | path_fields()


def _strip_text(text: str, key: str) -> str:
    """A value that is an absolute path becomes its last part; the folders of this machine leave messages too."""
    windows = PureWindowsPath(text)
    if "\n" not in text and (windows.is_absolute() or PurePosixPath(text).is_absolute()):
        parts = windows.parts
        here = len(parts) > 2 and Path(text).is_absolute() and Path(*Path(text).parts[:2]).exists()
        if here or key in _path_keys():
            return windows.name
    for folder in {str(Path.home()), str(runs_root()), str(home()), os.getcwd()}:
        if len(folder) > 1:
            text = text.replace(folder + os.sep, "")
    return text


def import_run(archive: Path, root: Path | None = None, *, progress: Progress = no_progress) -> RunFolder:
    """Unpack a run exported as one file; a run of the same name is kept, the new one gets a number.

    Its configuration names no files outside of it afterwards, so that resuming it reads none.

    Raises:
        RunFolderError: It is not such a file, a member would land outside its folder, it unpacks to far more than it
            is, or the disk is too small.
    """
    root = root or runs_root()
    try:
        with zipfile.ZipFile(archive) as handle:
            top = _check_members(handle, archive)
            members = [m for m in handle.infolist() if not is_zip_folder(m)]
            root.mkdir(parents=True, exist_ok=True)
            _check_space(sum(m.file_size for m in members), root, archive)
            with temporary_folder(root / safe_name(top)) as staging:
                for done, member in enumerate(members):
                    progress(done, len(members), member.filename)
                    handle.extract(member, staging)
                _forget_paths(RunFolder(staging / top))
                target = publish_unused(staging / top, root / safe_name(top))
    except FileNotFoundError:
        raise RunFolderError(Message("no such file"), where=str(archive)) from None
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, ValueError) as error:
        # RuntimeError: encrypted, or a compression method that Python does not know; ValueError: a broken entry
        if is_of_writing(error, root):
            raise write_error(error, root, what=Message("the run")) from None
        raise RunFolderError(
            Message("cannot be read as a run archive: {reason}", reason=reason(error)), where=str(archive)
        ) from None
    return RunFolder.open(target)


def _forget_paths(run: RunFolder) -> None:
    """Leave of each file that the configuration names the last part.

    Raises:
        ConfigError: This version cannot read the configuration.
    """
    config = run.config()
    values = config.model_dump()
    for (section, field), given in named_paths(config).items():
        cut = [PureWindowsPath(name).name for name in given]
        values[section][field] = cut if isinstance(values[section][field], list) else cut[0]
    if values != config.model_dump():
        run.write_config(build_config(values))


def _check_members(handle: zipfile.ZipFile, archive: Path) -> str:
    """The one top folder of a run archive; anything else is refused before a byte is written."""
    members = [m for m in handle.infolist() if not is_zip_folder(m)]
    names = [m.filename for m in members]
    if any(_is_outside(member) for member in members) or len({n.casefold() for n in names}) < len(names):
        raise RunFolderError(
            Message("has a member twice, a link, or one outside its folder"),
            where=str(archive),
            advice=Message("Do not trust it."),
        )
    unpacked, packed = sum(m.file_size for m in members), archive.stat().st_size
    if len(members) > bounds.RUN_MEMBERS or bounds.grows_too_far(unpacked, packed, bounds.RUN):
        raise RunFolderError(
            Message(
                "would unpack to {size}, {times:,} times its own size",
                size=size_words(unpacked),
                times=unpacked // packed,
            ),
            where=str(archive),
            advice=Message("Do not trust it."),
        )
    tops = {n.split("/")[0] for n in names}
    if len(tops) != 1 or f"{next(iter(tops))}/{CONFIG}" not in names:
        raise RunFolderError(
            Message("holds no run (no {config} in one folder)", config=CONFIG),
            where=str(archive),
            advice=Message("Choose a file made by Export."),
        )
    return next(iter(tops))


def _is_outside(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a link, or would lie elsewhere, or nowhere, on some system: ``..``, ``C:``, ``nul.json``."""
    return stat.S_ISLNK(member.external_attr >> 16) or any(map(name_problem, member.orig_filename.split("/")))


def _check_space(needed: int, root: Path, archive: Path) -> None:
    free = free_bytes(root)
    if free is not None and needed > free:
        message = Message(
            "needs {needed} and only {free} are free on {root}",
            needed=size_words(needed),
            free=size_words(free),
            root=disk_of(root),
        )
        raise RunFolderError(message, where=str(archive), advice=Message("Make room on the disk first."))
