"""Writes pairs as files other programs read: text, TSV, CSV, JSON Lines, TMX. Complete or not at all."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import numpy as np
from numpy.typing import NDArray

from workbench import __version__
from workbench.engine.core.errors import InputError
from workbench.engine.core.files import complete_folder, complete_path, reporting_writes, write_error
from workbench.engine.core.messages import Message
from workbench.engine.core.names import check_place
from workbench.engine.core.plain_text import one_line
from workbench.engine.core.types import Pair, Progress, no_progress
from workbench.engine.corpora import splits

PARTS = ("train", "valid", "test")
_REPORT_EVERY = 5000
#: Characters that XML 1.0 cannot hold.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def side_names(source_lang: str, target_lang: str) -> tuple[str, str]:
    """Suffixes or keys for the two sides: the languages, or ``src`` and ``tgt`` when they are not known or the same."""
    if source_lang and target_lang and source_lang != target_lang:
        return source_lang, target_lang
    return "src", "tgt"


def format_of(path: Path) -> str:
    """The format a file's suffix names; "text" when it names none."""
    suffix = path.suffix.lower().lstrip(".")
    return {"tab": "tsv", "ndjson": "jsonl"}.get(suffix, suffix if suffix in FORMATS else "text")


@contextmanager
def written(*paths: Path, replace: bool = False) -> Iterator[list[TextIO]]:
    """Open files for writing under temporary names; they get their own when all is written, else nothing is left.

    Args:
        replace: Whether files that are there are replaced.

    Raises:
        InputError: A file exists that is not to be replaced, or its folder does not.
        RunFailed: The disk is full or cannot be written.
    """
    for path in paths:
        if path.exists() and not replace:
            raise InputError(
                Message("the file exists"), where=str(path), advice=Message("Delete it, or choose another name.")
            )
        check_place(path)
    try:
        with ExitStack() as names, ExitStack() as handles:
            temporary = [names.enter_context(complete_path(path)) for path in paths]
            yield [
                handles.enter_context(open(path, "w", encoding="utf-8", errors="replace", newline=""))
                for path in temporary
            ]
    except OSError as error:
        raise write_error(error, paths[0]) from None


def tsv_field(text: str) -> str:
    """A field of one line: tabs and line breaks become spaces, and a quote that a reader would undo is quoted."""
    text = one_line(text).replace("\t", " ")
    return '"' + text.replace('"', '""') + '"' if '"' in text else text


def _text(pairs: Iterable[Pair], files: list[TextIO], names: tuple[str, str]) -> None:
    for pair in pairs:
        files[0].write(one_line(pair.source) + "\n")
        files[1].write(one_line(pair.target) + "\n")


def _tsv(pairs: Iterable[Pair], files: list[TextIO], names: tuple[str, str]) -> None:
    files[0].write("\t".join(names) + "\n")
    for pair in pairs:
        files[0].write(f"{tsv_field(pair.source)}\t{tsv_field(pair.target)}\n")


def _csv(pairs: Iterable[Pair], files: list[TextIO], names: tuple[str, str]) -> None:
    writer = csv.writer(files[0], lineterminator="\n")
    writer.writerow(names)
    writer.writerows((pair.source, pair.target) for pair in pairs)


def _jsonl(pairs: Iterable[Pair], files: list[TextIO], names: tuple[str, str]) -> None:
    for pair in pairs:
        record = dict(zip(names, (pair.source, pair.target), strict=True))
        files[0].write(json.dumps(record, ensure_ascii=False) + "\n")


def _tmx(pairs: Iterable[Pair], files: list[TextIO], names: tuple[str, str]) -> None:
    from lxml import etree

    header = {
        "creationtool": "translation-workbench",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "pairs",
        "adminlang": "en",
        "srclang": names[0],
        "datatype": "plaintext",
    }
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    with etree.xmlfile(files[0].buffer, encoding="utf-8") as document:
        document.write_declaration()
        with document.element("tmx", version="1.4"):
            document.write(etree.Element("header", header))
            with document.element("body"):
                for pair in pairs:
                    unit = etree.Element("tu")
                    for tag, text in zip(names, (pair.source, pair.target), strict=True):
                        variant = etree.SubElement(unit, "tuv", {language: tag})
                        segment = etree.SubElement(variant, "seg")
                        segment.text = _NOT_XML.sub("\ufffd", text.encode("utf-8", "replace").decode())
                    document.write(unit)
                    document.write("\n")


_WRITERS: dict[str, Callable[[Iterable[Pair], list[TextIO], tuple[str, str]], None]] = {
    writer.__name__[1:]: writer for writer in (_text, _tsv, _csv, _jsonl, _tmx)
}
#: Formats by name; "text" writes two files.
FORMATS = tuple(_WRITERS)


def paths_of(output: Path, form: str, source_lang: str, target_lang: str) -> list[Path]:
    """The files that ``export_pairs`` writes in a format."""
    names = side_names(source_lang, target_lang)
    return [output.with_name(f"{output.name}.{name}") for name in names] if form == "text" else [output]


def export_pairs(
    pairs: Iterable[Pair],
    output: Path,
    *,
    form: str = "",
    source_lang: str = "",
    target_lang: str = "",
    replace: bool = False,
    progress: Progress = no_progress,
) -> list[Path]:
    """Write pairs to a file, or to two text files named after the languages (``output.en``, ``output.fr``).

    Args:
        output: The file, or the common beginning of the two text files.
        form: One of ``FORMATS``; empty goes by the suffix.
        source_lang: For names and tags; may be empty, as ``target_lang``.
        replace: Whether files that are there are replaced.
        progress: May raise ``Cancelled``; nothing is left then.

    Returns:
        The files written.

    Raises:
        InputError: Unknown format, a file exists, or there is no such folder.
        RunFailed: The disk is full.
    """
    form = form or format_of(output)
    if form not in FORMATS:
        raise InputError(
            Message("unknown format '{form}'", form=form),
            advice=Message("Known: {known}.", known=", ".join(FORMATS)),
        )
    names = side_names(source_lang, target_lang)
    if form == "tmx" and names == ("src", "tgt"):
        raise InputError(
            Message("a TMX file needs two languages"),
            where=str(output),
            advice=Message("Choose both{command_line}.", command_line=" with --from LANG and --to LANG"),
        )
    paths = paths_of(output, form, source_lang, target_lang)
    columns = ("source", "target") if names == ("src", "tgt") else names
    with written(*paths, replace=replace) as files:
        _WRITERS[form](_counted(pairs, progress), files, columns)
    return paths


def _counted(pairs: Iterable[Pair], progress: Progress) -> Iterator[Pair]:
    count = 0
    for count, pair in enumerate(pairs, start=1):
        if count % _REPORT_EVERY == 0:
            progress(count, 0, Message("writing pairs"))
        yield pair
    progress(count, count, Message("writing pairs"))


def _split(
    source: NDArray[np.uint64], target: NDArray[np.uint64], valid_size: int, test_size: int, seed: int
) -> splits.SplitResult:
    """Which pair goes where, with at least one of them left to train on; see ``split_to_folder``."""
    count = len(source)
    if count < 3:
        raise InputError(Message("{count} pairs are too few to split", count=count))
    valid, test = splits.derived_sizes(count)
    valid, test = valid_size or valid, test_size or test
    if valid + test >= count:
        raise InputError(
            Message(
                "of {count:,} pairs {valid:,} for validation and {test:,} for testing leave none to train on",
                count=count,
                valid=valid,
                test=test,
            ),
            advice=Message("Ask for fewer."),
        )
    result = splits.split(source, target, valid, test, seed)
    if not result.count(splits.TRAIN):
        raise InputError(
            Message("{count:,} pairs cannot be split: too many share their sentences", count=count),
            advice=Message("Ask for fewer pairs."),
        )
    return result


@dataclass(frozen=True)
class SplitFiles:
    """What ``split_to_folder`` wrote.

    Attributes:
        pairs: Pairs of each part.
        groups: Groups of pairs that share a sentence; none is cut.
        oversized_groups: Groups too large to be held out; they are in train.
        seed: With which groups were drawn.
    """

    folder: Path
    files: list[str]
    pairs: dict[str, int]
    groups: int
    largest_group: int
    oversized_groups: int
    seed: int

    def to_json(self) -> dict[str, Any]:
        """For ``--json`` and ``split.json``."""
        return {**vars(self), "folder": self.folder.name}


def split_to_folder(
    open_pairs: Callable[[], Iterable[Pair]],
    folder: Path,
    *,
    valid_size: int = 0,
    test_size: int = 0,
    seed: int = 1,
    source_lang: str = "",
    target_lang: str = "",
    progress: Progress = no_progress,
) -> SplitFiles:
    """Write train, valid and test files such that no sentence of one part, on either side, is in another.

    Args:
        open_pairs: Gives the same pairs each time it is called; it is called twice.
        folder: New folder for the files.
        valid_size: Validation pairs; 0 derives it from the corpus, as for ``test_size``.
        seed: The same seed always holds out the same sentences.
        source_lang: For the files' names; may be empty, as ``target_lang``.
        progress: May raise ``Cancelled``; nothing is left then.

    Raises:
        InputError: The folder exists, or there are too few pairs.
        RunFailed: The disk is full.
    """
    if folder.exists():
        raise InputError(Message("the folder exists"), where=str(folder), advice=Message("Choose another one."))
    check_place(folder)
    hashes = splits.sentence_hashes(open_pairs(), progress, Message("finding sentences that belong together"))
    result = _split(*hashes, valid_size, test_size, seed)
    names = [f"{part}.{side}" for part in PARTS for side in side_names(source_lang, target_lang)]
    counts = {part: result.count(number) for number, part in enumerate(PARTS)}
    report = SplitFiles(folder, names, counts, result.groups, result.largest_group, result.oversized_groups, seed)
    with (
        reporting_writes(folder),
        complete_folder(folder, replace=False) as staging,
        written(*(staging / name for name in [*names, "split.json"])) as files,
    ):
        for part, pair in zip(result.assignment, _counted(open_pairs(), progress), strict=True):
            files[2 * part].write(one_line(pair.source) + "\n")
            files[2 * part + 1].write(one_line(pair.target) + "\n")
        json.dump(report.to_json(), files[-1], ensure_ascii=False, indent=2)
    return report
