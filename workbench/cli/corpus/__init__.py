"""``workbench corpus``: everything about corpora; single pairs in a file of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli import options
from workbench.cli.corpus import pairs as single_pairs
from workbench.cli.terminal import print_json, print_table, progress_line, say, tell, warn
from workbench.engine.core.errors import InputError
from workbench.engine.core.types import Pair, ReadOptions

if TYPE_CHECKING:
    from workbench.engine.core.config import DataConfig
    from workbench.engine.corpora.corpus_info import CorpusInfo
    from workbench.engine.corpora.inspect import CorpusReport
    from workbench.engine.corpora.readers.tables.table_reading import TableReading

_FILES = Annotated[
    list[str], typer.Argument(metavar="FILE...", help="Corpus files, two plain text files, or the name of a corpus.")
]
_FROM = Annotated[str, typer.Option("--from", metavar="LANG", help="Source language, such as en.")]
_TO = Annotated[str, typer.Option("--to", metavar="LANG", help="Target language, such as fr.")]
_COLUMNS = Annotated[
    str, typer.Option(metavar="A,B", help="Source and target column of a table, by name, number or letter.")
]
_SHEET = Annotated[str, typer.Option(metavar="NAME", help="Sheet of a workbook, by name or number.")]
_ENCODING = Annotated[
    str, typer.Option(metavar="NAME", help="Character encoding of text files, such as windows-1252; default found out.")
]
_CLEANING = Annotated[str, typer.Option(help="Cleaning rules: default, recommended, none, or names by commas.")]
_NAME = Annotated[str, typer.Argument(help="Name of a corpus.")]


def register(app: typer.Typer) -> None:
    """Add the family to the command tree."""
    family = typer.Typer(
        name="corpus", help="Inspect, import, search, edit, merge, split and export corpora.", no_args_is_help=True
    )
    single = (single_pairs.search, single_pairs.edit)
    for command in (inspect_, import_, list_, show, *single, rename, merge, split, export, delete, restore):
        family.command(command.__name__.rstrip("_"))(command)
    app.add_typer(family)


def inspect_(
    files: _FILES,
    from_: _FROM = "",
    to: _TO = "",
    columns: _COLUMNS = "",
    sheet: _SHEET = "",
    encoding: _ENCODING = "",
    cleaning: _CLEANING = "default",
    max_length: Annotated[int, typer.Option(help="Longest sentence in characters.")] = 1000,
    json_lines: options.JsonLines = False,
) -> None:
    """Tell what corpus files hold, and what cleaning would drop and why; nothing is changed."""
    from workbench.engine.corpora.inspect import inspect

    config = _data_config(cleaning=cleaning, max_length=max_length)
    _warn_of_one_language(from_, to)
    with progress_line() as progress:
        report = inspect(
            files,
            source_lang=from_,
            target_lang=to,
            options=ReadOptions(columns, sheet, encoding),
            config=config,
            progress=progress,
            on_warning=_warn,
        )
    if json_lines:
        print_json(report.to_json())
    else:
        _print_report(report)


def import_(
    name: Annotated[str, typer.Option(help="New name in the library.")],
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE...", help="Corpus files, or two text files.")
    ] = None,
    system: Annotated[
        bool, typer.Option("--system", help="Take the translations of the programs installed on this computer.")
    ] = False,
    from_: _FROM = "",
    to: _TO = "",
    columns: _COLUMNS = "",
    sheet: _SHEET = "",
    encoding: _ENCODING = "",
    title: Annotated[str, typer.Option(help="Shown in lists; default the name.")] = "",
    licence: Annotated[str, typer.Option(help="Under which the corpus may be used.")] = "",
    json_lines: options.JsonLines = False,
) -> None:
    """Copy sentence pairs into the library, all of them; cleaning happens when a run is prepared."""
    from workbench.engine.corpora.library import import_corpus

    if system == bool(files):
        raise InputError("name either corpus files or --system", advice="See: workbench corpus import --help.")
    if system and (columns or sheet or encoding):
        raise InputError("--columns, --sheet and --encoding are for corpus files", where="--system")
    _warn_of_one_language(from_, to)
    with progress_line() as progress:
        info = import_corpus(
            files or (),
            system=system,
            source_lang=from_,
            target_lang=to,
            options=ReadOptions(columns, sheet, encoding),
            name=name,
            title=title,
            licence=licence,
            progress=progress,
            on_warning=_warn,
            on_reading=_note_table(),
        )
    message = f"Imported {info.pairs:,} pairs as '{info.name}'. Train with: workbench train --corpus {info.name}"
    tell(json_lines, info.to_json(), message + (f" --from {from_} --to {to}" if from_ and to else ""))


def list_(
    system: Annotated[
        bool, typer.Option("--system", help="List the languages of this computer's translations instead.")
    ] = False,
    json_lines: options.JsonLines = False,
) -> None:
    """List the corpora of the library."""
    from workbench.engine.corpora.library import list_corpora
    from workbench.engine.corpora.readers.system import system_languages

    if system:
        languages = system_languages()
        if json_lines:
            for language, catalogues in languages.items():
                print_json({"language": language, "catalogues": catalogues})
        else:
            print_table(["language", "catalogues"], [[tag, f"{count:,}"] for tag, count in languages.items()])
        return
    corpora = list_corpora(lambda name, error: warn(error))
    if json_lines:
        for info in corpora:
            print_json(info.to_json())
        return
    rows = [
        [c.name, _direction(c), f"{c.pairs:,}", "built in" if c.builtin else c.created[:10], c.title] for c in corpora
    ]
    print_table(["name", "direction", "pairs", "imported", "title"], rows)


def show(
    name: _NAME,
    pairs: Annotated[int, typer.Option("--pairs", "-n", help="So many pairs of each split.", min=0)] = 5,
    json_lines: options.JsonLines = False,
) -> None:
    """Show a corpus: where it comes from, its splits and its first pairs."""
    from itertools import islice

    from workbench.engine.corpora.library import find_corpus, open_corpus

    info = find_corpus(name)
    first = {part: list(islice(open_corpus(name, part), pairs)) for part in info.splits}
    if json_lines:
        keys = ("source", "target", "where")
        pairs_of = {part: [{key: getattr(p, key) for key in keys} for p in found] for part, found in first.items()}
        print_json({**info.to_json(), "first": pairs_of})
        return
    e = info.edits
    facts = {
        "corpus": info.name,
        "title": info.title,
        "direction": _direction(info),
        "licence": info.licence,
        "description": info.description,
        "imported": info.created,
        "files": ", ".join(info.files),
        "formerly": ", ".join(info.formerly),
        "merged from": ", ".join(info.merged_from),
        "folder": str(info.folder),
        "edited": f"{sum(e.left_out.values()):,} pairs left out, {e.replaced:,} written anew"
        if e.sha256
        else e.problem,
        "size": f"{info.size_bytes / 1e6:.1f} MB",
    }
    for key, value in facts.items():
        if value:
            say(f"{key:<13}{value}")
    for part, found in first.items():
        say()
        say(f"{part}: {int(info.splits[part].get('pairs', 0)):,} pairs")
        print_table([info.source_lang or "source", info.target_lang or "target"], [[p.source, p.target] for p in found])


def rename(
    name: _NAME,
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its new name.")],
    title: Annotated[str, typer.Option(help="Shown in lists; default the new name.")] = "",
    json_lines: options.JsonLines = False,
) -> None:
    """Give a corpus another name; runs that name it by the old one still find it."""
    from workbench.engine.corpora.library import rename_corpus

    info = rename_corpus(name, new, title=title)
    tell(json_lines, info.to_json(), f"'{name}' is now called '{info.name}'")


def merge(
    names: Annotated[list[str], typer.Argument(metavar="CORPUS...", help="Names of corpora; one alone is copied.")],
    name: Annotated[str, typer.Option(help="New name in the library.")],
    title: Annotated[str, typer.Option(help="Shown in lists; default the name.")] = "",
    json_lines: options.JsonLines = False,
) -> None:
    """Make one corpus of several of the same languages; what they hold out stays out of its training pairs."""
    from workbench.engine.corpora.merging import merge_corpora

    with progress_line() as progress:
        merged = merge_corpora(names, name=name, title=title, progress=progress)
    info, held = merged.info, merged.held_back
    message = f"Merged {info.pairs:,} pairs as '{info.name}'"
    if held:
        message += f"; {held:,} training pairs share a sentence with held-out ones and were left out"
    tell(json_lines, {**info.to_json(), "held_back": held}, message)


def split(
    files: _FILES,
    output: Annotated[Path, typer.Option("--output", "-o", callback=options.placed, help="New folder for the files.")],
    valid: Annotated[int, typer.Option(help="Validation pairs; 0 derives it from the corpus.", min=0)] = 0,
    test: Annotated[int, typer.Option(help="Test pairs; 0 derives it from the corpus.", min=0)] = 0,
    seed: Annotated[int, typer.Option(help="The same seed always holds out the same sentences.", min=0)] = 1,
    from_: _FROM = "",
    to: _TO = "",
    columns: _COLUMNS = "",
    sheet: _SHEET = "",
    encoding: _ENCODING = "",
    cleaning: _CLEANING = "default",
    json_lines: options.JsonLines = False,
) -> None:
    """Write train, valid and test files; no sentence of one, on either side, is in another."""
    from workbench.engine.corpora.cleaning import Cleaner
    from workbench.engine.corpora.export import split_to_folder

    config = _data_config(cleaning=cleaning)
    open_pairs, source_lang, target_lang = _opener(files, "train", from_, to, ReadOptions(columns, sheet, encoding))
    with progress_line() as progress:
        report = split_to_folder(
            lambda: Cleaner(config, source_lang, target_lang).clean(open_pairs()),
            output,
            valid_size=valid,
            test_size=test,
            seed=seed,
            source_lang=source_lang,
            target_lang=target_lang,
            progress=progress,
        )
    counts = ", ".join(f"{part} {count:,}" for part, count in report.pairs.items())
    tell(json_lines, {**report.to_json(), "folder": str(output)}, f"Wrote {output}: {counts} pairs")


def export(
    files: _FILES,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            callback=options.placed,
            help="File to write; without a suffix, two text files NAME.en NAME.fr.",
        ),
    ],
    form: Annotated[str, typer.Option("--format", help="text, tsv, csv, jsonl or tmx; default by the suffix.")] = "",
    part: Annotated[str, typer.Option("--split", help="Which split of a corpus, or all.")] = "train",
    from_: _FROM = "",
    to: _TO = "",
    columns: _COLUMNS = "",
    sheet: _SHEET = "",
    encoding: _ENCODING = "",
    json_lines: options.JsonLines = False,
) -> None:
    """Write a corpus, or corpus files, in another format."""
    from workbench.engine.corpora.export import export_pairs

    open_pairs, source_lang, target_lang = _opener(files, part, from_, to, ReadOptions(columns, sheet, encoding))
    with progress_line() as progress:
        paths = export_pairs(
            open_pairs(), output, form=form, source_lang=source_lang, target_lang=target_lang, progress=progress
        )
    tell(json_lines, {"files": [str(path) for path in paths]}, f"Wrote {', '.join(map(str, paths))}")


def delete(name: _NAME, json_lines: options.JsonLines = False) -> None:
    """Move a corpus to the bin; ``workbench corpus restore`` takes it back."""
    from workbench.engine.corpora.library import delete_corpus

    binned = delete_corpus(name)
    message = f"Moved to the bin. Take it back with: workbench corpus restore {binned.name}"
    tell(json_lines, {"corpus": name, "bin": str(binned)}, message)


def restore(
    name: Annotated[str, typer.Argument(help="Name of a corpus in the bin, as delete printed it.")],
    json_lines: options.JsonLines = False,
) -> None:
    """Take a deleted corpus back out of the bin."""
    from workbench.engine.corpora.library import bin_root, restore_corpus

    info = restore_corpus(bin_root() / Path(name).name)
    tell(json_lines, info.to_json(), f"Restored '{info.name}'")


def _opener(
    files: list[str], part: str, from_: str, to: str, reading: ReadOptions
) -> tuple[Callable[[], Iterator[Pair]], str, str]:
    """What opens the pairs of files, and their languages, as asked for or as the files tell."""
    from workbench.engine.corpora.library import languages_of, open_corpus

    source, target = languages_of(files, from_, to, reading)
    _warn_of_one_language(source, target)
    return lambda: open_corpus(files, part, source, target, reading, _warn, _note_table()), source, target


def _data_config(**values: Any) -> DataConfig:
    from workbench.engine.core.config import build_config

    return build_config({"data": values}).data


def _direction(info: CorpusInfo) -> str:
    return f"{info.source_lang or '?'} → {info.target_lang or '?'}"


def _print_report(report: CorpusReport) -> None:
    source, target = report.source, report.target
    say(f"{'files':<13}{', '.join(report.files)}")
    say(f"{'format':<13}{report.format}")
    say(f"{'languages':<13}{', '.join(report.languages) or 'not told'}")
    for table in report.tables:
        say(f"{'table':<13}{table.sentence if len(report.tables) > 1 else table.taken}")
        if table.left_out and len(report.tables) == 1:
            say(f"{'':<13}{table.left_out_words}")
    say(f"{'pairs':<13}{report.pairs:,}; {report.duplicates:,} of them duplicates; {report.kept:,} left after cleaning")
    split_ = f"train {report.train:,}, valid {report.valid:,}, test {report.test:,}"
    say(f"{'split':<13}{split_} (largest group of pairs that share a sentence: {report.largest_group:,})")
    rows = [
        [
            title,
            f"{s.characters:,}",
            f"{s.words:,}",
            f"{s.distinct:,}",
            f"{s.mean:.1f}",
            f"{s.median:g}",
            f"{s.p95:g}",
            f"{s.longest:,}",
        ]
        for title, s in ((report.source_lang or "source", source), (report.target_lang or "target", target))
    ]
    print_table(["side", "characters", "words", "distinct", "mean length", "median", "95 %", "longest"], rows)
    _print_histogram(report)
    say("First pairs")
    print_table(["where", "source", "target"], [[p["where"], p["source"], p["target"]] for p in report.first])
    say("Cleaning rules")
    rows = []
    for rule in report.rules:
        state = "on" if rule.active else "proposed" if rule.proposed else "off"
        examples = (f"{e['where']}: {e['source'][:40]} / {e['target'][:40]}" for e in rule.examples[:2])
        rows.append([rule.name, state, f"{rule.count:,}", rule.description, " | ".join(examples)])
    print_table(["rule", "state", "pairs", "what it drops", "for instance"], rows)
    if report.proposals:
        say(f"Proposed: --set data.cleaning={report.cleaning}")


def _print_histogram(report: CorpusReport) -> None:
    top = max([*report.source.histogram, *report.target.histogram, 1])
    rows = []
    for index, (one, two) in enumerate(zip(report.source.histogram, report.target.histogram, strict=True)):
        low, high = report.edges[index], report.edges[index + 1] - 1
        last = index == len(report.source.histogram) - 1
        bins = f"{low}+" if last else f"{low}-{high}" if high > low else str(low)
        rows.append([bins, f"{one:,}", "█" * round(20 * one / top), f"{two:,}", "█" * round(20 * two / top)])
    print_table(["length", "source", "", "target", ""], rows)


def _warn(message: str) -> None:
    warn(f"warning: {message}")


def _warn_of_one_language(source: str, target: str) -> None:
    from workbench.engine.text.languages import same

    if same(source, target):
        _warn(f"both sides are said to be '{target}'; a model would learn to copy")


def _note_table() -> Callable[[TableReading], None]:
    """Tells once for each table what is taken from it, where that is not plain."""
    told: set[str] = set()

    def note(reading: TableReading) -> None:
        if reading.file not in told and not reading.is_plain:
            warn(f"{reading.file}: {reading.taken}")
        told.add(reading.file)

    return note
