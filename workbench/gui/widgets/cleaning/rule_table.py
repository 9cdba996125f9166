"""The cleaning rules: switched on or off, with what each would drop where that has been counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QModelIndex, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableView, QWidget

from workbench.engine.core.config import DataConfig
from workbench.gui.state.context import AppContext
from workbench.gui.theme import icon
from workbench.gui.widgets.controls import read_by_rows
from workbench.gui.widgets.rows_model import Index, RowsModel, alignment
from workbench.gui.words import formats

if TYPE_CHECKING:
    from workbench.engine.corpora.cleaning import RuleReport

RULE, COUNT, ADVICE = range(3)


def rules_text(active: Sequence[str], default: Sequence[str], everything: Sequence[str]) -> str:
    """The shortest value of ``data.cleaning`` that switches on exactly these rules."""
    chosen = [name for name in everything if name in active]
    if set(chosen) == set(default):
        return "default"
    if not chosen:
        return "none"
    if set(default) <= set(chosen):
        return ",".join(["default", *(name for name in chosen if name not in default)])
    return ",".join(chosen)


class RuleModel(RowsModel["RuleReport"]):
    """One row a rule.

    Signals:
        toggled: The person switched a rule.
    """

    toggled = Signal()
    sorted_by_person = False

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.pairs = 0
        self.active: set[str] = set()
        self.limits = DataConfig()
        self._known: tuple[object, dict[str, tuple[str, str]]] = ("", {})

    def show_rules(self, rules: Sequence[RuleReport], pairs: int) -> None:
        """Show what another look found."""
        self.pairs, self.active = pairs, {rule.name for rule in rules if rule.active}
        self.replace(rules)

    def words(self, rule: RuleReport) -> tuple[str, str]:
        """Title and explanation of a rule for a person; asked for every cell, so the words are kept."""
        key = (QLocale().name(), self.limits.max_length, self.limits.max_ratio)
        if self._known[0] != key:
            self._known = (key, self._words())
        return self._known[1].get(rule.name, (rule.title, rule.description))

    def _words(self) -> dict[str, tuple[str, str]]:
        longest = self.tr("One side is longer than {count} characters.")
        apart = self.tr("One side is more than {times} times as long as the other: often misaligned.")
        return {
            "empty": (self.tr("Empty side"), self.tr("One side has no text.")),
            "too_long": (self.tr("Too long"), longest.format(count=formats.count(self.limits.max_length))),
            "markup_only": (self.tr("Markup or address only"), self.tr("One side is only tags or web addresses.")),
            "identical": (self.tr("Identical sides"), self.tr("Both sides are the same text: not translated.")),
            "length_ratio": (
                self.tr("Lengths far apart"),
                apart.format(times=f"{self.limits.max_ratio:g}"),
            ),
            "wrong_script": (self.tr("Wrong script"), self.tr("Most letters are not those of the language.")),
            "duplicate": (self.tr("Repeated pair"), self.tr("The same pair came before; one copy is kept.")),
        }

    def columns(self) -> list[tuple[str, str, bool]]:
        """What is left out, how often, and what is advised."""
        tip = self.tr("Tick a rule to leave such pairs out of training; nothing is deleted")
        counted = self.tr("Pairs that the rule meets, each rule counted by itself")
        return [(self.tr("Leave out"), tip, False), (self.tr("Pairs"), counted, True), ("", "", False)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rules are ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == RULE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Cell values."""
        if not index.isValid():
            return None
        rule, column = self.rows[index.row()], index.column()
        title, description = self.words(rule)
        if role == Qt.ItemDataRole.DisplayRole:
            return (title, formats.count(rule.count) if rule.count else formats.DASH, self._advice(rule))[column]
        if role == Qt.ItemDataRole.CheckStateRole and column == RULE:
            return Qt.CheckState.Checked if rule.name in self.active else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            share = formats.percent(rule.count / self.pairs, 1) if self.pairs and rule.count else ""
            return " ".join(part for part in (description, share) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == RULE:
            return f"{title}. {description} {formats.count(rule.count)}. {self._advice(rule)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column == COUNT)
        if role == Qt.ItemDataRole.ForegroundRole and column == ADVICE:
            return self._context.theme.color("accent" if self._is_open_proposal(rule) else "muted")
        if role == Qt.ItemDataRole.FontRole and column == ADVICE and self._is_open_proposal(rule):
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.DecorationRole and column == ADVICE and self._is_open_proposal(rule):
            return icon("mdi6.lightbulb-on-outline", self._context.theme, "accent")
        return None

    def _is_open_proposal(self, rule: RuleReport) -> bool:
        return rule.proposed and rule.name not in self.active

    def _advice(self, rule: RuleReport) -> str:
        if rule.default:
            return self.tr("default")
        if rule.name in self.active or not rule.count:
            return ""
        return self.tr("proposed") if rule.proposed else self.tr("left to you")

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        name = self.rows[index.row()].name
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.active.add(name)
        else:
            self.active.discard(name)
        self._told()
        return True

    def set_active(self, names: Sequence[str]) -> None:
        """Tick exactly these."""
        if set(names) != self.active:
            self.active = set(names)
            self._told()

    def _told(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 2))
        self.toggled.emit()

    def text(self) -> str:
        """The value of ``data.cleaning``."""
        default = [rule.name for rule in self.rows if rule.default]
        return rules_text(sorted(self.active), default, [rule.name for rule in self.rows])


class RuleTable(QTableView):
    """The view; Space or a click ticks, moving to a rule shows its examples.

    Args:
        context: Shared state.
        counted: Whether there is a corpus whose pairs are counted; otherwise there are the rules alone, as high as
            they are.

    Signals:
        rule_looked_at: The ``RuleReport`` of the current row.
    """

    rule_looked_at = Signal(object)

    def __init__(self, context: AppContext, counted: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted, self._given = counted, ""
        self._least: tuple[tuple[str, int, str], QSize] = (("", 0, ""), QSize())
        self.setObjectName("ruleTable")
        self.rules = RuleModel(context, self)
        self.setModel(self.rules)
        read_by_rows(self, "padding-left: 4px; padding-right: 6px;", 1.6)
        self.setAccessibleName(self.tr("Cleaning rules"))
        self.setAccessibleDescription(self.tr("Space switches a rule; its examples are shown below"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(RULE, QHeaderView.ResizeMode.Stretch)
        for column in (COUNT, ADVICE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        if not counted:
            header.hide()
            self.setColumnHidden(COUNT, True)
            self.setColumnHidden(ADVICE, True)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.setAccessibleDescription(self.tr("Space switches a rule"))

    def minimumSizeHint(self) -> QSize:
        """As wide as its columns need, so that no rule is shortened."""
        key = (self.font().key(), id(self.rules.rows), QLocale().name())
        if self._least[0] == key:
            return self._least[1]
        header = self.horizontalHeader()
        if not self._counted:
            width = self.sizeHintForColumn(RULE) + 2 * self.frameWidth()
            self._least = (key, QSize(width, self.verticalHeader().length() + 2 * self.frameWidth()))
            return self._least[1]
        widths = (max(header.sectionSizeHint(c), self.sizeHintForColumn(c)) for c in range(self.rules.columnCount()))
        letters = 2 * self.fontMetrics().averageCharWidth()
        around = 2 * self.frameWidth() + self.verticalScrollBar().sizeHint().width() + letters
        self._least = (key, QSize(sum(widths) + around, max(60, self.fontMetrics().height() * 6)))
        return self._least[1]

    def sizeHint(self) -> QSize:
        """Without counts no higher than its rules."""
        return super().sizeHint() if self._counted else self.minimumSizeHint()

    def text(self) -> str:
        """The value of ``data.cleaning``: the one that was given, where it comes to the same."""
        from workbench.engine.corpora.cleaning import parse_rules

        same = self._given and {rule.name for rule in parse_rules(self._given)} == self.rules.active
        return self._given if same else self.rules.text()

    def set_text(self, cleaning: str) -> None:
        """Tick the rules that a value of ``data.cleaning`` names; the default ones where nobody can tell."""
        from workbench.engine.core.errors import ConfigError
        from workbench.engine.corpora.cleaning import rule_reports

        try:
            rules, self._given = rule_reports(cleaning), cleaning
        except ConfigError:
            rules, self._given = rule_reports("default"), ""
        self.show_rules(rules, 0)

    def set_limits(self, limits: DataConfig) -> None:
        """Say in the rules' words what counts as too long, and as far apart."""
        self.rules.limits = limits

    def show_rules(self, rules: Sequence[RuleReport], pairs: int) -> None:
        """Show what a look found; the current rule stays."""
        row = self.currentIndex().row()
        self.rules.show_rules(rules, pairs)
        if 0 <= row < len(rules):
            self.setCurrentIndex(self.rules.index(row, RULE))
        self.updateGeometry()

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.rule_looked_at.emit(self.rules.rows[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks whatever column is current."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            rule = index.siblingAtColumn(RULE)
            on = rule.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            self.rules.setData(rule, state.value, Qt.ItemDataRole.CheckStateRole)
            return
        super().keyPressEvent(event)
