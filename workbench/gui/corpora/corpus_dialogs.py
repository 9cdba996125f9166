"""Small dialogs about a whole corpus: another name, a copy or a merger, an export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.names import name_problem
from workbench.engine.corpora.corpus_info import CorpusInfo
from workbench.gui.layouts import arrange
from workbench.gui.widgets.controls import decision, described, show_problem, text_label, unused_name
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown
from workbench.gui.words.schema_texts import corpus_title

_NAME_ROLE = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 8


class _Naming(QDialog):
    """A dialog with a field for a corpus' name, which tells what is wrong with it."""

    def __init__(self, name: str, title: str, action: tuple[str, str], taken: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Dialog")
        self.setWindowTitle(title)
        self._taken = {other.casefold() for other in taken}
        tip = self.tr("Letters, digits, '-', '_' and '.'; runs will refer to the corpus by this name")
        self.name = described(QLineEdit(), f"{name}Name", tip, self.tr("Name of the corpus"))
        self.name.textChanged.connect(self._check)
        self.problem = text_label("warning")
        self.buttons, self.accept_button = decision(self, f"{name}Accept", action[0])
        self.accept_button.setToolTip(action[1])
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.addRow(self.tr("&Name"), self.name)
        self.setMinimumWidth(460)

    def chosen_name(self) -> str:
        """What was written."""
        return self.name.text().strip()

    @Slot()
    def _check(self) -> None:
        name = self.chosen_name()
        problem = shown(name_problem(name, plain=True)) if name else ""
        if not name:
            problem = self.tr("Give it a name.")
        elif problem:
            problem = self.tr("This name is not possible: {reason}.").format(reason=problem)
        elif name.casefold() in self._taken:
            problem = self.tr("There is a corpus of that name already.")
        show_problem(self.problem, problem)
        self.accept_button.setEnabled(not problem)


class RenameDialog(_Naming):
    """Asks for another name.

    Args:
        info: The corpus.
        names: Names of all corpora.
        parent: Parent widget.
    """

    def __init__(self, info: CorpusInfo, names: Sequence[str], parent: QWidget) -> None:
        tip = self.tr("Give it this name")
        taken = (name for name in names if name != info.name)
        super().__init__("rename", self.tr("Rename the corpus"), (self.tr("&Rename"), tip), taken, parent)
        text = self.tr(
            "Runs that learnt from it keep what they learnt and still find it; so does what waits to be trained."
        )
        arrange(
            QVBoxLayout(self), text_label(text=text), self.form, self.problem, self.buttons, spacing=12, margins=None
        )
        self.name.setText(info.name)
        self.name.selectAll()


def of_same_languages(info: CorpusInfo, corpora: Iterable[CorpusInfo]) -> list[CorpusInfo]:
    """The other corpora that can be merged with one: of its languages, in either direction."""
    from workbench.engine.corpora.library import is_swapped

    found = []
    for other in corpora:
        if other.name == info.name or not all((info.source_lang, other.source_lang, other.target_lang)):
            continue
        try:
            is_swapped(other, info.source_lang, info.target_lang)
        except CorpusError:
            continue
        found.append(other)
    return found


class MergeDialog(_Naming):
    """Asks for a name, and for other corpora to come in.

    Args:
        info: The corpus that decides the direction.
        others: Corpora of the same languages.
        names: Names of all corpora.
        parent: Parent widget.
    """

    def __init__(self, info: CorpusInfo, others: Sequence[CorpusInfo], names: Sequence[str], parent: QWidget) -> None:
        tip = self.tr("Copy the pairs in the background; can be cancelled")
        super().__init__("merge", self.tr("Copy or merge"), (self.tr("&Make it"), tip), names, parent)
        self._info, self._others = info, {other.name: other for other in others}
        self._named = False
        text = self.tr(
            "The pairs of {name} become a new corpus of your own, together with those of the corpora that are ticked."
            " All of them stay as they are. What one of them holds out for tests is kept out of the training pairs."
        )
        tip = self.tr("Corpora of the same languages, in either direction; Space ticks one")
        self.list = described(QListWidget(), "mergeOthers", tip, self.tr("Corpora to merge with"))
        for other in others:
            line = self.tr("{title} · {pairs} pairs").format(
                title=corpus_title(other), pairs=formats.count(other.pairs)
            )
            item = QListWidgetItem(line)
            item.setData(_NAME_ROLE, other.name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        row = self.fontMetrics().height() * 1.7
        self.list.setFixedHeight(round(row * min(_MOST_SHOWN, max(2, len(others))) + 8))
        self.list.setSpacing(2)
        self.list.itemChanged.connect(self._on_ticked)
        none = self.tr("There is no other corpus of these languages.")
        self.none = text_label("muted", none)
        self.list.setVisible(bool(others))
        self.none.setVisible(not others)
        self.total = text_label("muted")
        what = text_label(text=text.format(name=corpus_title(info)))
        parts = (what, self.list, self.none, self.total, self.form, self.problem, self.buttons)
        arrange(QVBoxLayout(self), *parts, spacing=10, margins=None)
        self.name.textEdited.connect(self._on_named)
        self._on_ticked()

    def chosen(self) -> list[str]:
        """Names of all corpora that go in, the first one first."""
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = [str(item.data(_NAME_ROLE)) for item in items if item.checkState() == Qt.CheckState.Checked]
        return [self._info.name, *ticked]

    @Slot()
    def _on_ticked(self) -> None:
        names = self.chosen()
        if not self._named:
            stem = "-".join(names)[:60] if len(names) > 1 else self.tr("{name}-copy").format(name=names[0])
            self.name.setText(unused_name(stem.rstrip("-."), self._taken))
        pairs = self._info.pairs + sum(self._others[name].pairs for name in names[1:])
        self.total.setText(self.tr("{count} pairs together").format(count=formats.count(pairs)))
        self._check()

    @Slot()
    def _on_named(self) -> None:
        self._named = bool(self.name.text())


class ExportDialog(QDialog):
    """Asks for the format, and for the part of the corpus where there are several.

    Args:
        info: The corpus.
        parent: Parent widget.
    """

    def __init__(self, info: CorpusInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export {name}").format(name=corpus_title(info)))
        tip = self.tr("TMX is what translation programs read, a table opens in a spreadsheet")
        self.kind = described(QComboBox(), "exportKind", tip, self.tr("Format"))
        for kind, text in (
            ("tmx", self.tr("Translation memory (TMX)")),
            ("tsv", self.tr("Table, columns by tabs (TSV)")),
            ("text", self.tr("Two text files, line by line")),
        ):
            self.kind.addItem(text, kind)
        from workbench.engine.corpora.library import EVERY_SPLIT

        tip = self.tr("What the corpus holds out for validation and tests is a part of its own")
        self.part = described(QComboBox(), "exportPart", tip, self.tr("Which pairs"))
        self.part.addItem(self.tr("All {count} pairs").format(count=formats.count(info.pairs)), EVERY_SPLIT)
        for split, entry in info.splits.items():
            self.part.addItem(f"{split} · {formats.count(entry['pairs'])}", split)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Format"), self.kind)
        form.addRow(self.tr("Which &pairs"), self.part)
        form.setRowVisible(self.part, len(info.splits) > 1)
        self.problem = text_label("warning")
        self.buttons, self.accept_button = decision(self, "exportAccept", self.tr("&Choose a file…"))
        self.accept_button.setToolTip(self.tr("Say where to write, and begin"))
        arrange(QVBoxLayout(self), form, self.problem, self.buttons, spacing=12, margins=None)
        self.setMinimumWidth(420)
        self._known = bool(info.source_lang and info.target_lang)
        self.kind.currentIndexChanged.connect(self._check)
        self._check()

    def chosen(self) -> tuple[str, str]:
        """Format and split."""
        return str(self.kind.currentData()), str(self.part.currentData())

    @Slot()
    def _check(self) -> None:
        problem = (
            "" if self._known or self.chosen()[0] != "tmx" else self.tr("TMX needs a corpus whose languages are known.")
        )
        show_problem(self.problem, problem)
        self.accept_button.setEnabled(not problem)
