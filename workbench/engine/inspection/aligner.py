"""A statistical word aligner trained on a run's own corpus, to hold the attention against. Needs sil-thot.

Dyer, Chahuneau & Smith (2013), "A Simple, Fast, and Effective Reparameterization of IBM Model 2", once in each
direction, symmetrised. On the sample's validation pairs its alignment error rate was 0.099; a hidden Markov model had
0.111 in twice the time.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair, Progress, no_progress
from workbench.engine.inspection.child_process import Child
from workbench.engine.search.alignment import Links, grow_diag
from workbench.engine.text.words import words

#: Training pairs read at most, and rounds of training.
MOST, ROUNDS = 100_000, 5
#: Words of a sentence beyond which it is left alone.
LONGEST = 200
#: Read between two looks at whether the work is still wanted.
_CHUNK = 2000


def is_installed() -> bool:
    """Whether there is an aligner."""
    return importlib.util.find_spec("thot") is not None


def missing() -> InputError:
    """That there is none, and what to do."""
    advice = Message("Install it in the program's environment: {command}", command="pip install sil-thot")
    return InputError(Message("the statistical aligner is not installed"), advice=advice)


def aligner_words(text: str) -> list[str]:
    """The words of a text as the aligner compares them: without case and the signs around them."""
    readable = text.encode("utf-8", "replace").decode()  # the library takes no half of a surrogate pair
    return [_bare(word.text) for word in words(readable)]


def _bare(word: str) -> str:
    kept = [place for place, c in enumerate(word) if c.isalnum()]
    return (word[kept[0] : kept[-1] + 1] if kept else word).casefold()


class StatisticalAligner:
    """Links the words of sentence pairs.

    Args:
        pairs: What it learns from.
        check: Called now and then; raises ``Cancelled`` to stop.

    Raises:
        InputError: sil-thot is not installed, or there is nothing to learn from.
    """

    def __init__(
        self,
        pairs: Iterable[Pair],
        *,
        check: Callable[[], None] = lambda: None,
        progress: Progress = no_progress,
    ) -> None:
        try:
            from thot.alignment import FastAlignModel
        except ImportError:
            raise missing() from None
        models: list[Any] = [FastAlignModel(), FastAlignModel()]
        total = len(models) * ROUNDS
        read = 0
        rest = islice(pairs, MOST)
        while chunk := list(islice(rest, _CHUNK)):
            check()
            for pair in chunk:
                texts = aligner_words(pair.source), aligner_words(pair.target)
                if all(0 < len(text) <= LONGEST for text in texts):
                    models[0].add_sentence_pair(*texts)
                    models[1].add_sentence_pair(*reversed(texts))
                    read += 1
            progress(0, total, Message("reading the training pairs"))
        if not read:
            raise InputError(Message("there are no sentence pairs for the aligner to learn from"))
        for number, model in enumerate(models):
            model.start_training()
            for done in range(ROUNDS):
                check()
                progress(number * ROUNDS + done, total, Message("training the aligner"))
                model.train()
            model.end_training()
        self._models = models

    def links(self, source: str, target: str) -> Links:
        """The links ``(source word, target word)`` of a pair; none in a very long one."""
        texts = aligner_words(source), aligner_words(target)
        if not all(0 < len(text) <= LONGEST for text in texts):
            return frozenset()
        forward, backward = (self._one_way(m, a, b) for m, a, b in zip(self._models, texts, texts[::-1], strict=True))
        return grow_diag(forward, frozenset((s, t) for t, s in backward))

    @staticmethod
    def _one_way(model: Any, source: Sequence[str], target: Sequence[str]) -> Links:
        _, matrix = model.get_best_alignment(source, target)
        return frozenset((int(s), int(t)) for s, t in zip(*matrix.to_numpy().nonzero(), strict=True))


def of_run(
    run: str, progress: Progress = no_progress
) -> Callable[[Sequence[Sequence[str]]], list[list[tuple[int, int]]]]:
    """What an ``AlignerProcess`` runs: learns from the training pairs of a run, then tells the links of pairs."""
    from workbench.engine.evaluation.test_runs import training_texts
    from workbench.engine.runs.folder import RunFolder
    from workbench.engine.text.tokenizer import Tokenizers

    folder = RunFolder.open(Path(run))
    _, read = training_texts(folder, Tokenizers.load(folder.path / "tokenizer"))
    trained = StatisticalAligner(read(), progress=progress)
    return lambda pairs: [sorted(trained.links(source, target)) for source, target in pairs]


class AlignerProcess:
    """The aligner of a run in a process of its own: the library holds Python's lock while it works.

    Args:
        run: Run folder.
        check: Called while it learns; raises ``Cancelled`` to end it at once.

    Raises:
        InputError: sil-thot is not installed, or there is nothing to learn from.
    """

    def __init__(
        self, run: Path, *, check: Callable[[], None] = lambda: None, progress: Progress = no_progress
    ) -> None:
        if not is_installed():
            raise missing()
        self.run = run
        self._child = Child(f"{__name__}:{of_run.__name__}", str(run), check=check, progress=progress)

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._child.close.alive

    def links(self, pairs: Sequence[tuple[str, str]]) -> list[Links]:
        """The links of each pair; from any thread."""
        return [frozenset((s, t) for s, t in found) for found in self._child.ask(list(pairs))]

    def close(self) -> None:
        """End the process."""
        self._child.close()
