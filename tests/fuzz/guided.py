"""Damage to one kind of file that is led by what it reaches: ``python -m tests.fuzz.guided memory.tmx 120``.

Needs atheris (``pip install -e .[fuzz]``, Linux). What fails is kept below ``build/fuzz``, and the exit code is 77.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

from tests.fuzz.seeds import seeds

with atheris.instrument_imports(include=["workbench.engine.corpora", "workbench.engine.text"]):
    from tests.fuzz.run import KEPT, read_corpus

_SECONDS, _MEGABYTES = 10, 2048


def main() -> None:
    """Never returns: libFuzzer ends the process."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name", choices=sorted(seeds()))
    parser.add_argument("seconds", type=int, nargs="?", default=600)
    given = parser.parse_args()
    # The formats are registered, and instrumented, by the first file.
    with atheris.instrument_imports(include=["workbench.engine.corpora", "workbench.engine.text"]):
        from workbench.engine.corpora import inspect, preview  # noqa: F401
        from workbench.engine.corpora.readers import readers

        readers()
    folder = Path(tempfile.mkdtemp(prefix="guided-"))
    start = folder / "start"
    start.mkdir()
    (start / given.name).write_bytes(seeds()[given.name])
    path = folder / given.name
    KEPT.mkdir(parents=True, exist_ok=True)

    def read(data: bytes) -> None:
        path.write_bytes(data)
        read_corpus(path)

    options = [
        f"-max_total_time={given.seconds}",
        f"-timeout={_SECONDS}",
        f"-rss_limit_mb={_MEGABYTES}",
        f"-artifact_prefix={KEPT}/guided-",
        "-max_len=20000",
    ]
    atheris.Setup([sys.argv[0], *options, str(start)], read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
