"""``workbench inspect agreement``: the attention held against gold links and a statistical aligner."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli import options
from workbench.cli.inspect.sentences import Ref, Src, Text, read_sentences
from workbench.cli.terminal import print_json, print_table, progress_line, say
from workbench.engine.core.errors import InputError
from workbench.engine.core.types import ATTENTION, KINDS, Pair, WordAlignment

if TYPE_CHECKING:
    from workbench.engine.inspection.agreement import SentenceAgreement
    from workbench.engine.search.alignment import Links
    from workbench.engine.search.translator import Translator


def register(inspect: typer.Typer) -> None:
    """Add the command."""
    inspect.command("agreement")(agreement)


def agreement(
    run: options.Run,
    text: Text = "",
    src: Src = None,
    ref: Ref = None,
    gold: Annotated[
        Path | None, typer.Option("--gold", help="Gold links i-j (sure) or i?j (possible), a line a pair.")
    ] = None,
    aligner: Annotated[
        bool, typer.Option("--aligner", help="Train a statistical aligner on the run's corpus (needs sil-thot).")
    ] = False,
    by: Annotated[
        list[str] | None, typer.Option("--by", help=f"{', '.join(KINDS)}: the first is the default; may be repeated.")
    ] = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    threads: options.Threads = 0,
    encoding: options.Encoding = "",
    json_: options.Json = False,
) -> None:
    """Tell how far the attention agrees with gold links or with a statistical aligner.

    Of a sentence TEXT its translation is looked at; without TEXT and --src, a test set of the run that has gold links,
    else its validation pairs.
    """
    from workbench.engine.inspection import aligner as aligners

    if aligner and not aligners.is_installed():
        raise aligners.missing()
    if gold is not None and ref is None:
        raise InputError("goes with a test set", where="--gold", advice="Add --src FILE and --ref FILE.")
    ways = by or [ATTENTION]
    if unknown := set(ways) - set(KINDS):
        raise InputError(f"nothing is called '{min(unknown)}'", where="--by", advice=f"{', '.join(KINDS)}.")
    given = read_sentences(text, src, ref, encoding) if text or src is not None else None
    translator = options.load_translator(run, checkpoint, device, threads)
    pairs, links = _pairs(translator, given, gold)
    if ATTENTION in ways and not translator.has_attention:
        others = f"Name others: {', '.join(kind for kind in KINDS if kind != ATTENTION)}."
        raise InputError("this model has no attention, so it has no alignments to compare", where="--by", advice=others)
    statistical = None
    if aligner or links is None:
        from workbench.engine.evaluation.test_runs import training_texts

        assert translator.run is not None
        _, read = training_texts(translator.run, translator.tokenizers)
        with progress_line() as progress:
            trained = aligners.StatisticalAligner(read(), progress=progress)
        statistical = [trained.links(pair.source, pair.target) for pair in pairs]
    _tell(translator, ways, pairs, links, statistical, json_)


def _pairs(
    translator: Translator, given: tuple[list[str], list[str] | None] | None, gold: Path | None
) -> tuple[list[Pair], list[WordAlignment] | None]:
    """Pairs and gold links, of what was given or of the run's own."""
    if given is None:
        from workbench.engine.inspection.agreement import own_pairs

        assert translator.run is not None
        return own_pairs(translator.run)
    sources, references = given
    if references is None:
        found = translator.translate(sources, translator.config.search.model_copy(update={"nbest": 1}), details=False)
        references = [t.text for t in found]
    pairs = [Pair(source, target) for source, target in zip(sources, references, strict=True)]
    if gold is None:
        return pairs, None
    from workbench.engine.evaluation.evaluate import check_gold
    from workbench.engine.evaluation.test_runs import read_gold
    from workbench.engine.evaluation.test_sets import EvalSet

    links = read_gold(translator.config.data, EvalSet("files:", gold=gold), len(sources), 0)
    check_gold(translator, sources, references, links or [])
    return pairs, links


def _tell(
    translator: Translator,
    ways: list[str],
    pairs: list[Pair],
    gold: list[WordAlignment] | None,
    statistical: list[Links] | None,
    json_: bool,
) -> None:
    """Print every way of linking against every reference, then the sentences against the first."""
    from workbench.engine.inspection import agreement as engine

    with progress_line() as progress:
        compared = engine.compare(translator, ways, pairs, gold, statistical, progress=progress)
    first = next(iter(compared.values()))[ways[0]]
    table = {
        reference: {
            n: {"aer": a.aer, "precision": a.precision, "recall": a.recall, "parted": a.parted} for n, a in held.items()
        }
        for reference, held in compared.items()
    }
    if json_:
        sentences = [_row(sentence) for sentence in first.sentences]
        about = {"about": engine.WHAT_ATTENTION_IS_NOT, "literature": list(engine.SOURCES)}
        print_json({"step": translator.step, "agreement": table, **about, "sentences": sentences})
        return
    rows = [
        [way, reference, *(f"{value[name]:.3f}" for name in ("aer", "precision", "recall")), str(value["parted"])]
        for reference, held in table.items()
        for way, value in held.items()
    ]
    print_table(["links by", "against", "error rate", "precision", "recall", "sentences that part"], rows)
    for sentence in first.sentences:
        if sentence.parted:
            _print(sentence)
    say(engine.WHAT_ATTENTION_IS_NOT)
    for source in engine.SOURCES:
        say(f"  {source}")


def _row(sentence: SentenceAgreement) -> dict[str, Any]:
    def ordered(links: Links) -> list[list[int]]:
        return [list(link) for link in sorted(links)]

    return {
        "source": sentence.source,
        "target": sentence.target,
        "error": sentence.error,
        "parted": sentence.parted,
        "links": ordered(sentence.links),
        "missing": ordered(sentence.missing),
        "added": ordered(sentence.added),
    }


def _print(sentence: SentenceAgreement) -> None:
    from workbench.engine.text.words import words

    source, target = words(sentence.source), words(sentence.target)
    say(sentence.source)
    say(f"  {sentence.target}")
    for title, links in (("not linked", sentence.missing), ("linked here alone", sentence.added)):
        if links:
            say(f"  {title}: " + ", ".join(f"{source[s].text} - {target[t].text}" for s, t in sorted(links)))
