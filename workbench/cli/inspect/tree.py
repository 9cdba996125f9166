"""``workbench inspect tree``: the beam search of one sentence as it happened."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli import options
from workbench.cli.terminal import print_json, print_table, say
from workbench.engine.core.errors import InputError
from workbench.engine.core.types import Fate

if TYPE_CHECKING:
    from workbench.engine.core.types import SearchTree, TreeNode
    from workbench.engine.search.translator import Translator

_STOPPED = {
    "full": "as many translations are finished as the beam is wide",
    "beaten": "nothing that is left could beat the finished ones",
    "length": "no longer translation is allowed",
}


def register(inspect: typer.Typer) -> None:
    """Add the command."""
    inspect.command("tree")(tree)


def tree(
    run: options.Run,
    text: Annotated[str, typer.Argument(callback=options.said, help="One sentence.")],
    beam: options.Beam = None,
    prefix: Annotated[str, typer.Option("--prefix", help="What the translation must begin with.")] = "",
    json_: options.Json = False,
    dot: Annotated[bool, typer.Option("--dot", help="Print Graphviz's language: pipe it into dot -Tsvg.")] = False,
    against_run: Annotated[str, typer.Option("--against-run", help="A second tree: by another run.")] = "",
    against_checkpoint: Annotated[
        str, typer.Option("--against-checkpoint", help="A second tree: by this checkpoint.")
    ] = "",
    against_beam: Annotated[
        int | None, typer.Option("--against-beam", min=1, max=64, help="A second tree: with this beam.")
    ] = None,
    against_text: Annotated[
        str, typer.Option("--against-text", callback=options.said, help="A second tree: of this sentence.")
    ] = "",
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    set_: options.Set = None,
    threads: options.Threads = 0,
) -> None:
    """Show the beam search of a sentence as it happened: what it considered, kept and left, step by step."""
    if json_ and dot:
        raise InputError("are two kinds of output; choose one", where="--json, --dot")
    models = _Models(device, threads)
    compared = bool(against_run or against_checkpoint or against_beam or against_text)
    trees = [models.tree(run, checkpoint, text, set_, beam, prefix)]
    if compared:
        other = against_checkpoint or ("best" if against_run else checkpoint)
        trees.append(models.tree(against_run or run, other, against_text or text, set_, against_beam or beam, prefix))
    from workbench.engine.inspection.tree_files import comparison_record, to_dot, tree_record

    if dot:
        for line in to_dot(trees).rstrip("\n").split("\n"):
            say(line)
    elif json_:
        print_json(comparison_record(*trees) if compared else tree_record(trees[0]))
    else:
        for one in trees:
            _print(one)
        if compared:
            _print_difference(*trees)


@dataclass
class _Models:
    """Opens each model once."""

    device: str
    threads: int
    _opened: dict[tuple[str, str], Translator] | None = None

    def tree(
        self, run: str, checkpoint: str, text: str, set_: list[str] | None, beam: int | None, prefix: str
    ) -> SearchTree:
        """The tree of one search."""
        self._opened = self._opened or {}
        if (run, checkpoint) not in self._opened:
            self._opened[run, checkpoint] = options.load_translator(run, checkpoint, self.device, self.threads)
        translator = self._opened[run, checkpoint]
        from workbench.engine.inspection.beam_tree import beam_tree

        return beam_tree(translator, text, options.search_settings(translator.config, set_, beam), prefix=prefix)


def _print(tree: SearchTree) -> None:
    from workbench.engine.inspection.tree_files import fate_in_words

    say(tree.text)
    winner = {node.number for node in tree.winner}
    rows = []
    for number, step in enumerate(tree.steps, start=1):
        fates = Counter(node.fate for node in step)
        for node in step:
            if node.fate not in (Fate.PRUNED, Fate.HIDDEN):
                mark = "* " if node.number in winner else "  "
                rows.append(_row(str(number), node, mark + fate_in_words(tree, node)))
        best = next((node for node in step if node.fate == Fate.PRUNED), None)
        if best is not None:
            rows.append(_row("", best, f"  the best of {fates[Fate.PRUNED]} pruned by the beam"))
        rules = Counter(node.rule for node in step if node.fate == Fate.HIDDEN)
        rows.extend(("", "", "", "", "", f"  {count} forbidden by: {rule}") for rule, count in rules.items())
    print_table(("step", "text", "piece", "probability", "total", "what became of it"), rows, ("probability", "total"))
    say(f"{len(tree.nodes) - 1} beginnings, {len(tree.steps)} steps; done because {_STOPPED[tree.stopped]}")


def _row(step: str, node: TreeNode, said: str) -> tuple[str, ...]:
    return (step, node.text, node.piece, f"{exp(node.logprob):.3f}", f"{node.total:.3f}", said)


def _print_difference(first: SearchTree, second: SearchTree) -> None:
    step = first.first_difference(second)
    if step is None:
        say("both find the same translation")
        return
    pieces = [tree.winner[step - 1].piece if step <= len(tree.winner) else "" for tree in (first, second)]
    say(f"the translations part at step {step}: {pieces[0]} against {pieces[1]}")
