"""A new architecture shows up in the window without an edit there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSpinBox

from tests.engine.dummy_architecture.config import NAME, DummyConfig, registered
from tests.gui.quiet import settle
from tests.run_factory import add_checkpoint, journal, new_run, point, started
from workbench.engine.core import paths
from workbench.engine.core.config import RunConfig, build_config
from workbench.engine.runs.presets import config_from
from workbench.gui.runs.run_table import PARAMETERS
from workbench.gui.runs.runs_pane import RunsPane
from workbench.gui.state.context import AppContext
from workbench.gui.train.config_dialog import ConfigDialog
from workbench.gui.train.config_form import ConfigForm, nested
from workbench.gui.workers.job import running_jobs


@pytest.fixture(autouse=True)
def dummy() -> Iterator[None]:
    with registered():
        yield


@pytest.fixture
def form(qtbot: Any, context: AppContext) -> ConfigForm:
    form = ConfigForm(context)
    qtbot.addWidget(form)
    form.resize(900, 600)
    form.show()
    return form


def model_settings(form: ConfigForm) -> set[str]:
    return {path for path in form.paths() if path.startswith("model.")}


def test_a_new_architecture_is_chosen_in_the_form(qtbot: Any, form: ConfigForm) -> None:
    form.set_config(config_from("tiny"), {"model.hidden": 64, "search.beam": 7})
    box = form.editor("model.architecture").focus
    assert isinstance(box, QComboBox)
    assert {box.itemText(i) for i in range(box.count())} == {"rnn", NAME}
    with qtbot.waitSignal(form.changed):
        box.setCurrentText(NAME)
    QApplication.processEvents()
    assert model_settings(form) == {"model.architecture", "model.width", "model.depth"}
    width = form.editor("model.width").focus
    assert isinstance(width, QSpinBox)
    assert width.value() == 16
    assert "Dummy width" in width.accessibleName()
    width.setValue(32)
    assert form.overrides() == {"model.architecture": NAME, "model.width": 32, "search.beam": 7}
    assert form.valid
    made = form.config()
    assert isinstance(made.model, DummyConfig)
    assert (made.model.width, made.training.max_minutes) == (32, 5.0)
    assert config_from("tiny", nested(form.overrides())).model == made.model
    form.reset("model.architecture")
    assert form.overrides() == {"search.beam": 7}
    assert form.editor("model.hidden").value() == 192  # the preset's
    assert form.config().model.architecture == "rnn"


def test_the_dialog_opens_with_a_run_of_a_new_architecture(qtbot: Any, context: AppContext) -> None:
    baseline = RunConfig.model_validate({"model": {"architecture": NAME, "width": 8}})
    dialog = ConfigDialog(context, baseline, {"model.depth": 4}, {}, {})
    qtbot.addWidget(dialog)
    made = dialog.form.config()
    assert isinstance(made.model, DummyConfig)
    assert (made.model.width, made.model.depth) == (8, 4)
    dialog = ConfigDialog(context, RunConfig(), {"model.architecture": NAME, "model.depth": 4}, {}, {})
    qtbot.addWidget(dialog)
    assert dialog.form.editor("model.depth").value() == 4


def test_the_run_table_and_the_details_describe_a_new_architecture(qtbot: Any, context: AppContext) -> None:
    model = {"architecture": NAME, "width": 24, "depth": 3}
    run = new_run(paths.runs_root() / "new", build_config({"data": {"corpora": ["news"]}, "model": model}))
    journal(run, started(parameters=4321), point(10))
    add_checkpoint(run, 10)
    pane = RunsPane(context)
    qtbot.addWidget(pane)
    pane.show()
    settle(qtbot)
    assert pane.table.model().rowCount() == 1
    parameters = pane.table.model().index(0, PARAMETERS)
    assert "Dummy 3 x 24" in parameters.data(Qt.ItemDataRole.ToolTipRole)
    pane.table.selectRow(0)
    settle(qtbot)
    facts = pane.details.findChild(QLabel, "runFacts")
    assert facts is not None
    assert "Dummy 3 x 24" in facts.accessibleName()
    pane.shutdown()
    qtbot.waitUntil(lambda: not running_jobs(), timeout=30_000)
