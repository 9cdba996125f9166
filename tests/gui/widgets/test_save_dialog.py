"""The one dialog for saving: endings, the folder it remembers, and thinking better of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.gui.state.context import AppContext
from workbench.gui.widgets.save_dialog import ask_where_to_save


@pytest.mark.parametrize(
    ("typed", "filter_chosen", "expected"),
    [
        ("chart.pdf", "SVG picture (*.svg)", "chart.pdf"),
        ("chart", "CSV table (*.csv)", "chart.csv"),
        ("chart.v2", "PDF page (*.pdf)", "chart.v2.pdf"),
        ("chart.PDF", "SVG picture (*.svg)", "chart.PDF"),
        ("chart", "", "chart.svg"),
    ],
)
def test_the_file_gets_an_ending_that_can_be_written(
    qtbot: object,
    context: AppContext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    filter_chosen: str,
    expected: str,
) -> None:
    starts: list[str] = []

    def answer(_parent: QWidget, title: str, start: str, filters: str) -> tuple[str, str]:
        assert title == "Save the chart"
        assert [part[-6:] for part in filters.split(";;")] == ["*.svg)", "*.pdf)", "*.csv)"]
        starts.append(start)
        return str(tmp_path / typed), filter_chosen

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    parent = QWidget()
    for _ in range(2):
        asked = ask_where_to_save(
            parent, context.settings, "x/folder", "Save the chart", "curves", ("svg", "pdf", "csv")
        )
        assert asked == tmp_path / expected
    assert Path(starts[0]).name == "curves.svg"
    assert Path(starts[1]) == tmp_path / "curves.svg", "the folder of the last time is proposed"
    parent.deleteLater()


def test_thinking_better_of_it_remembers_nothing(
    qtbot: object, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    parent = QWidget()
    assert ask_where_to_save(parent, context.settings, "x/folder", "Save", "numbers", ("csv",)) is None
    assert context.settings.get("x/folder", "nowhere") == "nowhere"
    parent.deleteLater()
