"""The configuration's titles and descriptions, listed for the translation tools. Made by ``update`` below.

The schema itself is the engine's and knows no Qt; ``lupdate`` only reads literal texts. Run
``python -m workbench.gui.schema_strings`` after changing the schema or a shipped preset; a test notices when it was
forgotten.
"""

# ruff: noqa: E501

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from workbench.engine.data.library import CorpusInfo

STRINGS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Schema", "Corpora"),
    QT_TRANSLATE_NOOP("Schema", "Imported corpora by name, or corpus files; several feed one run."),
    QT_TRANSLATE_NOOP("Schema", "Source file"),
    QT_TRANSLATE_NOOP("Schema", "Plain text, one sentence a line (may be .gz or .xz)."),
    QT_TRANSLATE_NOOP("Schema", "Target file"),
    QT_TRANSLATE_NOOP("Schema", "Plain text, line by line the translation of the source file."),
    QT_TRANSLATE_NOOP("Schema", "Validation source"),
    QT_TRANSLATE_NOOP("Schema", "Your own validation sentences; never altered."),
    QT_TRANSLATE_NOOP("Schema", "Validation target"),
    QT_TRANSLATE_NOOP("Schema", "Their translations."),
    QT_TRANSLATE_NOOP("Schema", "From"),
    QT_TRANSLATE_NOOP("Schema", "Language of the source side as a BCP-47 tag such as en; may be empty."),
    QT_TRANSLATE_NOOP("Schema", "To"),
    QT_TRANSLATE_NOOP("Schema", "Language of the target side as a BCP-47 tag such as fr; may be empty."),
    QT_TRANSLATE_NOOP("Schema", "Columns"),
    QT_TRANSLATE_NOOP("Schema", "Source and target column of a table, by name or number: A,B."),
    QT_TRANSLATE_NOOP("Schema", "Sheet"),
    QT_TRANSLATE_NOOP("Schema", "Sheet of a workbook, by name or number; empty finds it."),
    QT_TRANSLATE_NOOP("Schema", "Encoding"),
    QT_TRANSLATE_NOOP("Schema", "Character encoding of text files such as windows-1252; empty finds it."),
    QT_TRANSLATE_NOOP("Schema", "Cleaning"),
    QT_TRANSLATE_NOOP("Schema", "Rules separated by commas: default (empty, too_long, duplicate), none, recommended, or names: empty, too_long, duplicate, length_ratio, identical, wrong_script, markup_only."),
    QT_TRANSLATE_NOOP("Schema", "Longest sentence"),
    QT_TRANSLATE_NOOP("Schema", "Characters; longer pairs are dropped."),
    QT_TRANSLATE_NOOP("Schema", "Length ratio"),
    QT_TRANSLATE_NOOP("Schema", "Longer side over shorter side, in characters, for length_ratio."),
    QT_TRANSLATE_NOOP("Schema", "Use at most"),
    QT_TRANSLATE_NOOP("Schema", "Pairs to read; 0 means all."),
    QT_TRANSLATE_NOOP("Schema", "Validation pairs"),
    QT_TRANSLATE_NOOP("Schema", "Held out when you give no validation files; 0 derives it from the corpus."),
    QT_TRANSLATE_NOOP("Schema", "Test pairs"),
    QT_TRANSLATE_NOOP("Schema", "Held out for a final score; 0 derives it from the corpus."),
    QT_TRANSLATE_NOOP("Schema", "Split seed"),
    QT_TRANSLATE_NOOP("Schema", "The same seed always holds out the same sentences."),
    QT_TRANSLATE_NOOP("Schema", "Kind"),
    QT_TRANSLATE_NOOP("Schema", "Subword method: unigram (Kudo 2018), bpe (Sennrich et al. 2016), char or word."),
    QT_TRANSLATE_NOOP("Schema", "One for both sides"),
    QT_TRANSLATE_NOOP("Schema", "One vocabulary for both sides; off trains one a side."),
    QT_TRANSLATE_NOOP("Schema", "Vocabulary size"),
    QT_TRANSLATE_NOOP("Schema", "Pieces; 0 derives it from the corpus. Too high a number is lowered."),
    QT_TRANSLATE_NOOP("Schema", "Character coverage"),
    QT_TRANSLATE_NOOP("Schema", "Share of characters with a piece of their own; the rest becomes bytes."),
    QT_TRANSLATE_NOOP("Schema", "Sentences to learn from"),
    QT_TRANSLATE_NOOP("Schema", "At most so many lines are sampled to train the vocabulary."),
    QT_TRANSLATE_NOOP("Schema", "Architecture"),
    QT_TRANSLATE_NOOP("Schema", "Recurrent encoder-decoder."),
    QT_TRANSLATE_NOOP("Schema", "Cell"),
    QT_TRANSLATE_NOOP("Schema", "LSTM (Hochreiter & Schmidhuber 1997) or GRU (Cho et al. 2014)."),
    QT_TRANSLATE_NOOP("Schema", "Embedding size"),
    QT_TRANSLATE_NOOP("Schema", "Numbers a piece is described by."),
    QT_TRANSLATE_NOOP("Schema", "Decoder size"),
    QT_TRANSLATE_NOOP("Schema", "Units of the decoder."),
    QT_TRANSLATE_NOOP("Schema", "Encoder size"),
    QT_TRANSLATE_NOOP("Schema", "Units a direction; 0 takes half the decoder size when bidirectional."),
    QT_TRANSLATE_NOOP("Schema", "Bidirectional encoder"),
    QT_TRANSLATE_NOOP("Schema", "Read the source both ways."),
    QT_TRANSLATE_NOOP("Schema", "Encoder layers"),
    QT_TRANSLATE_NOOP("Schema", "1 to 4."),
    QT_TRANSLATE_NOOP("Schema", "Decoder layers"),
    QT_TRANSLATE_NOOP("Schema", "Attention"),
    QT_TRANSLATE_NOOP("Schema", "Additive (Bahdanau et al. 2015), multiplicative (Luong et al. 2015), or none."),
    QT_TRANSLATE_NOOP("Schema", "Attention size"),
    QT_TRANSLATE_NOOP("Schema", "Units of additive attention; 0 takes the decoder size."),
    QT_TRANSLATE_NOOP("Schema", "Input feeding"),
    QT_TRANSLATE_NOOP("Schema", "Feed the last attentional vector back (Luong et al. 2015, section 3.3)."),
    QT_TRANSLATE_NOOP("Schema", "Dropout on embeddings"),
    QT_TRANSLATE_NOOP("Schema", "Share of numbers dropped."),
    QT_TRANSLATE_NOOP("Schema", "Dropout between layers"),
    QT_TRANSLATE_NOOP("Schema", "Share of units dropped between layers and where attention looks."),
    QT_TRANSLATE_NOOP("Schema", "Dropout before the output"),
    QT_TRANSLATE_NOOP("Schema", "Share of units dropped."),
    QT_TRANSLATE_NOOP("Schema", "Readout size"),
    QT_TRANSLATE_NOOP("Schema", "Units before the output layer; 0 takes the embedding size."),
    QT_TRANSLATE_NOOP("Schema", "Weight tying"),
    QT_TRANSLATE_NOOP("Schema", "Share target embedding and output layer, and with 'all' the source embedding too (Press & Wolf 2017), where sizes allow."),
    QT_TRANSLATE_NOOP("Schema", "Source vectors"),
    QT_TRANSLATE_NOOP("Schema", "word2vec or GloVe text file to start the source embedding from."),
    QT_TRANSLATE_NOOP("Schema", "Target vectors"),
    QT_TRANSLATE_NOOP("Schema", "word2vec or GloVe text file to start the target embedding from."),
    QT_TRANSLATE_NOOP("Schema", "Keep vectors fixed"),
    QT_TRANSLATE_NOOP("Schema", "Do not train the embeddings that came from a file."),
    QT_TRANSLATE_NOOP("Schema", "Steps at most"),
    QT_TRANSLATE_NOOP("Schema", "Optimizer steps; 0 means no limit by steps."),
    QT_TRANSLATE_NOOP("Schema", "Epochs at most"),
    QT_TRANSLATE_NOOP("Schema", "Passes over the corpus; 0 means no limit by epochs."),
    QT_TRANSLATE_NOOP("Schema", "Minutes at most"),
    QT_TRANSLATE_NOOP("Schema", "The schedule is fitted to this time, validation included; 0 means no limit."),
    QT_TRANSLATE_NOOP("Schema", "Batch size"),
    QT_TRANSLATE_NOOP("Schema", "Target tokens a batch, padding not counted; fewer learn faster per sentence."),
    QT_TRANSLATE_NOOP("Schema", "Sentences a batch"),
    QT_TRANSLATE_NOOP("Schema", "A fixed number of sentences instead of tokens; 0 uses tokens."),
    QT_TRANSLATE_NOOP("Schema", "Accumulation"),
    QT_TRANSLATE_NOOP("Schema", "Batches whose gradients are added before each step."),
    QT_TRANSLATE_NOOP("Schema", "Longest training sentence"),
    QT_TRANSLATE_NOOP("Schema", "Pieces a side; longer pairs are left out and counted."),
    QT_TRANSLATE_NOOP("Schema", "Optimizer"),
    QT_TRANSLATE_NOOP("Schema", "AdamW (Loshchilov & Hutter 2019) suits most."),
    QT_TRANSLATE_NOOP("Schema", "Learning rate"),
    QT_TRANSLATE_NOOP("Schema", "Peak learning rate."),
    QT_TRANSLATE_NOOP("Schema", "Schedule"),
    QT_TRANSLATE_NOOP("Schema", "How the learning rate falls after the warm-up; cosine and linear need an end."),
    QT_TRANSLATE_NOOP("Schema", "Warm-up steps"),
    QT_TRANSLATE_NOOP("Schema", "Steps over which the learning rate rises to its peak."),
    QT_TRANSLATE_NOOP("Schema", "Final learning rate"),
    QT_TRANSLATE_NOOP("Schema", "Share of the peak at the end of cosine or linear."),
    QT_TRANSLATE_NOOP("Schema", "Plateau patience"),
    QT_TRANSLATE_NOOP("Schema", "Validations without gain before plateau halves the learning rate."),
    QT_TRANSLATE_NOOP("Schema", "Weight decay"),
    QT_TRANSLATE_NOOP("Schema", "Pulls weights towards zero."),
    QT_TRANSLATE_NOOP("Schema", "Adam beta 2"),
    QT_TRANSLATE_NOOP("Schema", "Memory of the squared gradient."),
    QT_TRANSLATE_NOOP("Schema", "Gradient clipping"),
    QT_TRANSLATE_NOOP("Schema", "Longest gradient norm (Pascanu et al. 2013); 0 turns it off."),
    QT_TRANSLATE_NOOP("Schema", "Label smoothing"),
    QT_TRANSLATE_NOOP("Schema", "Probability taken from the right piece (Szegedy et al. 2016)."),
    QT_TRANSLATE_NOOP("Schema", "Teacher forcing"),
    QT_TRANSLATE_NOOP("Schema", "How the share of reference pieces fed to the decoder falls (Bengio et al. 2015)."),
    QT_TRANSLATE_NOOP("Schema", "Ratio at the start"),
    QT_TRANSLATE_NOOP("Schema", "1 feeds the reference always."),
    QT_TRANSLATE_NOOP("Schema", "Ratio at the end"),
    QT_TRANSLATE_NOOP("Schema", "What it falls to."),
    QT_TRANSLATE_NOOP("Schema", "Steps to fall"),
    QT_TRANSLATE_NOOP("Schema", "Steps over which the ratio falls from start to end."),
    QT_TRANSLATE_NOOP("Schema", "R-Drop"),
    QT_TRANSLATE_NOOP("Schema", "Alpha of R-Drop (Wu et al. 2021): each batch is read twice with other dropout, and both must agree; 0 is off. A step takes twice the time."),
    QT_TRANSLATE_NOOP("Schema", "Subword sampling"),
    QT_TRANSLATE_NOOP("Schema", "Alpha of subword regularisation on the source (Kudo 2018); 0 is off."),
    QT_TRANSLATE_NOOP("Schema", "Validate every (steps)"),
    QT_TRANSLATE_NOOP("Schema", "0 leaves it to the minutes."),
    QT_TRANSLATE_NOOP("Schema", "Validate every (minutes)"),
    QT_TRANSLATE_NOOP("Schema", "0 leaves it to the steps."),
    QT_TRANSLATE_NOOP("Schema", "Validation pairs translated"),
    QT_TRANSLATE_NOOP("Schema", "At most so many are translated for BLEU each time; 0 means all."),
    QT_TRANSLATE_NOOP("Schema", "Log every (steps)"),
    QT_TRANSLATE_NOOP("Schema", "Points of the loss curve."),
    QT_TRANSLATE_NOOP("Schema", "Sample translations"),
    QT_TRANSLATE_NOOP("Schema", "Validation sentences followed through training."),
    QT_TRANSLATE_NOOP("Schema", "Best by"),
    QT_TRANSLATE_NOOP("Schema", "Which validation score picks the best checkpoint."),
    QT_TRANSLATE_NOOP("Schema", "Patience"),
    QT_TRANSLATE_NOOP("Schema", "Stop after so many validations without a new best; 0 never stops early."),
    QT_TRANSLATE_NOOP("Schema", "Weight averaging"),
    QT_TRANSLATE_NOOP("Schema", "Average weights for validation and the saved best when they are better."),
    QT_TRANSLATE_NOOP("Schema", "EMA decay"),
    QT_TRANSLATE_NOOP("Schema", "Memory of the running average."),
    QT_TRANSLATE_NOOP("Schema", "Average last"),
    QT_TRANSLATE_NOOP("Schema", "Validations averaged by 'last'."),
    QT_TRANSLATE_NOOP("Schema", "Snapshots"),
    QT_TRANSLATE_NOOP("Schema", "Light weights-only snapshots kept along the way, to look back."),
    QT_TRANSLATE_NOOP("Schema", "Divergence limit"),
    QT_TRANSLATE_NOOP("Schema", "A gradient norm above this counts as diverged."),
    QT_TRANSLATE_NOOP("Schema", "Seed"),
    QT_TRANSLATE_NOOP("Schema", "The same seed on the same machine gives the same model."),
    QT_TRANSLATE_NOOP("Schema", "Beam size"),
    QT_TRANSLATE_NOOP("Schema", "Hypotheses kept; 1 is greedy."),
    QT_TRANSLATE_NOOP("Schema", "N-best"),
    QT_TRANSLATE_NOOP("Schema", "Translations returned."),
    QT_TRANSLATE_NOOP("Schema", "Length penalty"),
    QT_TRANSLATE_NOOP("Schema", "Alpha of Wu et al. (2016); higher favours longer translations."),
    QT_TRANSLATE_NOOP("Schema", "Coverage penalty"),
    QT_TRANSLATE_NOOP("Schema", "Beta of Wu et al. (2016); penalises source words nobody looked at."),
    QT_TRANSLATE_NOOP("Schema", "Longest output"),
    QT_TRANSLATE_NOOP("Schema", "Pieces for each source piece."),
    QT_TRANSLATE_NOOP("Schema", "plus"),
    QT_TRANSLATE_NOOP("Schema", "Pieces added to that."),
    QT_TRANSLATE_NOOP("Schema", "Shortest output"),
    QT_TRANSLATE_NOOP("Schema", "No repeated n-grams"),
    QT_TRANSLATE_NOOP("Schema", "Forbid repeating a sequence of so many pieces; 0 allows it."),
    QT_TRANSLATE_NOOP("Schema", "Sample"),
    QT_TRANSLATE_NOOP("Schema", "Draw translations instead of searching for the best."),
    QT_TRANSLATE_NOOP("Schema", "Temperature"),
    QT_TRANSLATE_NOOP("Schema", "Below 1 safer, above 1 bolder."),
    QT_TRANSLATE_NOOP("Schema", "Top k"),
    QT_TRANSLATE_NOOP("Schema", "Draw among the best k pieces; 0 means all."),
    QT_TRANSLATE_NOOP("Schema", "Top p"),
    QT_TRANSLATE_NOOP("Schema", "Draw among the best pieces of this total probability."),
    QT_TRANSLATE_NOOP("Schema", "Sampling seed"),
    QT_TRANSLATE_NOOP("Schema", "The same seed draws the same translation."),
    QT_TRANSLATE_NOOP("Schema", "Alternatives"),
    QT_TRANSLATE_NOOP("Schema", "Pieces reported at each position."),
    QT_TRANSLATE_NOOP("Schema", "Cut lines"),
    QT_TRANSLATE_NOOP("Schema", "auto: as in training."),
    QT_TRANSLATE_NOOP("Schema", "Copy unseen"),
    QT_TRANSLATE_NOOP("Schema", "Numbers, addresses, codes never seen are copied where looked at."),
    QT_TRANSLATE_NOOP("Schema", "Adapt spelling"),
    QT_TRANSLATE_NOOP("Schema", "Read sources in the corpus' spelling."),
    QT_TRANSLATE_NOOP("Schema", "Device"),
    QT_TRANSLATE_NOOP("Schema", "auto, cpu, cuda or cuda:N."),
    QT_TRANSLATE_NOOP("Schema", "CPU threads"),
    QT_TRANSLATE_NOOP("Schema", "0 uses all cores; more than those are never used."),
    QT_TRANSLATE_NOOP("Schema", "Precision"),
    QT_TRANSLATE_NOOP("Schema", "auto measures whether bf16 is faster on this machine; it is refused where it would crawl."),
    QT_TRANSLATE_NOOP("Schema", "Fast path"),
    QT_TRANSLATE_NOOP("Schema", "Use the fused training path; off runs the plain per-step module."),
    QT_TRANSLATE_NOOP("Schema", "Automatic"),
    QT_TRANSLATE_NOOP("Schema", "Derives everything from your corpus and this machine, and says why."),
    QT_TRANSLATE_NOOP("Schema", "Tiny"),
    QT_TRANSLATE_NOOP("Schema", "A first look: learns in minutes on any laptop."),
    QT_TRANSLATE_NOOP("Schema", "Small"),
    QT_TRANSLATE_NOOP("Schema", "Good quality for everyday corpora in about twenty minutes on a laptop."),
    QT_TRANSLATE_NOOP("Schema", "Base"),
    QT_TRANSLATE_NOOP("Schema", "A larger model, for 100,000 pairs and more, for a GPU or a night."),
    QT_TRANSLATE_NOOP("Schema", "Sample model"),
    QT_TRANSLATE_NOOP("Schema", "The recipe of the shipped sample models; fits small, regular corpora."),
    QT_TRANSLATE_NOOP("Schema", "Built-in English-French teaching corpus"),
    QT_TRANSLATE_NOOP("Schema", "Sentences made by a grammar, with gold word alignments, and handwritten everyday phrases. A small closed world for learning how translation models work, not general language."),
)


def corpus_title(info: CorpusInfo) -> str:
    """A corpus' title; that of a shipped one in the language of the window."""
    return QCoreApplication.translate("Schema", info.title) if info.builtin and info.title else info.title


def corpus_description(info: CorpusInfo) -> str:
    """A corpus' description; that of a shipped one in the language of the window."""
    shipped = info.builtin and info.description
    return QCoreApplication.translate("Schema", info.description) if shipped else info.description


def wanted() -> tuple[str, ...]:
    """Every title and description of the schema, the shipped presets and the shipped corpora, once, in order."""
    from workbench.engine.config import model_configs, walk_fields
    from workbench.engine.presets import list_presets
    from workbench.engine.runs import resources

    texts: dict[str, None] = {}
    for architecture in model_configs():
        for _, _, info in walk_fields(architecture):
            texts.update(dict.fromkeys(t for t in (info.title, info.description) if t))
    for preset in list_presets():
        if not preset.own:
            texts.update(dict.fromkeys(t for t in (preset.title, preset.description) if t))
    for description in sorted((resources() / "corpora").glob("*/corpus.json")):
        record = json.loads(description.read_text(encoding="utf-8"))
        texts.update(dict.fromkeys(record[key] for key in ("title", "description") if record.get(key)))
    return tuple(texts)


def update() -> None:
    """Rewrite the list in this file."""
    path = Path(__file__)
    before, _, rest = path.read_text(encoding="utf-8").partition("STRINGS: tuple[object, ...] = (")
    _, _, after = rest.partition(")\n\n\ndef corpus_title")
    lines = "".join(f'    QT_TRANSLATE_NOOP("Schema", {json.dumps(text, ensure_ascii=False)}),\n' for text in wanted())
    path.write_text(f"{before}STRINGS: tuple[object, ...] = (\n{lines})\n\n\ndef corpus_title{after}", encoding="utf-8")


if __name__ == "__main__":
    update()
