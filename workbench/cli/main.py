"""The command line: assembles the command families and turns errors into one line and an exit code."""

from __future__ import annotations

import importlib
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.cli.terminal import discard, make_streams_safe, warn
from workbench.engine.core.errors import InputError, WorkbenchError
from workbench.engine.core.files import is_full, write_error

#: Base of all usage errors. Newer typer carries its own copy of click, so the one to catch is found through typer.
_USAGE_ERROR: type[Any] = next(cls for cls in typer.BadParameter.__mro__ if cls.__name__ == "ClickException")
_FAMILIES = ("gui", "tour", "train", "translate", "evaluate", "corpus", "runs", "bench")


def build_app() -> typer.Typer:
    """The whole command tree; families register themselves and import torch or Qt only when they run."""
    app = typer.Typer(
        name="workbench",
        help="Train sequence-to-sequence translation models and see what they look at.",
        no_args_is_help=False,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    for family in _FAMILIES:
        importlib.import_module(f"workbench.cli.{family}").register(app)
    return app


def build_command() -> Any:
    """The command tree as it is run: no option that takes one value may be given twice."""
    command = typer.main.get_command(build_app())
    refuse_repetition(command)
    return command


def refuse_repetition(command: Any) -> None:
    """Let a command and all below it refuse an option given too often: typer would take the last one without a word.

    Options that collect values (``--set``, ``--corpus``) may be repeated; switches may not either, since a pair such
    as ``--flag --no-flag`` contradicts itself.

    Args:
        command: A click command or group; changed in place.
    """
    original = command.make_parser

    def make_parser(context: Any) -> Any:
        parser = original(context)
        parse = parser.parse_args

        def parse_args(args: list[str]) -> Any:
            values, rest, order = parse(args)
            _check_repetition(order)
            return values, rest, order

        parser.parse_args = parse_args
        return parser

    command.make_parser = make_parser
    for below in getattr(command, "commands", {}).values():
        refuse_repetition(below)


def _check_repetition(order: list[Any]) -> None:
    """Raise for the first option that stands twice among the parameters in the order they were given."""
    for parameter, times in Counter(order).items():
        collects = parameter.multiple or getattr(parameter, "count", False)
        if times > 1 and parameter.param_type_name == "option" and not collects:
            often = "twice" if times == 2 else f"{times} times"
            raise InputError(f"is given {often}", where=max(parameter.opts, key=len), advice="Give it once.")


def _print_version(wanted: bool) -> None:
    if wanted:
        from workbench import __version__

        print(f"workbench {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version.")
    ] = False,
) -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: Command-line arguments without the program's name; default ``sys.argv[1:]``.

    Returns:
        0 done, 1 the run failed, 2 bad usage or input, 130 interrupted.
    """
    given = list(sys.argv[1:] if arguments is None else arguments) or ["gui"]
    make_streams_safe()
    try:
        code = build_command()(given, standalone_mode=False, prog_name="workbench")
        return int(code) if isinstance(code, int) else 0
    except WorkbenchError as error:
        warn(error)
        return error.exit_code
    except typer.Exit as error:
        return error.exit_code
    except _USAGE_ERROR as error:
        warn(error.format_message())
        return 2
    except (typer.Abort, KeyboardInterrupt):
        warn("interrupted")
        return 130
    except BrokenPipeError:
        discard(sys.stdout)
        return 0
    except OSError as error:
        # what no command has put into words of its own: a disk that is full, a file that may not be read or written
        if not (is_full(error) or error.filename):
            raise
        told = write_error(error, Path(os.fsdecode(error.filename or "")))
        warn(told)
        return told.exit_code


def gui_main() -> int:
    """Entry point of the console-less GUI script."""
    return main(["gui", *sys.argv[1:]])
