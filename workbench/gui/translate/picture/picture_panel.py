"""Alignment and heat map side by side, their switches, the line that reads them out, and saving them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QImage, QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
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

from workbench.engine.core.types import ATTENTION, GRADIENT, KINDS, OCCLUSION
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon, name_button, name_control, named, set_role
from workbench.gui.views.picture_file import PICTURES, picture_image
from workbench.gui.views.pictures.alignment_view import AlignmentView
from workbench.gui.views.pictures.figure_export import NUMBERS, Figure, save_numbers, save_picture
from workbench.gui.views.pictures.heatmap_view import HeatmapView
from workbench.gui.views.pictures.picture import NOWHERE, Picture, Spot, describe
from workbench.gui.views.pictures.picture_view import PictureView
from workbench.gui.widgets.save_dialog import ask_where_to_save
from workbench.gui.words import formats
from workbench.gui.words.wording import kind_words


class PicturePanel(QFrame):
    """Shows one ``Picture`` twice and keeps both in step.

    Signals:
        kind_chosen: One of ``KINDS`` is wanted, ``str``.
        words_toggled: Whether whole words are wanted, ``bool``.
        confidence_toggled: Whether confidence colours are wanted, ``bool``.
        spot_hovered: ``Spot`` under the mouse in either view.
        spot_selected: ``Spot`` selected in either view.
        token_activated: Index of a target token whose alternatives are wanted.
        failed: A sentence about a file that could not be written.
        saved: ``Path`` of a file that was written.
        copied: The picture is on the clipboard.
        presented: The picture is wanted large.
        weight_moved: A weight of the attention is to go to another source token: ``Spot`` and that token.
        shown: Another picture is shown, or the same in another way.
    """

    kind_chosen = Signal(str)
    words_toggled = Signal(bool)
    confidence_toggled = Signal(bool)
    spot_hovered = Signal(object)
    spot_selected = Signal(object)
    token_activated = Signal(int)
    failed = Signal(str)
    saved = Signal(object)
    copied = Signal()
    presented = Signal()
    weight_moved = Signal(object, int)
    shown = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._context = context
        self.origin = ""
        self.faded = False
        self._score: float | None = None
        settings = context.settings
        self.alignment = AlignmentView()
        self.heatmap = HeatmapView()
        for view in (self.alignment, self.heatmap):
            self._follow(view)
        self.kinds = named(QComboBox(), "pictureKind")
        for kind in KINDS:
            self.kinds.addItem("", kind)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(settings.get("translate/kind", ATTENTION))))
        self.kinds.activated.connect(self._on_kind)
        self.words_button = self._switch("wordsButton", settings.get("translate/words", True))
        self.confidence_button = self._switch("confidenceButton", settings.get("translate/confidence", False))
        self.heatmap_button = self._switch("heatmapButton", settings.get("translate/heatmap", True))
        self.threshold = named(QSlider(Qt.Orientation.Horizontal), "linkThreshold")
        self.threshold.setRange(0, 50)
        self.threshold.setValue(round(100 * settings.get("translate/threshold", 0.05)))
        self.threshold.setFixedWidth(90)
        self._threshold_label = set_role(QLabel(), "muted")
        self.save_button = named(
            QToolButton(
                popupMode=QToolButton.ToolButtonPopupMode.InstantPopup,
                toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
            ),
            "savePicture",
        )
        self.copy_button = named(QToolButton(), "copyPicture", "quiet")
        self.copy_button.clicked.connect(lambda _checked=False: self._save("copy"))
        self.present_button = named(QToolButton(), "presentPicture", "quiet")
        self.present_button.clicked.connect(lambda _checked=False: self.presented.emit())
        self._menu = QMenu(self.save_button)
        self._actions = {name: QAction(self._menu) for name in ("both", "alignment", "heatmap", "numbers", "copy")}
        for name, action in self._actions.items():
            action.setObjectName(f"save_{name}")
            action.triggered.connect(lambda _checked=False, n=name: self._save(n))
            self._menu.addAction(action)
        self.save_button.setMenu(self._menu)
        self.reading = named(QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True), "readingLine")
        self.reading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.honest = named(QLabel(wordWrap=True), "honestLine", "muted")
        self._lay_out()
        self.words_button.toggled.connect(self._on_words)
        self.confidence_button.toggled.connect(self._on_confidence)
        self.heatmap_button.toggled.connect(self._on_heatmap)
        self.threshold.valueChanged.connect(self._on_threshold)
        context.theme_changed.connect(self.set_theme)
        self._name_controls()
        self.set_theme(context.theme)
        self._on_confidence(self.confidence_button.isChecked())
        self._on_heatmap(self.heatmap_button.isChecked())
        self._on_threshold(self.threshold.value())

    def _follow(self, view: PictureView) -> None:
        view.spot_hovered.connect(self._on_hovered)
        view.spot_selected.connect(self._on_selected)
        view.token_activated.connect(self.token_activated)
        view.enlarged.connect(self.presented)
        view.weight_moved.connect(self.weight_moved)
        view.move_told.connect(self._on_move_told)

    def _switch(self, name: str, on: bool) -> QPushButton:
        button = named(QPushButton(), name, "quiet")
        button.setCheckable(True)
        button.setChecked(on)
        return button

    def _lay_out(self) -> None:
        switches = (self.words_button, self.confidence_button, self.heatmap_button)
        rest = (self._threshold_label, self.threshold, self.present_button, self.copy_button, self.save_button)
        self._bar = arrange(QHBoxLayout(), self.kinds, None, *switches, *rest, margins=(12, 6, 8, 0), spacing=4)
        self.splitter = named(QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False), "pictureSplitter")
        self.splitter.addWidget(self.alignment)
        self.splitter.addWidget(self.heatmap)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([600, 400])
        foot = arrange(QVBoxLayout(), self.reading, self.honest, margins=(12, 0, 12, 6), spacing=1)
        arrange(QVBoxLayout(self), self._bar, (self.splitter, 1), foot, margins=(1, 1, 1, 1), spacing=2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is no room for them; names and tooltips stay."""
        super().resizeEvent(event)
        label = self._threshold_label
        width = label.sizeHint().width() + self._bar.spacing()
        spare = event.size().width() - self._bar.minimumSize().width()
        label.setVisible(spare + (0 if label.isHidden() else width) >= width)

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self.alignment.picture

    def show_picture(
        self, picture: Picture, origin: str = "", score: float | None = None, *, faded: bool = False
    ) -> None:
        """Show a sentence pair.

        Args:
            picture: What to show.
            origin: Run and step, for captions.
            score: The hypothesis' score, for the numbers.
            faded: Whether it belongs to a model that is not the one in use any more.
        """
        self.origin, self._score, self.faded = origin, score, faded
        for view in (self.alignment, self.heatmap):
            view.set_picture(picture, faded=faded)
            view.draggable = picture.kind == ATTENTION and picture.weights is not None and not faded
        self._show_kind(picture)
        has = bool(picture.target)
        for button in (self.save_button, self.copy_button, self.present_button):
            button.setEnabled(has)
        self.confidence_button.setEnabled(not has or any(t.logprob is not None for t in picture.target))
        for name in ("heatmap", "both", "numbers"):
            self._actions[name].setEnabled(picture.weights is not None)
        self._read(self.alignment.hovered or self.alignment.selected)
        self.shown.emit()

    @Slot(str)
    def _on_move_told(self, text: str) -> None:
        self.reading.setText(text)
        if not text:
            self._read(self.alignment.selected)

    @property
    def wanted_kind(self) -> str:
        """What the person wants to see, where there is such a thing."""
        return str(self._context.settings.get("translate/kind", ATTENTION))

    def _show_kind(self, picture: Picture) -> None:
        """Which of the kinds is shown, and which there are."""
        kind = picture.kind if picture.target else self.wanted_kind
        self.kinds.setCurrentIndex(self.kinds.findData(kind))
        model = self.kinds.model()
        assert isinstance(model, QStandardItemModel)
        model.item(0).setEnabled(picture.attentive)
        model.item(0).setToolTip("" if picture.attentive else self.tr("This model has no attention."))
        self.honest.setText(self._honesty(kind))

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
            hint = self.tr(
                "Point at a word to see its partners. Click a word of the translation for what else the model"
                " considered."
            )
            if self.alignment.draggable:
                hint = " ".join(
                    (hint, self.tr("Drag a link to another source word (or press M): what if it had looked there?"))
                )
            self.reading.setText(self.picture.remark or hint)
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

    @Slot(int)
    def _on_kind(self, place: int) -> None:
        self._context.settings.put("translate/kind", self.kinds.itemData(place))
        self.kind_chosen.emit(self.kinds.itemData(place))

    @Slot(bool)
    def _on_words(self, on: bool) -> None:
        self._context.settings.put("translate/words", on)
        self.words_toggled.emit(on)

    @Slot(bool)
    def _on_confidence(self, on: bool) -> None:
        self._context.settings.put("translate/confidence", on)
        self.alignment.set_confidence(on)
        self.confidence_toggled.emit(on)
        self.shown.emit()

    @Slot(bool)
    def _on_heatmap(self, on: bool) -> None:
        self._context.settings.put("translate/heatmap", on)
        self.heatmap.setVisible(on)

    @Slot(int)
    def _on_threshold(self, value: int) -> None:
        self._context.settings.put("translate/threshold", value / 100)
        self.alignment.set_threshold(value / 100)
        self.shown.emit()
        self._threshold_label.setText(self.tr("Links from {weight}").format(weight=formats.number(value / 100, 2)))

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.alignment.set_theme(theme)
        self.heatmap.set_theme(theme)
        self.copy_button.setIcon(icon("mdi6.content-copy", theme))
        self.present_button.setIcon(icon("mdi6.projector-screen-outline", theme))
        self.save_button.setIcon(icon("mdi6.download-outline", theme))
        size = round(self.fontMetrics().height() * 1.1)
        for button in (self.save_button, self.copy_button, self.present_button):
            button.setIconSize(QSize(size, size))

    # Saving.

    def figure(self, what: str) -> Figure:
        """The figure for "both", "alignment" or "heatmap"."""
        return Figure(
            self.picture,
            self.alignment.look(),
            alignment=what in ("both", "alignment"),
            heatmap=what in ("both", "heatmap"),
            selected=self.alignment.selected if self.picture.fits(self.alignment.selected) else NOWHERE,
            caption=self._told(),
        )

    def _told(self) -> str:
        """Run and step, and what is shown of them."""
        if self.picture.kind == ATTENTION:
            return self.origin
        return self.tr("{model}: {kind}").format(model=self.origin, kind=self.kinds.currentText())

    def _save(self, what: str) -> None:
        if what == "copy":
            QApplication.clipboard().setImage(self.image())
            self.copied.emit()
            return
        kinds = NUMBERS if what == "numbers" else PICTURES
        path = ask_where_to_save(self, self._context.settings, "translate/folder", self.tr("Save"), "alignment", kinds)
        if path:
            self.save_as(what, path)

    def save_as(self, what: str, path: Path) -> bool:
        """Write "both", "alignment", "heatmap" or "numbers" to a file; whether that went well."""
        try:
            if what == "numbers":
                save_numbers(self.picture, path, score=self._score, origin=self.origin)
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
        return picture_image(figure.size(), figure.paint, 2)

    def _name_controls(self) -> None:
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
            name_button(button, text, tip)
            button.setAccessibleDescription(tip)
        tip = self.tr(
            "Attention: what the model looked at. Left out: what a word loses when a word of the source is taken away."
            " Gradient: which words of the source a word is most sensitive to."
        )
        name_control(self.kinds, self.tr("What is shown"), tip)
        for place, kind in enumerate(KINDS):
            self.kinds.setItemText(place, kind_words(kind))
        tip = self.tr("Copy the picture to the clipboard, for slides or a text")
        name_control(self.copy_button, self.tr("Copy the picture"), tip)
        tip = self.tr("Show the picture large on the whole screen, for a projector (F11)")
        name_control(self.present_button, self.tr("Present"), tip)
        names = {
            "both": self.tr("&Both pictures…"),
            "alignment": self.tr("&Alignment…"),
            "heatmap": self.tr("&Heat map…"),
            "numbers": self.tr("&Numbers (CSV, JSON, NPZ)…"),
            "copy": self.tr("&Copy as a picture"),
        }
        for name, action in self._actions.items():
            action.setText(names[name])
        tip = self.tr("Links weaker than this are not drawn; the heat map shows all.")
        name_control(self.threshold, self.tr("Weakest link shown"), tip)
        self.honest.setText(self._honesty(ATTENTION))

    def _honesty(self, kind: str) -> str:
        """What the numbers are not."""
        if kind == OCCLUSION:
            return self.tr(
                "The same translation read again without a word: it shows what that reading lost, and a sentence"
                " without a word may mean something else."
            )
        if kind == GRADIENT:
            return self.tr(
                "Gradient times input (Ding et al. 2019): a first approximation that says little where the model is"
                " sure."
            )
        return self.tr("Attention shows what the model looked at, not why it chose a word (Koehn & Knowles 2017).")
