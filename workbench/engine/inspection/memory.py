"""What of its training a model is reminded of: the nearest training sentences, and the nearest places of translations.

Sentences are compared by the mean of their encoder outputs, places by the vector that the output layer reads before
it writes a piece (as in Khandelwal et al. 2021, "Nearest Neighbor Machine Translation"); both by the cosine after the
mean of all is taken away, in at most ``DIMENSIONS`` principal directions, as 16-bit numbers. The index holds the texts
as well, lies beside the run, and belongs to one checkpoint's weights; a search goes through all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from workbench.engine.core.errors import InputError
from workbench.engine.core.files import complete_file, file_hash, read_arrays, reporting_writes
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair, Progress, Token, no_progress
from workbench.engine.dataset.batching import make_batch
from workbench.engine.evaluation.test_runs import training_texts
from workbench.engine.models.base import Decodable, EncoderDecoder
from workbench.engine.runs.folder import WEIGHTS, RunFolder
from workbench.engine.search.batches import threads_for
from workbench.engine.search.decoding import Check, no_check
from workbench.engine.search.forcing import ForcedPair
from workbench.engine.search.translator import Translator

#: The index, beside the run's notes.
FILE = "memory.npz"
FORMAT = 1
#: Pairs that are kept at most, drawn from all; states of decoders, each of two bytes a direction; and directions.
PAIRS, STATES, DIMENSIONS = 50_000, 40_000, 128
#: Vectors from which the directions are found.
_FITTED = 4096
#: Pieces of a side that are looked at; longer pairs are left out.
_LONGEST = 200
#: Pairs sorted by length together, and the pieces of a batch.
_GROUP, _PIECES = 1024, 4000


@dataclass(frozen=True, eq=False)
class Vectors:
    """Directions of unit length, to be searched by cosine.

    Attributes:
        mean: What is taken from a vector first, ``[size]``.
        basis: The directions it is then written in, ``[size, directions]``.
        rows: What is searched, ``[count, directions]`` float16, of length 1.
    """

    mean: NDArray[np.float32]
    basis: NDArray[np.float32]
    rows: NDArray[np.float16]

    def placed(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Vectors ``[n, size]`` in these directions, of length 1."""
        found = (vectors - self.mean) @ self.basis
        lengths: NDArray[np.float32] = np.linalg.norm(found, axis=1, keepdims=True)
        return (found / np.where(lengths > 0, lengths, 1)).astype(np.float32)

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[int, float]]:
        """The rows with the largest cosine, largest first, of equals the first."""
        cosines = self.rows.astype(np.float32) @ self.placed(vector[None])[0]
        best = np.argsort(-cosines, kind="stable")[:count]
        return [(int(i), float(cosines[i])) for i in best]


def principal(vectors: NDArray[np.float32], most: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The mean of vectors ``[n, size]`` and at most so many principal directions ``[size, directions]``."""
    mean = vectors.mean(0)
    _, _, directions = np.linalg.svd(vectors - mean, full_matrices=False)
    return mean.astype(np.float32), np.ascontiguousarray(directions[:most].T.astype(np.float32))


class _Gathering:
    """Takes in vectors as they come and keeps them in few directions."""

    def __init__(self) -> None:
        self._first: list[NDArray[np.float32]] = []
        self._fit: Vectors | None = None
        self._rows: list[NDArray[np.float16]] = []
        self.count = 0

    def add(self, vectors: NDArray[np.float32]) -> None:
        self.count += len(vectors)
        if self._fit is not None:
            self._rows.append(self._fit.placed(vectors).astype(np.float16))
            return
        self._first.append(vectors)
        if self.count >= _FITTED:
            self._settle()

    def _settle(self) -> None:
        first = np.concatenate(self._first)
        self._fit = Vectors(*principal(first, DIMENSIONS), np.zeros((0, 0), np.float16))
        self._rows.append(self._fit.placed(first).astype(np.float16))
        self._first = []

    def finish(self) -> Vectors:
        if self._fit is None:
            self._settle()
        assert self._fit is not None
        return Vectors(self._fit.mean, self._fit.basis, np.concatenate(self._rows))


@dataclass(frozen=True)
class Neighbour:
    """A training pair that is near.

    Attributes:
        number: Which of the index.
        likeness: The cosine, 1 for the same direction.
        place: The piece of the target that was written from the near state, a span of it; ``None`` for sentences.
    """

    number: int
    source: str
    target: str
    likeness: float
    place: tuple[int, int] | None = None


@dataclass(frozen=True, eq=False)
class Memory:
    """The index of one checkpoint.

    Attributes:
        weights: Hash of the weights it belongs to.
        sources: Source sentences.
        targets: Their translations.
        total: How many pairs there were in training.
        sentences: One row a pair.
        states: Some rows for some pairs.
        owners: Pair and span of the target of each state, ``[states, 3]``.
    """

    weights: str
    sources: list[str]
    targets: list[str]
    total: int
    sentences: Vectors
    states: Vectors
    owners: NDArray[np.int32]

    def nearest(self, translator: Translator, text: str, count: int = 5) -> list[Neighbour]:
        """The training pairs whose sources are nearest to a sentence."""
        _, vectors, _ = _read(translator, text, "", states=False)
        found = self.sentences.nearest(vectors[0], count)
        return [Neighbour(i, self.sources[i], self.targets[i], cosine) for i, cosine in found]

    def nearest_places(
        self, translator: Translator, text: str, target: str, count: int = 5
    ) -> tuple[tuple[Token, ...], list[list[Neighbour]]]:
        """For each piece of a translation, the places of training translations written from the nearest states.

        Returns:
            The pieces, end-of-sentence last, and each one's neighbours.
        """
        pair, _, states = _read(translator, text, target, states=True)
        tokens = translator.tokenizers.target.decode_tokens(pair.target)[1]
        return tuple(tokens), [self._places(state, count) for state in states[0]]

    def _places(self, state: NDArray[np.float32], count: int) -> list[Neighbour]:
        found = []
        for row, cosine in self.states.nearest(state, count):
            pair, start, end = (int(v) for v in self.owners[row])
            found.append(Neighbour(pair, self.sources[pair], self.targets[pair], cosine, (start, end)))
        return found


def build(translator: Translator, *, check: Check = no_check, progress: Progress = no_progress) -> Memory:
    """Read the training pairs with a model, and keep what it made of them beside its run.

    Raises:
        InputError: The training pairs are not at hand, or the model gives no such vectors.
    """
    run = _run(translator)
    total, read = training_texts(run, translator.tokenizers)
    texts = list(islice(read(), 0, None, max(1, -(-total // PAIRS))))
    texts = [texts[i] for i in np.random.default_rng(1).permutation(len(texts))]
    kept: list[tuple[str, str]] = []
    sentences, states, owners = _Gathering(), _Gathering(), []
    for start in range(0, len(texts), _GROUP):
        group = texts[start : start + _GROUP]
        pairs = translator.read_pairs([text.source for text in group], [text.target for text in group])
        fitting = [(text, pair) for text, pair in zip(group, pairs, strict=True) if pair is not None and _fits(pair)]
        for batch in _batches(fitting):
            check()
            pooled, tops = _vectors(translator, [pair for _, pair in batch], states=states.count < STATES)
            # the texts that the places of the pieces are of
            decoded = [translator.tokenizers.target.decode_tokens(pair.target) for _, pair in batch]
            for row, top in enumerate(tops):
                owners += [(len(kept) + row, token.start, token.end) for token in decoded[row][1]]
                states.add(top)
            kept += [(text.source, target) for (text, _), (target, _) in zip(batch, decoded, strict=True)]
            sentences.add(pooled)
        progress(min(start + _GROUP, len(texts)), len(texts), Message("reading the training pairs"))
    if not kept:
        raise InputError(Message("the run's training pairs are not at hand"), where=run.name)
    sources, targets = ([pair[side] for pair in kept] for side in (0, 1))
    found = Memory(
        _weights(translator),
        sources,
        targets,
        total,
        sentences.finish(),
        states.finish(),
        np.array(owners, dtype=np.int32).reshape(-1, 3),
    )
    _save(found, run.additions / FILE)
    return found


def load(translator: Translator) -> Memory | None:
    """The index of this model's weights; ``None`` where there is none, or one of other weights."""
    path = _run(translator).additions / FILE
    try:
        arrays = read_arrays(path)
        if int(arrays["format"]) != FORMAT or str(arrays["weights"]) != _weights(translator):
            return None
        sentences, states = (
            Vectors(*(arrays[f"{name}_{part}"] for part in ("mean", "basis", "rows")))
            for name in ("sentences", "states")
        )
        sources, targets = (_unpacked(arrays[side], arrays[f"{side}_ends"]) for side in ("sources", "targets"))
        total, weights = int(arrays["total"]), str(arrays["weights"])
        found = Memory(weights, sources, targets, total, sentences, states, arrays["owners"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if _is_whole(found) else None


def _is_whole(memory: Memory) -> bool:
    pairs, states = len(memory.sources), len(memory.states.rows)
    return (
        len(memory.targets) == pairs == len(memory.sentences.rows)
        and memory.owners.shape == (states, 3)
        and (not states or 0 <= int(memory.owners[:, 0].min()) <= int(memory.owners[:, 0].max()) < pairs)
        and all(v.rows.ndim == 2 and v.basis.shape == (len(v.mean), v.rows.shape[1]) for v in _parts(memory))
    )


def _parts(memory: Memory) -> tuple[Vectors, Vectors]:
    return memory.sentences, memory.states


def _save(memory: Memory, path: Path) -> None:
    """Write the index, whole or not at all."""
    arrays: dict[str, NDArray] = {
        "format": np.array(FORMAT),
        "weights": np.array(memory.weights),
        "total": np.array(memory.total),
        "owners": memory.owners,
    }
    for name, vectors in zip(("sentences", "states"), _parts(memory), strict=True):
        arrays |= {f"{name}_mean": vectors.mean, f"{name}_basis": vectors.basis, f"{name}_rows": vectors.rows}
    for side, texts in (("sources", memory.sources), ("targets", memory.targets)):
        data = [text.encode("utf-8", "replace") for text in texts]
        arrays[side] = np.frombuffer(b"".join(data), np.uint8)
        arrays[f"{side}_ends"] = np.cumsum([len(one) for one in data], dtype=np.int64)
    with reporting_writes(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with complete_file(path) as handle:
            np.savez(handle, allow_pickle=False, **arrays)


def _unpacked(data: NDArray[np.uint8], ends: NDArray[np.int64]) -> list[str]:
    whole, starts = data.tobytes(), [0, *ends.tolist()[:-1]]
    return [whole[a:b].decode("utf-8", "replace") for a, b in zip(starts, ends.tolist(), strict=True)]


def _run(translator: Translator) -> RunFolder:
    if translator.run is None:
        raise InputError(Message("the model belongs to no run"))
    return translator.run


def _weights(translator: Translator) -> str:
    return file_hash(_run(translator).path / translator.checkpoint / WEIGHTS)


def _fits(pair: ForcedPair) -> bool:
    return max(len(pair.tokens), len(pair.target)) <= _LONGEST


def _batches(
    pairs: Sequence[tuple[Pair, ForcedPair]],
) -> Iterator[list[tuple[Pair, ForcedPair]]]:
    """Pairs in falling order of their source lengths, some thousand pieces together."""
    ordered = sorted(pairs, key=lambda pair: -len(pair[1].tokens))
    while ordered:
        size = max(1, _PIECES // max(len(p.tokens) + len(p.target) for _, p in ordered[:64]))
        yield ordered[:size]
        ordered = ordered[size:]


def _read(
    translator: Translator, text: str, target: str, *, states: bool
) -> tuple[ForcedPair, NDArray[np.float32], list[NDArray[np.float32]]]:
    """A pair in pieces, and its vectors.

    Raises:
        InputError: There is nothing to read.
    """
    (pair,) = translator.read_pairs([text], [target])
    if pair is None:
        raise InputError(Message("there is nothing to read in the sentence"))
    return pair, *_vectors(translator, [pair], states=states)


@torch.inference_mode()
def _vectors(
    translator: Translator, pairs: Sequence[ForcedPair], *, states: bool
) -> tuple[NDArray[np.float32], list[NDArray[np.float32]]]:
    """The mean encoder output of each pair ``[pairs, size]`` and, if wanted, its decoder's ``[target, size]``."""
    model: Decodable = translator.model
    if not isinstance(model, EncoderDecoder):
        raise InputError(Message("this kind of model gives no vectors of its sentences"))
    cut = [[np.array(ids[:-1], dtype=np.int32) for ids in (p.sentence.ids, p.target)] for p in pairs]
    batch = make_batch([source for source, _ in cut], [target for _, target in cut]).to(translator.device)
    with model.evaluating(), threads_for(len(pairs), translator.device, translator.threads):
        try:
            pooled = model.pooled(model.encode(batch.src, batch.src_lengths))
        except NotImplementedError:
            raise InputError(Message("this kind of model gives no vectors of its sentences")) from None
        if not states:
            return pooled.float().cpu().numpy(), []
        tops = model(batch).float().cpu().numpy()
    return pooled.float().cpu().numpy(), np.split(tops, np.cumsum(batch.tgt_lengths.numpy())[:-1])
