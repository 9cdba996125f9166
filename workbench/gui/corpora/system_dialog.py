"""The computer's own translations as a corpus: choose two of the languages found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from workbench.gui.corpora.language_box import LanguageBox
from workbench.gui.layouts import arrange
from workbench.gui.widgets.controls import decision, described, show_problem, text_label, unused_name

#: The language that programs are written in, and their messages with them.
_ORIGINAL = "en"
#: Languages with fewer catalogues than this share of the best are not offered.
_LEAST_SHARE = 0.1


def usual_target(languages: Mapping[str, int]) -> str:
    """The person's own language where there are catalogues of it, else the one with most."""
    for tag in QLocale.system().uiLanguages():
        for candidate in (tag.lower(), tag.lower().split("-")[0]):
            if candidate in languages:
                return candidate
    return next(iter(languages), "")


class SystemDialog(QDialog):
    """Chooses languages and a name.

    Args:
        languages: Languages found, with how many catalogues there are of each.
        taken: Names of corpora there are.
        parent: Parent widget.
    """

    def __init__(self, languages: Mapping[str, int], taken: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("systemDialog")
        self.setWindowTitle(self.tr("This computer's translations"))
        self._taken = {name.casefold() for name in taken}
        self._named = False
        text = self.tr(
            "The programs on this computer carry their texts in many languages: menus, messages, help. They make a"
            " small corpus at once, without a download. The number is how many programs were found."
        )
        most = max(languages.values(), default=0)
        # A language with a handful of messages makes no corpus; its tag can still be typed.
        offered = {_ORIGINAL: most, **{tag: count for tag, count in languages.items() if count >= most * _LEAST_SHARE}}
        tip = self.tr("Most programs are written in English; other pairs are joined through it")
        self.source = LanguageBox("systemSource", self.tr("From"), tip)
        self.target = LanguageBox("systemTarget", self.tr("To"), tip)
        for box, tag in ((self.source, _ORIGINAL), (self.target, usual_target(languages))):
            box.set_languages(offered)
            box.set_tag(tag)
            box.tag_changed.connect(self._on_changed)
        tip = self.tr("Runs will refer to the corpus by this name")
        self.name = described(QLineEdit(), "systemName", tip, self.tr("Name of the corpus"))
        self.name.textEdited.connect(self._on_named)
        self.problem = text_label("warning")
        self.buttons, self.import_button = decision(self, "systemImport", self.tr("&Import"))
        self.import_button.setAccessibleName(self.tr("Import these translations"))
        self.import_button.setToolTip(self.tr("Collect the pairs in the background; can be cancelled"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("&From"), self.source)
        form.addRow(self.tr("&To"), self.target)
        form.addRow(self.tr("&Name"), self.name)
        arrange(QVBoxLayout(self), text_label(text=text), form, self.problem, self.buttons, spacing=12, margins=None)
        self.setMinimumWidth(460)
        self._on_changed()

    @Slot()
    def _on_named(self) -> None:
        self._named = bool(self.name.text())
        self._check()

    @Slot()
    def _on_changed(self) -> None:
        if not self._named:
            stem = f"system-{self.source.tag()}-{self.target.tag()}".rstrip("-")
            self.name.setText(unused_name(stem, self._taken))
        self._check()

    def _check(self) -> None:
        problem = ""
        if not self.source.tag() or not self.target.tag():
            problem = self.tr("Choose two languages.")
        elif self.source.tag() == self.target.tag():
            problem = self.tr("Choose two different languages.")
        elif self.name.text().strip().casefold() in self._taken:
            problem = self.tr("There is a corpus of that name already.")
        elif not self.name.text().strip():
            problem = self.tr("Give it a name.")
        show_problem(self.problem, problem)
        self.import_button.setEnabled(not problem)

    def chosen(self) -> tuple[str, str, str]:
        """Source language, target language, name."""
        return self.source.tag(), self.target.tag(), self.name.text().strip()
