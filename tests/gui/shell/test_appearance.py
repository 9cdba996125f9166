"""Text size, theme and language: who is touched by a change, what stays, and what is left behind."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QLocale, QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QTabWidget,
    QWidget,
)
from window_steps import switch

from tests.engine.tiny_run import make_tiny_run
from tests.gui.quiet import settle
from workbench.engine.core import paths
from workbench.engine.corpora.library import import_corpus
from workbench.gui.shell.main_window import PANES, MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.widgets import fields


class _Counter(QObject):
    """How often the look of each widget is worked out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[QWidget] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.seen[watched] += 1
        return False


def build_all(qtbot: Any, window: MainWindow) -> None:
    for name, *_ in PANES:
        window.show_pane(name)
        settle(qtbot)


@pytest.mark.parametrize("change", ["theme", "zoom"])
def test_a_change_touches_what_is_in_sight_and_the_rest_when_it_is_seen(
    qtbot: Any, window: MainWindow, context: AppContext, change: str
) -> None:
    build_all(qtbot, window)
    hidden, shown = window.panes["train"], window.panes["runs"]
    counter = _Counter()
    for widget in window.findChildren(QWidget):
        widget.installEventFilter(counter)
    before = hidden.styleSheet()
    if change == "theme":
        window.set_theme("dark")
    else:
        context.step_zoom(1)
    touched = {widget for widget in counter.seen if hidden.isAncestorOf(widget) or widget is hidden}
    assert not touched
    assert hidden.styleSheet() == before
    assert shown.styleSheet() != before
    # once for the pane's own sheet, once more where Qt goes through what is below it
    assert max(count for widget, count in counter.seen.items() if shown.isAncestorOf(widget)) <= 2
    window.show_pane("train")
    assert hidden.styleSheet() == shown.styleSheet()
    assert not [name for name, pane in window.panes.items() if pane.isVisible() and name != "train"]
    window.set_theme("light")
    context.step_zoom(0)


def test_pictures_of_a_pane_out_of_sight_change_when_it_is_seen(qtbot: Any, window: MainWindow) -> None:
    build_all(qtbot, window)
    button = window.panes["train"].setup.start_button  # type: ignore[attr-defined]
    light = button.icon().cacheKey()
    window.set_theme("dark")
    assert button.icon().cacheKey() == light
    window.show_pane("train")
    assert button.icon().cacheKey() != light
    window.set_theme("light")


def test_whatever_is_opened_over_the_window_looks_like_it(qtbot: Any, window: MainWindow) -> None:
    dialog = QDialog(window)
    label = QLabel("x", dialog)
    label.setProperty("role", "value")
    dialog.open()
    plain = QLabel("x")
    qtbot.addWidget(plain)
    plain.show()
    assert label.font().bold() or label.font().weight() > plain.font().weight()
    window.set_theme("dark")
    assert dialog.styleSheet() == window.panes["train"].styleSheet()
    window.set_theme("light")
    dialog.close()
    dialog.deleteLater()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of popups, offscreen
def test_what_stays_in_sight_changes_while_its_owner_is_out_of_sight(
    qtbot: Any, window: MainWindow, context: AppContext
) -> None:
    make_tiny_run(paths.runs_root() / "tiny")
    window.show_pane("translate")
    pane: Any = window.panes["translate"]
    qtbot.waitUntil(lambda: pane.output._models.choice is not None, timeout=20_000)
    pane.output.translate_file()
    dialog = pane.output.dialog
    window.show_pane("train")
    window.devices.open()
    window.devices.hide()
    button = window.devices.button
    light = button.icon().cacheKey()
    window.set_theme("dark")
    assert dialog.isVisible()
    assert dialog.styleSheet() == window.panes["train"].styleSheet()
    assert button.icon().cacheKey() != light
    window.set_theme("light")
    dialog.close()


def test_a_pane_that_cannot_take_back_its_state_leaves_the_others_and_the_next_switch_working(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_all(qtbot, window)

    def fail(self: object, state: object) -> None:
        raise RuntimeError("no")

    told: list[object] = []
    monkeypatch.setattr(type(window.panes["train"]), "restore", fail)
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: told.append(error))
    with qtbot.captureExceptions() as raised:
        window.set_language("fr")
        qtbot.waitUntil(lambda: not window.switch.active, timeout=20_000)
    assert [str(one[1]) for one in raised] == ["no"] or [str(one) for one in told] == ["no"]
    assert set(window.panes) == {name for name, *_ in PANES}


def test_a_label_reads_no_markup_before_it_is_dressed(qtbot: Any) -> None:
    label = QLabel("<h1>big</h1>")
    qtbot.addWidget(label)
    like = QLabel("<h1>big</h1>".replace("<", "‹").replace(">", "›"))
    qtbot.addWidget(like)
    assert label.sizeHint().height() == like.sizeHint().height()


# --- the language ----------------------------------------------------------------------------------------------------


def _alter(widget: QWidget) -> None:
    """Another value than the one there, as far as the field has any other."""
    if isinstance(widget, QLineEdit):
        widget.setText("a")
    elif isinstance(widget, QSpinBox | QDoubleSpinBox):
        widget.setValue(widget.value() + widget.singleStep())
    elif isinstance(widget, QCheckBox):
        widget.setChecked(not widget.isChecked())
    elif isinstance(widget, QComboBox | QTabWidget):
        widget.setCurrentIndex(widget.count() - 1)


@pytest.fixture
def two_corpora(tmp_path: Path) -> None:
    for name in ("colours", "numbers"):
        file = tmp_path / f"{name}.tsv"
        file.write_text("".join(f"{name} {n} one\t{name} {n} un\n" for n in range(60)), encoding="utf-8")
        import_corpus([file], source_lang="en", target_lang="fr", name=name)


def test_another_language_keeps_every_field(
    qtbot: Any, window: MainWindow, context: AppContext, two_corpora: None, tmp_path: Path
) -> None:
    for number, name in enumerate(("forth", "back")):
        make_tiny_run(paths.runs_root() / name, seed=number + 1)
    context.runs_changed.emit(None)
    context.corpora_changed.emit(None)
    build_all(qtbot, window)
    panes: dict[str, Any] = window.panes
    altered: dict[str, dict[str, Any]] = {}
    for name, pane in panes.items():
        before = fields.values(pane.form())
        for _, widget in fields.fields(pane.form()):
            _alter(widget)
        altered[name] = fields.values(pane.form())
        assert not before or altered[name] != before, name
    setup = panes["train"].setup
    assert setup.choose_corpus("numbers", "fr")
    setup.picker.select("tiny")
    setup.set_overrides({"model.hidden": 48})
    setup.name_edit.setText("my run")
    setup.name_edit.textEdited.emit("my run")
    altered["train"]["runName"] = "my run"
    panes["runs"].search.clear()
    altered["runs"]["runSearch"] = ""
    settle(qtbot)
    panes["runs"].table.select_paths([paths.runs_root() / "back"])
    table = tmp_path / "table.csv"
    table.write_text("id,fr,note,en\n" + "".join(f"{n},phrase {n},x,sentence {n}\n" for n in range(9)))
    panes["corpora"].list.setCurrentIndex(panes["corpora"].list.corpora.index(1, 0))
    chosen = panes["corpora"].list.current().name
    page = panes["corpora"].page
    context.import_files.emit([table])
    settle(qtbot)
    page.table.target.setCurrentIndex(2)  # the third column: notes
    page.table.target.activated.emit(2)
    settle(qtbot)
    page.name.setText("mine")
    page.source.set_tag("de")
    settle(qtbot)
    columns = page.table.columns
    assert columns.endswith("note")
    window.show_pane("translate")
    panes["translate"].models.open_run(paths.runs_root() / "back", "last")
    panes["translate"].set_text("Ein Hund schläft.")
    desk = panes["translate"].desk
    qtbot.waitUntil(lambda: bool(desk.segments) and desk.is_fresh(0), timeout=60_000)
    settle(qtbot)
    assert desk.is_fresh(0)
    translation, known = panes["translate"].view.target.toPlainText(), panes["translate"].desk.shown(0)
    for name in ("translate", "corpora"):
        altered[name] = fields.values(panes[name].form())

    switch(qtbot, window, "fr")
    settle(qtbot)
    assert window.sidebar.buttons["train"].text().strip() == "Entraîner"
    translate = panes["translate"]
    assert translate.isVisible()
    assert translate.view.source.toPlainText() == "Ein Hund schläft."
    assert (translate.models.choice.run.name, translate.models.choice.checkpoint) == ("back", "last")
    assert translate.view.target.toPlainText() == translation
    assert translate.desk.shown(0) is known  # not translated again
    setup = panes["train"].setup
    assert (setup.corpus.name, setup.choice.languages) == ("numbers", ("fr", "en"))
    assert (setup.picker.current(), setup.overrides) == ("tiny", {"model.hidden": 48})
    assert setup.request().run_dir.name == "my-run"
    window.show_pane("corpora")
    settle(qtbot)
    page = panes["corpora"].page
    assert page.isVisible()
    assert (page.name.text(), page.source.tag(), page.table.columns) == ("mine", "de", columns)
    assert panes["corpora"].list.current().name == chosen
    page._on_cancel()
    window.show_pane("runs")
    settle(qtbot)
    assert [run.name for run in panes["runs"].table.selected()] == ["back"]
    for name, pane in panes.items():
        now = fields.values(pane.form())
        assert {k: v for k, v in now.items() if v != altered[name].get(k)} == {}, name


def test_numbers_follow_the_language_at_once(qtbot: Any, window: MainWindow) -> None:
    build_all(qtbot, window)
    switch(qtbot, window, "fr")
    editor: Any = window.panes["translate"].view.search._editors["length_penalty"]  # type: ignore[attr-defined]
    assert QLocale().decimalPoint() == ","
    assert "," in editor.text()
    switch(qtbot, window, "en")
    editor = window.panes["translate"].view.search._editors["length_penalty"]  # type: ignore[attr-defined]
    assert "." in editor.text()


def _population(app: QApplication) -> Counter[str]:
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    made = Counter(type(w).__name__ for w in app.allWidgets())
    wrapped = [o for o in shiboken6.getAllValidWrappers() if isinstance(o, QAction | QMenu)]
    return made + Counter(f"wrapped {type(o).__name__}" for o in wrapped)


def test_nothing_is_left_of_the_panes_in_another_language(qtbot: Any, window: MainWindow, qapp: QApplication) -> None:
    build_all(qtbot, window)
    window.show_pane("train")
    counts = []
    for tag in ("fr", "en", "fr", "en", "fr", "en"):
        switch(qtbot, window, tag)
        settle(qtbot)
        if tag == "en":
            counts.append(_population(qapp))
    assert counts[1] - counts[0] == counts[2] - counts[0] == Counter()


@pytest.mark.parametrize("first", ["light", "dark"])
def test_every_pane_stands_on_the_background_of_the_theme(
    qtbot: Any, window: MainWindow, context: AppContext, first: str
) -> None:
    names = list(window.pane_names)
    for setting in (first, "dark", "light", "dark"):
        context.settings.theme = setting
        window.apply_theme()
        for name in names:
            window.show_pane(name)
            QApplication.processEvents()
            picture, place = window.grab().toImage(), window.stack.mapTo(window, QPoint())
            corners = [place + QPoint(x, y) for x in (3, window.stack.width() - 4) for y in (3, 40)]
            found = {picture.pixelColor(corner).name() for corner in corners}
            assert found == {context.theme.window}, (setting, name)


def test_going_to_a_pane_while_the_language_changes(qtbot: Any, window: MainWindow) -> None:
    """It is built in the new language all the same, and what was written comes back."""
    for name in window.pane_names:
        window.show_pane(name)
    settle(qtbot)
    window.panes["runs"].search.setText("forth")
    english = {name: _said(window, name) for name in window.pane_names}
    window.set_language("fr")
    while len(window.panes) == len(window.pane_names):
        window.switch._step()  # not the event loop, which may have done with all panes when it comes back
    gone = next(name for name in window.pane_names if name not in window.panes)
    window.show_pane(gone)
    assert gone in window.panes
    qtbot.waitUntil(lambda: not window.switch.active, timeout=30_000)
    settle(qtbot)
    assert window.panes[gone].isVisible()
    assert window.panes["runs"].search.text() == "forth"
    for name, before in english.items():
        assert len(_said(window, name) & before) < len(before) / 4, name  # names of languages and models stay
    assert window.stack.count() == len(window.pane_names)  # the picture has gone


def _said(window: MainWindow, name: str) -> set[str]:
    return {label.text() for label in window.panes[name].findChildren(QLabel) if len(label.text()) > 3}
