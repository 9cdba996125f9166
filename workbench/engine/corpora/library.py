"""The library of corpora: the built-in ones and those a person imported, by name."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from workbench.engine.core import paths
from workbench.engine.core.bin import bin_of, move_to_bin, take_from_bin
from workbench.engine.core.errors import CorpusError, InputError
from workbench.engine.core.files import (
    complete_folder,
    publish,
    read_text,
    reporting_writes,
    write_atomically,
)
from workbench.engine.core.json_text import parse_json
from workbench.engine.core.messages import Message
from workbench.engine.core.names import check_name as check_any_name
from workbench.engine.core.names import name_problem
from workbench.engine.core.types import DEFAULT_OPTIONS, Pair, Progress, ReadOptions, no_progress
from workbench.engine.corpora.corpus_info import FORMAT, INFO, PAIRS, CorpusInfo, called, load_info
from workbench.engine.corpora.overlay import Change, NumberedPair, applied, read_overlay
from workbench.engine.corpora.readers import read_pairs
from workbench.engine.corpora.readers.base import no_warning
from workbench.engine.corpora.readers.parts import find_languages
from workbench.engine.corpora.readers.tables.table_reading import OnReading, no_reading
from workbench.engine.corpora.readers.text import read_parallel
from workbench.engine.corpora.stored_pairs import read_stored, write_pairs
from workbench.engine.text.languages import pick, same

#: What ``open_corpus`` takes for all splits, one after the other.
EVERY_SPLIT = "all"


def builtin_root() -> Path:
    """Where the corpora that came with the program lie."""
    return paths.resources() / "corpora"


def list_corpora(on_damaged: Callable[[str, CorpusError], object] = lambda name, error: None) -> list[CorpusInfo]:
    """All corpora, the built-in ones first, then by name; a damaged one is left out, and told to ``on_damaged``."""
    found = []
    for root, builtin in ((builtin_root(), True), (paths.corpora_root(), False)):
        if root.is_dir():
            for folder in sorted(root.iterdir()):
                if not folder.name.startswith(".") and (folder / INFO).is_file():
                    try:
                        found.append(load_info(folder, builtin))
                    except CorpusError as error:
                        on_damaged(folder.name, error)
    return found


def find_corpus(name: str) -> CorpusInfo:
    """The corpus of that name; one that was renamed answers to its former names while no other has them.

    Raises:
        CorpusError: There is none.
    """
    if not name_problem(name, plain=True) and (paths.corpora_root() / name / INFO).is_file():
        return load_info(paths.corpora_root() / name, False)
    known = list_corpora()
    found = called(name, known)
    if found is not None:
        return found
    names = ", ".join(info.name for info in known)
    raise CorpusError(
        Message("no corpus and no file is called '{name}'", name=name),
        advice=Message("Corpora: {names}.", names=names or Message("none")),
    )


def check_name(name: str, besides: Path | None = None) -> None:
    """Raise an ``InputError`` for a name that cannot be a folder's, or is taken by another folder than ``besides``."""
    check_any_name(name, "corpus", plain=True)
    taken = {info.name.casefold() for info in list_corpora() if info.folder != besides}
    folder = paths.corpora_root() / name
    own = besides is not None and folder.exists() and folder.samefile(besides)
    if name.casefold() in taken or (folder.exists() and not own):
        raise _taken(name)


def _taken(name: str) -> InputError:
    return InputError(
        Message("there is a corpus called '{name}' already", name=name),
        advice=Message(
            "Choose another name, or delete that one first{command_line}.",
            command_line=f": workbench corpus delete {name}",
        ),
    )


def languages_of(
    paths: Sequence[Path | str], source_lang: str = "", target_lang: str = "", options: ReadOptions = DEFAULT_OPTIONS
) -> tuple[str, str]:
    """Languages of the two sides when a corpus or files are opened with these wishes.

    Raises:
        CorpusError: No such corpus or file, or the files hold more than two languages and a side was not chosen.
    """
    info = corpus_or_none(paths)
    if info is None:
        return find_languages([Path(path) for path in paths], source_lang, target_lang, options)
    own = (info.source_lang, info.target_lang)
    if is_swapped(info, source_lang, target_lang):
        own = own[::-1]
    return source_lang or own[0], target_lang or own[1]


def import_corpus(
    paths: Sequence[Path | str] = (),
    *,
    system: bool = False,
    source_lang: str = "",
    target_lang: str = "",
    options: ReadOptions = DEFAULT_OPTIONS,
    name: str,
    title: str = "",
    description: str = "",
    licence: str = "",
    progress: Progress = no_progress,
    on_warning: Callable[[str], None] = no_warning,
    on_reading: OnReading = no_reading,
) -> CorpusInfo:
    """Copy the pairs of files, or of this computer's translations, into the library; all of them, uncleaned.

    Args:
        system: Take the installed gettext catalogues instead of files.
        name: New name in the library; the other facts are those of ``CorpusInfo``.
        progress: Called every few thousand pairs; may raise ``Cancelled``.

    The other arguments are those of ``read_pairs``.

    Raises:
        CorpusError: The files cannot be read as sentence pairs.
        InputError: The name is taken or impossible.
        RunFailed: The disk is full or cannot be written; nothing is left behind.
    """
    check_name(name)
    files = [Path(path) for path in paths]
    if system:
        from workbench.engine.corpora.readers.system import system_pairs

        pairs = system_pairs(source_lang, target_lang, on_warning)
        origin = ["this computer's translations"]
    else:
        source_lang, target_lang = find_languages(files, source_lang, target_lang, options)
        pairs = read_pairs(
            files,
            source_lang=source_lang,
            target_lang=target_lang,
            options=options,
            on_warning=on_warning,
            on_reading=on_reading,
        )
        origin = [file.name for file in files]
    record = {
        "format": FORMAT,
        "name": name,
        "title": title or name,
        "source_lang": source_lang,
        "target_lang": target_lang,
        "licence": licence,
        "description": description,
        "files": origin,
        "created": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
    }
    return _store(record, pairs, progress)


def _store(record: dict[str, Any], pairs: Iterable[Pair], progress: Progress) -> CorpusInfo:
    return store(record, {"train": pairs}, progress)


def store(record: dict[str, Any], splits: Mapping[str, Iterable[Pair]], progress: Progress) -> CorpusInfo:
    """Write a corpus to a temporary folder that is renamed when complete.

    Args:
        record: Its description, but for the splits.
        splits: The pairs of each; the first must have some.
        progress: Called every few thousand pairs of a split; may raise ``Cancelled``.

    Raises:
        CorpusError: The first split has no pairs.
        InputError: The name was taken meanwhile.
        RunFailed: The disk is full or cannot be written; nothing is left behind.
    """
    folder = paths.corpora_root() / record["name"]
    advice = Message("Free some space there, or set WORKBENCH_HOME to a folder on another disk.")
    with reporting_writes(folder, what=Message("the corpus"), advice=advice):
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            with complete_folder(folder, replace=False) as staging:
                record["splits"] = {}
                for split, pairs in splits.items():
                    file = PAIRS if split == "train" else f"{split}.parquet"
                    count = write_pairs(staging / file, pairs, progress)
                    if not count and not record["splits"]:
                        raise CorpusError(Message("no sentence pair was found"), where=", ".join(record["files"]))
                    record["splits"][split] = {"file": file, "pairs": count}
                text = json.dumps(record, ensure_ascii=False, indent=2)
                (staging / INFO).write_text(text, "utf-8", "backslashreplace")
        except FileExistsError:  # another program was quicker
            raise _taken(record["name"]) from None
    return find_corpus(record["name"])


def rename_corpus(name: str, new: str, *, title: str = "") -> CorpusInfo:
    """Give an imported corpus another name; what named it before still finds it, see ``CorpusInfo.formerly``.

    Runs are not touched: what they learn from was copied when they were prepared.

    Args:
        new: A name that is free.
        title: Shown to a person; empty takes the new name.

    Raises:
        CorpusError: There is no such corpus.
        InputError: It is built in, or the name is taken or impossible.
    """
    info = _find_called(name)
    refuse_builtin(info)
    check_name(new, info.folder)
    path = info.folder / INFO
    with reporting_writes(path, what=Message("the corpus")):
        before = read_text(path)
        formerly = [former for former in dict.fromkeys((*info.formerly, info.name)) if former != new]
        record = parse_json(before) | {"name": new, "title": title or new, "formerly": formerly}
        # Whatever happens in between, the corpus is found by the name in its description.
        write_atomically(path, json.dumps(record, ensure_ascii=False, indent=2))
        try:
            publish(info.folder, paths.corpora_root() / new)
        except OSError:
            write_atomically(path, before)
            raise
    return find_corpus(new)


def _find_called(name: str) -> CorpusInfo:
    """The corpus of that very name: by a former one, nothing is deleted or renamed.

    Raises:
        CorpusError: There is no such corpus.
        InputError: It is called otherwise now.
    """
    info = find_corpus(name)
    if info.name.casefold() != name.casefold():
        raise InputError(
            Message("'{name}' is called '{now}' now", name=name, now=info.name), advice=Message("Use that name.")
        )
    return info


def refuse_builtin(info: CorpusInfo) -> None:
    """Raise an ``InputError`` for a corpus that came with the program: it stays as it is."""
    if info.builtin:
        command = f": workbench corpus merge {info.name} --name NEW"
        raise InputError(
            Message("'{name}' came with the program and cannot be changed", name=info.name),
            advice=Message("Make a copy of your own{command_line}.", command_line=command),
        )


def bin_root() -> Path:
    """Where deleted corpora lie."""
    return bin_of(paths.corpora_root())


def delete_corpus(name: str) -> Path:
    """Move an imported corpus to the bin beside the library, from where ``restore_corpus`` takes it back.

    Returns:
        Where it lies now.

    Raises:
        InputError: It is built in, or there is none.
    """
    try:
        info = _find_called(name)
    except CorpusError as error:
        own = paths.corpora_root() / name
        if error.where != str(own / INFO):
            raise
        return move_to_bin(own)  # what is damaged can be deleted too
    if info.builtin:
        raise InputError(Message("'{name}' came with the program and cannot be deleted", name=name))
    return move_to_bin(info.folder)


def restore_corpus(binned: Path) -> CorpusInfo:
    """Take a corpus back from the bin.

    Raises:
        InputError: Its name was taken meanwhile.
    """
    if not (binned / INFO).is_file():
        known = ", ".join(sorted(f.name for f in bin_root().glob("*"))) if bin_root().is_dir() else ""
        raise InputError(
            Message("there is no '{name}' in the bin", name=binned.name),
            advice=Message("There are: {known}.", known=known or Message("none")),
        )
    info = load_info(binned, False)
    check_name(info.name)
    take_from_bin(binned, info.name)
    return find_corpus(info.name)


def is_swapped(info: CorpusInfo, source_lang: str, target_lang: str) -> bool:
    """Whether the asked-for direction is the reverse of the corpus' own.

    Raises:
        CorpusError: The corpus holds another language pair.
    """
    have = (info.source_lang, info.target_lang)
    if not all(have):
        return False
    for order in ((0, 1), (1, 0)):
        asked = ((source_lang, have[order[0]]), (target_lang, have[order[1]]))
        if all(not lang or pick([tag], lang) == 0 or same(tag, lang) for lang, tag in asked):
            return order == (1, 0)
    wanted = f"{source_lang or '?'} to {target_lang or '?'}"
    raise CorpusError(
        Message(
            "the corpus '{name}' holds {source} to {target}, not {wanted}",
            name=info.name,
            source=have[0],
            target=have[1],
            wanted=wanted,
        )
    )


def open_corpus(
    name_or_file: str | Path | Sequence[str | Path],
    split: str = "train",
    source_lang: str = "",
    target_lang: str = "",
    options: ReadOptions = DEFAULT_OPTIONS,
    on_warning: Callable[[str], None] = no_warning,
    on_reading: OnReading = no_reading,
) -> Iterator[Pair]:
    """Stream the pairs of a corpus by its name, or of a corpus file (or two plain text files).

    A name of the library wins over a file; write ``./name`` for the file. The reverse of a corpus' own direction swaps
    the sides.

    Args:
        name_or_file: Name, file, or the two files of a plain corpus.
        split: Which split of a named corpus, or ``EVERY_SPLIT``; files have "train" alone.

    The other arguments are those of ``read_pairs``.

    Raises:
        CorpusError: No such corpus, file, split or language, or the file cannot be read.
    """
    info = corpus_or_none(name_or_file)
    if info is not None:
        return _read_split(info, split, is_swapped(info, source_lang, target_lang))
    files = [name_or_file] if isinstance(name_or_file, (str, Path)) else list(name_or_file)
    if split not in ("train", EVERY_SPLIT):
        raise CorpusError(Message("a file has no split '{split}'", split=split), where=str(files[0]))
    return read_pairs(
        files,
        source_lang=source_lang,
        target_lang=target_lang,
        options=options,
        on_warning=on_warning,
        on_reading=on_reading,
    )


def corpus_or_none(name_or_file: str | Path | Sequence[str | Path]) -> CorpusInfo | None:
    """The corpus of that name, or ``None`` when it names files that exist.

    Raises:
        CorpusError: Neither a corpus nor a file.
    """
    if not isinstance(name_or_file, (str, Path)):
        if len(name_or_file) != 1:
            return None
        name_or_file = name_or_file[0]
    text = str(name_or_file)
    if os.sep in text or (os.altsep and os.altsep in text):
        return None
    try:
        return find_corpus(text)
    except CorpusError:
        if Path(text).exists():
            return None
        raise


def _read_split(info: CorpusInfo, split: str, swap: bool) -> Iterator[Pair]:
    if split == EVERY_SPLIT:
        return chain.from_iterable(_read_split(info, part, swap) for part in info.splits)
    entry = info.splits.get(split)
    if entry is None:
        advice = Message("It has: {known}.", known=", ".join(info.splits))
        raise CorpusError(
            Message("the corpus '{name}' has no split '{split}'", name=info.name, split=split), advice=advice
        )
    pairs, changes = _stored(info, split)
    if changes:
        pairs = (pair.now for pair in applied(pairs, changes, split) if pair.now is not None)
    return map(_turned, pairs) if swap else pairs


def numbered_pairs(info: CorpusInfo, source_lang: str = "", target_lang: str = "") -> Iterator[NumberedPair]:
    """Stream all stored pairs of all splits, each with its number and what a person made of it.

    Args:
        source_lang: As for ``open_corpus``; so is ``target_lang``.

    Raises:
        CorpusError: The corpus holds other languages, or cannot be read.
    """
    pairs = chain.from_iterable(applied(*_stored(info, split), split) for split in info.splits)
    if not is_swapped(info, source_lang, target_lang):
        return pairs
    return (_numbered_turned(pair) for pair in pairs)


def _stored(info: CorpusInfo, split: str) -> tuple[Iterator[Pair], Mapping[int, Change]]:
    """The pairs of a split as they were imported, and the changes that whoever reads them has to apply."""
    entry = info.splits[split]
    if "src" in entry and "tgt" in entry:
        pairs = read_parallel(info.folder / entry["src"], info.folder / entry["tgt"])
    else:
        pairs = read_stored(info.folder / str(entry.get("file", PAIRS)), info.name)
    changes = {} if info.builtin else read_overlay(info.folder, info.stored).changes()
    return pairs, changes.get(split, {})


def _numbered_turned(pair: NumberedPair) -> NumberedPair:
    stored = _turned(pair.stored)
    now = stored if pair.now is pair.stored else pair.now and _turned(pair.now)
    return NumberedPair(pair.split, pair.number, stored, now)


def _turned(pair: Pair) -> Pair:
    return Pair(pair.target, pair.source, pair.where)
