"""One validation within a run: which weights are the better ones, whether they are the best so far, who is told."""

from __future__ import annotations

import time

from workbench.engine.core.events import SampleTranslated, Validated
from workbench.engine.core.messages import Message
from workbench.engine.training.building import BuiltRun, RunContext
from workbench.engine.training.optimization.optim import LastK
from workbench.engine.training.selection import decide
from workbench.engine.training.validation import Scores


class ValidationStep:
    """Validates a run in training.

    Args:
        context: The run; its live state takes in what a validation finds.
    """

    def __init__(self, context: RunContext) -> None:
        self._context = context

    def run(self, built: BuiltRun) -> Scores:
        """Score the weights as they are, compare them with the best and tell what was found."""
        live, emitter = self._context.live, self._context.emitter
        began = time.perf_counter()
        emitter.state("validating", Message("measuring the loss"))
        averaged, scores = self._judge(built)
        decision = decide(live.state.metric, scores.standing, live.state.best_standing)
        live.state = live.state.after_validation(scores.standing, best=decision.better, averaged=averaged)
        self._lower_rate_on_plateau(best=decision.better)
        live.update_elapsed()
        state, now = live.state, time.time()
        self._emit_samples(built, scores, now)
        emitter.emit(
            Validated(
                time=now,
                step=state.step,
                loss=scores.loss,
                perplexity=scores.perplexity,
                bleu=scores.bleu,
                chrf=scores.chrf,
                bleu_signature=scores.bleu_signature,
                chrf_signature=scores.chrf_signature,
                averaged=averaged,
                best=decision.better,
                decided_by=decision.by,
                bad=state.bad,
                seconds=time.perf_counter() - began,
                elapsed=state.elapsed,
            )
        )
        return scores

    def _judge(self, built: BuiltRun) -> tuple[bool, Scores]:
        """Score live or averaged weights, whichever have the lower loss; the loss is cheap, translating is not.

        Returns:
            Whether the averaged weights are the better ones, and the scores of the better ones.
        """
        model, average, validator = built.learner.model, built.learner.average, built.validator
        if isinstance(average, LastK):
            average.update(self._context.live.state.step)
        loss = validator.loss(model)
        averaged = False
        if average:
            average.swap()
            averaged_loss = validator.loss(model)
            averaged = averaged_loss < loss
            if averaged:
                loss = averaged_loss
            else:
                average.swap()
        try:
            return averaged, validator(model, loss, self._context.emitter.reporter("validating", stoppable=False))
        finally:
            if averaged and average:
                average.swap()

    def _lower_rate_on_plateau(self, *, best: bool) -> None:
        training, live = self._context.config.training, self._context.live
        if training.schedule != "plateau":
            return
        rate_scale = live.state.rate_scale
        live.state = live.state.after_plateau_check(best=best, patience=training.plateau_patience)
        if live.state.rate_scale != rate_scale:
            self._context.emitter.warn(
                "learning_rate_halved",
                Message(
                    "no gain in {plateau_patience} validations: rate halved", plateau_patience=training.plateau_patience
                ),
            )

    def _emit_samples(self, built: BuiltRun, scores: Scores, now: float) -> None:
        step = self._context.live.state.step
        pairs = built.validator.pairs[: self._context.config.training.samples]
        for index, pair in enumerate(pairs):
            text = scores.translations[index]
            self._context.emitter.emit(
                SampleTranslated(
                    time=now, step=step, index=index, source=pair.source, reference=pair.target, translation=text
                )
            )
