"""``workbench inspect confidence`` and ``calibrate``: how good each translation probably is."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli import options
from workbench.cli.inspect.sentences import Ref, Src, Text, read_sentences
from workbench.cli.terminal import print_json, print_table, progress_line, say
from workbench.engine.core.errors import InputError
from workbench.engine.core.types import Pair

if TYPE_CHECKING:
    from workbench.engine.core.types import Translation
    from workbench.engine.inspection.projection.confidence import Calibration, Projection

#: Sentences projected worst that are looked for among those that are worst.
_MARKED = 50
_VERDICTS = {"usable": "likely usable", "check": "check", "redo": "redo"}


def register(inspect: typer.Typer) -> None:
    """Add the commands."""
    inspect.command("confidence")(confidence)
    inspect.command("calibrate")(calibrate)


def confidence(
    run: options.Run,
    text: Text = "",
    src: Src = None,
    ref: Ref = None,
    sort: Annotated[str, typer.Option("--sort", help="Sort by projected, chrf or a measure; lowest first.")] = "",
    beam: options.Beam = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    set_: options.Set = None,
    threads: options.Threads = 0,
    encoding: options.Encoding = "",
    json_: options.Json = False,
) -> None:
    """Project the chrF of translations: likely usable, check, or redo."""
    sources, references = read_sentences(text, src, ref, encoding)
    translator = options.load_translator(run, checkpoint, device, threads)
    search = options.search_settings(translator.config, set_, beam).model_copy(update={"nbest": 1})
    from workbench.engine.inspection.projection.calibration_file import calibration_of
    from workbench.engine.inspection.projection.confidence import sentence_scores

    with progress_line() as progress:
        calibration = calibration_of(translator, progress=progress)
        found = translator.translate(sources, search, progress=progress)
    judged = [calibration.judge(t) for t in found]
    scores = None if references is None else sentence_scores(found, references)
    rows = [
        _row(t, p, None if scores is None else scores[i]) for i, (t, p) in enumerate(zip(found, judged, strict=True))
    ]
    order = _order(rows, sort)
    result: dict[str, Any] = {"step": translator.step, "calibration": _described(calibration)}
    if scores is not None:
        result["test"] = _ranked(judged, scores)
    if json_:
        print_json(result | {"sentences": [rows[i] for i in order]})
        return
    for row in [rows[i] for i in order]:
        _print(row, calibration.error)
    if scores is not None:
        _print_ranked(result["test"])


def calibrate(
    run: options.Run,
    src: Src = None,
    ref: Ref = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    threads: options.Threads = 0,
    encoding: options.Encoding = "",
    json_: options.Json = False,
) -> None:
    """Learn from the run's validation pairs (or pairs of your own) how far its translations can be trusted."""
    if (src is None) != (ref is None):
        raise InputError("--src and --ref go together")
    translator = options.load_translator(run, checkpoint, device, threads)
    from workbench.engine.inspection.projection import confidence as engine
    from workbench.engine.inspection.projection.calibration_file import save_calibration, validation_pairs

    assert translator.run is not None
    if src is None:
        pairs = validation_pairs(translator.run)
    else:
        sources, references = read_sentences("", src, ref, encoding)
        pairs = [Pair(*texts) for texts in zip(sources, references or [], strict=True)]
    with progress_line() as progress:
        found = engine.calibrate(translator, pairs, progress=progress)
    save_calibration(translator.run, translator.checkpoint, found)
    table = engine.calibration_table(found.points)
    if json_:
        print_json({"step": found.step, **_described(found), "table": [asdict(row) for row in table]})
        return
    say(f"step {found.step}, {len(found.points)} validation pairs, sentences not fitted on:")
    say(f"mean error of a projected chrF: {found.error:.1f}; Kendall's tau: {_number(found.tau)}")
    usable = "no translation" if found.usable is None else f"from {found.usable:.1f}"
    say(f"likely usable: {usable}; redo: up to {found.redo:.1f}")
    print_table(
        ["projected", "chrF", "sentences"], [[f"{b.projected:.1f}", f"{b.actual:.1f}", str(b.count)] for b in table]
    )


def _described(calibration: Calibration) -> dict[str, Any]:
    line = calibration.line
    return {
        "pairs": len(calibration.points),
        "error": calibration.error,
        "usable": calibration.usable,
        "redo": calibration.redo,
        "tau": calibration.tau,
        "base": line.base,
        "measures": [
            {"name": name, "mean": mean, "deviation": scale, "weight": weight}
            for name, mean, scale, weight in zip(line.names, line.means, line.scales, line.weights, strict=True)
        ],
    }


def _row(translation: Translation, projection: Projection, score: float | None) -> dict[str, Any]:
    row = {
        "source": translation.source,
        "translation": translation.text,
        "projected": projection.chrf,
        "verdict": projection.verdict,
        "measures": dict(projection.features.values),
        "parts": dict(projection.parts),
        "never": [{"text": w.text, "start": w.start, "end": w.end} for w in projection.features.never],
        "twice": [{"text": w.text, "start": w.start, "end": w.end} for w in projection.features.twice],
    }
    return row | ({} if score is None else {"chrf": score})


def _order(rows: list[dict[str, Any]], sort: str) -> list[int]:
    """Numbers of the rows in the order asked for; rows without the measure last."""
    if not sort:
        return list(range(len(rows)))
    values = [row.get(sort) if sort in ("projected", "chrf") else row["measures"].get(sort) for row in rows]
    if not any(isinstance(value, float) for value in values):
        known = [name for name in ("projected", "chrf") if name in rows[0]] + sorted(rows[0]["measures"])
        raise InputError(f"nothing is called '{sort}'", where="--sort", advice=f"There are: {', '.join(known)}.")
    return sorted(range(len(rows)), key=lambda i: (values[i] is None, values[i] or 0.0))


def _ranked(judged: list[Projection], scores: list[float]) -> dict[str, Any]:
    """How well the projection and each measure alone sort a test set."""
    from workbench.engine.inspection.projection.confidence import calibration_table, tau_or_none
    from workbench.engine.inspection.projection.features import NAMES
    from workbench.engine.inspection.projection.ranks import worst_found

    projected = [p.chrf for p in judged]
    measured = [p.features.values for p in judged]
    known = [name for name in NAMES if all(name in values for values in measured)]
    found, marked, worst = worst_found(projected, scores, _MARKED)
    verdicts = [p.verdict for p in judged]
    errors = [(a - b) ** 2 for a, b in zip(projected, scores, strict=True)]
    return {
        "sentences": len(scores),
        "tau": tau_or_none(projected, scores),
        "error": (sum(errors) / len(errors)) ** 0.5,
        "taus": {name: tau_or_none([values[name] for values in measured], scores) for name in known},
        "marked": marked,
        "found": found,
        "worst_quarter": worst,
        "verdicts": {
            name: {"sentences": verdicts.count(name), "chrf": _mean(scores, verdicts, name)} for name in _VERDICTS
        },
        "table": [asdict(row) for row in calibration_table(list(zip(projected, scores, strict=True)))],
    }


def _mean(scores: list[float], verdicts: list[str], name: str) -> float | None:
    chosen = [score for score, verdict in zip(scores, verdicts, strict=True) if verdict == name]
    return sum(chosen) / len(chosen) if chosen else None


def _print(row: dict[str, Any], error: float) -> None:
    true = f", is {row['chrf']:.0f}" if "chrf" in row else ""
    say(row["source"])
    say(f"  {row['translation']}")
    say(f"  {_VERDICTS[row['verdict']]}: chrF about {row['projected']:.0f} ± {error:.0f}{true}")
    for name, title in (("never", "never looked at"), ("twice", "looked at twice")):
        if row[name]:
            say(f"  {title}: {', '.join(w['text'] for w in row[name])}")


def _print_ranked(found: dict[str, Any]) -> None:
    say(f"{found['sentences']} sentences; Kendall's tau of projected and true chrF: {_number(found['tau'])}")
    say(
        f"of the {found['marked']} projected worst {found['found']} are in the worst quarter"
        f" ({found['worst_quarter']} sentences)"
    )
    for name, title in _VERDICTS.items():
        entry = found["verdicts"][name]
        say(f"{title}: {entry['sentences']} sentences, mean chrF {_number(entry['chrf'], 1)}")


def _number(value: float | None, digits: int = 3) -> str:
    return "-" if value is None else f"{value:.{digits}f}"
