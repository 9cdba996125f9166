"""The engine's sentences in the language of the window: errors, advice, warnings, progress, reasons of ``auto``.

The engine speaks English and hands over ``Message``: a template and its values. The templates are in the catalogues
under the context "Engine"; ``make translations`` collects them.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.engine.core.errors import WorkbenchError
from workbench.engine.core.messages import COMMAND_LINE, Message
from workbench.engine.core.plain_text import single_spaced
from workbench.gui.workers.failure import FailureReport


def shown(text: str) -> str:
    """A sentence of the engine in the language of the window; English where no translation is known."""
    if not isinstance(text, Message):
        return _translated(text) if text else ""
    values = {name: shown(v) if isinstance(v, Message) else v for name, v in text.values.items()}
    if COMMAND_LINE in values:  # options of commands are of no use in a window
        values[COMMAND_LINE] = ""
    try:
        return _translated(text.template).format(**values)
    except (IndexError, KeyError, ValueError):  # a translation whose fields do not fit
        return str(text)


def _translated(text: str) -> str:
    try:
        return QCoreApplication.translate("Engine", text)
    except UnicodeEncodeError:  # half of a surrogate pair, from a file or the name of one
        return text


def shown_error(error: BaseException) -> str:
    """An error in one line, as ``WorkbenchError`` itself writes it."""
    if not isinstance(error, WorkbenchError):
        return str(error)
    return single_spaced(shown(error.sentence))


def shown_failure(failure: FailureReport) -> str:
    """What went wrong and what to do, in one line."""
    return f"{shown(failure.title)} {shown(failure.advice)}".strip()
