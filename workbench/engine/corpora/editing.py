"""What a person does to single pairs of a corpus: leave out, write anew, put back, undo and do again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.engine.core.errors import InputError
from workbench.engine.core.files import reporting_writes, unused_path
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import clean_text
from workbench.engine.corpora import library
from workbench.engine.corpora.corpus_info import CorpusInfo
from workbench.engine.corpora.overlay import EDITS, Overlay, Step, read_overlay, write_overlay

#: Pairs by their numbers from 1, in the split that is named with them or split by split.
Numbers = Sequence[int] | Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class History:
    """How many steps, of whatever number of splits, can be undone, and done again."""

    undo: int = 0
    redo: int = 0


def leave_out(name: str, numbers: Numbers, split: str = "train") -> None:
    """Leave pairs out wherever the corpus is read; the stored pairs stay.

    Args:
        name: An imported corpus, as for all functions here.
        numbers: Of the pairs; of several splits they are left out, and there again, in one step.

    Raises:
        CorpusError: There is no such corpus, or its edits are damaged; as for all functions here.
        InputError: It is built in, or has no such pair.
    """
    _do(name, "leave_out", _by_split(numbers, split))


def replace(name: str, number: int, source: str, target: str, split: str = "train") -> None:
    """Write a pair anew, in the corpus' own direction; one that was left out is there again."""
    _do(name, "replace", {split: [number]}, clean_text(source), clean_text(target))


def put_back(name: str, numbers: Numbers, split: str = "train") -> None:
    """Make pairs again what they were when they were imported; nothing happens to those that are."""
    _do(name, "put_back", _by_split(numbers, split))


def undo(name: str) -> bool:
    """Take the last step back; whether there was one."""
    return _move(name, -1)


def redo(name: str) -> bool:
    """Do again what was undone last; whether there was anything."""
    return _move(name, 1)


def history(name: str) -> History:
    """What can be undone and done again."""
    info = library.find_corpus(name)
    overlay = read_overlay(info.folder, info.stored)
    firsts = [not step.joined for step in overlay.steps]
    return History(sum(firsts[: overlay.done]), sum(firsts[overlay.done :]))


def set_aside(name: str) -> Path | None:
    """Read the corpus as it was imported; its edits, damaged or not, stay under another name.

    Returns:
        Where they lie now, or ``None`` when there were none.
    """
    info = library.find_corpus(name)
    path = info.folder / EDITS
    if not path.exists():
        return None
    aside = unused_path(path.with_name(f"{path.stem}-aside{path.suffix}"))
    with reporting_writes(aside, what=Message("the corpus' edits")):
        path.rename(aside)
    return aside


def _by_split(numbers: Numbers, split: str) -> Mapping[str, Sequence[int]]:
    return numbers if isinstance(numbers, Mapping) else {split: numbers}


def _do(name: str, what: str, numbers: Mapping[str, Sequence[int]], source: str = "", target: str = "") -> None:
    info, overlay = _open(name)
    changes = overlay.changes()
    steps: list[Step] = []
    for split, chosen in numbers.items():
        _check(info, split, chosen)
        changed, wanted = changes.get(split, {}), sorted(set(chosen))
        if what == "put_back":
            wanted = [number for number in wanted if number in changed]
        elif what == "leave_out":
            wanted = [number for number in wanted if changed.get(number, ()) is not None]
        if wanted:
            values = {"what": what, "split": split, "pairs": wanted, "source": source, "target": target}
            steps.append(Step.model_validate({**values, "joined": bool(steps)}))
    if steps:
        steps = [*overlay.steps[: overlay.done], *steps]
        write_overlay(info.folder, Overlay(done=len(steps), steps=steps))


def _check(info: CorpusInfo, split: str, numbers: Sequence[int]) -> None:
    size = info.stored.get(split)
    if size is None:
        raise InputError(
            Message("the corpus '{name}' has no split '{split}'", name=info.name, split=split),
            advice=Message("It has: {known}.", known=", ".join(info.splits)),
        )
    for number in numbers:
        if not 1 <= number <= size:
            raise InputError(
                Message("there is no pair {number}: they are counted from 1 to {size:,}", number=number, size=size),
                where=info.name,
            )


def _move(name: str, by: int) -> bool:
    info, overlay = _open(name)
    done = overlay.moved(by)
    if done is None:
        return False
    write_overlay(info.folder, Overlay(done=done, steps=overlay.steps))
    return True


def _open(name: str) -> tuple[CorpusInfo, Overlay]:
    info = library.find_corpus(name)
    library.refuse_builtin(info)
    return info, read_overlay(info.folder, info.stored)
