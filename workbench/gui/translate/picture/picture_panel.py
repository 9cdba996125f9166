"""Alignment and heat map side by side, their switches, the line that reads them out, and saving them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSlider,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon, set_role
from workbench.gui.views.pictures.alignment_view import AlignmentView
from workbench.gui.views.pictures.figure_export import NUMBERS, PICTURES, Figure, save_numbers, save_picture
from workbench.gui.views.pictures.heatmap_view import HeatmapView
from workbench.gui.views.pictures.picture import NOWHERE, Picture, Spot, describe
from workbench.gui.widgets.save_dialog import ask_where_to_save


class PicturePanel(QFrame):
    """Shows one ``Picture`` twice and keeps both in step.

    Signals:
        words_toggled: Whether whole words are wanted, ``bool``.
        confidence_toggled: Whether confidence colours are wanted, ``bool``.
        spot_hovered: ``Spot`` under the mouse in either view.
        spot_selected: ``Spot`` selected in either view.
        token_activated: Index of a target token whose alternatives are wanted.
        failed: A sentence about a file that could not be written.
        saved: ``Path`` of a file that was written.
    """

    words_toggled = Signal(object)
    confidence_toggled = Signal(object)
    spot_hovered = Signal(object)
    spot_selected = Signal(object)
    token_activated = Signal(object)
    failed = Signal(object)
    saved = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._context = context
        self._origin = ""
        self._score: float | None = None
        settings = context.settings
        self.alignment = AlignmentView()
        self.heatmap = HeatmapView()
        for view in (self.alignment, self.heatmap):
            view.spot_hovered.connect(self._on_hovered)
            view.spot_selected.connect(self._on_selected)
            view.token_activated.connect(self.token_activated)
        self.words_button = self._switch("wordsButton", settings.get("translate/words", True))
        self.confidence_button = self._switch("confidenceButton", settings.get("translate/confidence", False))
        self.heatmap_button = self._switch("heatmapButton", settings.get("translate/heatmap", True))
        self.threshold = QSlider(Qt.Orientation.Horizontal)
        self.threshold.setObjectName("linkThreshold")
        self.threshold.setRange(0, 50)
        self.threshold.setValue(round(100 * settings.get("translate/threshold", 0.05)))
        self.threshold.setFixedWidth(90)
        self._threshold_label = QLabel()
        set_role(self._threshold_label, "muted")
        self.save_button = QToolButton()
        self.save_button.setObjectName("savePicture")
        self.save_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.save_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._menu = QMenu(self.save_button)
        self._actions = {name: QAction(self._menu) for name in ("both", "alignment", "heatmap", "numbers", "copy")}
        for name, action in self._actions.items():
            action.setObjectName(f"save_{name}")
            action.triggered.connect(lambda _checked=False, n=name: self._save(n))
            self._menu.addAction(action)
        self.save_button.setMenu(self._menu)
        self.title = QLabel()
        set_role(self.title, "strong")
        self.reading = QLabel()
        self.reading.setObjectName("readingLine")
        self.reading.setTextFormat(Qt.TextFormat.PlainText)
        self.reading.setWordWrap(True)
        self.reading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.honest = QLabel()
        self.honest.setObjectName("honestLine")
        self.honest.setWordWrap(True)
        set_role(self.honest, "muted")
        self._lay_out()
        self.words_button.toggled.connect(self._on_words)
        self.confidence_button.toggled.connect(self._on_confidence)
        self.heatmap_button.toggled.connect(self._on_heatmap)
        self.threshold.valueChanged.connect(self._on_threshold)
        context.theme_changed.connect(self.set_theme)
        self._retranslate()
        self.set_theme(context.theme)
        self._on_confidence(self.confidence_button.isChecked())
        self._on_heatmap(self.heatmap_button.isChecked())
        self._on_threshold(self.threshold.value())

    def _switch(self, name: str, on: bool) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setCheckable(True)
        button.setChecked(on)
        set_role(button, "quiet")
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 8, 0)
        bar.setSpacing(4)
        bar.addWidget(self.title)
        bar.addStretch(1)
        for widget in (
            self.words_button,
            self.confidence_button,
            self.heatmap_button,
            self._threshold_label,
            self.threshold,
            self.save_button,
        ):
            bar.addWidget(widget)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("pictureSplitter")
        self.splitter.addWidget(self.alignment)
        self.splitter.addWidget(self.heatmap)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([600, 400])
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 0, 12, 6)
        foot.setSpacing(1)
        foot.addWidget(self.reading)
        foot.addWidget(self.honest)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(2)
        layout.addLayout(bar)
        layout.addWidget(self.splitter, 1)
        layout.addLayout(foot)

    @property
    def words(self) -> bool:
        """Whether whole words are wanted."""
        return self.words_button.isChecked()

    @property
    def confidence(self) -> bool:
        """Whether confidence colours are wanted."""
        return self.confidence_button.isChecked()

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self.alignment.picture

    def show_picture(self, picture: Picture, origin: str = "", score: float | None = None) -> None:
        """Show a sentence pair.

        Args:
            picture: What to show.
            origin: Run and step, for captions.
            score: The hypothesis' score, for the numbers.
        """
        self._origin, self._score = origin, score
        self.alignment.set_picture(picture)
        self.heatmap.set_picture(picture)
        has = bool(picture.target)
        self.save_button.setEnabled(has)
        self.confidence_button.setEnabled(not has or any(t.logprob is not None for t in picture.target))
        for name in ("heatmap", "both", "numbers"):
            self._actions[name].setEnabled(picture.weights is not None)
        self._read(self.alignment.selected)

    def set_hovered(self, spot: Spot) -> None:
        """Light up what a text field points at."""
        self.alignment.set_hovered(spot)
        self.heatmap.set_hovered(spot)
        self._read(spot or self.alignment.selected)

    def set_selected(self, spot: Spot) -> None:
        """Select what a text field's caret is in."""
        self.alignment.set_selected(spot)
        self.heatmap.set_selected(spot)
        self._read(spot)

    def _read(self, spot: Spot) -> None:
        text = describe(self.picture, spot)
        if text:
            self.reading.setText(text)
        elif self.picture.target:
            self.reading.setText(
                self.tr(
                    "Point at a word to see its partners. Click a word of the translation for what else the model"
                    " considered."
                )
            )
        else:
            self.reading.setText("")

    @Slot(object)
    def _on_hovered(self, spot: Spot) -> None:
        self.set_hovered(spot)
        self.spot_hovered.emit(spot)

    @Slot(object)
    def _on_selected(self, spot: Spot) -> None:
        self.set_selected(spot)
        self.spot_selected.emit(spot)

    @Slot(bool)
    def _on_words(self, on: bool) -> None:
        self._context.settings.put("translate/words", on)
        self.words_toggled.emit(on)

    @Slot(bool)
    def _on_confidence(self, on: bool) -> None:
        self._context.settings.put("translate/confidence", on)
        self.alignment.set_confidence(on)
        self.confidence_toggled.emit(on)

    @Slot(bool)
    def _on_heatmap(self, on: bool) -> None:
        self._context.settings.put("translate/heatmap", on)
        self.heatmap.setVisible(on)

    @Slot(int)
    def _on_threshold(self, value: int) -> None:
        self._context.settings.put("translate/threshold", value / 100)
        self.alignment.set_threshold(value / 100)
        self._threshold_label.setText(self.tr("Links from {weight}").format(weight=f"{value / 100:.2f}"))

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.alignment.set_theme(theme)
        self.heatmap.set_theme(theme)
        self.save_button.setIcon(icon("mdi6.download-outline", theme))
        size = round(self.fontMetrics().height() * 1.1)
        self.save_button.setIconSize(QSize(size, size))

    # Saving.

    def figure(self, what: str) -> Figure:
        """The figure for "both", "alignment" or "heatmap"."""
        return Figure(
            self.picture,
            self.alignment.look(),
            alignment=what in ("both", "alignment"),
            heatmap=what in ("both", "heatmap"),
            selected=self.alignment.selected if self.picture.fits(self.alignment.selected) else NOWHERE,
            caption=self._origin,
        )

    def _save(self, what: str) -> None:
        if what == "copy":
            QApplication.clipboard().setImage(self.image())
            return
        kinds = NUMBERS if what == "numbers" else PICTURES
        path = ask_where_to_save(self, self._context.settings, "translate/folder", self.tr("Save"), "alignment", kinds)
        if path:
            self.save_as(what, path)

    def save_as(self, what: str, path: Path) -> bool:
        """Write "both", "alignment", "heatmap" or "numbers" to a file; whether that went well."""
        try:
            if what == "numbers":
                save_numbers(self.picture, path, score=self._score, origin=self._origin)
            else:
                save_picture(self.figure(what), path)
        except (OSError, ValueError) as error:
            self.failed.emit(str(error))
            return False
        self.saved.emit(path)
        return True

    def image(self) -> QImage:
        """Both pictures as an image for the clipboard, at twice the size of the screen."""
        figure = self.figure("both" if self.picture.weights is not None else "alignment")
        image = QImage((figure.size() * 2).toSize(), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(2)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        figure.paint(painter)
        painter.end()
        return image

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Attention"))
        texts = (
            (
                self.words_button,
                self.tr("Whole words"),
                self.tr(
                    "On: pieces of a word are merged; their attention is added on the source side and averaged on the"
                    " target side. Off: the pieces the model really works with."
                ),
            ),
            (
                self.confidence_button,
                self.tr("Confidence"),
                self.tr("Colour each word of the translation by the probability the model gave it: warm is unsure."),
            ),
            (
                self.heatmap_button,
                self.tr("Heat map"),
                self.tr("Show the same numbers as a matrix: one row a target token, one column a source token."),
            ),
            (
                self.save_button,
                self.tr("Save"),
                self.tr("Save the picture as SVG, PDF or PNG, or the numbers as CSV, JSON or NPZ."),
            ),
        )
        for button, text, tip in texts:
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(text)
            button.setAccessibleDescription(tip)
        names = {
            "both": self.tr("&Both pictures…"),
            "alignment": self.tr("&Alignment…"),
            "heatmap": self.tr("&Heat map…"),
            "numbers": self.tr("&Numbers (CSV, JSON, NPZ)…"),
            "copy": self.tr("&Copy as a picture"),
        }
        for name, action in self._actions.items():
            action.setText(names[name])
        self.threshold.setAccessibleName(self.tr("Weakest link shown"))
        self.threshold.setToolTip(self.tr("Links weaker than this are not drawn; the heat map shows all."))
        self.honest.setText(
            self.tr("Attention shows what the model looked at, not why it chose a word (Koehn & Knowles 2017).")
        )
        with QSignalBlocker(self):
            self._on_threshold(self.threshold.value())
            self._read(self.alignment.selected)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
