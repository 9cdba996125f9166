"""A run as one file: export without this machine's paths, and import that trusts nothing. No torch."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import tomlkit

from workbench.engine.errors import InputError, RunFolderError
from workbench.engine.runs import CONFIG, TESTS, TRAINING_STATE, RunFolder, home, runs_root, safe_stem, unused_path
from workbench.engine.types import Progress, no_progress

#: What a run exported as one file is called: a plain zip under a name of its own.
SUFFIX = ".run.zip"
#: Keys whose values are files, cut to their last part even where that file does not exist here.
_PATH_KEYS = {"file", "files", "path", "paths", "folder", "src", "tgt", "valid_src", "valid_tgt", "corpora"}
_PATH_KEYS |= {"source_vectors", "target_vectors", "source_file", "target_file"}
#: Sentences, never paths.
_TEXT_KEYS = {"source", "target", "reference", "translation", "text", "title"}


def export_run(run: RunFolder, target: Path, *, with_state: bool = False, progress: Progress = no_progress) -> None:
    """Write a run as one zip file that holds no absolute path of this machine.

    Training data and tested sentences are left out, training state too unless asked for. Nothing half-written stays.

    Args:
        run: The run.
        target: File to write; replaced when it exists.
        with_state: Whether the training state goes too, so that the copy can be trained further.
        progress: Told after each file.

    Raises:
        InputError: The target cannot be written.
    """
    temporary = target.with_name(f".{target.name}.tmp")
    try:
        files = [f for f in sorted(run.path.rglob("*")) if f.is_file()]
        files = [f for f in files if _exported(f.relative_to(run.path), with_state)]
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
            for done, file in enumerate(files):
                progress(done, len(files), file.name)
                member = f"{run.name}/{file.relative_to(run.path).as_posix()}"
                cleaned = without_paths(file) if file.parent == run.path else None
                if cleaned is not None:
                    archive.writestr(zipfile.ZipInfo.from_file(file, member), cleaned, zipfile.ZIP_DEFLATED)
                else:  # weights do not compress; storing them is many times faster
                    stored = file.suffix == ".safetensors"
                    archive.write(file, member, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
            progress(len(files), len(files), target.name)
        os.replace(temporary, target)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror or error}", where=str(target)) from None
    finally:
        temporary.unlink(missing_ok=True)


def _exported(relative: Path, with_state: bool) -> bool:
    if relative.parts[0] in ("data", TESTS) or relative.name.endswith(".tmp") or relative.parts[0].startswith("."):
        return False
    return with_state or relative.name != TRAINING_STATE


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
            return json.dumps(_strip(json.loads(text)), ensure_ascii=False, indent=2)
        return "".join(_strip_line(line) + "\n" for line in text.splitlines())
    except (UnicodeDecodeError, ValueError):
        return None


def _strip_line(line: str) -> str:
    try:
        return json.dumps(_strip(json.loads(line)), ensure_ascii=False)
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


def _strip_text(text: str, key: str) -> str:
    """A value that is an absolute path becomes its last part; the folders of this machine leave messages too."""
    windows = PureWindowsPath(text)
    if "\n" not in text and (windows.is_absolute() or PurePosixPath(text).is_absolute()):
        parts = windows.parts
        if key in _PATH_KEYS or (len(parts) > 2 and Path(text).is_absolute() and Path(*Path(text).parts[:2]).exists()):
            return windows.name
    for folder in {str(Path.home()), str(runs_root()), str(home()), os.getcwd()}:
        if len(folder) > 1:
            text = text.replace(folder + os.sep, "")
    return text


def import_run(archive: Path, root: Path | None = None, *, progress: Progress = no_progress) -> RunFolder:
    """Unpack a run exported as one file; a run of the same name is kept, the new one gets a number.

    Raises:
        RunFolderError: It is not such a file, a member would land outside its folder, or the disk is too small.
    """
    root = root or runs_root()
    try:
        with zipfile.ZipFile(archive) as handle:
            top = _check_members(handle, archive)
            members = [m for m in handle.infolist() if not m.is_dir()]
            root.mkdir(parents=True, exist_ok=True)
            _check_space(sum(m.file_size for m in members), root, archive)
            staging = Path(tempfile.mkdtemp(prefix=".import-", suffix=".tmp", dir=root))
            try:
                for done, member in enumerate(members):
                    progress(done, len(members), member.filename)
                    handle.extract(member, staging)
                RunFolder(staging / top).config()  # refuse a configuration that this version cannot read
                target = unused_path(root / safe_stem(top))
                os.replace(staging / top, target)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except FileNotFoundError:
        raise RunFolderError("no such file", where=str(archive)) from None
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        # RuntimeError: encrypted; NotImplementedError: a compression method that Python does not know
        raise RunFolderError(f"cannot be read as a run archive: {error}", where=str(archive)) from None
    return RunFolder.open(target)


def _check_members(handle: zipfile.ZipFile, archive: Path) -> str:
    """The one top folder of a run archive; anything else is refused before a byte is written."""
    names = [n for n in handle.namelist() if not n.endswith("/")]
    if any(n.startswith("/") or "\\" in n or ":" in n or {"..", "."} & set(n.split("/")) for n in names):
        raise RunFolderError("has a member outside its folder", where=str(archive), advice="Do not trust it.")
    tops = {n.split("/")[0] for n in names}
    if len(tops) != 1 or f"{next(iter(tops))}/{CONFIG}" not in names:
        raise RunFolderError(
            f"holds no run (no {CONFIG} in one folder)", where=str(archive), advice="Choose a file made by Export."
        )
    return next(iter(tops))


def _check_space(needed: int, root: Path, archive: Path) -> None:
    free = shutil.disk_usage(root).free
    if needed > free:
        message = f"needs {needed / 1e6:,.0f} MB and only {free / 1e6:,.0f} MB are free"
        raise RunFolderError(message, where=str(archive), advice="Make room on the disk first.")
