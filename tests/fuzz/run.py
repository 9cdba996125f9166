"""Thousands of damaged corpus files of every kind: ``python -m tests.fuzz.run``.

A damaged file must be read, or refused with one short line; see ``tests.fuzz.harness``.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.fuzz.harness import KEPT, attack, check_message
from tests.fuzz.mutations import mutate
from tests.fuzz.seeds import seeds
from workbench.engine.core.errors import WorkbenchError


def read_corpus(path: Path) -> bool:
    """Read a corpus file as the import page and ``corpus inspect`` do; whether anything was in it.

    Raises:
        AssertionError: A refusal is long, or is not one printable line.
    """
    from workbench.engine.corpora.inspect import inspect
    from workbench.engine.corpora.preview import preview

    found = False
    for look in (lambda: preview([path]).first, lambda: inspect([path]).pairs):
        try:
            found = bool(look())
        except WorkbenchError as error:
            check_message(str(error))
    return found


def damaged(files: dict[str, bytes], name: str, seed: int, number: int) -> bytes:
    """A mutation of one seed, the same for the same numbers."""
    rng = random.Random(f"{name} {seed} {number}")
    return mutate(files[name], rng, rng.choice([data for other, data in files.items() if other != name]))


def _use(path: Path, data: bytes, number: int) -> bool:
    path.write_bytes(data)
    return read_corpus(path)


def main() -> int:
    """Print a line a kind; exit code 1 when there is a finding."""
    files = seeds()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--file", action="append", choices=sorted(files), help="default: all")
    parser.add_argument("--mutations", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    shutil.rmtree(KEPT / "run", ignore_errors=True)
    failed = False
    for name in given.file or files:
        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
            use = partial(_use, Path(folder) / name)
            use(files[name], 0)  # what is loaded once is loaded before the forks
            found = attack(name, given.mutations, partial(damaged, files, name, given.seed), use)
        failed |= bool(found.faults)
        found.report()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
