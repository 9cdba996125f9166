"""Titles and descriptions of the configuration and of shipped corpora in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from workbench.engine.corpora.corpus_info import CorpusInfo


def corpus_title(info: CorpusInfo) -> str:
    """A corpus' title; that of a shipped one in the language of the window."""
    return QCoreApplication.translate("Schema", info.title) if info.builtin and info.title else info.title


def corpus_description(info: CorpusInfo) -> str:
    """A corpus' description; that of a shipped one in the language of the window."""
    shipped = info.builtin and info.description
    return QCoreApplication.translate("Schema", info.description) if shipped else info.description
