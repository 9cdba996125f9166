"""The page "Confidence": measures at once, a verdict once the run has learnt, a background job for learning."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from tests.fake_translator import FakeLoader
from workbench.engine.core.errors import InputError
from workbench.engine.inspection.projection.calibration_file import save_calibration
from workbench.engine.inspection.projection.confidence import Calibration
from workbench.engine.runs.folder import RunFolder
from workbench.gui.translate.inspection import confidence_page
from workbench.gui.words import i18n


def learnt() -> Calibration:
    """chrF is 90 + 20 times the mean log-probability."""
    return Calibration.fit([{"mean_logprob": -0.1 * i} for i in range(40)], [90 - 2.0 * i for i in range(40)])


@pytest.mark.parametrize("attention", [True, False])
def test_learn_once_and_read_the_verdict(
    run: Path,
    make: Make,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qapp: QApplication,
    attention: bool,
) -> None:
    go, calls = threading.Event(), []

    def learn(path: Path, checkpoint: str, device: str, progress: Any, check: Any) -> None:
        calls.append((path, checkpoint))
        progress(3, 10, "translating")
        go.wait(5)
        save_calibration(RunFolder(path), f"step-{int(checkpoint):08d}", learnt())

    monkeypatch.setattr(confidence_page, "learn", learn)
    pane = make(FakeLoader(attention=attention))
    page: Any = pane.inspector.page("confidence")
    pane.view.pages.setCurrentWidget(page)
    pane.set_text("one <b>two</b>")
    settled(qtbot, pane, "ENO >B/<OWT>B<")
    qtbot.waitUntil(lambda: page.learn_button.isVisible())
    assert page.verdict.text() == "Not known yet"
    assert "90" in page.measures.text()  # exp(-0.1), of pieces with 0, -0.1 and -0.2
    assert ("spread of the attention" in page.measures.text()) == attention
    page.learn_button.click()
    qtbot.waitUntil(lambda: "3 / 10" in page.progress.label.text())
    assert not page.learn_button.isVisible()
    go.set()
    # 88 on the line, but the ridge draws it to the mean of 51: 51 + 37 * 40 / 41
    qtbot.waitUntil(lambda: page.verdict.text().startswith("Likely usable · chrF about 87"))
    assert page.plot.isVisible()
    assert calls == [(run, "200")]
    pane.set_text("one <b>two</b> " + "three " * 8)
    # ten words and the end have -0.5 on average: 51 + 29 * 40 / 41
    qtbot.waitUntil(lambda: page.verdict.text().startswith("Likely usable · chrF about 79"))
    file = tmp_path / "sentence.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), "Web page (*.html)"))
    page.save_button.click()
    qtbot.waitUntil(file.is_file)
    written = file.read_text(encoding="utf-8")
    assert "one &lt;b&gt;two&lt;/b&gt;" in written
    assert "chrF about 79" in written
    assert '<html lang="en" dir="ltr">' in written
    i18n.install(qapp, "fr")
    page.save_button.click()  # its words are French from now on
    assert '<html lang="fr" dir="ltr">' in file.read_text(encoding="utf-8")
    pane.view.pages.setCurrentIndex(0)
    assert page.verdict.text() == ""
    assert not page.save_button.isEnabled()


def test_a_failure_is_told_and_can_be_tried_again(
    run: Path, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, context: Any
) -> None:
    def learn(*_arguments: Any) -> None:
        raise InputError("no pairs at hand")

    monkeypatch.setattr(confidence_page, "learn", learn)
    told: list[str] = []
    context.status_message.connect(told.append)
    pane = make()
    page: Any = pane.inspector.page("confidence")
    pane.view.pages.setCurrentWidget(page)
    pane.set_text("one")
    qtbot.waitUntil(lambda: page.learn_button.isVisible())
    page.learn_button.click()
    qtbot.waitUntil(lambda: any("no pairs at hand" in text for text in told))
    qtbot.waitUntil(lambda: page.learn_button.isVisible())
    monkeypatch.setattr(confidence_page, "judge", lambda *_: learn())
    pane.set_text("two")
    qtbot.waitUntil(lambda: "no pairs at hand" in page.verdict.text())
