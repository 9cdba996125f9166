"""The command line: assembles the command families and turns errors into one line and an exit code."""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from workbench.cli.interruption import Terminated, as_raised, unwinding
from workbench.cli.terminal import discard, flush_output, make_streams_safe, warn
from workbench.engine.core.errors import InputError, WorkbenchError
from workbench.engine.core.files import is_full, plain_error, reason

#: Base of all usage errors. Newer typer carries its own copy of click, so the one to catch is found through typer.
_USAGE_ERROR: type[Any] = next(cls for cls in typer.BadParameter.__mro__ if cls.__name__ == "ClickException")
_FAMILIES = ("gui", "tour", "train", "translate", "evaluate", "corpus", "runs", "inspect", "bench")


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
    """Let a command and all below it refuse an option given too often, and an empty name.

    Typer would take the last one, and the current folder, without a word.

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
            _check_names(order, values)
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


def _check_names(order: list[Any], values: dict[str, Any]) -> None:
    """Raise for an empty text where there is no text by default: as a file it would be the current folder."""
    for parameter in order:
        given = values.get(parameter.name)
        if parameter.default != "" and "" in (given if isinstance(given, list | tuple) else (given,)):
            raise InputError("is empty", where=max(parameter.opts, key=len), advice="Give a name.")


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
        0 done, 1 the run failed, 2 bad usage or input, 130 interrupted, 143 asked to end (SIGTERM); 0 also where the
        reader of the output has gone.
    """
    given = list(sys.argv[1:] if arguments is None else arguments) or ["gui"]
    make_streams_safe()
    try:
        with unwinding(window=given[0] == "gui", last=arguments is None) as raised:
            code = _run(given, raised)
            if not _flushed():
                code = code or 1
            return code
    except (KeyboardInterrupt, Terminated):  # a second one, while the first was being answered
        return 130


def _flushed() -> bool:
    """Whether standard output took all it was given; otherwise it is told why."""
    problem = flush_output()
    if problem is not None:
        warn(f"standard output: cannot be written: {reason(problem)}")
    return problem is None


def _run(given: list[str], raised: list[BaseException]) -> int:
    """Run one command; every way in which it may end becomes a line and an exit code."""
    try:
        with as_raised(raised):
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
    except Terminated as error:
        return 128 + error.number
    except SystemExit as error:
        if isinstance(error.__context__, BrokenPipeError):  # rich says so where a reader of its tables has gone
            return 0
        return error.code if isinstance(error.code, int) else 1
    except BrokenPipeError:
        discard(sys.stdout)
        return 0
    except OSError as error:
        # what no command has put into words of its own: a disk that is full, a file that may not be read or written
        if error.filename is None and is_full(error):  # the engine names what it writes
            discard(sys.stdout, error)
            return 1
        told = plain_error(error)
        warn(told)
        return told.exit_code
