"""The runs pane: the list, what can be done to runs, curves and tests; driven by clicks and keys."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.gui.access import controls, unnamed_controls
from tests.gui.panes import click, heard, made_panes
from tests.gui.quiet import settle
from tests.run_factory import add_checkpoint, journal, make_run, point, started, validated
from workbench.engine.core import paths
from workbench.engine.core.config import RunConfig
from workbench.engine.core.events import RunFinished
from workbench.engine.evaluation.test_sets import save_result
from workbench.engine.runs import archive as run_archive
from workbench.engine.runs import folder as runs
from workbench.engine.runs.summary import RunCurves
from workbench.gui.runs.evaluate_dialog import EvaluateDialog
from workbench.gui.runs.run_table import BLEU, NAME, STATUS, SUMMARY_ROLE, TESTED
from workbench.gui.runs.runs_pane import RunsPane
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import Continuation
from workbench.gui.state.signals import WantedTranslation
from workbench.gui.workers.job import running_jobs

SCORES: dict[str, Any] = {
    "bleu": {"score": 31.5, "low": 30.0, "high": 33.0, "signature": "nrefs:1|tok:13a"},
    "chrf": {"score": 55.0, "low": 54.0, "high": 56.0, "signature": "nrefs:1"},
    "ter": {"score": 50.0, "low": 49.0, "high": 51.0, "signature": "nrefs:1"},
    "no_edit": 0.25,
    "baselines": {"copy_source": {"bleu": 2.0, "chrf": 9.0}},
    "aer": 0.2,
    "sentences": 2,
    "step": 20,
    "beam": 5,
    "time": 1.0,
    "title": "news (test)",
}
SENTENCES = [
    {"source": "one cat", "reference": "un chat", "translation": "un chat", "chrf": 100.0},
    {"source": "two dogs", "reference": "deux chiens", "translation": "deux chats", "chrf": 40.0},
]


def finished_run(name: str, bleu: float = 20.0) -> runs.RunFolder:
    run = make_run(name)
    journal(
        run,
        started(),
        point(10),
        validated(10, bleu / 2),
        point(20),
        validated(20, bleu, best=True),
        RunFinished(time=0, step=20, status="completed", elapsed=40.0),
    )
    add_checkpoint(run, 20)
    (run.path / runs.BEST).write_text(json.dumps({"step": 20, "metric": "bleu", "value": bleu}))
    return run


@pytest.fixture
def make_pane(qtbot: Any, context: AppContext) -> Iterator[Callable[[], RunsPane]]:
    yield from made_panes(qtbot, context, RunsPane)


def names(pane: RunsPane) -> list[str]:
    model = pane.table.model()
    return [model.index(row, NAME).data() for row in range(model.rowCount())]


def test_empty_state_offers_training(qtbot: Any, make_pane: Any, context: AppContext) -> None:
    pane = make_pane()
    assert pane.stack.currentWidget() is pane.empty
    shown = heard(context.show_pane)
    click(qtbot, pane, "emptyTrain")
    assert shown == ["train"]


def test_table_shows_sorts_and_filters(qtbot: Any, make_pane: Any) -> None:
    for name, bleu in (("alpha", 9.0), ("beta", 30.0), ("gamma", 20.0)):
        finished_run(name, bleu)
    (make_run("broken").path / runs.CONFIG).write_text("= =")
    pane = make_pane()
    assert sorted(names(pane)) == ["alpha", "beta", "broken", "gamma"]
    pane.table.sortByColumn(BLEU, Qt.SortOrder.DescendingOrder)
    assert names(pane) == ["beta", "gamma", "alpha", "broken"]  # by number: 9 is below 30
    pane.search.setText("finished BET")
    assert names(pane) == ["beta"]
    pane.search.setText("unreadable")
    assert names(pane) == ["broken"]
    pane.table.selectRow(0)
    assert not pane.commands.open_button.isEnabled()
    assert pane.commands.by_name["delete"].isEnabled()


@pytest.mark.parametrize(
    ("first", "shown"),
    [("other:test", "12.3"), ("news:test", "31.5"), ("held-out", "31.5"), ("news:unseen", "12.3")],
)
def test_own_held_out_pairs_or_the_last_test_stand_in_the_table_and_all_in_its_tip(
    make_pane: Any, first: str, shown: str
) -> None:
    run = finished_run("alpha")
    newest = SCORES | {"title": "travel.de", "bleu": SCORES["bleu"] | {"score": 12.34}}
    for key, scores in ((first, SCORES), ("travel", newest)):
        save_result(run, key, scores, SENTENCES)
    cell = make_pane().table.model().index(0, TESTED)
    assert cell.data() == shown
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "travel.de  12.3\nnews (test)  31.5"


def test_opening_and_repeating(qtbot: Any, make_pane: Any, context: AppContext) -> None:
    run = finished_run("alpha")
    pane = make_pane()
    opened, shown, wanted = heard(context.run_selected), heard(context.show_pane), heard(context.train_with)
    click(qtbot, pane, "runOpen")
    assert (shown, opened) == (["translate"], [run.path])
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert opened == [run.path, run.path]
    click(qtbot, pane, "runRepeat")
    assert shown[-1] == "train"
    assert isinstance(wanted[0].config, RunConfig)
    assert wanted[0].config.data.corpora == ["news"]


def test_renaming_in_the_table_and_annotating(qtbot: Any, make_pane: Any) -> None:
    run = finished_run("alpha")
    pane = make_pane()
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_F2)
    editor = pane.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("  A better   name ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle(qtbot)
    assert names(pane) == ["A better name"]
    assert run.notes()["title"] == "A better name"
    qtbot.keyClicks(pane.details.note, "it learned")
    qtbot.waitUntil(lambda: run.notes().get("text") == "it learned", timeout=30_000)
    settle(qtbot)
    assert pane.details.note.toPlainText() == "it learned"
    assert run.notes()["title"] == "A better name"


def test_a_note_typed_just_before_another_run_is_chosen_is_kept(qtbot: Any, make_pane: Any) -> None:
    first, second = finished_run("alpha"), finished_run("beta")
    pane = make_pane()
    pane.table.select_paths([first.path])
    qtbot.keyClicks(pane.details.note, "quick")
    pane.table.select_paths([second.path])
    assert first.notes().get("text") == "quick"
    assert second.notes().get("text") is None
    assert pane.details.note.toPlainText() == ""


def test_deleting_several_and_undoing_with_the_keyboard(qtbot: Any, make_pane: Any) -> None:
    kept, *others = [finished_run(name) for name in ("alpha", "beta", "gamma")]
    pane = make_pane()
    select(pane, others)
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Delete)
    settle(qtbot)
    assert names(pane) == ["alpha"]
    assert [s.path for s in pane.table.selected()] == [kept.path]  # the neighbour is selected
    assert not others[0].path.exists()
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert sorted(names(pane)) == ["alpha", "beta", "gamma"]
    assert not pane.notice.isVisible()


def test_a_training_run_cannot_be_deleted_and_is_followed(qtbot: Any, make_pane: Any, context: AppContext) -> None:
    run = finished_run("alpha")
    lock = run.lock()
    pane = make_pane()
    assert pane.table.model().index(0, STATUS).data() == "training"
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Delete)
    assert "being trained" in pane.notice.label.text()
    assert run.path.exists()
    journal(run, validated(30, 44.0, best=True))
    (run.path / runs.BEST).write_text('{"step": 30, "metric": "bleu", "value": 44.0}')
    context.training_event.emit(validated(30, 44.0))
    qtbot.waitUntil(lambda: pane.table.model().index(0, BLEU).data() == "44.0", timeout=30_000)
    lock.release()


def select(pane: RunsPane, chosen: list[runs.RunFolder]) -> None:
    pane.table.clearSelection()
    paths = {run.path for run in chosen}
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(pane.table.model().rowCount()):
        index = pane.table.model().index(row, NAME)
        if index.data(SUMMARY_ROLE).path in paths:
            pane.table.selectionModel().select(index, flags)


def test_several_runs_are_compared_in_one_chart(qtbot: Any, make_pane: Any) -> None:
    chosen = [finished_run("alpha", 20.0), finished_run("beta", 30.0), make_run("empty")]
    pane = make_pane()
    select(pane, chosen[:2])
    assert pane.tabs.currentWidget() is pane.compare  # choosing several asks to compare
    settle(qtbot)
    shown = {title: curves for _, title, curves in pane.compare._runs}
    assert set(shown) == {"alpha", "beta"}
    assert isinstance(shown["beta"], RunCurves)
    assert shown["beta"].bleu.tolist() == [15.0, 30.0]
    drawn = [(list(line.getData()[0]), list(line.getData()[1])) for line in pane.compare.view._lines]
    assert ([10.0, 20.0], [15.0, 30.0]) in drawn
    pane.compare.axis.setCurrentIndex(pane.compare.axis.findData("minutes"))
    assert list(pane.compare.view._lines[0].getData()[0]) == pytest.approx([20 / 60, 40 / 60])
    pane.compare.view.plot.setFocus()
    qtbot.keyClick(pane.compare.view.plot, Qt.Key.Key_End)
    assert "alpha: 20.0" in pane.compare.view.plot.accessibleDescription()
    assert "beta: 30.0" in pane.compare.view.plot.accessibleDescription()
    select(pane, chosen[2:])
    settle(qtbot)
    assert "first validation" in pane.compare.message.text()


def test_testing_a_run_and_opening_a_sentence(qtbot: Any, make_pane: Any, context: AppContext, tmp_path: Path) -> None:
    run = finished_run("alpha")
    (tmp_path / "t.en").write_text("one cat\ntwo dogs\n")
    (tmp_path / "t.fr").write_text("un chat\ndeux chiens\n")
    pane = make_pane()
    asked: list[Any] = []

    def measure(folder: Any, test: Any, *, check: Any, progress: Any) -> dict[str, Any]:
        asked.append(test)
        progress(1, 2, "translating")
        save_result(folder, test.eval_set.key, SCORES, SENTENCES)
        return SCORES

    pane.actions_.measure = measure
    click(qtbot, pane, "runTest")
    qtbot.waitUntil(lambda: bool(pane.findChildren(EvaluateDialog)), timeout=30_000)
    dialog = pane.findChildren(EvaluateDialog)[0]
    dialog.choice.setCurrentIndex(dialog.choice.count() - 1)
    assert not dialog.start.isEnabled()  # no files yet
    dialog.source.edit.setText(str(tmp_path / "t.en"))
    dialog.reference.edit.setText(str(tmp_path / "t.fr"))
    dialog.beam.setValue(3)
    click(qtbot, dialog, "evaluateStart")
    settle(qtbot)
    assert (asked[0].beam, asked[0].eval_set.source) == (3, tmp_path / "t.en")
    assert pane.tabs.currentWidget() is pane.scores
    view = pane.scores.sentences.view
    assert [view.model().index(row, 2).data() for row in range(2)] == ["two dogs", "one cat"]  # worst first
    assert "copying the source scores 2.0" in pane.scores.verdict.text()
    asked_for = heard(context.translate_text)
    place = view.visualRect(view.model().index(0, 2)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked_for == [WantedTranslation(run.path, "two dogs")]
    pane.scores.sentences.wrong_only.setChecked(True)
    assert view.model().rowCount() == 1
    click(qtbot, pane, "testCopy")
    assert "31.50\t[30.00, 33.00]\tnrefs:1|tok:13a" in QApplication.clipboard().text()
    click(qtbot, pane, "testForget")
    settle(qtbot)
    assert run.scores() == {}


def test_a_test_that_fails_ends_in_a_message(qtbot: Any, make_pane: Any) -> None:
    from workbench.engine.evaluation.test_runs import RunTest
    from workbench.engine.evaluation.test_sets import EvalSet

    finished_run("alpha")
    pane = make_pane()

    def measure(*_: Any, **__: Any) -> dict[str, Any]:
        raise RuntimeError("CUDA out of memory. Tried to allocate 20 GiB")

    pane.actions_.measure = measure
    pane.actions_.test(pane.table.current(), RunTest(EvalSet("x")))
    settle(qtbot)
    assert "not enough memory" in pane.notice.label.text()
    assert pane.commands.test_button.isEnabled()


def test_a_test_can_be_cancelled(qtbot: Any, make_pane: Any) -> None:
    import time

    from workbench.engine.evaluation.test_runs import RunTest
    from workbench.engine.evaluation.test_sets import EvalSet

    finished_run("alpha")
    pane = make_pane()

    def measure(_folder: Any, _test: Any, *, check: Any, progress: Any) -> dict[str, Any]:
        while True:
            time.sleep(0.005)
            check()

    pane.actions_.measure = measure
    pane.actions_.test(pane.table.current(), RunTest(EvalSet("x")))
    assert not pane.commands.test_button.isEnabled()
    click(qtbot, pane.scores, "jobCancel")
    settle(qtbot)
    assert pane.commands.test_button.isEnabled()
    assert not pane.notice.isVisible()


def test_export_and_import(qtbot: Any, make_pane: Any, context: AppContext, tmp_path: Path) -> None:
    finished_run("alpha")
    pane = make_pane()
    target = tmp_path / "alpha.run.zip"
    pane.actions_.export(pane.table.current(), target=target)
    settle(qtbot)
    assert target.is_file()
    assert str(target) in pane.notice.label.text()
    context.import_run.emit(target)
    settle(qtbot)
    assert sorted(names(pane)) == ["alpha", "alpha-2"]
    current = pane.table.current()
    assert current is not None
    assert current.name == "alpha-2"
    (tmp_path / "bad.run.zip").write_bytes(b"nonsense")
    context.import_run.emit(tmp_path / "bad.run.zip")
    settle(qtbot)
    assert "bad.run.zip" in pane.notice.label.text()
    assert run_archive.SUFFIX == ".run.zip"


def test_every_control_has_a_name_and_can_be_reached(qtbot: Any, make_pane: Any) -> None:
    run = finished_run("alpha")
    save_result(run, "news:test", SCORES, SENTENCES)
    pane = make_pane()
    assert len(controls(pane)) > 15
    assert unnamed_controls(pane) == []


def test_shutting_down_while_listing_tells_when_idle(qtbot: Any, context: AppContext) -> None:
    for number in range(30):
        finished_run(f"run-{number}")
    pane = RunsPane(context)
    qtbot.addWidget(pane)
    pane.show()
    assert running_jobs()
    with qtbot.waitSignal(pane.idle, timeout=30_000):
        assert pane.shutdown() is False
    assert pane.shutdown() is True


def test_a_click_on_the_selected_name_selects_and_only_f2_renames(qtbot: Any, make_pane: Any) -> None:
    finished_run("first")
    pane = make_pane()
    table = pane.table
    assert pane.table.select_paths([runs.RunFolder.open(paths.runs_root() / "first").path])
    place = table.visualRect(table.currentIndex().siblingAtColumn(NAME)).center()
    for _ in range(2):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.wait(QApplication.doubleClickInterval() + 100)  # Qt's own waits so long before it edits
        assert table.state() == table.State.NoState
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert table.state() == table.State.EditingState


def test_compare_is_a_button_for_several_runs(qtbot: Any, make_pane: Any) -> None:
    finished_run("first")
    finished_run("second")
    pane = make_pane()
    button = pane.commands.compare_button
    assert not button.isEnabled()
    pane.tabs.setCurrentIndex(2)
    pane.table.selectAll()
    click(qtbot, pane, "runCompare")
    settle(qtbot)
    assert pane.tabs.currentWidget() is pane.compare
    assert [curve.title for curve in pane.compare.view.curves] == [s.title for s in pane.table.selected()]


def test_without_a_run_nothing_is_said_to_be_untested(qtbot: Any, make_pane: Any) -> None:
    finished_run("first")
    pane = make_pane()
    assert pane.scores.empty.accessibleName() == "Not tested yet"
    pane.table.clearSelection()
    assert pane.scores.empty.accessibleName() == "No run is chosen"
    assert pane.scores.empty_button.isHidden()


def test_what_is_said_to_go_on_can_be_made_to_go_on(qtbot: Any, make_pane: Any, context: AppContext) -> None:
    wanted = heard(context.continue_run)
    run = finished_run("first")
    pane = make_pane()
    go_on, more = (pane.commands.by_name[name] for name in ("resume", "resumeMore"))
    assert ("go on" in pane.details._facts.text(), go_on.isEnabled(), more.isEnabled()) == (True, True, True)
    go_on.trigger()
    more.trigger()
    assert wanted == [Continuation(run.path), Continuation(run.path, 10.0)]
    for file in run.path.rglob(runs.TRAINING_STATE):
        file.unlink()
    journal(run, point(30), RunFinished(time=0, step=30, status="completed", elapsed=60.0))
    pane.refresh()
    settle(qtbot)
    assert ("go on" in pane.details._facts.text(), go_on.isEnabled(), more.isEnabled()) == (False, False, False)
