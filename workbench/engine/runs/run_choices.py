"""Which runs can translate, which one to begin with, and a sentence to try it on. No torch, no widget."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from workbench.engine.core import paths
from workbench.engine.core.errors import WorkbenchError
from workbench.engine.core.events import SampleTranslated
from workbench.engine.runs import folder as runs
from workbench.engine.runs.folder import RunFolder
from workbench.engine.text.languages import primary_language

_LONGEST_EXAMPLE = 110
#: Sentences to begin with, by source language.
_SAMPLES = {
    "en": "The old gardener sold the yellow flowers to his neighbour this morning.",
    "fr": "Le vieux jardinier a vendu les fleurs jaunes à sa voisine ce matin.",
    "de": "Der alte Gärtner hat heute Morgen die gelben Blumen verkauft.",
    "es": "El viejo jardinero vendió las flores amarillas esta mañana.",
    "it": "Il vecchio giardiniere ha venduto i fiori gialli stamattina.",
    "pt": "O velho jardineiro vendeu as flores amarelas esta manhã.",
}


def usable_runs(training: Path | None) -> list[RunFolder]:
    """Runs with a checkpoint, newest first; the one that trains now also before its first checkpoint."""
    found = [r for r in runs.list_runs() if r.checkpoints() or r.path == training]
    if training is not None and training not in [r.path for r in found] and (training / runs.CONFIG).is_file():
        found.insert(0, RunFolder(training))
    return found


def alike(run: RunFolder) -> list[RunFolder]:
    """Runs with a checkpoint between the same languages, newest first; this one is among them."""
    speaks = languages(run)
    found = [r for r in usable_runs(None) if languages(r) == speaks]
    return found if run.path in [r.path for r in found] else [*found, run]


def first_choice(found: list[RunFolder], remembered: str, speaks: str = "") -> RunFolder | None:
    """The run used last, else a shipped one, else the newest.

    Args:
        remembered: Path of the run used last.
        speaks: Language of the window; of several shipped runs the one that translates from it is taken.
    """
    ready = [r for r in found if r.checkpoints()]
    for run in ready:
        if str(run.path) == remembered:
            return run
    # In a checkout the person's own runs stand beside the shipped ones.
    root = paths.shipped_runs_root()
    shipped = sorted((r for r in ready if r.path.parent == root and r.name.startswith("sample-")), key=lambda r: r.name)
    own = [r for r in shipped if primary_language(languages(r)[0]) == speaks]
    return next(iter([*own, *shipped, *ready]), None)


def title(run: RunFolder) -> str:
    """The person's title of a run, else its folder's name."""
    try:
        return str(run.notes().get("title") or run.name)
    except WorkbenchError:
        return run.name


def languages(run: RunFolder) -> tuple[str, str]:
    """Source and target language tag; empty when unknown."""
    try:
        data = run.config().data
    except WorkbenchError:
        return "", ""
    return data.source_lang, data.target_lang


def best_step(run: RunFolder) -> int:
    """Step of the best checkpoint, -1 when none is marked."""
    try:
        best = run.best()
    except WorkbenchError:
        return -1
    return int(best["step"]) if best and "step" in best else -1


def reverse_of(run: RunFolder, found: list[RunFolder]) -> RunFolder | None:
    """The run that translates back: its languages are those of ``run`` the other way round.

    Args:
        run: A run.
        found: The runs there are, newest first; one beside ``run`` is taken before others.
    """
    source, target = (primary_language(tag) for tag in languages(run))
    if not source or not target or source == target:
        return None
    back = [
        r for r in found if r.checkpoints() and tuple(primary_language(tag) for tag in languages(r)) == (target, source)
    ]
    return next(iter(sorted(back, key=lambda r: r.path.parent != run.path.parent)), None)


def examples(run: RunFolder, count: int = 6) -> list[str]:
    """Sentences that the model never learnt from: held out for testing, else those that it was watched by."""
    found: dict[str, None] = {}
    held_out = run.path / "data" / "test.src"
    if held_out.is_file():
        with open(held_out, encoding="utf-8", errors="replace") as handle:
            lines = [line.strip() for line in islice(handle, 20 * count)]
        short = [line for line in lines if 20 <= len(line) <= _LONGEST_EXAMPLE]
        found = dict.fromkeys(short[:: max(1, len(short) // count)])
    if not found:
        for event in run.raw_events():
            if isinstance(event, SampleTranslated):
                if event.source in found or len(found) >= count:
                    break  # the same sentences again, at a later step
                if len(event.source) <= _LONGEST_EXAMPLE:
                    found[event.source] = None
    return list(found)[:count]


def sample_sentence(run: RunFolder) -> str:
    """A sentence to begin with: our own for common languages, else one that the run followed while it trained."""
    tag = primary_language(languages(run)[0])
    if tag in _SAMPLES:
        return _SAMPLES[tag]
    for event in run.raw_events():
        if isinstance(event, SampleTranslated):
            return event.source
    return ""
