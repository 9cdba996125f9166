"""A page beside the picture: it works while it is in sight, and gets the answer to its newest question alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import RunFailed
from workbench.gui.state.context import AppContext
from workbench.gui.theme import DARK, LIGHT
from workbench.gui.translate.inspection import inspector
from workbench.gui.translate.inspection.page import InspectionPage
from workbench.gui.workers.failure import FailureReport


class _Counting(InspectionPage):
    """Asks how many letters the translation of its sentence has."""

    name = "counting"

    @staticmethod
    def title() -> str:
        return "Letters"

    @staticmethod
    def tip() -> str:
        return "How many there are"

    def show_subject(self) -> None:
        vars(self).setdefault("seen", []).append(self.subject and self.subject.text)
        if self.subject is not None:
            text = self.subject.text

            def examine(translator: Any, check: Any) -> int:
                check()
                if text == "bad":
                    raise RunFailed("no letters")
                return len(translator.translate([text], SearchConfig())[0].text)

            self.asked.emit(examine)

    def show_answer(self, value: Any) -> None:
        vars(self).setdefault("answers", []).append(value)

    def show_failure(self, report: Any) -> None:
        vars(self).setdefault("failures", []).append(str(report.title))


def test_a_page_follows_the_sentence_while_it_is_in_sight(
    run: Path, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspector, "PAGES", [_Counting])
    pane = make()
    tabs: Any = pane.view.pages
    page: Any = pane.inspector.page("counting")
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    assert page.subject is None
    assert "seen" not in vars(page)
    tabs.setCurrentWidget(page)
    qtbot.waitUntil(lambda: vars(page).get("answers") == [7])
    assert page.subject.hypothesis.text == "ENO OWT"
    pane.set_text("three")
    settled(qtbot, pane, "EERHT")
    qtbot.waitUntil(lambda: page.answers == [7, 5])
    page.prefix_wanted.emit("AUTRE")
    settled(qtbot, pane, "AUTRE")
    qtbot.waitUntil(lambda: page.subject is not None and page.subject.prefix == "AUTRE")
    page.sentence_wanted.emit("bad")
    qtbot.waitUntil(lambda: vars(page).get("failures") == ["no letters"])
    tabs.setCurrentIndex(0)
    assert page.subject is None
    assert page.seen[-1] is None
    pane.set_text("four")
    settled(qtbot, pane, "RUOF")
    assert page.seen[-1] is None


@pytest.mark.parametrize("name", [kind.name for kind in inspector.PAGES])
def test_what_failed_stays_in_sight(
    name: str, run: Path, make: Make, qtbot: QtBot, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other colours and other runs in the list are no answer."""
    pane = make()
    monkeypatch.setattr(pane.service, "ask", lambda *_: None)  # this model has no answers
    page = pane.inspector.page(name)
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    pane.view.pages.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.subject is not None)
    page.show_failure(FailureReport.from_exception(RunFailed("no such luck")))

    def told() -> bool:
        return any("no such luck" in label.text() and label.isVisible() for label in page.findChildren(QLabel))

    assert told()
    for theme in (DARK, LIGHT):
        context.set_theme(theme)
        assert told()
    context.runs_changed.emit(None)
    assert told()
