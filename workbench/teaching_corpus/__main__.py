"""Command line: ``python -m workbench.teaching_corpus --out DIR --seed 2026``."""

from __future__ import annotations

import argparse
from pathlib import Path

from .generate import generate, write


def main() -> None:
    """Regenerates the corpus files."""
    parser = argparse.ArgumentParser(description="Regenerate the built-in English-French teaching corpus.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the files")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--handwritten", type=Path, default=None, help="tab-separated handwritten pairs")
    arguments = parser.parse_args()
    corpus = generate(arguments.seed, arguments.handwritten)
    write(corpus, arguments.out)
    for name, pairs in corpus.splits.items():
        print(f"{name}: {len(pairs)} pairs")


if __name__ == "__main__":
    main()
