"""``workbench train``."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli import options
from workbench.engine.core.errors import InputError

if TYPE_CHECKING:
    from workbench.engine.core.config import RunConfig


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("train")(train)


def train(
    file: Annotated[Path | None, typer.Argument(help="A run's TOML file, to repeat it or as a start.")] = None,
    set_: Annotated[list[str] | None, typer.Option("--set", help="section.field=value; may be repeated.")] = None,
    preset: Annotated[str, typer.Option(help="auto, tiny, small, base, or one of your own.")] = "",
    run_dir: Annotated[Path | None, typer.Option(help="The run folder to make.")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with an interrupted run.")] = False,
    device: Annotated[str, typer.Option(help="auto, cpu or cuda:N.")] = "",
    json_: Annotated[bool, typer.Option("--json", help="Print events as JSON lines.")] = False,
    tensorboard: Annotated[
        Path | None, typer.Option(callback=options.makeable, help="Also write TensorBoard files to this folder.")
    ] = None,
    src: Annotated[str, typer.Option(help="Source sentences, one a line.")] = "",
    tgt: Annotated[str, typer.Option(help="Their translations.")] = "",
    valid_src: Annotated[str, typer.Option(help="Validation source.")] = "",
    valid_tgt: Annotated[str, typer.Option(help="Validation target.")] = "",
    corpus: Annotated[list[str] | None, typer.Option(help="Corpus file or name; may be repeated.")] = None,
    from_: Annotated[str, typer.Option("--from", help="Source language, such as en.")] = "",
    to: Annotated[str, typer.Option(help="Target language, such as fr.")] = "",
) -> None:
    """Train a model from sentence pairs."""
    from workbench.cli.assignments import assignments_to_dict
    from workbench.cli.console import follow
    from workbench.engine.core.config import merge
    from workbench.engine.core.names import check_new_folder, check_place
    from workbench.engine.runs.folder import RunFolder, new_run_path

    if run_dir is not None and not resume:  # a run that goes on may be named by its name alone
        check_new_folder(run_dir, "run")
        check_place(run_dir, make=True)
    given: dict[str, Any] = {}
    data = {
        "src": src,
        "tgt": tgt,
        "valid_src": valid_src,
        "valid_tgt": valid_tgt,
        "source_lang": from_,
        "target_lang": to,
    }
    for name, value in data.items():
        if value:
            given = merge(given, {"data": {name: value}})
    if corpus:
        given = merge(given, {"data": {"corpora": corpus}})
    if device:
        given = merge(given, {"runtime": {"device": device}})
    given = merge(given, assignments_to_dict(set_ or []))
    if resume:
        folder = run_dir or (file.parent if file and file.name == "run.toml" else file)
        if folder is None:
            raise InputError("--resume needs --run-dir", where="--resume")
        config, target = _resumed(folder, given, preset), RunFolder.open(folder).path
    else:
        config = _fresh(file, preset, given)
        target = run_dir or new_run_path(_stem(config))
        check_new_folder(target, "run")
        with suppress(OSError):  # what stands in the way is told when the folder is made
            RunFolder(target).refuse_if_filled()
    follow(config, target, resume, json_, tensorboard)


def _fresh(file: Path | None, preset: str, given: dict[str, Any]) -> RunConfig:
    from workbench.engine.core.config import load_toml
    from workbench.engine.runs.presets import config_from

    layer = load_toml(file) if file else {}
    config = config_from("" if file and not preset else preset or "auto", layer, given)
    sources = config.data
    if bool(sources.src) != bool(sources.tgt):
        raise InputError("--src and --tgt belong together", where="--tgt" if sources.src else "--src")
    if bool(sources.valid_src) != bool(sources.valid_tgt):
        raise InputError("--valid-src and --valid-tgt belong together", where="--valid-tgt")
    if not sources.src and not sources.corpora:
        raise InputError("there is nothing to train on", advice="Give --src and --tgt, or --corpus.")
    return config


def _resumed(folder: Path, given: dict[str, Any], preset: str) -> RunConfig:
    from workbench.engine.core.config import build_config, merge
    from workbench.engine.runs.folder import RunFolder
    from workbench.engine.runs.resuming import forbidden_changes

    if preset:
        raise InputError("a preset cannot be changed on resume", where="--preset", advice="Start a new run instead.")
    run = RunFolder.open(folder)
    old = run.config().model_dump()
    changed = forbidden_changes(old, given)
    if changed:
        raise InputError(
            f"resuming cannot change {', '.join(changed)}", where=str(folder), advice="Start a new run instead."
        )
    return build_config(merge(old, given))


def _stem(config: RunConfig) -> str:
    data = config.data
    name = Path(data.corpora[0]).stem if data.corpora else Path(data.src).name.split(".")[0]
    direction = f"{data.source_lang}-{data.target_lang}" if data.source_lang and data.target_lang else ""
    return "-".join(p for p in (name, direction if direction not in name else "", config.preset) if p)
