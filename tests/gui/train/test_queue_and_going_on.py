"""What waits is always seen, and a run that has ended goes on where one looks at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.fake_trainer import FakeTrainer
from tests.gui.panes import made_panes
from tests.run_factory import add_checkpoint, journal, new_run, point, started, validated
from workbench.engine.core.config import RunConfig
from workbench.engine.core.events import RunFinished
from workbench.engine.core.paths import runs_root
from workbench.engine.runs.folder import RunFolder
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import Continuation, RunRequest
from workbench.gui.state.settings import Settings
from workbench.gui.train.train_pane import TrainPane
from workbench.gui.widgets.help_mark import HelpMark
from workbench.gui.words.terms import Term, explained
from workbench.gui.workers.job import running_jobs


@pytest.fixture
def pane(context: AppContext, make_pane: Callable[[], TrainPane]) -> TrainPane:
    context.training.train_function = FakeTrainer(steps=5000)
    return make_pane()


def press(qtbot: Any, button: Any) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def ended_run(status: str, name: str = "first") -> RunFolder:
    """A run of 120 seconds of at most 4 minutes, 500 steps and a patience of 3."""
    limits = {"max_minutes": 4.0, "max_steps": 500, "patience": 3}
    run = new_run(runs_root() / name, RunConfig.model_validate({"training": limits}))
    add_checkpoint(run, 20)
    end = RunFinished(time=0, step=20, status=status, elapsed=120.0)
    journal(run, started(), point(10), point(20), validated(20, 10.0, best=True), end)
    return run


def test_a_queue_is_seen_after_a_restart_and_goes_on_with_one_click(qtbot: Any, context: AppContext, pane: TrainPane):
    assert not pane.queue.isVisible()
    for _ in range(3):
        pane.setup.start()
    names = [r.run_dir.name for r in context.training.queue]
    assert pane.queue.isVisible()
    context.training.shutdown()
    qtbot.waitUntil(lambda: not context.training._thread.busy, timeout=9000)
    other = AppContext(Settings(context.settings.path))
    makes_others = made_panes(qtbot, other, TrainPane)
    again = next(makes_others)()
    other.training.train_function = FakeTrainer(steps=5000)
    try:
        assert [again.queue.list.item(i).text().split("  ")[1] for i in range(2)] == names
        assert again.queue.isVisible()
        assert again.queue.list.height() >= 2 * again.queue.list.sizeHintForRow(0)
        press(qtbot, again.queue.buttons["queueStart"])
        assert other.training.run_dir is not None
        assert other.training.run_dir.name == names[0]
        assert again.queue.list.count() == 1
        again.queue.list.setCurrentRow(0)
        press(qtbot, again.queue.buttons["queueRemove"])
        assert not again.queue.isVisible()
    finally:
        other.training.shutdown()
        qtbot.waitUntil(lambda: not other.training._thread.busy and not running_jobs(), timeout=9000)
        other.deleteLater()


def test_what_the_queue_names_can_be_pressed(qtbot: Any, context: AppContext, pane: TrainPane):
    training = context.training
    seen: dict[tuple[bool, bool], tuple[bool, bool]] = {}

    def look() -> None:
        if training.queue:
            named = "Start next" in pane.queue.hint.text()
            seen[training.busy, training.held] = (named, pane.queue.buttons["queueStart"].isVisible())

    training.state_changed.connect(look)
    training.queue_changed.connect(look)
    pane.setup.start()
    pane.setup.start()
    training.stop()
    qtbot.waitUntil(lambda: not training.busy, timeout=9000)
    assert seen == {(True, False): (False, False), (True, True): (False, False), (False, True): (True, True)}


def test_runs_started_while_another_is_let_go_have_names_of_their_own_and_all_run(
    qtbot: Any, context: AppContext, pane: TrainPane
):
    training = context.training
    training.train_function = FakeTrainer(steps=3)
    assert training.watch(ended_run("stopped").path)
    qtbot.waitUntil(lambda: len(training.history) > 0, timeout=9000)
    began: list[str] = []
    training.run_changed.connect(lambda: began.append(training.run_dir.name if training.run_dir else ""))
    offered = []
    for _ in range(3):
        offered.append(pane.setup.name_edit.text())
        pane.setup.start()
    assert len({*offered, pane.setup.name_edit.text()}) == 4
    qtbot.waitUntil(lambda: not training.busy and not training.queue and len(began) == 3, timeout=20_000)
    assert began == offered


def test_while_a_run_trains_start_adds_to_the_queue(qtbot: Any, context: AppContext, pane: TrainPane):
    button = pane.setup.start_button
    assert ("Start" in button.text(), button.property("role")) == (True, "primary")
    press(qtbot, button)
    assert ("queue" in button.text(), button.property("role")) == (True, "")
    context.training.stop()
    qtbot.waitUntil(lambda: not context.training.busy, timeout=9000)
    assert ("Start" in button.text(), button.property("role")) == (True, "primary")


@pytest.mark.parametrize(
    ("status", "button", "limits"),
    [
        ("completed", "go_on_button", {"max_minutes": 8.0, "max_steps": 1000, "patience": 6}),
        ("stopped", "go_on_button", {"max_minutes": 4.0, "max_steps": 500, "patience": 3}),
        ("completed", "more_button", {"max_minutes": 12.0, "max_steps": 0, "patience": 0}),
        ("stopped", "more_button", {"max_minutes": 12.0, "max_steps": 0, "patience": 0}),
    ],
)
def test_a_run_that_has_ended_goes_on(
    qtbot: Any, context: AppContext, pane: TrainPane, status: str, button: str, limits: dict[str, float]
):
    run, trainer = ended_run(status), FakeTrainer(steps=3)
    context.training.train_function = trainer
    context.watch_run.emit(run.path)
    qtbot.waitUntil(lambda: context.training.history.finished is not None, timeout=9000)
    qtbot.waitUntil(lambda: getattr(pane.view.header, button).isVisible(), timeout=9000)
    with qtbot.waitSignal(context.training.finished, timeout=9000):
        press(qtbot, getattr(pane.view.header, button))
    ((config, path, resumed),) = trainer.calls
    assert (path, resumed) == (run.path, True)
    assert {name: getattr(config.training, name) for name in limits} == limits


def test_a_run_is_not_resumed_twice(qtbot: Any, context: AppContext, pane: TrainPane):
    run = ended_run("stopped")
    pane.setup.start()
    for _ in range(2):
        context.continue_run.emit(Continuation(run.path))
    assert [r.run_dir for r in context.training.queue] == [run.path]
    assert "already" in pane.notice.label.text()


def test_a_run_is_not_resumed_twice_while_the_one_that_was_looked_at_is_let_go(
    qtbot: Any, context: AppContext, pane: TrainPane
):
    run, training = ended_run("stopped"), context.training
    training.watch(ended_run("stopped", "looked-at").path)
    context.continue_run.emit(Continuation(run.path))
    assert not training.busy, "it is still about to start"
    assert not training.can_go_on
    context.continue_run.emit(Continuation(run.path))
    assert training.queue == []
    assert "already" in pane.notice.label.text()
    training.queue += [RunRequest(RunConfig(), runs_root() / name) for name in ("first", "second")]
    training.start_next()
    assert [r.run_dir.name for r in training.queue] == ["first", "second"], "they keep their order"
    training.queue.clear()


def test_a_finished_training_is_named_and_its_button_opens_that_run(qtbot: Any, context: AppContext, pane: TrainPane):
    context.training.train_function = FakeTrainer(steps=3)
    with qtbot.waitSignal(context.training.finished, timeout=9000):
        context.training.start(RunRequest(RunConfig(), runs_root() / "first"))
    assert "“first”" in pane.notice.label.text()
    context.training.watch(ended_run("stopped", "second").path)
    opened: list[Any] = []
    context.run_selected.connect(opened.append)
    press(qtbot, pane.notice.action_button)
    assert opened == [runs_root() / "first"]


def test_a_paused_training_names_no_hour_of_its_end(qtbot: Any, context: AppContext, pane: TrainPane):
    training = context.training
    context.training.start(RunRequest(RunConfig(), runs_root() / "first"))
    tile = pane.view.header.tiles["left"]
    qtbot.waitUntil(lambda: "until" in tile.remark(), timeout=9000)
    training.toggle_pause()
    qtbot.waitUntil(lambda: tile.remark() == "paused", timeout=9000)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of popups, offscreen
def test_every_tile_and_curve_explains_itself(qtbot: Any, pane: TrainPane):
    header, charts = pane.view.header, pane.view.charts
    for place in (*header.tiles.values(), charts.loss, charts.quality, *charts.details.values()):
        (mark,) = place.findChildren(HelpMark)
        assert mark.toolTip() in {explained(term)[1] for term in Term}
    for term in Term:
        title, text = explained(term)
        assert title
        assert text.count(". ") >= 2
        assert "Example: " in text
    mark = header.tiles["loss"].findChild(HelpMark)
    mark.open()
    popup = mark.findChild(object, "helpText")
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_the_axes_name_the_steps(qtbot: Any, pane: TrainPane):
    charts = pane.view.charts
    for view in (charts.loss, charts.quality, *charts.details.values()):
        assert view.plot.bottom.labelText == "steps"
        assert view.plot.bottom.label.isVisible()
