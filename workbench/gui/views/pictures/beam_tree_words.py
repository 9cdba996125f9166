"""A search tree in words: what is written on its nodes, and what is said of one."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.engine.core.types import Fate, SearchTree, TreeNode
from workbench.engine.text.folding import SPACE_MARK
from workbench.gui.views.offsets import joins
from workbench.gui.views.pictures.picture import percent

translate = QCoreApplication.translate  # by this name lupdate knows it
_ZERO_WIDTH_JOINER = "\u200d"
_FSI, _POP = "\u2068", "\u2069"


def node_label(tree: SearchTree, node: TreeNode) -> str:
    """What is written on a node: its piece; an end tells its place among the finished ones."""
    if not node.number:
        return ""
    parent = tree.nodes[node.parent]
    if node.piece == "</s>":
        end = translate("SearchTree", "end")
        return f"{end} {node.place}" if node.place else end
    label = node.piece.replace(SPACE_MARK, " ").strip()
    if not label:
        return "␣"
    before = parent.text[-1:]
    if not node.piece.startswith(SPACE_MARK) and before and joins(before) and joins(label[0]):
        label = _ZERO_WIDTH_JOINER + label
    return label


def quoted_text(text: str) -> str:
    """A text in quotation marks, kept apart in its own direction."""
    return f"“{_FSI}{text}{_POP}”"


def describe_node(tree: SearchTree, node: TreeNode) -> str:
    """All about a node, for the line below the tree, its tooltip and screen readers."""
    if not node.number:
        return translate("SearchTree", "The search begins here.")
    number = QLocale().toString
    text = node.text + (" ⏎" if node.piece == "</s>" else "")
    parts = [
        translate("SearchTree", "Step {step}: {text}.").format(step=number(node.step), text=quoted_text(text)),
        translate("SearchTree", "The model gave {piece} {share} here (its choice number {choice}).").format(
            piece=quoted_text(node_label(tree, node).replace(_ZERO_WIDTH_JOINER, "")),
            share=percent(math.exp(min(0.0, node.logprob))),
            choice=number(node.choice),
        ),
        translate("SearchTree", "Log-probability of the whole: {total}.").format(total=number(node.total, "f", 2)),
        fate_sentence(tree, node),
    ]
    return " ".join(parts)


def fate_sentence(tree: SearchTree, node: TreeNode) -> str:
    """What became of a node, and by what."""
    number = QLocale().toString
    if node.fate == Fate.FINISHED:
        score = number(node.score or 0.0, "f", 3)
        text = translate("SearchTree", "Finished with the score {score}, place {place}.")
        if node.place == 1:
            text = translate("SearchTree", "The winner, with the score {score}.")
        return text.format(score=score, place=number(node.place))
    if node.fate == Fate.PRUNED:
        last = tree.nodes[node.behind]
        text = translate("SearchTree", "Pruned by the beam: place {rank}; the last taken was {text} with {total}.")
        return text.format(rank=number(node.rank), text=quoted_text(last.text), total=number(last.total, "f", 2))
    if node.fate == Fate.CUT:
        return translate("SearchTree", "Cut off: the sentence was done.")
    if node.fate == Fate.HIDDEN:
        return _rules().get(node.rule) or translate("SearchTree", "Forbidden by a rule.")
    text = translate("SearchTree", "It went on, as number {rank} of the beam.")
    return text.format(rank=number(node.rank))


def _rules() -> dict[str, str]:
    return {
        "length": translate("SearchTree", "Forbidden: the translation would be too short or too long."),
        "ngram": translate("SearchTree", "Forbidden: a sequence of pieces would come twice."),
        "prefix": translate("SearchTree", "Forbidden: the translation must begin otherwise."),
        "characters": translate("SearchTree", "Forbidden: its bytes make no character here."),
        "special": translate("SearchTree", "Forbidden: it is no text."),
    }


def stopped_sentence(tree: SearchTree) -> str:
    """Why the search ended."""
    return {
        "full": translate("SearchTree", "It ended because as many translations are finished as the beam is wide."),
        "beaten": translate("SearchTree", "It ended because nothing left could beat the finished translations."),
        "length": translate("SearchTree", "It ended because no longer translation is allowed."),
    }[tree.stopped]
