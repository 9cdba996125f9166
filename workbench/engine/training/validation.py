"""Scores on the validation set: cross-entropy of the references, and the greedy translations' BLEU and chrF."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch

from workbench.engine.core.config import RunConfig, SearchConfig
from workbench.engine.core.errors import RunFailed
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair, no_progress
from workbench.engine.dataset.batch import Batch
from workbench.engine.dataset.batching import make_batch
from workbench.engine.device.threads import Threads
from workbench.engine.evaluation.metrics import quick_scores
from workbench.engine.evaluation.score_units import Units, is_available, score_units
from workbench.engine.models.base import EncoderDecoder
from workbench.engine.search.translator import Translator
from workbench.engine.text.source.source_reader import SourceReader
from workbench.engine.text.special_ids import PAD
from workbench.engine.training.optimization.loss import cross_entropy
from workbench.engine.training.selection import Standing

if TYPE_CHECKING:
    from workbench.engine.core.types import Progress
    from workbench.engine.text.seen import SourceSeen
    from workbench.engine.text.tokenizer import Tokenizers


@dataclass(frozen=True)
class Scores:
    """What a validation found; see ``events.Validated``."""

    loss: float
    bleu: float
    chrf: float
    bleu_signature: str
    chrf_signature: str
    translations: list[str]

    @property
    def perplexity(self) -> float:
        """``exp(loss)``."""
        return math.exp(min(self.loss, 50.0))

    @property
    def standing(self) -> Standing:
        """What is compared with other validations."""
        return Standing(self.bleu, self.chrf, self.loss)


class Validator:
    """Validates one model again and again on the same pairs.

    Args:
        tokenizer: sacreBLEU's tokenizer that the run began with, "" to choose one.
        seen: What of the sources the training pairs held.
        threads: Those that train.

    Attributes:
        pairs: The pairs that are translated.
        units: What BLEU counts, from language and references.
    """

    def __init__(
        self,
        pairs: Sequence[Pair],
        tokenizers: Tokenizers,
        config: RunConfig,
        *,
        autocast: Callable[[], torch.autocast],
        device: torch.device,
        tokenizer: str,
        seen: SourceSeen | None,
        threads: Threads,
    ) -> None:
        self._threads = threads
        self._tokenizers, self._config, self._seen = tokenizers, config, seen
        self._autocast, self._device = autocast, device
        self.pairs = list(pairs[: config.training.validate_pairs or None])
        self.units = _units(config.data.target_lang, [p.target for p in self.pairs], tokenizer)
        self._batches = self._make_batches(pairs, config.training.max_tokens)

    def _make_batches(self, pairs: Sequence[Pair], max_tokens: int) -> list[Batch]:
        reader = SourceReader(self._tokenizers)
        sources = self._tokenizers.source.encode_batch([reader.read(p.source).text for p in pairs])
        targets = self._tokenizers.target.encode_batch([p.target for p in pairs])
        rows = [
            (np.array(s[:max_tokens], np.int32), np.array(t[:max_tokens], np.int32))
            for s, t in zip(sources, targets, strict=True)
        ]
        rows.sort(key=lambda r: -len(r[0]))
        return [
            make_batch([s for s, _ in part], [t for _, t in part])
            for part in (rows[i : i + 64] for i in range(0, len(rows), 64))
        ]

    @torch.no_grad()
    def loss(self, model: EncoderDecoder) -> float:
        """Cross-entropy per target piece in nats, references fed, no smoothing, no dropout."""
        total, tokens = 0.0, 0
        weight, bias = model.output_weight()
        with model.evaluating():
            for batch in self._batches:
                with self._autocast():
                    hidden = model(batch.to(self._device))
                target = batch.tgt_out[batch.tgt_out != PAD].to(self._device)
                _, nll = cross_entropy(hidden, weight, bias, target, 0.0, hidden.dtype)
                total, tokens = total + float(nll), tokens + batch.tokens
        return total / max(1, tokens)

    def __call__(self, model: EncoderDecoder, loss: float, progress: Progress = no_progress) -> Scores:
        """Translate and score.

        Args:
            loss: The model's cross-entropy, from ``loss``.
            progress: Told how many sentences are translated; may raise ``Cancelled``.
        """
        translator = Translator(
            model, self._tokenizers, self._device, config=self._config, seen=self._seen, threads=self._threads
        )
        sources = [p.source for p in self.pairs]
        search = SearchConfig(beam=1, split_sentences=self._config.search.split_sentences)
        try:
            with self._autocast():
                found = translator.translate(sources, search, progress=progress, details=False)
            texts = [t.text for t in found]
        except RunFailed:  # the scores are no numbers: it translates nothing, and the next reading rolls the run back
            texts = [""] * len(sources)
        references = [p.target for p in self.pairs]
        bleu, chrf, bleu_signature, chrf_signature = quick_scores(texts, references, units=self.units)
        return Scores(loss, bleu, chrf, bleu_signature, chrf_signature, texts)


def _units(target_lang: str, references: Sequence[str], tokenizer: str) -> Units:
    """What BLEU counts; a run keeps to the tokenizer it began with, so that its validations can be compared."""
    units = score_units(target_lang, references)
    if not tokenizer or tokenizer == units.tokenizer or not is_available(tokenizer):
        return units
    return replace(units, tokenizer=tokenizer, reason=Message("the run began with it"))
