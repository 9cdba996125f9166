"""``workbench inspect``: why a model says what it says, one file a view."""

from __future__ import annotations

import importlib

import typer

#: Each has a ``register(inspect)``.
_VIEWS = (
    "tree",
    "what_if",
    "influence",
    "compare",
    "memory",
    "words",
    "confidence",
    "agreement",
    "failures",
    "report",
)


def register(app: typer.Typer) -> None:
    """Add the command family."""
    inspect = typer.Typer(help="See why a model says what it says.", no_args_is_help=True)
    for view in _VIEWS:
        importlib.import_module(f"workbench.cli.inspect.{view}").register(inspect)
    app.add_typer(inspect, name="inspect")
