from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QSpinBox

from workbench.engine.core.config import RunConfig, walk_fields
from workbench.engine.corpora.stats import CorpusStats
from workbench.engine.runs.presets import config_from, load_preset, resolve_auto
from workbench.gui.state.context import AppContext
from workbench.gui.train.config_dialog import ConfigDialog
from workbench.gui.train.config_form import ELSEWHERE, ConfigForm, nested
from workbench.gui.widgets.cleaning.rule_table import RULE, RuleTable


@pytest.fixture
def form(qtbot, context: AppContext) -> ConfigForm:
    form = ConfigForm(context)
    qtbot.addWidget(form)
    form.resize(900, 600)
    form.show()
    return form


def test_every_setting_of_the_schema_is_in_the_form(form: ConfigForm):
    assert set(form.paths()) == {path for path, _, _ in walk_fields()} - ELSEWHERE


def test_every_control_has_a_name_a_hint_and_its_default(form: ConfigForm):
    defaults = RunConfig()
    for path in form.paths():
        section, _, field = path.partition(".")
        editor = form.editor(path)
        assert editor.value() == getattr(getattr(defaults, section), field), path
        assert editor.focus.accessibleName(), path
        assert path in editor.focus.toolTip(), path
    assert form.overrides() == {}


def test_bounds_are_enforced_by_the_controls(qtbot, form: ConfigForm):
    beam = form.editor("search.beam").focus
    assert isinstance(beam, QSpinBox)
    assert (beam.minimum(), beam.maximum()) == (1, 64)
    smoothing = form.editor("training.label_smoothing")
    form.set_value("training.label_smoothing", 5.0)
    assert 0.99 < smoothing.value() < 1.0  # below 1, which itself is excluded
    rate = form.editor("training.learning_rate")
    form.set_value("training.learning_rate", 0.0)
    assert rate.value() > 0


def test_numbers_are_read_as_people_write_them(qtbot, form: ConfigForm):
    form.sections.setCurrentRow(3)
    rate = form.editor("training.learning_rate").focus
    rate.setFocus()
    rate.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(rate, "5e-4")
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert form.overrides() == {"training.learning_rate": 0.0005}
    assert rate.text() == "0.0005"  # type: ignore[attr-defined]


def test_changed_settings_are_marked_and_reset(qtbot, form: ConfigForm):
    form.sections.setCurrentRow(2)
    form.set_value("model.hidden", 300)
    row = form._rows["model.hidden"]
    assert row.label.property("role") == "strong"
    assert row.reset.isVisible()
    assert "(1)" in form.sections.item(2).text()
    qtbot.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert form.overrides() == {}
    assert form.editor("model.hidden").value() == RunConfig().model.hidden  # type: ignore[attr-defined]
    assert not row.reset.isVisible()


def test_settings_that_do_not_fit_together_are_explained(form: ConfigForm):
    form.set_value("model.hidden", 301)
    assert not form.valid
    assert "even" in form.error.text()
    form.set_value("model.hidden", 302)
    assert form.valid


def test_search_shows_advanced_settings_too(form: ConfigForm):
    form.search.setText("ema decay")
    visible = [p for p, row in form._rows.items() if not row.label.isHidden()]
    assert visible == ["training.ema_decay"]
    assert form.sections.currentItem().text() == "Training"


def test_automatic_values_are_shown_with_their_reason(qtbot, context: AppContext):
    baseline, why = resolve_auto(config_from("auto"), CorpusStats(pairs=3000))
    form = ConfigForm(context)
    qtbot.addWidget(form)
    form.set_config(baseline, {"search.beam": 8}, why)
    assert form.editor("training.batch_tokens").value() == baseline.training.batch_tokens != 2000
    assert "Sennrich" in form.editor("training.batch_tokens").focus.toolTip()
    assert form.config().search.beam == 8


def test_the_wheel_does_not_change_what_it_passes(qtbot, form: ConfigForm):
    form.sections.setCurrentRow(2)
    form.search.setFocus()
    box = form.editor("model.rnn").focus
    assert isinstance(box, QComboBox)
    none = Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(
        QPointF(5, 5),
        box.mapToGlobal(QPointF(5, 5)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentText() == "lstm"


def test_a_preset_is_saved_and_shipped_names_are_protected(qtbot, context: AppContext, monkeypatch):
    warnings: list[str] = []
    monkeypatch.setattr("PySide6.QtWidgets.QMessageBox.exec", lambda box: warnings.append(box.text()))
    small = load_preset("small")
    dialog = ConfigDialog(context, config_from("small"), {"model.hidden": 640}, {}, small.values)
    qtbot.addWidget(dialog)
    assert not dialog.save_as("Small")
    assert "shipped" in warnings[0]
    assert dialog.save_as("My preset")
    saved = load_preset("my-preset")
    assert saved.title == "My preset"
    assert saved.values["model"]["hidden"] == 640
    assert saved.values["training"] == small.values["training"]
    assert config_from("my-preset").training.batch_tokens == small.values["training"]["batch_tokens"]


def test_nested():
    assert nested({"a.b": 1, "a.c": 2, "d.e": [3]}) == {"a": {"b": 1, "c": 2}, "d": {"e": [3]}}


def test_escape_asks_before_changed_settings_are_thrown_away(qtbot, context: AppContext):
    def answering(name: str) -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        next(b for b in box.findChildren(QAbstractButton) if b.objectName() == name).click()

    dialog = ConfigDialog(context, RunConfig(), {"training.max_steps": 7}, {}, {})
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.set_config(RunConfig(), {"training.max_steps": 8}, {})
    for answer, stays in (("leaveNo", True), ("leaveYes", False)):
        QTimer.singleShot(50, lambda answer=answer: answering(answer))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible() == stays
    same = ConfigDialog(context, RunConfig(), {"training.max_steps": 7}, {}, {})
    qtbot.addWidget(same)
    same.show()
    qtbot.keyClick(same, Qt.Key.Key_Escape)  # nothing to lose, nothing to ask
    assert not same.isVisible()


def test_cleaning_rules_are_ticked_as_in_the_corpora_pane(qtbot, form: ConfigForm):
    table = form.editor("data.cleaning").focus
    assert isinstance(table, RuleTable)
    ticked = {rule.name for rule in table.rules.rows if rule.name in table.rules.active}
    assert ticked == {"empty", "too_long", "duplicate"}  # what DataConfig says of "default"
    names = [rule.name for rule in table.rules.rows]
    table.setFocus()
    table.setCurrentIndex(table.rules.index(names.index("identical"), RULE))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert form.overrides() == {"data.cleaning": "default,identical"}
    box = table.visualRect(table.rules.index(names.index("empty"), RULE))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 14, box.center().y()))
    assert form.config().data.cleaning == "too_long,identical,duplicate"
    form.reset("data.cleaning")
    assert (form.overrides(), table.rules.active) == ({}, ticked)
    assert table.height() >= table.verticalHeader().length()  # no rule needs scrolling


def test_cleaning_as_a_preset_says_it_stays_as_it_is_written(form: ConfigForm):
    config = RunConfig()
    config.data.cleaning = "recommended"
    form.set_config(config)
    table = form.editor("data.cleaning").focus
    assert isinstance(table, RuleTable)
    assert len(table.rules.active) == len(table.rules.rows) == 7
    table.rules.set_active(["empty"])
    assert form.overrides() == {"data.cleaning": "empty"}
    table.rules.set_active([rule.name for rule in table.rules.rows])
    assert form.overrides() == {}
    form.set_config(RunConfig(), {"data.cleaning": "none"})
    assert table.rules.active == set()


def test_the_words_of_the_rules_follow_the_limits(form: ConfigForm):
    table = form.editor("data.cleaning").focus
    assert isinstance(table, RuleTable)
    form.set_value("data.max_length", 250)
    form.set_value("data.max_ratio", 2.5)
    words = " ".join(table.rules.words(rule)[1] for rule in table.rules.rows)
    assert "longer than 250 characters" in words
    assert "more than 2.5 times" in words
