"""A test set looked at closely: translated with its details, scored, taken apart, and projected."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import WorkbenchError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Progress, Translation, no_progress
from workbench.engine.evaluation.metrics import Measured, Score, bleu_metric, chrf_metric
from workbench.engine.evaluation.score_units import score_units
from workbench.engine.evaluation.test_runs import training_texts
from workbench.engine.inspection.failures import Failures, count_words, find_failures
from workbench.engine.inspection.projection.calibration_file import calibration_of
from workbench.engine.inspection.projection.confidence import Calibration, Projection
from workbench.engine.inspection.report.page import Facts, page_of_test_set

if TYPE_CHECKING:
    from workbench.engine.search.translator import Translator


@dataclass(frozen=True)
class TestSetLook:
    """What there is to see.

    Attributes:
        scores: Corpus scores by name.
        calibration: ``None`` where the run's validation pairs are not at hand.
        judged: A projection for each sentence; empty without a calibration.
        missing: Why something is not known, in sentences.
    """

    __test__ = False

    facts: Facts
    translations: tuple[Translation, ...] = field(repr=False)
    failures: Failures
    scores: tuple[tuple[str, Score], ...]
    calibration: Calibration | None
    judged: tuple[Projection, ...] = field(repr=False)
    missing: tuple[str, ...] = ()

    def page(self, say: Callable[[str], str] = str, language: str = "en") -> str:
        """All of it as a page for a browser, in the language that ``say`` speaks."""
        found = self.translations, self.failures, self.scores, self.calibration
        return page_of_test_set(self.facts, *found, say, language)


def look_at(
    translator: Translator,
    sources: Sequence[str],
    references: Sequence[str],
    search: SearchConfig,
    *,
    title: str = "",
    check: Callable[[], None] = lambda: None,
    progress: Progress = no_progress,
) -> TestSetLook:
    """Look at a test set.

    Raises:
        InputError: There is nothing to look at.
    """
    data, calibration = translator.config.data, None
    missing: list[str] = []
    try:
        calibration = calibration_of(translator, check=check, progress=progress)
    except WorkbenchError as error:
        check()  # cancelled, rather than not at hand
        missing.append(Message("no quality is projected: {reason}", reason=error.message))
    search = search.model_copy(update={"nbest": 1})
    found = translator.translate(sources, search, check=check, progress=progress)
    failures, unknown = failures_of(translator, sources, references, found, check=check, progress=progress)
    missing += [unknown] if unknown else []
    progress(0, 0, Message("scoring"))
    texts, units = [t.text for t in found], score_units(data.target_lang, references)
    scores = tuple(
        (name, Measured(metric, texts, references).score())
        for name, metric in (("BLEU", bleu_metric(units=units)), ("chrF", chrf_metric()))
    )
    facts = Facts(
        translator.run.name if translator.run else "",
        translator.step,
        (data.source_lang, data.target_lang),
        f"beam {search.beam}",
        title,
    )
    judged = () if calibration is None else tuple(calibration.judge(t) for t in found)
    return TestSetLook(facts, tuple(found), failures, scores, calibration, judged, tuple(missing))


def failures_of(
    translator: Translator,
    sources: Sequence[str],
    references: Sequence[str],
    translations: Sequence[Translation],
    *,
    check: Callable[[], None] = lambda: None,
    progress: Progress = no_progress,
) -> tuple[Failures, str]:
    """Where translations of a test set go wrong, and why it is not known how often words were seen; "" where it is."""
    counts, unknown = None, ""
    try:
        progress(0, 0, Message("counting the words of the training pairs"))
        counts = training_words(translator, check)
    except WorkbenchError as error:
        check()  # cancelled, rather than not at hand
        unknown = Message("how often words were seen is not known: {reason}", reason=error.message)
    knows = translator.seen.knows_word if counts is None and translator.seen.words is not None else None
    texts, language = [t.text for t in translations], translator.config.data.target_lang
    return find_failures(sources, references, texts, counts=counts, knows=knows, target_lang=language), unknown


def training_words(translator: Translator, check: Callable[[], None] = lambda: None) -> Mapping[str, int]:
    """How often each word stands in the run's training sources.

    Raises:
        InputError: They are not at hand.
    """
    assert translator.run is not None
    return count_words(training_texts(translator.run, translator.tokenizers)[1](), check)


def look_at_result(
    run: Path,
    key: str,
    *,
    step: int,
    beam: int,
    title: str,
    device: str = "auto",
    check: Callable[[], None] = lambda: None,
    progress: Progress = no_progress,
) -> TestSetLook:
    """Look at the sentences of a kept test result, with a model of its own; imports torch.

    Args:
        run: Run folder.
        key: Of the result.
        step: Checkpoint that was tested.
        beam: With which it was.

    Raises:
        RunFolderError: The checkpoint is gone.
        InputError: The sentences were not kept.
    """
    from workbench.engine.evaluation.test_sets import load_sentences
    from workbench.engine.runs.folder import RunFolder
    from workbench.engine.search.opening import open_translator

    folder = RunFolder(run)
    rows = load_sentences(folder, key)
    progress(0, 0, Message("loading the model"))
    translator = open_translator(folder, checkpoint=str(step), device=device)
    search = translator.config.search.model_copy(update={"beam": beam, "sampling": False})
    sources, references = ([str(row.get(side, "")) for row in rows] for side in ("source", "reference"))
    return look_at(translator, sources, references, search, title=title, check=check, progress=progress)
