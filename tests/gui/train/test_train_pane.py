from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from tests.fake_trainer import FakeTrainer, step_logged, validated
from tests.run_factory import new_run
from workbench.engine.core.config import RunConfig
from workbench.engine.core.events import CheckpointSaved, RunStarted, Warned, to_json
from workbench.engine.core.paths import runs_root
from workbench.engine.runs.folder import RunFolder
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import TrainingWish
from workbench.gui.state.signals import WantedTranslation
from workbench.gui.train.train_pane import TrainPane
from workbench.gui.workers.job import running_jobs


@pytest.fixture
def pane(context: AppContext, make_pane: Callable[[], TrainPane]) -> TrainPane:
    context.training.train_function = FakeTrainer(steps=40)
    return make_pane()


def click(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_presets_say_what_they_cost(pane: TrainPane):
    cards = {c.name: c.accessibleName() for c in pane.setup.picker.cards}
    assert list(cards)[:4] == ["auto", "tiny", "small", "base"]
    assert "20 min" in cards["small"]
    for text in cards.values():
        assert "parameters" in text
        assert "memory" in text


def test_start_watch_pause_resume_stop_by_clicks(qtbot, context: AppContext, pane: TrainPane):
    training, view = context.training, pane.view
    training.train_function = FakeTrainer(steps=5000)
    assert pane.stack.currentWidget() is pane.empty
    click(qtbot, pane.setup.start_button)
    assert view.isVisible()
    assert not pane.empty.isVisible()
    qtbot.waitUntil(lambda: len(view.loss._steps) > 8, timeout=9000)
    assert view.header.state.text() == "Training"
    qtbot.waitUntil(lambda: len(view.quality._data[0][0]) > 0, timeout=5000)
    click(qtbot, view.header.pause_button)
    qtbot.waitUntil(lambda: view.header.state.text() == "Paused", timeout=2000)
    assert view.header.pause_button.text() == "&Resume"
    count = len(training.history)
    click(qtbot, view.header.pause_button)
    qtbot.waitUntil(lambda: len(training.history) > count + 3, timeout=5000)
    click(qtbot, view.header.stop_button)
    qtbot.waitUntil(lambda: not training.busy, timeout=5000)
    qtbot.waitUntil(lambda: view.header.state.text() == "Stopped and kept", timeout=2000)
    assert view.header.pause_button.isHidden()
    assert pane.setup.start_button.isEnabled()


def test_what_is_chosen_is_what_is_trained(qtbot, context: AppContext, pane: TrainPane):
    pane.setup.picker.cards[1].click()
    box = pane.setup.choice.direction_box
    box.setCurrentIndex(1)
    box.activated.emit(1)
    pane.setup.set_overrides({"model.hidden": 32, "search.beam": 3})
    assert "2 changed" in pane.setup.more_button.text()
    context.set_device("train", "cpu")
    with qtbot.waitSignal(context.training.finished, timeout=9000):
        pane.setup.start()
    config, path, resume = context.training.train_function.calls[0]  # type: ignore[attr-defined]
    assert (config.preset, config.model.hidden, config.search.beam) == ("tiny", 32, 3)
    assert (config.data.source_lang, config.data.target_lang) == ("fr", "en")
    assert config.runtime.device == "cpu"
    assert path.parent == runs_root()
    assert "fr-en" in path.name
    assert not resume


def test_the_name_of_a_run_is_free_also_among_those_that_wait(qtbot, context: AppContext, pane: TrainPane):
    context.training.train_function = FakeTrainer(steps=5000)
    first = pane.setup.name_edit.text()
    pane.setup.start()
    qtbot.waitUntil(lambda: len(context.training.history) > 0, timeout=5000)
    pane.setup.start()
    pane.setup.start()
    names = {first, *(r.run_dir.name for r in context.training.queue)}
    assert len(names) == 3
    assert pane.setup.name_edit.text() not in names
    assert "2" in pane.queue.title.text()


def test_the_queue_is_reordered_by_keyboard(qtbot, context: AppContext, pane: TrainPane):
    context.training.train_function = FakeTrainer(steps=5000)
    for _ in range(3):
        pane.setup.start()
    before = [r.run_dir.name for r in context.training.queue]
    queue = pane.queue
    queue.list.setCurrentRow(1)
    queue.list.setFocus()
    qtbot.keyClick(queue.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [r.run_dir.name for r in context.training.queue] == before[::-1]
    assert queue.list.currentRow() == 0
    qtbot.keyClick(queue.list, Qt.Key.Key_Delete)
    assert [r.run_dir.name for r in context.training.queue] == before[:1]


def test_too_little_disk_refuses_to_start(qtbot, context: AppContext, pane: TrainPane, monkeypatch):
    from collections import namedtuple

    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage(0, 0, 5_000_000))
    click(qtbot, pane.setup.start_button)
    assert not context.training.busy
    assert "free" in pane.setup.problem.text()
    assert pane.setup.problem.isVisible()


def test_a_waiting_training_is_not_started_on_a_full_disk(qtbot, context: AppContext, pane: TrainPane, monkeypatch):
    from collections import namedtuple

    training = context.training
    training.train_function = FakeTrainer(steps=60)
    pane.setup.start()
    pane.setup.start()
    assert len(training.queue) == 1
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage(0, 0, 5_000_000))
    qtbot.waitUntil(lambda: not training.busy, timeout=9000)
    assert training.held
    assert len(training.queue) == 1
    assert "on the disk" in pane.notice.label.text()
    pane.continue_run(interrupted_run().path)
    assert not training.busy
    monkeypatch.undo()


@pytest.mark.parametrize("error", [RuntimeError("CUDA out of memory. Tried to allocate"), RuntimeError("boom")])
def test_a_failing_training_ends_in_a_message_and_a_usable_pane(qtbot, context: AppContext, pane, error):
    context.training.train_function = FakeTrainer(error=error)
    with qtbot.waitSignal(context.training.finished, timeout=9000):
        click(qtbot, pane.setup.start_button)
    assert pane.notice.isVisible()
    assert "failed" in pane.notice.label.text()
    context.training.train_function = FakeTrainer(steps=3)
    with qtbot.waitSignal(context.training.finished, timeout=9000):
        click(qtbot, pane.setup.start_button)
    assert "finished" in pane.notice.label.text()


def test_samples_show_what_changed(qtbot, context: AppContext, pane: TrainPane):
    with qtbot.waitSignal(context.training.finished, timeout=9000):
        pane.setup.start()
    table = pane.view.samples
    qtbot.waitUntil(lambda: table.rowCount() == 1 and "400" in table.item(0, 1).text(), timeout=3000)
    from workbench.gui.train.samples_table import HTML_ROLE

    marked = table.item(0, 1).data(HTML_ROLE)
    assert f"background:{context.theme.added}" in marked
    assert ">400</span>" in marked.replace("'>400", ">400")
    opened: list[object] = []
    context.translate_text.connect(opened.append)
    table.cellActivated.emit(0, 0)
    assert opened == [WantedTranslation(context.training.run_dir, "a sentence")]


def interrupted_run(name: str = "cut-off") -> RunFolder:
    config = RunConfig()
    config.data.corpora = ["sample-en-fr"]
    run = new_run(runs_root() / name, config)
    (run.path / "events.jsonl").write_text(to_json(step_logged(10)) + "\n", encoding="utf-8")
    return run


def another_start(qtbot, context: AppContext) -> TrainPane:
    """The pane as it is at the next start of the program."""
    pane = TrainPane(context)
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitUntil(lambda: not running_jobs(), timeout=9000)
    return pane


def test_an_interrupted_run_is_offered_until_it_is_declined_and_again_after_the_next_power_cut(
    qtbot, context: AppContext
):
    run = interrupted_run()
    assert "cut-off" in another_start(qtbot, context).notice.label.text()
    again = another_start(qtbot, context)
    assert again.notice.isVisible()
    click(qtbot, again.notice.findChild(QToolButton, "noticeClose"))
    assert not another_start(qtbot, context).notice.isVisible()
    journal = run.path / "events.jsonl"
    os.utime(journal, (1e9, 1e9))  # it went on in the meantime, and was cut off again
    assert another_start(qtbot, context).notice.isVisible()


def test_an_interrupted_run_is_continued(qtbot, context: AppContext):
    run = interrupted_run()
    context.training.train_function = FakeTrainer(steps=3)
    pane = another_start(qtbot, context)
    assert "cut-off" in pane.notice.label.text()
    with qtbot.waitSignal(context.training.finished, timeout=9000):
        click(qtbot, pane.notice.action_button)
    _, path, resume = context.training.train_function.calls[0]  # type: ignore[attr-defined]
    assert (path, resume) == (run.path, True)
    qtbot.waitUntil(lambda: not running_jobs(), timeout=5000)


def test_repeating_a_run_brings_back_its_settings(qtbot, context: AppContext, pane: TrainPane):
    from workbench.engine.runs.presets import config_from

    languages = {"corpora": ["sample-en-fr"], "source_lang": "fr", "target_lang": "en"}
    config = config_from("tiny", {"data": languages, "training": {"seed": 7}})
    context.prefill_training(TrainingWish(config=config))
    assert pane.setup.picker.current() == "tiny"
    assert pane.setup.overrides == {"training.seed": 7}
    request = pane.setup.request()
    assert request is not None
    assert request.config.training == config.training
    assert (request.config.data.source_lang, request.config.data.target_lang) == ("fr", "en")


def test_the_best_what_came_since_and_what_happened_are_shown(qtbot, context: AppContext, pane: TrainPane):
    run = interrupted_run("eventful")
    events = [
        RunStarted(time=0, run="eventful", device="CPU", parameters=1, train_pairs=1, valid_pairs=1, patience=4),
        Warned(time=0, step=0, code="data", message="the sides look swapped"),
        *(step_logged(s) for s in range(20, 310, 10)),  # an epoch has 100 steps
        validated(100, 3.0, 20.0, best=True),
        CheckpointSaved(time=0, step=100, folder="step-00000100", best=True),
        Warned(time=0, step=150, code="learning_rate_halved", message="no gain"),
        validated(200, 3.1, 19.0, best=False, bad=1),
        validated(300, 3.2, 18.0, best=False, bad=2),
    ]
    with open(run.path / "events.jsonl", "a", encoding="utf-8") as handle:
        handle.writelines(to_json(e) + "\n" for e in events)
    context.watch_run.emit(run.path)
    view = pane.view
    qtbot.waitUntil(lambda: len(context.training.history.validations) == 3, timeout=5000)
    qtbot.waitUntil(lambda: list(view.loss.best.getData()[0]) == [100.0], timeout=5000)
    since, best = view.header.tiles["since"], view.header.tiles["best"]
    assert (since.value(), since.remark()) == ("2.0 ep.", "2 of 4 validations")
    assert (best.value(), best.remark()) == ("20.0", "chrF 40.0, step 100")
    qtbot.waitUntil(lambda: len(view.loss._lines) == 1, timeout=5000)
    assert [(line.value(), line.label.format) for line in view.loss._lines] == [(150, "learning rate halved")]
    assert list(view.loss.checkpoints.getData()[0]) == [100.0]


def test_following_a_run_shows_its_curves_and_log(qtbot, context: AppContext, pane: TrainPane):
    run = interrupted_run("watched")
    context.watch_run.emit(run.path)
    qtbot.waitUntil(lambda: len(context.training.history) == 1, timeout=5000)
    with open(run.path / "events.jsonl", "a", encoding="utf-8") as handle:
        handle.writelines(to_json(step_logged(s)) + "\n" for s in range(20, 200, 10))
    qtbot.waitUntil(lambda: len(pane.view.loss.raw.getData()[0]) == 19, timeout=5000)
    assert pane.view.header.stop_button.isHidden()


def test_every_control_has_a_name_and_a_place_in_the_tab_order(qtbot, pane: TrainPane, context: AppContext):
    with qtbot.waitSignal(context.training.finished, timeout=9000):
        pane.setup.start()
    from access import unnamed_controls

    assert unnamed_controls(pane) == []
