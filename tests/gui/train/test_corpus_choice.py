"""The choice of a corpus in the train pane, when corpora change their names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.engine.corpora.corpus_info import CorpusInfo
from workbench.gui.train.corpus_choice import CorpusChoice

OLD = CorpusInfo("old", "Old", Path("old"), "en", "de", 5, builtin=False)
OTHER = CorpusInfo("a", "A", Path("a"), "en", "fr", 5, builtin=False)
NEW = replace(OLD, name="new", title="New", formerly=("old",))


def test_a_renamed_corpus_stays_chosen_in_its_direction(qtbot: Any) -> None:
    choice = CorpusChoice()
    qtbot.addWidget(choice)
    choice.show_corpora([OTHER, OLD], "old", True)
    assert choice.languages == ("de", "en")
    choice.show_corpora([OTHER, NEW], "", False)
    assert (choice.corpus, choice.languages) == (NEW, ("de", "en"))
    choice.show_corpora([OTHER], "", False)
    assert choice.corpus == OTHER


def test_a_run_that_names_it_as_before_finds_it_unless_another_has_the_name(qtbot: Any) -> None:
    choice = CorpusChoice()
    qtbot.addWidget(choice)
    choice.show_corpora([OTHER, NEW], "", False)
    assert choice.choose("old", "de")
    assert (choice.corpus, choice.swapped) == (NEW, True)
    choice.show_corpora([OTHER, NEW, OLD], "", False)
    assert choice.choose("old")
    assert choice.corpus == OLD
    assert not choice.choose("gone")
