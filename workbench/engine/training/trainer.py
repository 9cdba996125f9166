"""The trainer: prepares, builds, trains, validates, checkpoints, and tells the world through events."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import torch

from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import Cancelled, ConfigError, RunFailed, WorkbenchError
from workbench.engine.core.events import (
    CheckpointSaved,
    EventSink,
    RunFinished,
    RunResumed,
    RunStarted,
    SampleTranslated,
    StepLogged,
    Validated,
)
from workbench.engine.core.files import empty_folder, is_full, remove_if_empty, write_error
from workbench.engine.core.messages import Message
from workbench.engine.dataset.batch import Batch
from workbench.engine.dataset.batching import BatchSampler
from workbench.engine.dataset.prepare import Prepared, load_prepared, prepare
from workbench.engine.device.devices import choose_device, configure_threads, cpu_threads, describe_device, trim_memory
from workbench.engine.device.precision import choose_precision, require_bf16, resumed_precision, slow_bf16
from workbench.engine.models.embeddings import initialise_from_vectors, put_back
from workbench.engine.models.weights import build_model
from workbench.engine.runs.checkpoints import find_resumable, set_aside
from workbench.engine.runs.folder import CORPUS, EVENTS, LOCK, CheckpointInfo, RunFolder
from workbench.engine.runs.journal import Journal
from workbench.engine.runs.presets import check_limits, resolve_auto
from workbench.engine.runs.resuming import with_wishes
from workbench.engine.training import checkpoint as ckpt
from workbench.engine.training.checkpoint import Progress
from workbench.engine.training.checkpoint_manager import Keeper, fixed_in
from workbench.engine.training.control import TrainingControl
from workbench.engine.training.distributed import Ranks, local_device
from workbench.engine.training.emitter import Teller, close_quietly
from workbench.engine.training.limits import epochs_done, share_done, why_over
from workbench.engine.training.loader import Group, Loader
from workbench.engine.training.meter import Window
from workbench.engine.training.optim import LastK, clip_gradients, learning_rate, make_optimizer
from workbench.engine.training.schedules import teacher_forcing_ratio
from workbench.engine.training.selection import decide
from workbench.engine.training.space import check_room_for_checkpoints, check_room_for_corpus
from workbench.engine.training.step import TrainingStep, split_batch
from workbench.engine.training.validation import Scores, Validator

#: What a person can do about a run that diverges.
ADVICE = Message("Lower training.learning_rate or raise training.warmup_steps.")


def train(
    config: RunConfig,
    run_dir: Path,
    *,
    resume: bool = False,
    sinks: Sequence[EventSink] = (),
    control: TrainingControl | None = None,
) -> RunFinished:
    """Train one run from its configuration to its end, a stop, or a failure.

    Args:
        config: What to do; on resume, what the run folder says is used for everything but the limits.
        run_dir: The run folder; must not exist unless ``resume``.
        resume: Go on from the highest complete checkpoint, or from the beginning when there is none.
        sinks: Receive every event, beside the run's own journal.
        control: Stop, pause, evaluate now.

    Returns:
        The last event. A stop is a result, not an exception.

    Raises:
        InputError: The corpus, the configuration or the run folder cannot be used.
        RunFailed: The run broke on the way; the journal says so too.
    """
    control = control or TrainingControl()
    device = choose_device(local_device(config.runtime.device))
    configure_threads(config.runtime.threads)
    if config.runtime.precision == "bf16" and not resume:
        require_bf16(device)
    if not resume:
        check_limits(config)
    with ExitStack() as leaving:  # each of these is done, whatever becomes of the others
        ranks = Ranks(device)
        leaving.callback(ranks.close)
        run = RunFolder.open(run_dir) if resume else RunFolder(run_dir)
        journal: Journal | None = None
        if ranks.first:
            for sink in sinks:
                leaving.callback(close_quietly, sink)
            # nothing is written into the folder before the lock on it is held
            if resume:
                lock = run.lock()
            else:
                run, lock = RunFolder.begin(run_dir, config)
                leaving.callback(remove_if_empty, run.path)
            leaving.callback(lock.release)
            if resume:
                _take_wishes(run, config)
            else:
                leaving.callback(_forget_unprepared, run)
            journal = Journal(run.path / EVENTS)
            leaving.callback(journal.close)
        ranks.wait()
        leaving.callback(trim_memory)
        # now, not some time later: Windows does not let a run be deleted while its stores are mapped
        leaving.callback(gc.collect)
        finished = Trainer(config, run, device, ranks, journal, sinks if ranks.first else (), control, resume).run()
        ranks.wait()  # none leaves while another still needs it
        return finished


def _forget_unprepared(run: RunFolder) -> None:
    """The corpus could not be used, or the person thought better of it: nothing worth keeping was made."""
    if not (run.path / CORPUS).is_file():
        empty_folder(run.path, keep=LOCK)


def _take_wishes(run: RunFolder, config: RunConfig) -> None:
    """Let a run go on with other limits, or elsewhere, than it was begun with."""
    own = run.config()
    wished = with_wishes(own, config)
    if wished != own:
        run.write_config(wished)


class Trainer:
    """One run. Everything heavy is made in ``run`` and gone when it returns."""

    def __init__(
        self,
        config: RunConfig,
        run: RunFolder,
        device: torch.device,
        ranks: Ranks,
        journal: Journal | None,
        sinks: Sequence[EventSink],
        control: TrainingControl,
        resume: bool,
    ) -> None:
        self.config, self.folder, self.device, self.ranks = config, run, device, ranks
        self.control, self.resume = control, resume
        self.progress = Progress()
        self.tell = Teller(journal, sinks, control, lambda: self.progress.step)

    # the run -------------------------------------------------------------------------------------------------------

    def run(self) -> RunFinished:
        """Train to the end; see ``train``."""
        try:
            finished = self._run()
        except Cancelled:
            finished = self._finish("stopped", Message("stopped before training began"))
        except WorkbenchError as error:
            self._fail("failed", str(error))
            raise
        except torch.OutOfMemoryError:
            reason = Message("the device has too little memory for this model and its batches")
            self._fail("failed", reason)
            raise RunFailed(reason, advice=Message("Choose a smaller preset or --device cpu.")) from None
        except KeyboardInterrupt:
            self._fail("stopped", "interrupted")
            raise
        except Exception as error:
            if is_full(error):
                failed = write_error(error, self.folder.path, advice="Free some space there, then use --resume.")
                self._fail("failed", str(failed))
                raise failed from None
            self._fail("failed", f"{type(error).__name__}: {error}")
            raise
        return finished

    def _fail(self, status: str, reason: str) -> None:
        """Tell how the run ended; that the journal cannot be written either is not what ended it."""
        with suppress(WorkbenchError):
            self._finish(status, reason)

    def _finish(self, status: str, reason: str) -> RunFinished:
        event = RunFinished(
            time=time.time(),
            step=self.progress.step,
            status=status,
            reason=reason,
            best_step=self.progress.best_step,
            best_value=abs(self.progress.best_value),
            metric=self.progress.metric or self.config.training.metric,
            elapsed=self.progress.elapsed,
        )
        self.tell(event)
        return event

    def _run(self) -> RunFinished:
        wanted, cores = self.config.runtime.threads, cpu_threads()
        if wanted > cores:
            self.tell.warn(
                "threads",
                Message(
                    "runtime.threads is {wanted}, more than the cores here: {cores} used", wanted=wanted, cores=cores
                ),
            )
        data = self._prepare()
        self.config = data.config
        self.tell.state("building", Message("building the model"))
        start = self._find_start() if self.resume else None
        if start is not None:
            self.progress = ckpt.load_progress(start)
        self._build(data, start)
        if self.ranks.first:
            size = sum(p.numel() for p in self.parameters)
            check_room_for_checkpoints(self.folder, size, self.config.training, lambda m: self.tell.warn("disk", m))
        if self.resume:
            # before the first checkpoint this is step 0: what the journal says of the steps since is void
            if start is not None:
                self._restore(start)
            self.tell(RunResumed(time=time.time(), step=self.progress.step, elapsed=self.progress.elapsed))
            try:
                check_limits(self.config)
            except ConfigError as error:  # what has begun may go on
                self.tell.warn("limits", f"{error.where}: {error.message}")
        self.tell(self._started(data))
        if self.progress.metric != self.config.training.metric:
            self.tell.warn(
                "metric", Message("most validation sentences are too short for BLEU: chrF picks the best checkpoint")
            )
        self.tell.state("running")
        self.loader = Loader(
            data.train,
            self.config.training,
            data.tokenizers.source,
            data.train_text,
            pinned=self.device.type == "cuda",
        )
        try:
            return self._train()
        finally:
            self.loader.close()

    def _prepare(self) -> Prepared:
        working = self.tell.reporter("preparing")
        working(0, 0, "reading the corpus")
        done = self.resume and (self.folder.path / CORPUS).is_file()
        if self.ranks.first and not done:
            check_room_for_corpus(self.config.data, self.folder.path, lambda m: self.tell.warn("disk", m))
            threads = configure_threads(self.config.runtime.threads)
            data = prepare(
                self.config,
                self.folder.path,
                resolve=lambda config, stats: resolve_auto(config, stats, threads, self.device.type),
                progress=working,
                on_warning=lambda message: self.tell.warn("data", message),
            )
            self.folder.write_config(data.config)
        self.ranks.wait()
        if not self.ranks.first or done:
            data = load_prepared(self.folder.config(), self.folder.path)
        return data

    def _build(self, data: Prepared, start: CheckpointInfo | None) -> None:
        training, tokenizers = self.config.training, data.tokenizers
        self.data = data
        self.precision = self._precision()
        torch.manual_seed(training.seed)
        self.model = build_model(self.config.model, tokenizers.source.size, tokenizers.target.size, tokenizers.shared)
        self._load_vectors(start)
        self.model.to(self.device)
        self.stepper = TrainingStep(self.model, training, self.precision, self.config.runtime.fast_path)
        self.parallel = self.ranks.wrap(self.stepper)
        self.parameters = [p for p in self.model.parameters() if p.requires_grad]
        self.optimizer = make_optimizer(self.model, training)
        self.keeper = Keeper(self.folder, training, self.model, self.optimizer, self.fixed)
        self.average = self.keeper.average
        self.sampler = BatchSampler(
            data.train.source_lengths,
            data.train.target_lengths,
            batch_tokens=training.batch_tokens,
            batch_sentences=training.batch_sentences,
            seed=training.seed,
            rank=self.ranks.rank,
            world=self.ranks.world,
        )
        self.validator = Validator(
            data.valid,
            tokenizers,
            translate_at_most=training.validate_pairs,
            max_tokens=training.max_tokens,
            autocast=self.stepper.autocast,
            device=self.device,
            target_lang=self.config.data.target_lang,
            tokenizer=self.progress.tokenizer,
            config=self.config,
            seen=data.seen,
        )
        self.progress.choose_metric(training.metric, self.validator.units)
        self.splits = 1

    def _precision(self) -> str:
        """The precision asked for, or the faster one; a run keeps to what it began with where that can be done."""
        wish: str = self.config.runtime.precision
        if wish == "auto":
            wish = self.progress.precision or choose_precision(wish, self.device)
        chosen, lack = resumed_precision(wish, self.device)
        # one precision for all processes: that of the least able device
        chosen = "bf16" if self.ranks.sum(chosen == "bf16")[0] == self.ranks.world else "fp32"
        slow = slow_bf16(self.device) if chosen == "bf16" else ""
        if lack or slow:
            self.tell.warn("precision", lack or slow)
        self.progress.precision = chosen
        return chosen

    def _load_vectors(self, start: CheckpointInfo | None) -> None:
        if start is not None:
            # its weights are loaded next: the files are not needed, and need not be there any more
            self.fixed = fixed_in(start, self.model)
            if self.fixed or not self.config.model.vectors_stay:
                return
        vocabularies = [side.vocabulary() for side in (self.data.tokenizers.source, self.data.tokenizers.target)]
        self.fixed, messages = initialise_from_vectors(self.model, self.config.model, *vocabularies)
        for message in messages:
            self.tell.warn("vectors", message)

    def _started(self, data: Prepared) -> RunStarted:
        training = self.config.training
        return RunStarted(
            time=time.time(),
            step=self.progress.step,
            run=self.folder.name,
            device=describe_device(self.device),
            parameters=sum(p.numel() for p in self.parameters),
            train_pairs=len(data.train),
            valid_pairs=len(data.valid),
            total_steps=training.max_steps,
            max_seconds=training.max_minutes * 60,
            precision=self.precision,
            patience=training.patience,
            explanations=data.explanations | self.validator.units.explained(self.progress.metric),
        )

    # the loop ------------------------------------------------------------------------------------------------------

    def _train(self) -> RunFinished:
        training = self.config.training
        self._started_at = time.perf_counter() - self.progress.elapsed
        self._last_validation = self.progress.elapsed
        self.window = Window(self.device)
        for group, following, batches_in_epoch in self._groups():
            state = self.progress  # a new object after a roll-back
            share = share_done(training, state, batches_in_epoch)
            # every process must come to the same decision and the same learning rate, so the first one's clock counts
            stop, now, reason, share = self.ranks.from_first(
                (self._should_stop(), self._validate_now(), why_over(training, state, share), share)
            )
            if stop or reason:
                break
            ratio = teacher_forcing_ratio(training, state.step)
            rate = learning_rate(training, state.step, share, state.rate_scale)
            for settings in self.optimizer.param_groups:
                settings["lr"] = rate
            self._step(group, following, ratio)
            state.step += 1
            state.batch += len(group)
            if self.average and training.averaging == "ema":
                self.average.update(state.step)
            self._tick()
            due = now or self._validation_due()
            # also looked at before every checkpoint, so that none is kept of what has diverged
            if (due or state.step % training.log_steps == 0) and not self._log(rate, ratio, batches_in_epoch):
                continue
            if due:
                reason = self._validate()
                self.window.restart()
                if reason:
                    break
        return self._end(reason)

    def _end(self, reason: str) -> RunFinished:
        """The last validation and checkpoint; a stop keeps what there is without scoring it."""
        self._tick()
        if self.window.steps and self._read() is None and not self.progress.step:
            raise RunFailed(Message("the run diverged before its first checkpoint"), advice=ADVICE)
        state = self.progress  # a new object after a roll-back
        # another process may look before the first one has written: all must agree whether to validate together
        fresh = self.ranks.from_first(any(c.step == state.step for c in self.folder.checkpoints()))
        if reason:
            if not fresh and state.step:
                self._validate()
            return self._finish("completed", reason)
        self.tell.state("stopping", Message("saving a checkpoint"))
        if not fresh and state.step and self.ranks.first:
            self._save(None)
        return self._finish("stopped", Message("stopped by request"))

    def _groups(self) -> Iterator[tuple[Group, Group, int]]:
        """Batches, as many together as are accumulated, and those after them, from where the run stands; for ever."""
        size = self.config.training.accumulation
        while True:
            epoch = self.progress.epoch
            batches = self.sampler.epoch(epoch)
            if not batches:
                raise RunFailed(Message("the corpus is too small to fill one batch on every device"))
            # a roll-back may set the run back into an earlier epoch
            while self.progress.epoch == epoch and self.progress.batch < len(batches):
                start = self.progress.batch
                yield batches[start : start + size], batches[start + size : start + 2 * size], len(batches)
            if self.progress.epoch == epoch:
                self.progress.epoch += 1
                self.progress.batch = 0

    def _tick(self) -> None:
        self.progress.elapsed = time.perf_counter() - self._started_at

    def _should_stop(self) -> bool:
        if self.control.paused and not self.control.stopping:
            self.tell.state("paused")
            began = time.perf_counter()
            stop = self.control.check()
            gone = time.perf_counter() - began  # a pause costs no training time
            self._started_at += gone
            self.window.skip(gone)
            self.tell.state("running")
            return stop
        return self.control.stopping

    def _validate_now(self) -> bool:
        return self.control.take_validation_request()

    def _step(self, group: Group, following: Group, ratio: float) -> None:
        """One optimizer step; out of memory halves the batch and repeats it."""
        training, state = self.config.training, self.progress
        batches = self.loader.take(group, state.step, following)
        tokens = self.ranks.sum(sum(b.tokens for b in batches))[0]
        while True:
            # the step's random numbers depend on seed and step alone: a resumed run draws the same
            torch.manual_seed((training.seed * 1_000_003 + state.step) * 64 + self.ranks.rank)
            generator = torch.Generator().manual_seed(training.seed * 7_368_787 + state.step)
            try:
                losses = self._accumulate(batches, tokens, ratio, generator)
                break
            except torch.OutOfMemoryError:
                self.optimizer.zero_grad(set_to_none=True)
                if self.ranks.world > 1 or max(b.src.shape[0] for b in batches) <= self.splits:
                    raise
                torch.cuda.empty_cache()
                self.splits *= 2
                self.tell.warn(
                    "out_of_memory",
                    Message("out of memory: batches are now taken in {splits} parts", splits=self.splits),
                )
        norm = clip_gradients(self.parameters, training.clip_norm)
        self.optimizer.step()
        put_back(self.fixed)
        self.optimizer.zero_grad(set_to_none=True)
        self.window.add(losses, norm, sum(b.tokens for b in batches))

    def _accumulate(
        self, batches: list[Batch], tokens: float, ratio: float, generator: torch.Generator
    ) -> torch.Tensor:
        """Gradients of all batches; their objective and their plain cross-entropy ``[2]``, per token."""
        total = torch.zeros(2, device=self.device)
        for batch in batches:
            for part in split_batch(batch, self.splits):
                loss, nll = self.parallel(part, ratio, generator)
                # gradients are averaged over processes, hence the factor; the loss is weighted by tokens
                (loss * (self.ranks.world / tokens)).backward()
                total += torch.stack([loss.detach(), nll]) / tokens
        return total

    def _log(self, rate: float, ratio: float, batches_in_epoch: int) -> bool:
        """Tell a point; False when the run had diverged and was rolled back."""
        state, training = self.progress, self.config.training
        point = self._read()
        if point is None:
            return False
        loss, cross_entropy, norm, tokens_per_second = point
        self.tell(
            StepLogged(
                time=time.time(),
                step=state.step,
                loss=loss,
                learning_rate=rate,
                gradient_norm=norm,
                teacher_forcing=ratio,
                tokens_per_second=tokens_per_second,
                epoch=epochs_done(state, batches_in_epoch),
                elapsed=state.elapsed,
                progress=min(1.0, share_done(training, state, batches_in_epoch)),
                cross_entropy=cross_entropy,
            )
        )
        return True

    def _read(self) -> tuple[float, float, float, float] | None:
        """Objective, cross-entropy, gradient norm and speed since the last look; None when the run had diverged."""
        loss, cross_entropy, norm, speed = self.window.read()
        # each process has divided its share of the loss by the tokens of all
        loss, cross_entropy, speed = self.ranks.sum(loss, cross_entropy, speed)
        if math.isfinite(loss) and math.isfinite(norm) and norm <= self.config.training.max_gradient_norm:
            return loss, cross_entropy, norm, speed
        self._roll_back(loss, norm)
        self.window.restart()
        return None

    def _roll_back(self, loss: float, norm: float) -> None:
        """Back to the last good checkpoint at half the learning rate; a second divergence gives up."""
        where = f"at step {self.progress.step} (loss {loss:.3g}, gradient norm {norm:.3g})"
        halvings = self.progress.halvings + 1
        if halvings > 1:
            raise RunFailed(Message("the run diverged again {where}", where=where), advice=ADVICE)
        elapsed = self.progress.elapsed
        last, _ = find_resumable(self.folder)
        if last is not None:
            self._restore(last)
        else:
            self.progress = Progress(precision=self.precision)
            self._build(self.data, None)
        self.progress.halvings = halvings
        self.progress.rate_scale *= 0.5
        self.progress.elapsed = elapsed
        self._started_at = time.perf_counter() - elapsed  # the time is gone
        self.tell(RunResumed(time=time.time(), step=self.progress.step, elapsed=elapsed))
        back = self.progress.step
        self.tell.warn(
            "learning_rate_halved",
            Message("diverged {where}: went back to step {back} and halved the rate", where=where, back=back),
        )

    # validation and checkpoints ------------------------------------------------------------------------------------

    def _validation_due(self) -> bool:
        training, state = self.config.training, self.progress
        if training.validate_steps and state.step % training.validate_steps == 0:
            return True
        minutes = training.validate_minutes * 60
        due = bool(minutes) and state.elapsed - self._last_validation >= minutes
        return bool(self.ranks.from_first(due)) if minutes else False

    def _validate(self) -> str:
        """Score, keep a checkpoint; returns why the run is over, or ""."""
        if self.ranks.first:
            self._validate_here()
        trim_memory()
        self.progress = self.ranks.from_first(self.progress)
        self._last_validation = self.progress.elapsed
        training, state = self.config.training, self.progress
        if training.patience and state.bad >= training.patience:
            return Message("no new best in {bad} validations", bad=state.bad)
        return ""

    def _validate_here(self) -> None:
        state, training = self.progress, self.config.training
        began = time.perf_counter()
        self.tell.state("validating", Message("measuring the loss"))
        averaged, scores = self._judge()
        decision = decide(state.metric, scores.standing, state.best_standing)
        best = decision.better
        state.averaged = averaged
        state.bad = 0 if best else state.bad + 1
        if best:
            state.keep_best(scores.standing)
        self._plateau(best)
        self._tick()
        now = time.time()
        for index, pair in enumerate(self.validator.pairs[: training.samples]):
            text = scores.translations[index]
            self.tell(
                SampleTranslated(
                    time=now, step=state.step, index=index, source=pair.source, reference=pair.target, translation=text
                )
            )
        self.tell(
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
                best=best,
                decided_by=decision.by,
                bad=state.bad,
                seconds=time.perf_counter() - began,
                elapsed=state.elapsed,
            )
        )
        self._save(scores)
        self._tick()
        state.validation_seconds = time.perf_counter() - began
        self.tell.state("running")

    def _judge(self) -> tuple[bool, Scores]:
        """Score live or averaged weights, whichever have the lower loss; the loss is cheap, translating is not."""
        if isinstance(self.average, LastK):
            self.average.update(self.progress.step)
        loss = self.validator.loss(self.model)
        averaged = False
        if self.average:
            self.average.swap()
            other = self.validator.loss(self.model)
            averaged = other < loss
            if averaged:
                loss = other
            else:
                self.average.swap()
        try:
            return averaged, self.validator(self.model, loss, self.tell.reporter("validating", stoppable=False))
        finally:
            if averaged and self.average:
                self.average.swap()

    def _plateau(self, best: bool) -> None:
        training, state = self.config.training, self.progress
        if training.schedule != "plateau":
            return
        state.plateau_bad = 0 if best else state.plateau_bad + 1
        if state.plateau_bad >= training.plateau_patience:
            state.plateau_bad = 0
            state.rate_scale *= 0.5
            self.tell.warn(
                "learning_rate_halved",
                Message(
                    "no gain in {plateau_patience} validations: rate halved", plateau_patience=training.plateau_patience
                ),
            )

    def _save(self, scores: Scores | None) -> None:
        state = self.progress
        self.tell.state("saving", Message("writing a checkpoint"))
        facts: dict[str, Any] = {
            "source_vocab": self.model.source_vocab,
            "target_vocab": self.model.target_vocab,
            "shared": self.data.tokenizers.shared,
        }
        if scores:
            facts["scores"] = {"loss": scores.loss, "bleu": scores.bleu, "chrf": scores.chrf}
        name = self.keeper.save(state, facts)
        self.tell(CheckpointSaved(time=time.time(), step=state.step, folder=name, best=state.best_step == state.step))

    def _find_start(self) -> CheckpointInfo | None:
        """The checkpoint to go on from, the newest that is whole; damaged ones are told of and put aside."""
        start: CheckpointInfo | None = None
        if self.ranks.first:
            start, damaged = find_resumable(self.folder)
            for found in damaged:
                aside = set_aside(found).name
                self.tell.warn(
                    "checkpoint_damaged",
                    Message(
                        "{found}: it was renamed to {aside}, and training goes on from step {value}",
                        found=found,
                        aside=aside,
                        value=start.step if start else 0,
                    ),
                )
        chosen: CheckpointInfo | None = self.ranks.from_first(start)
        return chosen

    def _restore(self, start: CheckpointInfo) -> None:
        """Load a checkpoint and stand where it stood."""
        found = self.keeper.restore(start)
        found.precision = self.precision
        found.choose_metric(self.config.training.metric, self.validator.units)
        self.progress = found
        self._last_validation = found.elapsed
        self._started_at = time.perf_counter() - found.elapsed
        if self.ranks.first:
            self.keeper.point_at_best(found)
