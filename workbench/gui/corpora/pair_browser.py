"""The pairs of a corpus: looked through, searched, left out, written anew and put back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QLineEdit, QPushButton, QToolButton, QVBoxLayout

from workbench.engine.corpora.corpus_info import CorpusInfo
from workbench.engine.corpora.overlay import NumberedPair
from workbench.gui.corpora.corpus_jobs import CorpusJobs
from workbench.gui.corpora.pair_dialog import PairDialog
from workbench.gui.corpora.requests import PairsFound, PairsWanted
from workbench.gui.layouts import Fitted, FlowLayout, arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon
from workbench.gui.widgets.controls import beside, described, push_button, single_shot, text_label
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.pair_table import LEFT_OUT, REPLACED, PairRow, PairTable
from workbench.gui.words import formats

#: Typing a word searches once.
_SETTLE_MS = 250
#: Several changes in a row are told to the others once: the report reads the whole corpus again.
_TELL_MS = 900
_PAGE = 100


class _Looked(NamedTuple):
    """What is being looked at."""

    info: CorpusInfo
    languages: tuple[str, str]
    names: tuple[str, str]


def _place(found: PairsFound) -> tuple[object, ...]:
    """Which page of which corpus it is, whatever was changed there."""
    wanted = found.wanted
    return wanted.info.name, wanted.languages, wanted.words, wanted.changed, wanted.first


class PairBrowser(Fitted):
    """A page of pairs at a time, with a search above and what can be done to them below.

    Args:
        context: Shared state.
        jobs: Who searches and changes.
    """

    def __init__(self, context: AppContext, jobs: CorpusJobs) -> None:
        super().__init__()
        self._context, self._jobs = context, jobs
        self._looked: _Looked | None = None
        self._found: PairsFound | None = None
        self._first = 0
        tip = self.tr("Finds pairs with these words on either side, in any letter case (Ctrl+F)")
        self.search = described(QLineEdit(), "pairSearch", tip, self.tr("Search the pairs"))
        self.search.setPlaceholderText(self.tr("Search the pairs"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_words)
        tip = self.tr("Only pairs that were left out or edited")
        self.changed_box = described(QCheckBox(self.tr("Chan&ged only")), "pairChanged", tip)
        self.changed_box.toggled.connect(self._on_words)
        self.table = PairTable("firstPairs", lines=8.0)
        self.table.setAccessibleName(self.tr("Pairs of the corpus"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setAccessibleDescription(self.tr("Delete leaves the selected pairs out, F2 edits one"))
        self.count = text_label("muted", name="pairCount", wrap=False)
        self.progress = JobProgress()
        self._settle = single_shot(self, _SETTLE_MS, self._look)
        self._tell = single_shot(self, _TELL_MS, lambda: context.corpora_changed.emit(None))
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._on_theme(context.theme)
        self._offer()

    # --- building -------------------------------------------------------------------------------------------------

    def _tool(self, name: str, text: str, tip: str, slot: Callable[[], object]) -> QToolButton:
        button = described(QToolButton(), name, tip, text)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _make_buttons(self) -> None:
        self.before = self._tool("pairsBefore", self.tr("Pairs before"), self.tr("The pairs before these"), self._back)
        self.after = self._tool("pairsAfter", self.tr("Pairs after"), self.tr("The pairs after these"), self._forth)
        self._tips = {
            "pairLeaveOut": self.tr("Leave the selected pairs out wherever the corpus is read; can be undone (Delete)"),
            "pairEdit": self.tr("Write the selected pair anew; what was imported stays beside it (F2)"),
            "pairPutBack": self.tr("Make the selected pairs what they were when they were imported"),
        }
        out, edit, back = (self.tr("Leave &out"), self.tr("&Edit…"), self.tr("Put &back"))
        self.out_button = push_button("pairLeaveOut", out, "", self.leave_out)
        self.edit_button = push_button("pairEdit", edit, "", self.edit)
        self.back_button = push_button("pairPutBack", back, "", self.put_back)
        tip = self.tr("Take the last change of this corpus back (Ctrl+Z)")
        self.undo_button = self._tool("pairUndo", self.tr("Undo"), tip, self.undo)
        tip = self.tr("Do again what was undone (Ctrl+Y)")
        self.redo_button = self._tool("pairRedo", self.tr("Redo"), tip, self.redo)

    def _lay_out(self) -> None:
        top = beside((self.search, 1), self.changed_box, self.before, self.count, self.after, spacing=8)
        changes = (self.out_button, self.edit_button, self.back_button, self.undo_button, self.redo_button)
        buttons = FlowLayout(*changes, spacing=8)
        parts = (top, self.progress, (self.table, 1), buttons)
        arrange(QVBoxLayout(self), *parts, margins=(8, 8, 8, 8), spacing=6)

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._offer)
        self.table.doubleClicked.connect(lambda _index: self.edit())
        self._jobs.pairs_found.connect(self._on_found)
        self._context.theme_changed.connect(self._on_theme)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Delete), self.leave_out),
            (QKeySequence("F2"), self.edit),
            (QKeySequence("Return"), self.edit),
        ):
            shortcut = QShortcut(keys, self.table)
            shortcut.setContext(inside)
            shortcut.activated.connect(slot)

    # --- showing --------------------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Show nothing."""
        self._looked, self._found, self._first = None, None, 0
        self.table.show_pairs((), self.tr("Source"), self.tr("Target"), self.tr("Number"))
        self.count.clear()
        self._offer()

    def show_corpus(self, info: CorpusInfo, languages: tuple[str, str], names: tuple[str, str]) -> None:
        """Look through a corpus.

        Args:
            info: The corpus.
            languages: The direction, by tags.
            names: Titles of the two sides.
        """
        before, same = self._looked, False
        if before is not None:
            same = before.info.name == info.name and before.languages == languages
        if not same:
            self.clear()  # what is changed is what is seen: rows of another corpus can be chosen no more
        self._looked = _Looked(info, languages, names)
        if before is not None and same:
            if before.info.edits == info.edits and before.info.created == info.created and self._found is not None:
                return
        else:
            # Another corpus: words and ticks were about the one before.
            if before is not None and before.info.name != info.name:
                for field in (self.search, self.changed_box):
                    field.blockSignals(True)
                self.search.clear()
                self.changed_box.setChecked(False)
                for field in (self.search, self.changed_box):
                    field.blockSignals(False)
        self._look()

    @Slot()
    def _on_words(self) -> None:
        self._first = 0
        self._settle.start()

    def _back(self) -> None:
        self._first = max(0, self._first - _PAGE)
        self._look()

    def _forth(self) -> None:
        self._first += _PAGE
        self._look()

    @Slot()
    def _look(self) -> None:
        self._settle.stop()
        looked = self._looked
        if looked is not None and not looked.info.edits.problem:
            words, changed = self.search.text(), self.changed_box.isChecked()
            wanted = PairsWanted(looked.info, looked.languages, words, changed, self._first, _PAGE)
            self._jobs.search(wanted, self.progress)

    @Slot(object)
    def _on_found(self, found: PairsFound) -> None:
        looked = self._looked
        if looked is None or found.wanted.info.name != looked.info.name or found.wanted.languages != looked.languages:
            return
        if self._first and not found.pairs.pairs:  # the last ones of the page were put back
            self._back()
            return
        row = self.table.currentIndex().row()
        kept = self._found is not None and _place(self._found) == _place(found)
        self._found = found
        names = looked.names
        rows = [self._row(pair) for pair in found.pairs.pairs]
        self.table.show_pairs(rows, *names, self.tr("Number"))
        if kept and 0 <= row < len(rows):
            index = self.table.pairs.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._tell_count(found)
        self._offer()

    def _row(self, pair: NumberedPair) -> PairRow:
        where = formats.count(pair.number)
        if self._looked is not None and len(self._looked.info.splits) > 1:
            where = f"{pair.split} {where}"
        mark = {"": "", "replaced": REPLACED, "left_out": LEFT_OUT}[pair.state]
        words = {"": "", REPLACED: self.tr("edited"), LEFT_OUT: self.tr("left out")}[mark]
        where = f"{words} · {where}" if words else where
        note = pair.shown.where
        if pair.state == "replaced":
            text = self.tr("Imported as: {source} – {target}")
            note = text.format(source=pair.stored.source, target=pair.stored.target)
        return PairRow(pair.shown.source, pair.shown.target, where, mark, note)

    def _tell_count(self, found: PairsFound) -> None:
        pairs = found.pairs
        last = pairs.first + len(pairs.pairs)
        first, to, total = (formats.count(n) for n in (pairs.first + 1, last, pairs.total))
        if not pairs.total:
            self.count.setText(self.tr("none found"))
        elif len(pairs.pairs) == pairs.total:
            self.count.setText(total)
        else:
            self.count.setText(self.tr("{first}–{last} of {total}").format(first=first, last=to, total=total))
        self.before.setEnabled(pairs.first > 0)
        self.after.setEnabled(last < pairs.total)

    # --- changing -------------------------------------------------------------------------------------------------

    def _selected(self) -> list[NumberedPair]:
        if self._found is None:
            return []
        pairs = self._found.pairs.pairs
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [pairs[row] for row in rows if row < len(pairs)]

    @Slot()
    def _offer(self) -> None:
        chosen = self._selected()
        builtin = self._looked is not None and self._looked.info.builtin
        offered: dict[QPushButton, bool] = {
            self.out_button: any(pair.state != "left_out" for pair in chosen),
            self.edit_button: len(chosen) == 1,
            self.back_button: any(pair.state for pair in chosen),
        }
        reason = self.tr("This corpus came with the program and stays as it is. Copy it first: More, Copy or merge.")
        for button, possible in offered.items():
            button.setEnabled(possible and not builtin)
            button.setToolTip(reason if builtin else self._tips[button.objectName()])
        history = self._found.history if self._found is not None else None
        self.undo_button.setEnabled(history is not None and history.undo > 0)
        self.redo_button.setEnabled(history is not None and history.redo > 0)
        if self._found is None:
            self.before.setEnabled(False)
            self.after.setEnabled(False)

    def _change(self, action: Callable[[str], object]) -> None:
        if self._looked is not None:
            self._jobs.edit(self._looked.info, action, self._on_changed)

    def _on_changed(self) -> None:
        self._look()
        self._tell.start()

    def _by_split(self, chosen: list[NumberedPair]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for pair in chosen:
            found.setdefault(pair.split, []).append(pair.number)
        return found

    @Slot()
    def leave_out(self) -> None:
        """Leave the selected pairs out."""
        from workbench.engine.corpora import editing

        if self.out_button.isEnabled():
            self._change(partial(editing.leave_out, numbers=self._by_split(self._selected())))

    @Slot()
    def put_back(self) -> None:
        """Make the selected pairs what they were."""
        from workbench.engine.corpora import editing

        if self.back_button.isEnabled():
            self._change(partial(editing.put_back, numbers=self._by_split(self._selected())))

    @Slot()
    def edit(self) -> None:
        """Ask what the selected pair is to say."""
        chosen = self._selected()
        if self._looked is None or len(chosen) != 1 or not self.edit_button.isEnabled():
            return
        pair, names = chosen[0], self._looked.names
        dialog = PairDialog(pair.shown, pair.stored, names, self)
        dialog.accepted.connect(lambda: self._write(pair, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, pair: NumberedPair, dialog: PairDialog) -> None:
        from workbench.engine.corpora import editing

        if dialog.as_stored:
            self._change(lambda name: editing.put_back(name, [pair.number], pair.split))
            return
        source, target = dialog.texts()
        looked = self._looked
        if looked is not None and looked.languages[0] != looked.info.source_lang:
            source, target = target, source
        self._change(lambda name: editing.replace(name, pair.number, source, target, pair.split))

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        from workbench.engine.corpora import editing

        if self.undo_button.isEnabled():
            self._change(editing.undo)

    @Slot()
    def redo(self) -> None:
        """Do again what was undone."""
        from workbench.engine.corpora import editing

        if self.redo_button.isEnabled():
            self._change(editing.redo)

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        for button, picture in (
            (self.before, "chevron-left"),
            (self.after, "chevron-right"),
            (self.undo_button, "undo-variant"),
            (self.redo_button, "redo-variant"),
            (self.out_button, "minus-circle-outline"),
            (self.edit_button, "pencil-outline"),
            (self.back_button, "restore"),
        ):
            button.setIcon(icon(f"mdi6.{picture}", theme))
        self.table.viewport().update()
