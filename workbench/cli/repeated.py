"""Options given twice: the command line's library would take the last one without a word."""

from __future__ import annotations

from collections import Counter
from typing import Any

from workbench.engine.errors import InputError


def refuse_repetition(command: Any) -> None:
    """Let a command and all below it refuse an option that is given more often than it is meant to be.

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
            _check(order)
            return values, rest, order

        parser.parse_args = parse_args
        return parser

    command.make_parser = make_parser
    for below in getattr(command, "commands", {}).values():
        refuse_repetition(below)


def _check(order: list[Any]) -> None:
    """Raise for the first option that stands twice among the parameters in the order they were given."""
    given = Counter(parameter for parameter in order if _takes_one(parameter))
    for parameter, times in given.items():
        if times > 1:
            often = "twice" if times == 2 else f"{times} times"
            raise InputError(f"is given {often}", where=max(parameter.opts, key=len), advice="Give it once.")


def _takes_one(parameter: Any) -> bool:
    return parameter.param_type_name == "option" and not (parameter.multiple or getattr(parameter, "count", False))
