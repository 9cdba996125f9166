"""Errors that are meant for a person: what happened, where, and what to do."""

from __future__ import annotations

from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import single_spaced, without_controls


class WorkbenchError(Exception):
    """An error with a clear message; the window shows it as text, the command line prints it in one line.

    Args:
        message: What happened, in one sentence.
        where: File, line, field or option it is about, where there is one.
        advice: What the person can do about it.
    """

    exit_code = 1

    def __init__(self, message: str, *, where: str = "", advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.advice = advice

    def __str__(self) -> str:
        """One line: ``where: message. advice``."""
        return without_controls(single_spaced(self.sentence))

    @property
    def sentence(self) -> str:
        """All of it as one text, which a window translates."""
        text = Message("{where}: {message}", where=self.where, message=self.message) if self.where else self.message
        if not self.advice:
            return text
        if text.endswith("."):
            return Message("{message} {advice}", message=text, advice=self.advice)
        return Message("{message}. {advice}", message=text, advice=self.advice)


class InputError(WorkbenchError):
    """Bad usage or bad input: a file, an option or a value that cannot be used. Exit code 2."""

    exit_code = 2


class ConfigError(InputError):
    """A configuration value that is unknown or out of range."""


class CorpusError(InputError):
    """A corpus file that cannot be read as sentence pairs."""


class RunFolderError(InputError):
    """A run folder with a missing, truncated or foreign file."""


class RunFailed(WorkbenchError):
    """A run that started well and failed on the way (disk full, diverged, out of memory). Exit code 1."""


class Cancelled(WorkbenchError):
    """A long operation was cancelled by the person; nothing half-written is left."""

    exit_code = 130
