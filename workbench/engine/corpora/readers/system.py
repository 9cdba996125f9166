"""This computer's translations: every gettext catalogue installed on it, joined into sentence pairs."""

from __future__ import annotations

import os
import site
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import one_line
from workbench.engine.core.types import Pair
from workbench.engine.corpora.readers.base import no_warning
from workbench.engine.corpora.readers.memories.gettext_files import MSGID_LANGUAGE, load_catalogue, paired_forms
from workbench.engine.text.languages import join_tags, matches, normalise_tag, pick, same

#: Folders below a data folder in which no catalogue lies and many files do.
_PRUNED = frozenset(
    {"doc", "man", "info", "icons", "fonts", "zoneinfo", "X11", "mime", "perl5", "texmf", "__pycache__"}
)
_DEEPEST = 8


def catalogue_folders() -> list[Path]:
    """Folders that are searched: the system's and the user's data folders, Python's own and its packages'."""
    home_data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    system = os.environ.get("XDG_DATA_DIRS") or ""
    candidates = ["/usr/share", "/usr/local/share", home_data, *system.split(os.pathsep)]
    candidates += [str(Path(prefix) / "share") for prefix in (sys.prefix, sys.base_prefix)]
    candidates += [*site.getsitepackages(), site.getusersitepackages(), *sys.path]
    candidates += [str(p) for p in Path("/usr/lib").glob("python3*/dist-packages")]
    folders: list[Path] = []
    for text in candidates:
        if text and Path(text).is_dir():
            folder = Path(text).resolve()
            if folder not in folders and not any(folder.is_relative_to(known) for known in folders):
                folders.append(folder)
    return folders


def find_catalogues() -> dict[str, list[Path]]:
    """All installed ``.mo`` catalogues by normalised language tag, in a stable order; each file once."""
    return {language: list(paths) for language, paths in _search(tuple(catalogue_folders())).items()}


@lru_cache(maxsize=4)
def _search(folders: tuple[Path, ...]) -> dict[str, tuple[Path, ...]]:
    found: dict[str, list[Path]] = {}
    seen: set[Path] = set()
    for folder in folders:
        base = len(folder.parts)
        for place, inside, files in os.walk(folder):
            if os.path.basename(place) == "LC_MESSAGES":
                language = normalise_tag(Path(place).parent.name)
                for name in sorted(files):
                    path = Path(place, name)
                    if name.endswith(".mo") and path.resolve() not in seen:
                        seen.add(path.resolve())
                        found.setdefault(language, []).append(path)
            depth = len(Path(place).parts) - base
            inside[:] = (
                sorted(d for d in inside if d not in _PRUNED and not d.startswith(".")) if depth < _DEEPEST else []
            )
    return {language: tuple(paths) for language, paths in sorted(found.items())}


def system_languages() -> dict[str, int]:
    """Languages with the number of installed catalogues, most first; the messages' own language is left out."""
    counts = Counter({language: len(paths) for language, paths in find_catalogues().items()})
    return {language: count for language, count in counts.most_common() if not matches(language, MSGID_LANGUAGE)}


def _catalogues_of(language: str) -> dict[str, Path]:
    """Catalogues of a language by their name; regional ones are added, other scripts are not."""
    all_found = find_catalogues()
    tags = [tag for tag in all_found if matches(tag, language)]
    if "-" not in language:
        tags = [tag for tag in tags if not tag.endswith(("-latn", "-cyrl"))]
    if not tags:
        nearest = pick(list(all_found), language)
        tags = [] if nearest is None else [list(all_found)[nearest]]
    chosen: dict[str, Path] = {}
    for tag in sorted(tags, key=lambda tag: (tag != normalise_tag(language), tag)):
        for path in all_found[tag]:
            chosen.setdefault(f"{tag}/{path.name}:{path.parent.parent.parent}", path)
    return chosen


def _messages(path: Path, on_warning: Callable[[str], None]) -> list[tuple[tuple[str, str, int], str, str]]:
    """``(key, message, translation)`` of a catalogue; the key is the same in every language."""
    try:
        catalogue = load_catalogue(path, compiled=True)
    except CorpusError as error:
        on_warning(Message("skipped: {problem}", problem=error.sentence))
        return []
    found = []
    for entry in catalogue.entries:
        for form, (message, translation) in enumerate(paired_forms(entry)):
            found.append(((entry.context, entry.message, min(form, 1)), message, translation))
    return found


def system_pairs(source_lang: str, target_lang: str, on_warning: Callable[[str], None] = no_warning) -> Iterator[Pair]:
    """Distinct pairs of every catalogue for a language pair; two languages other than English are joined by message.

    ``on_warning`` is told of each catalogue that cannot be decoded, which is skipped.

    Raises:
        CorpusError: No language given, or this computer has no catalogue for one.
    """
    if not source_lang or not target_lang or same(source_lang, target_lang):
        raise CorpusError(
            Message("this computer's translations need two languages"),
            advice=Message("Choose both{command_line}.", command_line=" with --from LANG and --to LANG"),
        )
    for language in (source_lang, target_lang):
        if not matches(language, MSGID_LANGUAGE) and not _catalogues_of(language):
            raise CorpusError(
                Message("this computer has no translations into '{language}'", language=language),
                advice=Message("It has: {known}.", known=join_tags(system_languages()) or Message("none")),
            )
    seen: set[int] = set()
    for pair in _all_pairs(source_lang, target_lang, on_warning):
        key = hash((pair.source, pair.target))
        if key not in seen:
            seen.add(key)
            yield pair


def _all_pairs(source_lang: str, target_lang: str, on_warning: Callable[[str], None]) -> Iterator[Pair]:
    if matches(source_lang, MSGID_LANGUAGE):
        yield from _from_messages(target_lang, on_warning)
    elif matches(target_lang, MSGID_LANGUAGE):
        yield from (Pair(p.target, p.source, p.where) for p in _from_messages(source_lang, on_warning))
    else:
        yield from _joined(source_lang, target_lang, on_warning)


def _from_messages(language: str, on_warning: Callable[[str], None]) -> Iterator[Pair]:
    for path in _catalogues_of(language).values():
        for _, message, translation in _messages(path, on_warning):
            yield Pair(one_line(message), one_line(translation), path.name)


def _joined(source_lang: str, target_lang: str, on_warning: Callable[[str], None]) -> Iterator[Pair]:
    """Translations of the same message of the same program into two languages."""
    partners: dict[str, list[Path]] = {}
    for path in _catalogues_of(target_lang).values():
        partners.setdefault(path.name, []).append(path)
    for path in _catalogues_of(source_lang).values():
        sources = _messages(path, on_warning) if path.name in partners else []
        if not sources:
            continue
        for partner in partners[path.name]:
            targets = {key: translation for key, _, translation in _messages(partner, on_warning)}
            for key, _, translation in sources:
                if key in targets:
                    yield Pair(one_line(translation), one_line(targets[key]), path.name)
