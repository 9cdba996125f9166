"""What a corpus holds: sizes, what cleaning leaves out and why, lengths, first pairs, splits and leaks."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from workbench.engine.corpora.cleaning import RuleReport
from workbench.engine.corpora.inspect import CorpusReport
from workbench.engine.corpora.splits import LeakReport
from workbench.gui.corpora.pair_browser import PairBrowser
from workbench.gui.layouts import Card, Fitted, FlowLayout, arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, set_role
from workbench.gui.views.charts.histogram_view import Histogram, HistogramView
from workbench.gui.widgets.cleaning.rule_table import RuleTable
from workbench.gui.widgets.controls import Tabs, push_button, scrolled, single_shot, splitter, text_label
from workbench.gui.widgets.pair_table import PairRow, PairTable
from workbench.gui.widgets.stat_tile import StatTile
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown

_PAIRS, _DROPPED = range(2)
#: Ticking several rules in a row looks at the corpus once.
_SETTLE_MS = 350


class CorpusReportView(Fitted):
    """Shows a ``CorpusReport``; before there is one, the first pairs alone.

    Args:
        context: Shared state.
        browser: Shows all pairs instead of the first ones, for a corpus of the library.

    Signals:
        cleaning_changed: New value of ``data.cleaning`` that the person chose.
    """

    cleaning_changed = Signal(str)

    def __init__(self, context: AppContext, browser: PairBrowser | None = None) -> None:
        super().__init__()
        self._context, self._browser = context, browser
        self.report: CorpusReport | None = None
        self._leaks: Mapping[str, LeakReport] | None = None
        self._languages = ("", "")
        self._make_tiles()
        self.rules = RuleTable(context)
        self.rules.rule_looked_at.connect(self._on_rule)
        self._settle = single_shot(self, _SETTLE_MS, self._on_settled)
        self.rules.rules.toggled.connect(self._settle.start)
        self.histogram = HistogramView(context.theme)
        self.first = PairTable("firstPairs") if browser is None else browser.table
        if browser is None:
            self.first.setAccessibleName(self.tr("First pairs of the corpus"))
        self.dropped = PairTable("droppedPairs")
        self.dropped.setAccessibleName(self.tr("Examples of pairs that the current rule leaves out"))
        self.dropped_label = text_label()
        self.splits = text_label(name="splitReport")
        self.splits.setTextFormat(Qt.TextFormat.RichText)
        self.splits.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.splits.setContentsMargins(12, 10, 12, 10)
        self.splits.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.warnings = text_label("warning", name="corpusWarnings")
        self.warnings.setTextFormat(Qt.TextFormat.PlainText)
        tip = self.tr("Tick every rule that is proposed for this corpus")
        self.propose_button = push_button("takeProposals", self.tr("Take the &proposals"), tip, self._on_propose)
        self.propose_button.setAccessibleName(self.tr("Tick the proposed rules"))
        tip = self.tr("Empty, too long and repeated pairs only")
        self.default_button = push_button("defaultRules", self.tr("Defa&ult"), tip, self._on_default)
        self.default_button.setAccessibleName(self.tr("Back to the default rules"))
        self._lay_out()
        context.theme_changed.connect(self._on_theme)
        self.clear()

    def _make_tiles(self) -> None:
        self.pairs_tile = StatTile(self.tr("Pairs"), self.tr("Sentence pairs in the files"))
        self.kept_tile = StatTile(self.tr("After cleaning"), self.tr("Pairs left by the rules that are ticked"))
        self.train_tile = StatTile(self.tr("Training"), self.tr("Pairs the model learns from"))
        self.valid_tile = StatTile(self.tr("Validation"), self.tr("Held out to measure progress during training"))
        self.test_tile = StatTile(self.tr("Test"), self.tr("Held out for a final, honest score"))
        self.length_tile = StatTile(self.tr("Sentence length"), self.tr("Median characters of the two sides"))
        self.tiles = (
            self.pairs_tile,
            self.kept_tile,
            self.train_tile,
            self.valid_tile,
            self.test_tile,
            self.length_tile,
        )

    def _card(self, title: str, body: QWidget, *extra: QWidget) -> QWidget:
        card = Card()
        name = text_label("heading", title, wrap=False)
        name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        arrange(QVBoxLayout(card), FlowLayout(name, *extra), (body, 1), margins=(12, 8, 12, 10), spacing=6)
        return card

    def _lay_out(self) -> None:
        tiles = QFrame()
        set_role(tiles, "card")
        tiles.setLayout(FlowLayout(*self.tiles, margins=(14, 7, 14, 8), spacing=12))
        cleaning = self._card(self.tr("Cleaning"), self.rules, self.default_button, self.propose_button)
        lengths = self._card(self.tr("Lengths"), self.histogram)
        middle = splitter(Qt.Orientation.Horizontal, cleaning, lengths, (500, 500))
        self.tabs = Tabs("corpusTabs", self.tr("Parts of the report"))
        pairs = self._browser if self._browser is not None else self._page(self.first)
        for page, text in (
            (pairs, self.tr("Pairs") if self._browser is not None else self.tr("First pairs")),
            (self._page(self.dropped_label, self.dropped), self.tr("Left out")),
            (scrolled(self.splits), self.tr("Splits and leaks")),
        ):
            self.tabs.add(page, text)
        whole = splitter(Qt.Orientation.Vertical, middle, self.tabs, (475, 485))
        arrange(QVBoxLayout(self), self.warnings, tiles, (whole, 1), spacing=8)

    def _page(self, *widgets: QWidget) -> QWidget:
        page = Fitted()
        parts = ((widget, int(isinstance(widget, PairTable))) for widget in widgets)
        arrange(QVBoxLayout(page), *parts, margins=(8, 8, 8, 8))
        return page

    # --- showing --------------------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Show nothing yet."""
        self._settle.stop()
        self.report, self._leaks = None, None
        for tile in self.tiles:
            tile.set_value(formats.DASH)
        self.rules.show_rules([], 0)
        self.histogram.show_histogram(None)
        if self._browser is None:
            self.show_first(())
        self._show_dropped(None)
        self.splits.clear()
        self.warnings.hide()
        self.default_button.setEnabled(False)
        self.propose_button.setEnabled(False)
        self.tabs.setCurrentIndex(_PAIRS)

    def set_languages(self, source: str, target: str) -> None:
        """Names of the two sides for column titles."""
        self._languages = (source, target)

    def show_first(self, pairs: Sequence[PairRow]) -> None:
        """Show the first pairs while the rest is being read."""
        source, target = self._side_names()
        self.first.show_pairs(pairs, source, target, self.tr("Where"))

    def _side_names(self) -> tuple[str, str]:
        source, target = self._languages
        return source or self.tr("Source"), target or self.tr("Target")

    def show_report(self, report: CorpusReport, limit: int, held_out: int = 0) -> None:
        """Show a report.

        Args:
            report: What was found.
            limit: Longest sentence that cleaning keeps, in characters.
            held_out: Pairs of the corpus that its own splits keep out of training, not counted in the report.
        """
        self.report = report
        if self._browser is None:
            self.show_first([PairRow(p["source"], p["target"], p.get("where", "")) for p in report.first])
        self._show_tiles(report, held_out)
        self.rules.show_rules(report.rules, report.pairs)
        source, target = self._side_names()
        self.histogram.show_histogram(
            Histogram(
                np.array(report.edges, np.float64),
                np.array(report.source.histogram, np.float64),
                np.array(report.target.histogram, np.float64),
                source,
                target,
                float(limit),
            ),
            self.tr("characters"),
        )
        self.warnings.setText("\n".join(map(shown, report.warnings[:4])))
        self.warnings.setVisible(bool(report.warnings))
        self.default_button.setEnabled(any(r.active != r.default for r in report.rules))
        self.propose_button.setEnabled(bool(report.proposals))
        index = self.rules.currentIndex()
        current = report.rules[index.row()] if index.isValid() and index.row() < len(report.rules) else None
        if current is None:
            # What was found most is shown first.
            met = [rule for rule in report.rules if rule.count]
            current = max(met, key=lambda rule: rule.count, default=None)
        self._show_dropped(current)
        self._show_splits()

    def _show_tiles(self, r: CorpusReport, held_out: int) -> None:
        dropped = r.pairs - r.kept
        share = formats.percent(dropped / r.pairs) if r.pairs else ""
        remark = self.tr("{count} left out ({share})").format(count=formats.count(dropped), share=share)
        repeated = self.tr("{count} repeated").format(count=formats.count(r.duplicates)) if r.duplicates else ""
        held = self.tr("{count} held out").format(count=formats.count(held_out)) if held_out else ""
        self.pairs_tile.set_value(formats.count(r.pairs + held_out), ", ".join(filter(None, (held, repeated))))
        self.kept_tile.set_value(formats.count(r.kept), remark if dropped else self.tr("nothing left out"))
        self.train_tile.set_value(formats.count(r.train))
        self.valid_tile.set_value(formats.count(r.valid))
        self.test_tile.set_value(formats.count(r.test))
        lengths = f"{formats.count(r.source.median)} / {formats.count(r.target.median)}"
        words = self.tr("{source} / {target} words").format(
            source=formats.short_count(r.source.words), target=formats.short_count(r.target.words)
        )
        self.length_tile.set_value(lengths, words)

    def show_leaks(self, leaks: Mapping[str, LeakReport]) -> None:
        """Show what the corpus' own splits share with its training pairs."""
        self._leaks = leaks
        self._show_splits()

    def _show_splits(self) -> None:
        r = self.report
        if r is None:
            return
        theme = self._context.theme
        good = f'<span style="color:{theme.positive}">✔</span>'
        bad = f'<span style="color:{theme.warning}">▲</span>'
        parts = [
            self.tr("Of {kept} pairs, {train} are for training, {valid} for validation and {test} for a test.").format(
                kept=formats.count(r.kept),
                train=formats.count(r.train),
                valid=formats.count(r.valid),
                test=formats.count(r.test),
            )
        ]
        if self._leaks:
            parts = [self.tr("The corpus brings its own splits; training uses them as they are.")]
            for name, leak in self._leaks.items():
                parts.append(self._leak_words(name, leak, good, bad))
        else:
            parts.append(
                f"{good} "
                + self.tr(
                    "No leaks, by construction: pairs that share a sentence on either side stay together, so no"
                    " validation or test sentence is among the training pairs."
                )
            )
            text = self.tr("Linked groups: {groups}. The largest has {largest} pairs.")
            parts.append(text.format(groups=formats.count(r.groups), largest=formats.count(r.largest_group)))
            if r.largest_group > max(10, r.kept // 20):
                parts.append(
                    f"{bad} "
                    + self.tr(
                        "Many pairs hang together through repeated sentences. That is harmless, but fewer pairs can be"
                        " held out."
                    )
                )
        self.splits.setText("".join(f"<p>{part}</p>" for part in parts))

    def _leak_words(self, name: str, leak: LeakReport, good: str, bad: str) -> str:
        name, count = html.escape(name), formats.count(leak.pairs)
        if not leak.either:
            text = self.tr("{name}: {count} pairs, none shares a sentence with training")
            return f"{good} {text.format(name=f'<b>{name}</b>', count=count)}"
        text = self.tr(
            "{name}: {leaked} of {count} pairs share a sentence with training ({source} by source, {target} by target);"
            " scores on them flatter the model"
        )
        words = text.format(
            name=f"<b>{name}</b>",
            leaked=formats.count(leak.either),
            count=count,
            source=formats.count(leak.source),
            target=formats.count(leak.target),
        )
        examples = "".join(f"<br><i>{html.escape(a)} – {html.escape(b)}</i>" for a, b in leak.examples[:3])
        return f"{bad} {words}{examples}"

    def _show_dropped(self, rule: RuleReport | None) -> None:
        source, target = self._side_names()
        rows = [PairRow(e["source"], e["target"], e.get("where", "")) for e in rule.examples] if rule else []
        self.dropped.show_pairs(rows, source, target, self.tr("Where"))
        if rule is None:
            text = self.tr("No rule meets any pair.") if self.report else ""
            self.tabs.rename(_DROPPED, self.tr("Left out"))
        else:
            title, description = self.rules.rules.words(rule)
            met = self.tr("Met by {count} of {total} pairs.")
            total = formats.count(self.report.pairs) if self.report else ""
            text = f"{title}: {description} {met.format(count=formats.count(rule.count), total=total)}"
            if len(rows) < rule.count:
                text += " " + self.tr("These are the first {count}.").format(count=len(rows))
            self.tabs.rename(_DROPPED, self.tr("Left out: {rule}").format(rule=title))
        self.dropped_label.setText(text)

    # --- the person -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_rule(self, rule: RuleReport) -> None:
        self._show_dropped(rule)
        if self.rules.hasFocus():
            self.tabs.setCurrentIndex(_DROPPED)

    @Slot()
    def _on_settled(self) -> None:
        self.cleaning_changed.emit(self.rules.rules.text())

    @Slot()
    def _on_propose(self) -> None:
        if self.report is not None:
            model = self.rules.rules
            model.set_active([*model.active, *(r.name for r in model.rows if r.proposed)])

    @Slot()
    def _on_default(self) -> None:
        model = self.rules.rules
        model.set_active([r.name for r in model.rows if r.default])

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.histogram.set_theme(theme)
        self._show_splits()
