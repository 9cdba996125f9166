"""A choice of character encoding for text files: found by itself, or one of the common ones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from workbench.engine.corpora.files.charsets import COMMON
from workbench.gui.layouts import arrange
from workbench.gui.widgets.controls import described, label_for


class EncodingBox(QWidget):
    """Common encodings by their usual names; the first entry leaves the choice to the program and says what it took.

    Attributes:
        box: The list.

    Signals:
        chosen: The person chose another one.
    """

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = self.tr(
            "How the file's letters are stored. When accents or other letters look wrong in the preview, try"
            " another one; files of older programs are often windows-1252, files of today UTF-8."
        )
        self.box = described(QComboBox(), name, tip, self.tr("Encoding"))
        self.box.setMinimumContentsLength(26)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.box.addItem(self.tr("automatic"), "")
        self.box.insertSeparator(1)
        uses = self._uses()
        for codec, usual, use in COMMON:
            self.box.addItem(f"{usual} – {uses.get(use, use)}", codec)
        self.box.activated.connect(lambda _index: self.chosen.emit())
        label = label_for(self.box, self.tr("&Encoding"))
        arrange(QHBoxLayout(self), label, self.box, None, spacing=8)

    def _uses(self) -> dict[str, str]:
        return {
            "all languages": self.tr("all languages"),
            "Western Europe": self.tr("Western Europe"),
            "Central Europe": self.tr("Central Europe"),
            "Cyrillic": self.tr("Cyrillic"),
            "Greek": self.tr("Greek"),
            "Turkish": self.tr("Turkish"),
            "Hebrew": self.tr("Hebrew"),
            "Arabic": self.tr("Arabic"),
            "Baltic": self.tr("Baltic"),
            "Vietnamese": self.tr("Vietnamese"),
            "Thai": self.tr("Thai"),
            "Russian": self.tr("Russian"),
            "Ukrainian": self.tr("Ukrainian"),
            "Cyrillic, DOS": self.tr("Cyrillic, DOS"),
            "Western Europe, DOS": self.tr("Western Europe, DOS"),
            "Central Europe, DOS": self.tr("Central Europe, DOS"),
            "Western Europe, old Mac": self.tr("Western Europe, old Mac"),
            "Japanese": self.tr("Japanese"),
            "simplified Chinese": self.tr("simplified Chinese"),
            "traditional Chinese": self.tr("traditional Chinese"),
            "Korean": self.tr("Korean"),
        }

    def codec(self) -> str:
        """What was chosen; empty leaves it to the program."""
        return str(self.box.currentData() or "")

    def choose(self, codec: str) -> None:
        """Choose an encoding, or leave it to the program; tells nobody."""
        self.box.setCurrentIndex(max(0, self.box.findData(codec)))

    def set_found(self, name: str) -> None:
        """Say in the first entry what the program takes by itself."""
        text = self.tr("automatic ({encoding})").format(encoding=name) if name else self.tr("automatic")
        self.box.setItemText(0, text)

    def reset(self) -> None:
        """Leave the choice to the program, without telling."""
        self.set_found("")
        self.box.setCurrentIndex(0)
