"""What the tests of the translate pane share besides fixtures."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from workbench.gui.translate.translate_pane import TranslatePane

Make = Callable[..., TranslatePane]


def settled(qtbot: QtBot, pane: TranslatePane, text: str) -> None:
    """Wait until the translation reads like this."""
    qtbot.waitUntil(lambda: pane.view.target.toPlainText() == text, timeout=5000)
