"""Asking where to save: one dialog for charts, pictures, numbers and corpora."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.gui.state.settings import Settings

# Called by this name so that lupdate sees context and text.
translate = QCoreApplication.translate


def ask_where_to_save(
    parent: QWidget, settings: Settings, remembered: str, title: str, stem: str, kinds: Sequence[str]
) -> Path | None:
    """Ask for a file of one of several kinds.

    Args:
        parent: Window that the dialog belongs to.
        settings: Where the last folder is remembered.
        remembered: Name of that setting.
        title: Of the dialog.
        stem: Name proposed, without its ending.
        kinds: Endings offered, the first one proposed, such as svg, pdf, png, csv, json, html, tmx.

    Returns:
        The file, with an ending among ``kinds``, or ``None`` when the person thought better of it.
    """
    titles = {
        "svg": translate("SaveDialog", "SVG picture"),
        "pdf": translate("SaveDialog", "PDF page"),
        "png": translate("SaveDialog", "PNG picture"),
        "csv": translate("SaveDialog", "CSV table"),
        "json": translate("SaveDialog", "JSON"),
        "dot": translate("SaveDialog", "Graphviz file"),
        "npz": translate("SaveDialog", "NumPy arrays"),
        "tmx": translate("SaveDialog", "Translation memory"),
        "tsv": translate("SaveDialog", "Table, columns by tabs"),
        "txt": translate("SaveDialog", "Text"),
        "html": translate("SaveDialog", "Web page"),
    }
    filters = ";;".join(f"{titles[kind]} (*.{kind})" for kind in kinds)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    start = Path(settings.get(remembered, documents)) / f"{stem}.{kinds[0]}"
    name, chosen = QFileDialog.getSaveFileName(parent, title, str(start), filters)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower().lstrip(".") not in kinds:
        path = path.with_name(f"{path.name}.{next((k for k in kinds if f'*.{k}' in chosen), kinds[0])}")
        # The person was asked about the name without its ending alone.
        number, stem = 1, path.stem
        while path.exists():
            number += 1
            path = path.with_name(f"{stem}-{number}{path.suffix}")
    settings.put(remembered, str(path.parent))
    return path
