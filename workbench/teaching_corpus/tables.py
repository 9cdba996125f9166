"""Reading the data files of the sample package."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "lexicon"


class Irregular(NamedTuple):
    """The principal parts of a French verb."""

    present: tuple[str, ...]
    participle: str
    future: str
    auxiliary: str


@cache
def load_table(name: str) -> dict[str, Any]:
    """Reads one lexicon file, by its name without ".toml"."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def load_irregular() -> tuple[dict[str, Irregular], frozenset[str]]:
    """The irregular verbs, and the regular ones that build the past with "être"."""
    table = load_table("conjugation")
    rows: dict[str, Irregular] = {}
    for infinitive, text in table["irregular"].items():
        present, participle, future, auxiliary = (part.strip() for part in text.split("|"))
        rows[infinitive] = Irregular(tuple(present.split()), participle, future, auxiliary)
    return rows, frozenset(table["auxiliary"]["être"].split())
