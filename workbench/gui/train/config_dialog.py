"""The dialog behind "More settings": the form, reset, and saving as a preset."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QInputDialog, QVBoxLayout, QWidget

from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import WorkbenchError
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.train.config_form import ConfigForm, nested
from workbench.gui.widgets.controls import described, text_label
from workbench.gui.widgets.message_box import confirm_leaving, message_box
from workbench.gui.words.engine_texts import shown_error


class ConfigDialog(QDialog):
    """Edit the whole configuration of the next run.

    Args:
        context: The shared state.
        baseline: The preset's configuration, with automatic values filled in.
        overrides: Settings changed so far, by dotted path.
        explanations: Why automatic values are what they are.
        preset_values: The preset as nested values; a preset saved here starts from them.
    """

    def __init__(
        self,
        context: AppContext,
        baseline: RunConfig,
        overrides: Mapping[str, Any],
        explanations: Mapping[str, str],
        preset_values: Mapping[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("configDialog")
        self.setWindowTitle(self.tr("Settings of the next training"))
        self.resize(960, 660)
        self._preset_values, self._before = dict(preset_values), dict(overrides)
        #: Name of the preset saved last in this dialog.
        self.saved_preset = ""
        text = self.tr(
            "Bold settings differ from the preset. Point at one to read its bounds and where its value is from."
        )
        self.form = ConfigForm(context, baseline.model.architecture)
        self.form.set_config(baseline, overrides, explanations)
        self.form.changed.connect(self._on_change)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        roles = QDialogButtonBox.ButtonRole
        self.reset_button = self.buttons.addButton(self.tr("&Reset all"), roles.ResetRole)
        self.save_button = self.buttons.addButton(self.tr("&Save as a preset…"), roles.ActionRole)
        for button, name, tip in (
            (self.reset_button, "formReset", self.tr("Take back all changes to the preset")),
            (self.save_button, "formSave", self.tr("Keep these settings under a name of your own")),
            (self.buttons.button(kinds.Ok), "formOk", self.tr("Use these settings for the next training")),
            (self.buttons.button(kinds.Cancel), "formCancel", self.tr("Leave everything as it was")),
        ):
            described(button, name, tip)
        self.reset_button.clicked.connect(self.form.reset_all)
        self.save_button.clicked.connect(self._save)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        arrange(QVBoxLayout(self), text_label("muted", text), (self.form, 1), self.buttons, margins=None)
        self._on_change()
        self.form.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape throws changed settings away only when asked."""
        changed = event.key() == Qt.Key.Key_Escape and self.form.overrides() != self._before
        if not changed or confirm_leaving(self, self.tr("Leave the changed settings?")):
            super().keyPressEvent(event)

    @Slot()
    def _on_change(self) -> None:
        self.reset_button.setEnabled(bool(self.form.overrides()))
        self.save_button.setEnabled(self.form.valid)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.form.valid)

    @Slot()
    def _save(self) -> None:
        title, accepted = QInputDialog.getText(self, self.tr("Save as a preset"), self.tr("Name of the preset:"))
        if accepted and title.strip():
            self.save_as(title.strip())

    def save_as(self, title: str) -> bool:
        """Keep the settings as the person's own preset.

        Returns:
            Whether it was kept.
        """
        from workbench.engine.core.config import merge_settings
        from workbench.engine.runs.presets import save_preset

        name = re.sub(r"[^\w.-]+", "-", title.lower()).strip("-.")
        try:
            preset = save_preset(name, merge_settings(self._preset_values, nested(self.form.overrides())), title=title)
        except WorkbenchError as error:
            title = self.tr("The preset was not saved")
            message_box(self, "presetNotSaved", "warning", title, shown_error(error)).exec()
            return False
        self.saved_preset = preset.name
        return True
