"""Single pairs left out or written anew: a small file beside the stored pairs, which stay as they were imported.

The file holds the steps a person took, in order, and how many of them count: the others were undone and can be done
again. What was done at once to pairs of several splits is as many steps, joined, and is undone at once. A pair is known
by its split and its number there, counted from 1; stored pairs never move. What the steps come to, and nothing else, is
what readers of the corpus see and what a run records.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.files import read_text, reason, refuse_format, reporting_writes, write_atomically
from workbench.engine.core.json_text import parse_json
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair

EDITS = "edits.json"
#: Format 2 has joined steps; files without any are written in format 1, for versions that know no other.
_FORMAT, _PLAIN = 2, 1
_STRICT = ConfigDict(extra="forbid", frozen=True, strict=True)

#: What became of a pair: its two sides, or ``None`` where it is left out.
Change = tuple[str, str] | None


class Step(BaseModel):
    """One thing a person did to some pairs of a split.

    Attributes:
        pairs: Their numbers, from 1.
        source, target: What a replaced pair says now, in the corpus' own direction.
        joined: Whether it was done at once with the step before it.
    """

    model_config = _STRICT
    what: Literal["leave_out", "replace", "put_back"]
    split: str
    pairs: list[Annotated[int, Field(ge=1)]] = Field(min_length=1)
    source: str = ""
    target: str = ""
    joined: bool = False


class Overlay(BaseModel):
    """The steps, the first ``done`` of which count."""

    model_config = _STRICT
    format: Literal[1, 2] = 1
    done: int = Field(default=0, ge=0)
    steps: list[Step] = []

    @model_validator(mode="after")
    def _known(self) -> Overlay:
        if self.done > len(self.steps):
            raise ValueError(f"{self.done} of {len(self.steps)} steps")
        return self

    def moved(self, by: int) -> int | None:
        """How many steps count when the last ones done at once are undone (-1) or the next done again (1), if any."""
        done = self.done + by
        if not 0 <= done <= len(self.steps):
            return None
        while 0 < done < len(self.steps) and self.steps[done].joined:
            done += by
        return done

    def changes(self) -> dict[str, dict[int, Change]]:
        """What the steps come to: the changed pairs of each split by number."""
        found: dict[str, dict[int, Change]] = {}
        for step in self.steps[: self.done]:
            split = found.setdefault(step.split, {})
            for number in step.pairs:
                if step.what == "put_back":
                    split.pop(number, None)
                else:
                    split[number] = (step.source, step.target) if step.what == "replace" else None
        return {name: dict(sorted(split.items())) for name, split in sorted(found.items()) if split}


@dataclass(frozen=True)
class EditSummary:
    """How a corpus differs from what was imported.

    Attributes:
        left_out: Pairs of each split that are left out; splits without any are missing.
        replaced: Pairs that are written anew, of all splits.
        sha256: Of all changes together; "" without any, however many were undone.
        problem: Why the edits cannot be read; "" when all is well.
    """

    left_out: Mapping[str, int] = field(default_factory=dict)
    replaced: int = 0
    sha256: str = ""
    problem: str = ""

    def to_json(self) -> dict[str, Any]:
        """For lists of corpora and ``corpus.json`` of a run."""
        return {"left_out": sum(self.left_out.values()), "replaced": self.replaced, "sha256": self.sha256}


class NumberedPair(NamedTuple):
    """A stored pair and what became of it.

    Attributes:
        number: In its split, from 1.
        stored: As it was imported.
        now: As it is read; ``None`` where it is left out.
    """

    split: str
    number: int
    stored: Pair
    now: Pair | None

    @property
    def shown(self) -> Pair:
        """What a person sees of it."""
        return self.stored if self.now is None else self.now

    @property
    def state(self) -> Literal["", "replaced", "left_out"]:
        """Whether it was changed, and how."""
        if self.now is None:
            return "left_out"
        return "" if self.now is self.stored else "replaced"


def read_overlay(folder: Path, sizes: Mapping[str, int]) -> Overlay:
    """The edits of the corpus in a folder; none where nobody has made any.

    Args:
        sizes: Stored pairs of each split.

    Raises:
        CorpusError: They are damaged, of another format, or about pairs that the corpus does not have.
    """
    path = folder / EDITS
    try:
        value = parse_json(read_text(path))
        if isinstance(value, dict):
            told = value.get("format")
            refuse_format(_FORMAT if told == _PLAIN else told, _FORMAT, path, CorpusError)
        overlay = Overlay.model_validate(value)
        for step in overlay.steps:
            if max(step.pairs) > sizes.get(step.split, 0):
                raise ValueError(f"{step.split} {max(step.pairs)} > {sizes.get(step.split, 0)}")
    except FileNotFoundError:
        return Overlay()
    except (OSError, ValueError) as error:
        raise _damaged(path, error) from None
    return overlay


def _damaged(path: Path, error: Exception) -> CorpusError:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_input=False)[0]
        error = ValueError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
    command = f": workbench corpus edit {path.parent.name} --forget"
    return CorpusError(
        Message("the corpus' edits cannot be read: {reason}", reason=reason(error)),
        where=str(path),
        advice=Message("Set the edits aside{command_line}.", command_line=command),
    )


def write_overlay(folder: Path, overlay: Overlay) -> None:
    """Keep the edits of the corpus in a folder.

    Raises:
        InputError: The place cannot be written to.
        RunFailed: The disk is full or failing.
    """
    path = folder / EDITS
    with reporting_writes(path, what=Message("the corpus' edits")):
        joined = any(step.joined for step in overlay.steps)
        steps = [step.model_dump(exclude=None if step.joined else {"joined"}) for step in overlay.steps]
        value = {"format": _FORMAT if joined else _PLAIN, "done": overlay.done, "steps": steps}
        write_atomically(path, json.dumps(value, ensure_ascii=False))


def summary(folder: Path, sizes: Mapping[str, int]) -> EditSummary:
    """What the edits of a corpus come to; that they cannot be read is told in ``problem``."""
    try:
        changes = read_overlay(folder, sizes).changes()
    except CorpusError as error:
        return EditSummary(problem=error.sentence)
    if not changes:
        return EditSummary()
    left_out = {split: sum(c is None for c in found.values()) for split, found in changes.items()}
    replaced = sum(c is not None for found in changes.values() for c in found.values())
    text = json.dumps([[split, number, change] for split, found in changes.items() for number, change in found.items()])
    digest = hashlib.sha256(text.encode()).hexdigest()
    return EditSummary({split: count for split, count in left_out.items() if count}, replaced, digest)


def applied(pairs: Iterable[Pair], changed: Mapping[int, Change], split: str) -> Iterator[NumberedPair]:
    """The stored pairs of a split, each with its number and what became of it."""
    for number, pair in enumerate(pairs, start=1):
        if number not in changed:
            yield NumberedPair(split, number, pair, pair)
            continue
        change = changed[number]
        yield NumberedPair(split, number, pair, None if change is None else Pair(*change, pair.where))
