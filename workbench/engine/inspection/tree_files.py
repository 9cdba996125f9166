"""A search tree for other programs: as JSON, and in the language of Graphviz."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

from workbench.engine.core.types import Fate, SearchTree, TreeNode
from workbench.engine.text.folding import SPACE_MARK

#: What a line of a label may not hold: controls, and what no UTF-8 writes.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def tree_record(tree: SearchTree) -> dict[str, Any]:
    """The tree as JSON takes it: nodes by their numbers, the root first."""
    winner = {node.number for node in tree.winner}
    return {
        "source": tree.source,
        "text": tree.text,
        "beam": tree.beam,
        "nbest": tree.nbest,
        "prefix": tree.prefix,
        "stopped": tree.stopped,
        "steps": len(tree.steps),
        "winner": tree.finished[0].number,
        "finished": [node.number for node in tree.finished],
        "nodes": [_node_record(node, node.number in winner) for node in tree.nodes],
    }


def _node_record(node: TreeNode, winner: bool) -> dict[str, Any]:
    known = {
        "behind": node.behind if node.behind >= 0 else None,
        "rule": node.rule or None,
        "entropy": node.entropy,
        "score": node.score,
        "place": node.place or None,
    }
    return {
        "number": node.number,
        "parent": node.parent if node.parent >= 0 else None,
        "step": node.step,
        "piece": node.piece,
        "text": node.text,
        "logprob": node.logprob,
        "total": node.total,
        "share": node.share,
        "choice": node.choice,
        "rank": node.rank,
        "fate": node.fate.value,
        "winner": winner,
    } | {name: value for name, value in known.items() if value is not None}


def comparison_record(first: SearchTree, second: SearchTree) -> dict[str, Any]:
    """Two trees, and the step at which their winners part (``null`` where they do not)."""
    return {
        "tree": tree_record(first),
        "against": tree_record(second),
        "first_difference": first.first_difference(second),
    }


def to_dot(trees: Sequence[SearchTree]) -> str:
    """One tree, or several below each other, in Graphviz's language; ``dot -Tsvg`` draws it."""
    lines = ["digraph search {", "  rankdir=LR;", '  node [shape=box, style=rounded, fontname="sans-serif"];']
    for number, tree in enumerate(trees):
        lines.append(f"  subgraph cluster_{number} {{")
        lines.append(f"    label={quoted(tree.source, tree.text)};")
        lines.extend(f"    {line}" for line in _dot_lines(tree, f"t{number}n"))
        lines.append("  }")
    return "\n".join([*lines, "}"]) + "\n"


def _dot_lines(tree: SearchTree, stem: str) -> Iterator[str]:
    winner = {0, *(node.number for node in tree.winner)}
    for node in tree.nodes:
        piece = node.piece.replace(SPACE_MARK, " ").strip() or node.piece
        score = f"{math.exp(node.logprob):.2f}  {node.total:.2f}"
        look = {"label": quoted(piece, score), "tooltip": quoted(node.text, fate_in_words(tree, node))}
        if not node.number:
            look = {"label": quoted(""), "shape": "point"}
        elif node.number in winner:
            look["penwidth"] = "2.5"
        elif node.fate in (Fate.PRUNED, Fate.HIDDEN, Fate.CUT):
            look |= {"color": quoted("gray70"), "fontcolor": quoted("gray50")}
        if node.fate == Fate.FINISHED:
            look["peripheries"] = "2"
        yield f"{stem}{node.number} [{', '.join(f'{name}={value}' for name, value in look.items())}];"
    for node in tree.nodes[1:]:
        style = "dashed" if node.fate == Fate.HIDDEN else "solid"
        width = f"{0.5 + 5 * node.share:.2f}"
        yield f"{stem}{node.parent} -> {stem}{node.number} [penwidth={width}, style={style}, arrowhead=none];"


def quoted(*lines: str) -> str:
    """Lines of text as one quoted string of Graphviz: no character of theirs means anything."""
    plain = (_UNPRINTABLE.sub("\ufffd", line).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(plain) + '"'


def fate_in_words(tree: SearchTree, node: TreeNode) -> str:
    """What became of a beginning, in English."""
    if node.fate == Fate.FINISHED:
        return f"finished, place {node.place}" + ("" if node.place <= tree.nbest else ", not asked for")
    if node.fate == Fate.PRUNED:
        last = tree.nodes[node.behind]
        return f"pruned by the beam: {last.total:.2f} was still taken, this has {node.total:.2f}"
    if node.fate == Fate.HIDDEN:
        return f"forbidden by: {node.rule}"
    return {Fate.CUT: "dropped: it could not win any more, or was far behind"}.get(node.fate, "went on")
