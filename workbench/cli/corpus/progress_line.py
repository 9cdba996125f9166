"""How far a command has come, on one line that goes again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from workbench.cli.terminal import visible
from workbench.engine.core.types import Progress


@contextmanager
def progress_line() -> Iterator[Progress]:
    """A live line on standard error, when that is a terminal."""
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TextColumn("{task.completed:,.0f}"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("opening", total=None)
        yield lambda done, total, what: bar.update(task, completed=done, description=visible(what))
