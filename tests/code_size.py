"""Prints how large the product is: ``python -m tests.code_size [CHECKOUT]``."""

from __future__ import annotations

import ast
import statistics
import sys
from collections import Counter
from pathlib import Path

#: Not part of the product: the grammar that wrote the teaching corpus, by the names it had.
_APART = ("teaching_corpus", "engine/data/sample")
_LONG_FUNCTION, _FULL_FOLDER = 60, 15


def product_files(checkout: Path) -> list[Path]:
    """The modules of the product."""
    package = checkout / "workbench"
    return sorted(p for p in package.rglob("*.py") if not p.relative_to(package).as_posix().startswith(_APART))


def long_functions(path: Path) -> list[tuple[int, str]]:
    """Functions of more than 60 lines: their length and ``name`` as ``folder/file.py:line name``."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > _LONG_FUNCTION:
                found.append((length, f"{path.parent.name}/{path.name}:{node.lineno} {node.name}"))
    return found


def main() -> None:
    """Print the table."""
    checkout = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1]
    files = product_files(checkout)
    if not files:
        sys.exit(f"{checkout} has no modules under workbench/")
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    longest = max(files, key=lengths.__getitem__)
    functions = sorted((f for path in files for f in long_functions(path)), reverse=True)
    modules = [path for path in files if path.name != "__init__.py"]
    folders = {f: n for f, n in Counter(path.parent for path in modules).most_common() if n > _FULL_FOLDER}
    rows: list[tuple[str, object, str]] = [
        ("lines", f"{sum(lengths.values()):,}", "workbench/ without the teaching corpus"),
        ("files", len(files), f"{len(modules)} without __init__.py"),
        ("median file", int(statistics.median(lengths[path] for path in modules)), "lines, without __init__.py"),
        ("longest file", lengths[longest], str(longest.relative_to(checkout))),
        (f"functions over {_LONG_FUNCTION} lines", len(functions), ""),
        *(("", length, name) for length, name in functions),
        (f"folders of more than {_FULL_FOLDER} files", len(folders), ""),
        *(("", number, str(folder.relative_to(checkout))) for folder, number in folders.items()),
    ]
    for name, value, note in rows:
        print(f"{name:<28} {value:>8}  {note}".rstrip())


if __name__ == "__main__":
    main()
