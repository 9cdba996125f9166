"""A message with a button: Ctrl+Z takes back what was done, and presses nothing else."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from workbench.gui.state.context import AppContext
from workbench.gui.widgets.notice_bar import NoticeBar


@pytest.mark.parametrize("undoes", [True, False])
def test_undo_does_what_takes_something_back_and_nothing_else(qtbot: QtBot, context: AppContext, undoes: bool) -> None:
    notice, done = NoticeBar(context), []
    qtbot.addWidget(notice)
    notice.say("A corpus is damaged.", "warning", action="&Move it", on_action=lambda: done.append(1), undoes=undoes)
    assert ("Ctrl+Z" in notice.action_button.toolTip()) == undoes
    assert notice.action_button.toolTip()
    notice.undo()
    assert (len(done), notice.isVisible()) == ((1, False) if undoes else (0, True))
    notice.say("Something else happened.")
    notice.undo()
    assert len(done) == undoes
