"""What went wrong in a thread, as text: an exception object would keep its frames, and with them GPU memory."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

from workbench.engine.core.errors import WorkbenchError
from workbench.engine.core.files import plain_error, reason
from workbench.engine.core.messages import Message


@dataclass(frozen=True)
class FailureReport:
    """A failure that crosses threads.

    Attributes:
        title: What happened, in one sentence; a ``Message`` where the window can say it in another language.
        advice: What the person can do about it; may be empty.
        details: The traceback as text, for the "copy details" button.
        expected: Whether it is an error meant for a person (bad input), not a fault of the program.
    """

    title: str
    advice: str
    details: str
    expected: bool

    @classmethod
    def from_exception(cls, error: BaseException) -> FailureReport:
        """Turn an exception into text and let go of it; may be called in any thread."""
        details = "".join(traceback.format_exception(error))
        if isinstance(error, OSError):
            error = plain_error(error)
        if isinstance(error, WorkbenchError):
            title: str = error.message
            if error.where:
                title = Message("{where}: {message}", where=error.where, message=title)
            return cls(title, error.advice, details, True)
        if isinstance(error, MemoryError) or "out of memory" in str(error).lower():
            advice = Message("Choose a smaller model or a smaller batch, or close other programs.")
            return cls(Message("There was not enough memory."), advice, details, False)
        title = f"{type(error).__name__}: {reason(error)}" if str(error) else type(error).__name__
        return cls(title, "", details, False)

    def __str__(self) -> str:
        return f"{self.title} {self.advice}".strip()
