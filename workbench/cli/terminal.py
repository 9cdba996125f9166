"""What the command line prints for a person: text from files never steers the terminal. No torch; rich where drawn.

A sentence, a name or a note may hold anything, escape sequences too. Everything that is printed for a person goes
through ``visible``; JSON is escaped, and translations are printed as they are where no terminal shows them.
"""

from __future__ import annotations

import json
import math
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from workbench.engine.core.types import Progress, no_progress

# C0 and C1 control characters, line and paragraph separators, halves of surrogate pairs (from file names that are not
# Unicode), and the marks that turn the direction of all that follows
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: object) -> str:
    """A text for the terminal in one line: control characters are shown, not sent.

    Blanks of any kind become a blank; ESC becomes "␛", a C1 character "\\x9b".
    """
    return _CONTROLS.sub(_shown, str(text))


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in "\t\n\x0b\x0c\r\x85\u2028\u2029":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def say(*texts: object) -> None:
    """Print one line for a person on standard output."""
    print(visible(" ".join(map(str, texts))))


def print_json(record: Mapping[str, Any]) -> None:
    """Print one line for a program on standard output."""
    print(json_line(record))


def json_line(record: Mapping[str, Any]) -> str:
    """A record in one line; what could steer a terminal is escaped, and a program reads the same text back.

    Numbers that JSON has not (from a damaged file) become ``null``.
    """
    try:
        text = json.dumps(record, ensure_ascii=False, allow_nan=False)
    except ValueError:
        text = json.dumps(_finite(record), ensure_ascii=False)
    return _CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _finite(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(inner) for inner in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def visible_table(text: str) -> str:
    """Lines of columns for the terminal: breaks between lines and tabs between columns stay."""
    return "\n".join("\t".join(map(visible, line.split("\t"))) for line in text.split("\n"))


def tell(json_lines: bool, record: Mapping[str, Any], message: str) -> None:
    """Print an outcome for a program or for a person."""
    if json_lines:
        print_json(record)
    else:
        say(message)


def print_table(titles: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[str] = ()) -> None:
    """Print a table for a person; columns of figures, and those named in ``right``, stand at the right."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for place, title in enumerate(titles):
        digits = [row[place].replace(",", "").replace(".", "") for row in rows]
        figures = title in right or (bool(rows) and all(map(str.isdigit, digits)))
        table.add_column(title, justify="right" if figures else "left", overflow="fold", no_wrap=figures)
    for row in rows:
        # Text, so that brackets in a sentence are not read as markup
        table.add_row(*(Text(visible(cell[:300])) for cell in row))
    # piped output must not be folded to 80 columns
    Console(width=None if sys.stdout.isatty() else 200, highlight=False).print(table)


@contextmanager
def progress_line() -> Iterator[Progress]:
    """How far a command has come, on a live line on standard error that goes again; nothing where no terminal is."""
    if not sys.stderr.isatty():
        yield no_progress
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.description}", markup=False), TextColumn("{task.fields[count]}"), TimeElapsedColumn()
    with Bar(SpinnerColumn(), *columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("beginning", total=None, count="")

        def show(done: int, total: int, what: str) -> None:
            count = f"{done:,} of {total:,}" if total else f"{done:,}" if done else ""
            bar.update(task, description=visible(what), count=count)

        yield show


def warn(message: object) -> None:
    """Print one line for a person on standard error; that nobody can read it is no error."""
    try:
        print(f"workbench: {visible(message)}", file=sys.stderr, flush=True)
    except OSError:
        discard(sys.stderr)


def make_streams_safe() -> None:
    """Let what the terminal's encoding cannot show be escaped, and give streams that are closed one to nowhere.

    Without the latter the next file that is opened would get the number of standard output, and what is printed.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere == number:
                os.set_inheritable(number, True)
            else:
                os.dup2(nowhere, number)
                os.close(nowhere)
        if getattr(sys, name) is None:
            mode = "w" if number else "r"
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if getattr(stream, "errors", "") in ("strict", "surrogateescape") and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


#: Why output was lost, where nobody has told it yet.
_lost: list[OSError] = []


def discard(stream: TextIO, problem: OSError | None = None) -> None:
    """Send what is still to come to nowhere: the reader has gone, or the disk is full.

    Without this, Python would complain once more when it flushes at exit.

    Args:
        problem: What ``flush_output`` will return.
    """
    if problem is not None and not isinstance(problem, BrokenPipeError):
        _lost.append(problem)
    try:
        number = stream.fileno()
    except (OSError, ValueError, AttributeError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


def flush_output() -> OSError | None:
    """Write out what is still held; what cannot be written goes nowhere.

    Returns:
        Why standard output could not be written, unless its reader has gone: he has what he wanted.
    """
    for stream in (sys.stderr, sys.stdout):
        try:
            stream.flush()
        except OSError as error:
            discard(stream, error if stream is sys.stdout else None)
        except ValueError:  # closed
            continue
    problem = _lost[0] if _lost else None
    _lost.clear()
    return problem
