from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox, QStyle, QWidget

from workbench.gui.state.context import AppContext
from workbench.gui.theme import DARK, LIGHT, in_use
from workbench.gui.widgets.message_box import PICTURES, message_box, two_ways


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", PICTURES)
def test_pictures_are_those_of_the_theme(qtbot: Any, context: AppContext, kind: str, chosen: Any) -> None:
    app, parent = QApplication.instance(), QWidget()
    assert isinstance(app, QApplication)
    qtbot.addWidget(parent)
    chosen.apply(app)
    assert in_use() is chosen
    box = message_box(parent, "box", kind, "Title", "Text", "More")
    image = box.iconPixmap().toImage()
    inks = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert getattr(chosen, PICTURES[kind][1]) in inks
    assert box.icon() == QMessageBox.Icon.NoIcon
    LIGHT.apply(app)


def test_buttons_of_dialogs_have_no_pictures_of_another_time(qtbot: Any, context: AppContext) -> None:
    row = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Ok)
    qtbot.addWidget(row)
    row.show()
    assert not row.style().styleHint(QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons, None, row)
    assert all(button.icon().isNull() for button in row.buttons())


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_key_pressed_by_mistake_changes_nothing(qtbot: Any, context: AppContext, key: Qt.Key) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = message_box(parent, "box", "question", "Title", "Text")
    yes = two_ways(box, ("yes", "&Do it"), ("no", "&Stay"))
    QTimer.singleShot(50, lambda: qtbot.keyClick(box, key))
    box.exec()
    assert box.clickedButton() is not yes
    assert box.clickedButton().objectName() == "no"
