"""Files to import, and what the list shows of them."""

from __future__ import annotations

from pathlib import Path

from workbench.gui.corpora.corpus_pane import CorpusPane


def titles(pane: CorpusPane) -> list[str]:
    return [info.title for info in pane.list.corpora.rows]


def tmx(path: Path, rows: list[tuple[str, str]]) -> Path:
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>{a}</seg></tuv><tuv xml:lang="de"><seg>{b}</seg></tuv></tu>' for a, b in rows
    )
    head = (
        '<header srclang="en" segtype="sentence" adminlang="en" creationtool="t" creationtoolversion="1"'
        ' datatype="plaintext" o-tmf="t"/>'
    )
    path.write_text(f'<?xml version="1.0"?><tmx version="1.4">{head}<body>{units}</body></tmx>')
    return path


ROWS = [(f"the house number {n} is old", f"das Haus Nummer {n} ist alt") for n in range(60)]
#: Two pairs with the same words on both sides, one repeated, one whose sides are of very unequal length.
DIRT = [("OK sure", "OK sure"), ("Menu bar", "Menu bar"), ROWS[0], ("Yes", "Ja, wenn alle damit einverstanden sind")]
