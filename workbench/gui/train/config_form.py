"""The whole configuration as a form that makes itself from the schema."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.engine.core.config import DataConfig, RunConfig, build_config, merge, merge_settings, walk_fields
from workbench.engine.core.errors import ConfigError
from workbench.engine.core.schema import DEFAULT_ARCHITECTURE, model_configs
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import icon, indent_spin_boxes, set_role
from workbench.gui.train.editors import Editor, WheelGuard, bounds
from workbench.gui.widgets.cleaning.rule_table import RuleTable
from workbench.gui.widgets.controls import beside, described, label_for, scrolled, text_label
from workbench.gui.words.engine_texts import shown

#: Chosen beside the form, so not in it.
ELSEWHERE = frozenset({"data.corpora", "data.source_lang", "data.target_lang", "runtime.device"})
#: The setting that decides which others there are.
ARCHITECTURE = "model.architecture"
#: Rules, shown as in the corpora pane, and the settings that their words speak of.
CLEANING = "data.cleaning"
#: Qt does not wrap a plain tooltip.
_TIP_LETTERS = 90


def schema_text(text: str) -> str:
    """A title or description of the schema in the interface language."""
    return QCoreApplication.translate("Schema", text)


def nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """``{"a.b": 1}`` to ``{"a": {"b": 1}}``."""
    values: dict[str, Any] = {}
    for path, value in flat.items():
        section, _, field = path.partition(".")
        values = merge(values, {section: {field: value}})
    return values


class _Row:
    """Label, control and reset button of one setting."""

    def __init__(self, form: ConfigForm, path: str, info: Any) -> None:
        self.path, self.info = path, info
        self.advanced = bool((info.json_schema_extra or {}).get("advanced"))
        self.title = schema_text(info.title or path)
        self.description = schema_text(info.description or "")
        rules = form.rule_table() if path == CLEANING else None
        self.editor = Editor(path, info, form.on_edit, form.guard, rules)
        self.label = label_for(self.editor.focus, self.title, role="")
        self.hint = text_label("muted", form.rules_hint() if rules else self.description)
        self.editor.focus.setAccessibleName(self.title)
        self.editor.focus.setAccessibleDescription(self.description)
        what = QCoreApplication.translate("ConfigForm", "Reset {setting}").format(setting=self.title)
        self.reset = described(QToolButton(), f"{path}.reset", accessible=what, role="quiet")
        self.reset.clicked.connect(lambda _checked=False: form.reset(path))

    def matches(self, words: list[str]) -> bool:
        """Whether every word of a search is in name, title or description."""
        text = f"{self.path} {self.title} {self.description}".lower()
        return all(word in text for word in words)

    def set_visible(self, visible: bool) -> None:
        """Show or hide the whole row."""
        for widget in (self.label, self.editor.widget, self.hint):
            widget.setVisible(visible)
        if not visible:
            self.reset.setVisible(False)

    def mark(self, changed: bool, visible: bool) -> None:
        """Bold label and a reset button for a changed setting."""
        if changed != (self.label.property("role") == "strong"):
            set_role(self.label, "strong" if changed else "")
        self.reset.setVisible(changed and visible)


class ConfigForm(QWidget):
    """Sections on the left, their settings on the right, a search above.

    Signals:
        changed: The person changed, or reset, a setting.
    """

    changed = Signal()

    def __init__(
        self, context: AppContext, architecture: str = DEFAULT_ARCHITECTURE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.guard = WheelGuard(self)
        self._rows: dict[str, _Row] = {}
        self._sections: dict[str, list[_Row]] = {}
        self._overrides: dict[str, Any] = {}
        self._baseline = RunConfig()
        self._explanations: Mapping[str, str] = {}
        tip = self.tr("Shows only settings whose name or description holds these words")
        self.search = described(QLineEdit(), "formSearch", tip, self.tr("Search the settings"))
        self.search.setPlaceholderText(self.tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        tip, accessible = self.tr("Also show the settings that are rarely needed"), self.tr("Show all settings")
        self.all_box = described(QCheckBox(self.tr("&All settings")), "formAdvanced", tip, accessible)
        self.all_box.toggled.connect(self._filter)
        tip = self.tr("Sections of the configuration; the number counts changed settings")
        self.sections = described(QListWidget(), "formSections", tip, self.tr("Sections of the configuration"))
        self.sections.setSpacing(3)
        self.sections.currentRowChanged.connect(self._show_section)
        self.pages = QStackedWidget()
        self.error = text_label("error", name="formError")
        self.error.hide()
        self._build(architecture)
        top = beside((self.search, 1), self.all_box)
        middle = beside(self.sections, (self.pages, 1))
        arrange(QVBoxLayout(self), top, (middle, 1), self.error)
        indent_spin_boxes(self)
        self.set_config(RunConfig())

    def rule_table(self) -> RuleTable:
        """The cleaning rules, without a corpus in which they would be counted."""
        return RuleTable(self._context, counted=False)

    def rules_hint(self) -> str:
        """What is to be known of the cleaning rules; the schema's text is for the file."""
        return self.tr(
            "Tick a rule to leave such pairs out of training; nothing is deleted. In the corpora pane the same boxes"
            " say how many pairs of a corpus each one meets."
        )

    # --- building -------------------------------------------------------------------------------------------------

    def _section_title(self, name: str) -> str:
        return {
            "data": self.tr("Data"),
            "tokenizer": self.tr("Vocabulary"),
            "model": self.tr("Model"),
            "training": self.tr("Training"),
            "search": self.tr("Translation"),
            "runtime": self.tr("Computer"),
        }.get(name, name)

    def _build(self, architecture: str) -> None:
        self._architecture = architecture if architecture in model_configs() else DEFAULT_ARCHITECTURE
        grids: dict[str, QGridLayout] = {}
        for path, section, info in walk_fields(self._architecture):
            if path in ELSEWHERE:
                continue
            if section not in grids:
                grids[section] = self._page(section)
            row = _Row(self, path, info)
            self._rows[path] = row
            self._sections[section].append(row)
            grid, place = grids[section], grids[section].rowCount()
            grid.addWidget(row.label, place, 0)
            grid.addWidget(row.editor.widget, place, 1)
            grid.addWidget(row.reset, place, 2)
            grid.addWidget(row.hint, place, 3)
        for grid in grids.values():
            grid.setRowStretch(grid.rowCount(), 1)
        self.sections.setFixedWidth(round(self.fontMetrics().averageCharWidth() * 24))
        self.sections.setCurrentRow(0)

    def _show_architecture(self, architecture: str) -> None:
        """Make the form again with the settings of an architecture; those of the one before are forgotten."""
        if architecture == self._architecture:
            return
        current = self.sections.currentRow()
        self._rows, self._sections = {}, {}
        self.sections.clear()
        for page in self.pages.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self.pages.removeWidget(page)
            page.deleteLater()
        self._build(architecture)
        indent_spin_boxes(self)
        self.sections.setCurrentRow(max(0, current))

    def _page(self, section: str) -> QGridLayout:
        self._sections[section] = []
        self.sections.addItem(self._section_title(section))
        page = QWidget()
        grid = QGridLayout(page)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 3)
        # Room for the button, so that the form does not jump when one appears.
        grid.setColumnMinimumWidth(2, round(self.fontMetrics().height() * 2))
        self.pages.addWidget(scrolled(page))
        return grid

    # --- values ---------------------------------------------------------------------------------------------------

    def set_config(
        self,
        baseline: RunConfig,
        overrides: Mapping[str, Any] | None = None,
        explanations: Mapping[str, str] | None = None,
    ) -> None:
        """Show a configuration.

        Args:
            baseline: What "reset" goes back to: the preset, with automatic values filled in.
            overrides: Changed settings by dotted path.
            explanations: Why a value was derived, by dotted path.
        """
        self._baseline = baseline
        self._explanations = explanations or {}
        self._show_architecture((overrides or {}).get(ARCHITECTURE, baseline.model.architecture))
        self._overrides = {p: v for p, v in (overrides or {}).items() if p in self._rows}
        for path, row in self._rows.items():
            row.editor.set_value(self._overrides.get(path, self._default(path)))
            self._explain(row)
        self._tell_limits()
        self._filter()
        self._check()

    def _tell_limits(self) -> None:
        """The words of the cleaning rules name two other settings."""
        table = self._rows[CLEANING].editor.focus
        if isinstance(table, RuleTable):
            length, ratio = (self._rows[f"data.{name}"].editor.value() for name in ("max_length", "max_ratio"))
            table.set_limits(DataConfig(max_length=length, max_ratio=ratio))

    def overrides(self) -> dict[str, Any]:
        """The changed settings by dotted path."""
        return dict(self._overrides)

    def config(self) -> RunConfig:
        """The configuration as the form says it.

        Raises:
            ConfigError: Two settings do not fit each other.
        """
        return build_config(merge_settings(self._baseline.model_dump(), nested(self._overrides)))

    def set_value(self, path: str, value: Any) -> None:
        """Change a setting as the person would."""
        self._rows[path].editor.set_value(value)
        self.on_edit(path)

    def editor(self, path: str) -> Editor:
        """The control of a setting."""
        return self._rows[path].editor

    def paths(self) -> list[str]:
        """All settings in the form."""
        return list(self._rows)

    def reset(self, path: str) -> None:
        """Back to the preset's value."""
        self._overrides.pop(path, None)
        self._rows[path].editor.set_value(self._default(path))
        self._after_edit(path)
        self._rows[path].editor.focus.setFocus()

    @Slot()
    def reset_all(self) -> None:
        """Back to the preset."""
        self.set_config(self._baseline, {}, self._explanations)
        self.changed.emit()

    def on_edit(self, path: str) -> None:
        """A control was changed."""
        value = self._rows[path].editor.value()
        if value == self._default(path):
            self._overrides.pop(path, None)
        else:
            self._overrides[path] = value
        self._after_edit(path)

    def _default(self, path: str) -> Any:
        section, _, field = path.partition(".")
        return getattr(getattr(self._baseline, section), field, self._rows[path].info.default)

    def _after_edit(self, path: str) -> None:
        if path == ARCHITECTURE:
            self.set_config(self._baseline, self._overrides, self._explanations)
            self._rows[path].editor.focus.setFocus()
        self._tell_limits()
        self._filter()
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        try:
            self.config()
        except ConfigError as error:
            self.error.setText(shown(error.message))
            self.error.show()
        else:
            self.error.hide()

    @property
    def valid(self) -> bool:
        """Whether all settings fit together."""
        return self.error.isHidden()

    def _explain(self, row: _Row) -> None:
        low, high, open_low, open_high = bounds(row.info)
        parts = [row.title, *textwrap.wrap(row.description, _TIP_LETTERS)]
        if low is not None or high is not None:
            left = "" if low is None else f"{low:g} {'<' if open_low else '≤'} "
            right = "" if high is None else f" {'<' if open_high else '≤'} {high:g}"
            parts.append(f"{left}x{right}")
        default = self._default(row.path)
        parts.append(self.tr("Preset: {value}").format(value=default if default != "" else "–"))
        why = self._explanations.get(row.path)
        if why:
            parts += textwrap.wrap(self.tr("Automatic: {reason}").format(reason=shown(why)), _TIP_LETTERS)
        tip = "\n".join([*parts, row.path])
        for widget in (row.label, row.editor.focus):
            widget.setToolTip(tip)
        row.reset.setToolTip(self.tr("Back to {value}").format(value=default if default != "" else "–"))

    # --- showing --------------------------------------------------------------------------------------------------

    @Slot()
    def _filter(self, *_ignored: object) -> None:
        words = self.search.text().lower().split()
        first_match = -1
        for index, (section, rows) in enumerate(self._sections.items()):
            found = 0
            for row in rows:
                changed = row.path in self._overrides
                wanted = row.matches(words) if words else (self.all_box.isChecked() or not row.advanced or changed)
                row.set_visible(wanted)
                row.reset.setIcon(icon("mdi6.undo-variant", self._context.theme, "accent"))
                row.mark(changed, wanted)
                found += wanted
            count = sum(r.path in self._overrides for r in rows)
            title = self._section_title(section)
            item = self.sections.item(index)
            item.setText(f"{title}  ({count})" if count else title)
            item.setHidden(not found)
            if found and first_match < 0:
                first_match = index
        current = self.sections.currentItem()
        if (current is None or current.isHidden()) and first_match >= 0:
            self.sections.setCurrentRow(first_match)

    @Slot(int)
    def _show_section(self, row: int) -> None:
        if row >= 0:
            self.pages.setCurrentIndex(row)
