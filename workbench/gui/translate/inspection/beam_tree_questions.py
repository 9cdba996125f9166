"""Which searches are drawn as trees, and what the translation thread is asked for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from workbench.engine.core.types import SearchTree, TreeNode
from workbench.engine.search.model_cache import ModelChoice
from workbench.engine.text.folding import SPACE_MARK
from workbench.gui.translate.inspection.page import Subject

if TYPE_CHECKING:
    from workbench.engine.search.translator import Translator

#: In what another search differs.
BEAM, CHECKPOINT, RUN, SENTENCE = "beam", "checkpoint", "run", "sentence"


@dataclass(frozen=True)
class Other:
    """What a tree is compared with.

    Attributes:
        kind: In what it differs, ``BEAM`` to ``SENTENCE``.
        value: Which; of a sentence nothing, as it is written beside.
    """

    kind: str
    value: Any = None


@dataclass(frozen=True)
class Found:
    """A tree, and the other search and its sentence that it was asked for; ``None`` for the translation's own."""

    tree: SearchTree
    asked: tuple[Other, str] | None = None


def search_tree(translator: Translator, subject: Subject, asked: tuple[Other, str] | None, check: Any) -> Found:
    """The tree of the translation, or that of another search; in the translation thread."""
    from workbench.engine.inspection.beam_tree import beam_tree

    search, text, prefix = subject.search, subject.text, subject.prefix
    if asked is not None:
        other, text = asked
        if other.kind == BEAM:
            search = search.model_copy(update={"beam": other.value, "nbest": min(search.nbest, other.value)})
        elif other.kind == SENTENCE:
            prefix = ""
    return Found(beam_tree(translator, text, search, prefix=prefix, check=check), asked)


def other_model(choice: ModelChoice, other: Other) -> ModelChoice:
    """The model that another search is made by."""
    if other.kind == CHECKPOINT:
        return replace(choice, checkpoint=str(other.value))
    return ModelChoice(other.value, "best", choice.device) if other.kind == RUN else choice


def beginning(tree: SearchTree, node: TreeNode) -> str:
    """What a translation begins with that goes on from a node.

    Where the best continuation of it begins a word, so does the blank at the end: the last word is a whole one.
    """
    after = [n for n in tree.nodes if n.parent == node.number and n.rank]
    best = min(after, key=lambda n: n.rank, default=None)
    whole = best is not None and best.piece.startswith(SPACE_MARK)
    return node.text + (" " if whole and node.text else "")
