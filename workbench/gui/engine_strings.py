"""The engine's own sentences in the language of the window: errors, advice, warnings, progress, reasons of ``auto``.

The engine knows no Qt and speaks English, with values filled in. Its sentences are listed here as patterns, for the
translation tools; ``shown`` recognises a filled-in sentence and fills the translated pattern with the same values.
Run ``python -m workbench.gui.engine_strings`` after changing a sentence; a test notices when it was forgotten.
"""

# ruff: noqa: E501

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from workbench.engine.errors import WorkbenchError

STRINGS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Engine", "no checkpoint with its training state is left{0}"),
    QT_TRANSLATE_NOOP("Engine", "Step {0} still translates; to train, copy the run from a backup or start anew from its run.toml."),
    QT_TRANSLATE_NOOP("Engine", "none of its checkpoints can be read: {0}"),
    QT_TRANSLATE_NOOP("Engine", "Copy the run from a backup, or start anew from its run.toml."),
    QT_TRANSLATE_NOOP("Engine", "is damaged ({0})"),
    QT_TRANSLATE_NOOP("Engine", "Whole ones: {0}."),
    QT_TRANSLATE_NOOP("Engine", "was written in format {0}, this program reads {1}"),
    QT_TRANSLATE_NOOP("Engine", "Open it with the version that wrote it."),
    QT_TRANSLATE_NOOP("Engine", "Copy the run from a backup, or train it anew from its run.toml."),
    QT_TRANSLATE_NOOP("Engine", "unknown option '{0}'{1}"),
    QT_TRANSLATE_NOOP("Engine", "'{0}' is {1}: {2}{3}"),
    QT_TRANSLATE_NOOP("Engine", " (did you mean '{0}'?)"),
    QT_TRANSLATE_NOOP("Engine", "'{0}' is not of the form section.field=value"),
    QT_TRANSLATE_NOOP("Engine", "no such file"),
    QT_TRANSLATE_NOOP("Engine", "cannot be read as TOML: {0}"),
    QT_TRANSLATE_NOOP("Engine", "unknown cleaning rule '{0}'"),
    QT_TRANSLATE_NOOP("Engine", "Known: {0}."),
    QT_TRANSLATE_NOOP("Engine", "writing pairs"),
    QT_TRANSLATE_NOOP("Engine", "unknown format '{0}'"),
    QT_TRANSLATE_NOOP("Engine", "a TMX file needs two languages"),
    QT_TRANSLATE_NOOP("Engine", "Give --from LANG and --to LANG."),
    QT_TRANSLATE_NOOP("Engine", "the folder exists"),
    QT_TRANSLATE_NOOP("Engine", "Choose another one."),
    QT_TRANSLATE_NOOP("Engine", "there is no such folder"),
    QT_TRANSLATE_NOOP("Engine", "{0} pairs are too few to split"),
    QT_TRANSLATE_NOOP("Engine", "of {0} pairs {1} for validation and {2} for testing leave none to train on"),
    QT_TRANSLATE_NOOP("Engine", "Ask for fewer."),
    QT_TRANSLATE_NOOP("Engine", "{0} pairs cannot be split: too many share their sentences"),
    QT_TRANSLATE_NOOP("Engine", "Ask for fewer pairs."),
    QT_TRANSLATE_NOOP("Engine", "the file exists"),
    QT_TRANSLATE_NOOP("Engine", "Delete it, or choose another name."),
    QT_TRANSLATE_NOOP("Engine", "finding sentences that belong together"),
    QT_TRANSLATE_NOOP("Engine", "counting"),
    QT_TRANSLATE_NOOP("Engine", "no corpus file was named"),
    QT_TRANSLATE_NOOP("Engine", "the sides look swapped: the source looks like '{0}', the target like '{1}'"),
    QT_TRANSLATE_NOOP("Engine", "reading pairs"),
    QT_TRANSLATE_NOOP("Engine", "no sentence pair was found"),
    QT_TRANSLATE_NOOP("Engine", "Reading pairs"),
    QT_TRANSLATE_NOOP("Engine", "no pair is left of {0} after cleaning ({1})"),
    QT_TRANSLATE_NOOP("Engine", "Look at them with: workbench corpus inspect; or set data.cleaning to fewer rules, or none."),
    QT_TRANSLATE_NOOP("Engine", "there is nothing to learn from"),
    QT_TRANSLATE_NOOP("Engine", "Give --src and --tgt, or --corpus FILE_OR_NAME."),
    QT_TRANSLATE_NOOP("Engine", "holds no sentence pairs"),
    QT_TRANSLATE_NOOP("Engine", "data.{0} is missing"),
    QT_TRANSLATE_NOOP("Engine", "Source and target files come in pairs."),
    QT_TRANSLATE_NOOP("Engine", "comparing the splits"),
    QT_TRANSLATE_NOOP("Engine", "no corpus and no file is called '{0}'"),
    QT_TRANSLATE_NOOP("Engine", "Corpora: {0}."),
    QT_TRANSLATE_NOOP("Engine", "Choose two with --from and --to of: {0}."),
    QT_TRANSLATE_NOOP("Engine", "the corpus '{0}' holds {1} to {2}, not {3}"),
    QT_TRANSLATE_NOOP("Engine", "It has: {0}."),
    QT_TRANSLATE_NOOP("Engine", "Delete the folder and import the corpus again."),
    QT_TRANSLATE_NOOP("Engine", "the corpus' description cannot be read: {0}"),
    QT_TRANSLATE_NOOP("Engine", "there is a corpus called '{0}' already"),
    QT_TRANSLATE_NOOP("Engine", "Choose another --name, or delete that one first: workbench corpus delete {0}."),
    QT_TRANSLATE_NOOP("Engine", "has more than two languages"),
    QT_TRANSLATE_NOOP("Engine", "'{0}' came with the program and cannot be deleted"),
    QT_TRANSLATE_NOOP("Engine", "there is no '{0}' in the bin"),
    QT_TRANSLATE_NOOP("Engine", "There are: {0}."),
    QT_TRANSLATE_NOOP("Engine", "a file has no split '{0}'"),
    QT_TRANSLATE_NOOP("Engine", "the corpus '{0}' has no split '{1}'"),
    QT_TRANSLATE_NOOP("Engine", "Splitting"),
    QT_TRANSLATE_NOOP("Engine", "there are too few pairs to train on"),
    QT_TRANSLATE_NOOP("Engine", "Give more pairs, or validation files."),
    QT_TRANSLATE_NOOP("Engine", "Only {0} of {1} validation pairs could be held out without leaking: the other sentences occur in many pairs (the largest group of linked pairs has {2})."),
    QT_TRANSLATE_NOOP("Engine", "data.{0} is {1}, more than a quarter of the {2} pairs; {3} are held out."),
    QT_TRANSLATE_NOOP("Engine", "Holding out {0} pairs"),
    QT_TRANSLATE_NOOP("Engine", "tokenizer.vocab_size is {0}, but the text makes {1} pieces; these are used."),
    QT_TRANSLATE_NOOP("Engine", "every pair is longer than {0} pieces"),
    QT_TRANSLATE_NOOP("Engine", "Allow longer sentences or a larger vocabulary."),
    QT_TRANSLATE_NOOP("Engine", "Encoding pairs"),
    QT_TRANSLATE_NOOP("Engine", "No pair could be held out for validation: {0} training pairs stand in, so the scores tell how well the model remembers, not how well it translates."),
    QT_TRANSLATE_NOOP("Engine", "Learning the vocabulary"),
    QT_TRANSLATE_NOOP("Engine", "was not written by this program"),
    QT_TRANSLATE_NOOP("Engine", "holds no training data"),
    QT_TRANSLATE_NOOP("Engine", "It was exported without; translate with it, or train anew from the corpus."),
    QT_TRANSLATE_NOOP("Engine", "cannot be read: {0}"),
    QT_TRANSLATE_NOOP("Engine", "the file is missing"),
    QT_TRANSLATE_NOOP("Engine", "Copy the whole run folder."),
    QT_TRANSLATE_NOOP("Engine", "has changed since the run began"),
    QT_TRANSLATE_NOOP("Engine", "Copy it from a backup."),
    QT_TRANSLATE_NOOP("Engine", "is in no known corpus format"),
    QT_TRANSLATE_NOOP("Engine", "is a {0} archive"),
    QT_TRANSLATE_NOOP("Engine", "is an archive of more than {0} files"),
    QT_TRANSLATE_NOOP("Engine", "Unpack it and choose the files inside."),
    QT_TRANSLATE_NOOP("Engine", "no such file in the archive"),
    QT_TRANSLATE_NOOP("Engine", "is protected by a password"),
    QT_TRANSLATE_NOOP("Engine", "is packed in a way that cannot be read here"),
    QT_TRANSLATE_NOOP("Engine", "Unpack it and choose the files."),
    QT_TRANSLATE_NOOP("Engine", "is empty"),
    QT_TRANSLATE_NOOP("Engine", "'{0}' is no character encoding that is known here"),
    QT_TRANSLATE_NOOP("Engine", "Known, among others: utf-8, utf-16, windows-1252, windows-1250, windows-1251, shift-jis, gb18030."),
    QT_TRANSLATE_NOOP("Engine", "this row is not valid CSV"),
    QT_TRANSLATE_NOOP("Engine", "Save the table again, as TSV."),
    QT_TRANSLATE_NOOP("Engine", "a double quote opened in this row is never closed"),
    QT_TRANSLATE_NOOP("Engine", "Write a quote inside a field twice (\"\"), or save the table as TSV."),
    QT_TRANSLATE_NOOP("Engine", "a field of this row is longer than {0} characters"),
    QT_TRANSLATE_NOOP("Engine", "Look for a double quote that is never closed."),
    QT_TRANSLATE_NOOP("Engine", "is larger than {0} MB, which no catalogue is"),
    QT_TRANSLATE_NOOP("Engine", "Export it again."),
    QT_TRANSLATE_NOOP("Engine", "Check it with: msgfmt -c."),
    QT_TRANSLATE_NOOP("Engine", "has more than {0} lines, which no catalogue has"),
    QT_TRANSLATE_NOOP("Engine", "many entries hold bytes that are not valid {0}, the encoding the catalogue names"),
    QT_TRANSLATE_NOOP("Engine", "Name its encoding with --encoding, or convert it with: msgconv -t UTF-8."),
    QT_TRANSLATE_NOOP("Engine", "names the encoding '{0}', which is unknown or no encoding of text"),
    QT_TRANSLATE_NOOP("Engine", "Name the right one with --encoding, or convert it to UTF-8."),
    QT_TRANSLATE_NOOP("Engine", "is not a compiled gettext catalogue (MO), or is cut off"),
    QT_TRANSLATE_NOOP("Engine", "is cut off: its tables name {0} messages"),
    QT_TRANSLATE_NOOP("Engine", "Copy or compile it again."),
    QT_TRANSLATE_NOOP("Engine", "is not a valid gettext catalogue, or is cut off: {0}"),
    QT_TRANSLATE_NOOP("Engine", "holds no translated message{0}"),
    QT_TRANSLATE_NOOP("Engine", "has no text in '{0}'"),
    QT_TRANSLATE_NOOP("Engine", "It has: {0}, {1}."),
    QT_TRANSLATE_NOOP("Engine", "{0}: the messages are read as '{1}', though they are probably in '{2}'"),
    QT_TRANSLATE_NOOP("Engine", "is not a valid {0}, or is cut off"),
    QT_TRANSLATE_NOOP("Engine", "'{0}' is no known character encoding"),
    QT_TRANSLATE_NOOP("Engine", "is cut off: message {0} of {1} lies behind its end"),
    QT_TRANSLATE_NOOP("Engine", "is JSON without sentence pairs"),
    QT_TRANSLATE_NOOP("Engine", "Known: an array of objects, an object around one, one object a line, or a map {\"Open\": \"Ouvrir\"}."),
    QT_TRANSLATE_NOOP("Engine", "is not valid JSON ({0})"),
    QT_TRANSLATE_NOOP("Engine", "is a map of identifiers to texts, which holds one language only"),
    QT_TRANSLATE_NOOP("Engine", "Join it with the other language, as {\"en\": {key: text}, \"fr\": {key: text}} or as a table."),
    QT_TRANSLATE_NOOP("Engine", "{0}: {1} entries that are no text were left out"),
    QT_TRANSLATE_NOOP("Engine", "is not a JSON object"),
    QT_TRANSLATE_NOOP("Engine", "Each element must be one object such as {\"source\": \"...\", \"target\": \"...\"}."),
    QT_TRANSLATE_NOOP("Engine", "holds no object"),
    QT_TRANSLATE_NOOP("Engine", "nested too deep, or a number too long"),
    QT_TRANSLATE_NOOP("Engine", "is not a JSON array as the lines before it"),
    QT_TRANSLATE_NOOP("Engine", "Each line must be one object such as {\"source\": \"...\", \"target\": \"...\"}."),
    QT_TRANSLATE_NOOP("Engine", "Each line must be one object."),
    QT_TRANSLATE_NOOP("Engine", "{0}: the {1} side holds keys such as '{2}', not sentences; nothing can be learnt from keys: use a file in which the messages themselves stand"),
    QT_TRANSLATE_NOOP("Engine", "the line is longer than {0} MB"),
    QT_TRANSLATE_NOOP("Engine", "A corpus has one sentence a line; perhaps this is another kind of file."),
    QT_TRANSLATE_NOOP("Engine", "Choose another --encoding, or leave it out to have it found."),
    QT_TRANSLATE_NOOP("Engine", "{0} is not valid {1}"),
    QT_TRANSLATE_NOOP("Engine", "Mend that line, or name the encoding of the whole file, for instance: --encoding windows-1252."),
    QT_TRANSLATE_NOOP("Engine", "Mend that line, or name the encoding of the whole file: --encoding NAME."),
    QT_TRANSLATE_NOOP("Engine", "character {0} of the line is a NUL character, which no text has"),
    QT_TRANSLATE_NOOP("Engine", "The file is damaged, is no text, or is in another encoding: see --encoding."),
    QT_TRANSLATE_NOOP("Engine", "is a folder, not a corpus file"),
    QT_TRANSLATE_NOOP("Engine", "Name the files inside it."),
    QT_TRANSLATE_NOOP("Engine", "the compressed file is damaged or cut off: {0}"),
    QT_TRANSLATE_NOOP("Engine", "may not be read by you"),
    QT_TRANSLATE_NOOP("Engine", "Check its permissions."),
    QT_TRANSLATE_NOOP("Engine", "unpacks to more than {0} times its size, as no text does; it is refused for safety"),
    QT_TRANSLATE_NOOP("Engine", "If it is what you want, unpack it yourself and choose the files inside."),
    QT_TRANSLATE_NOOP("Engine", "has fewer than two columns of text"),
    QT_TRANSLATE_NOOP("Engine", "is not a valid Parquet file, or is cut off: {0}"),
    QT_TRANSLATE_NOOP("Engine", "cannot be read after row {0}: {1}"),
    QT_TRANSLATE_NOOP("Engine", "is an archive without a corpus file that can be read"),
    QT_TRANSLATE_NOOP("Engine", "is an empty archive"),
    QT_TRANSLATE_NOOP("Engine", "is an archive of texts that do not tell which belong together: {0}"),
    QT_TRANSLATE_NOOP("Engine", "{0}: {1} files are read one after the other: {2}"),
    QT_TRANSLATE_NOOP("Engine", "{0}: left out: {1}"),
    QT_TRANSLATE_NOOP("Engine", "is an archive that holds one side only ({0})"),
    QT_TRANSLATE_NOOP("Engine", "is plain text among other files"),
    QT_TRANSLATE_NOOP("Engine", "Import the two sides of a plain corpus alone."),
    QT_TRANSLATE_NOOP("Engine", "left out: {0}"),
    QT_TRANSLATE_NOOP("Engine", "holds no sentence pair"),
    QT_TRANSLATE_NOOP("Engine", "is an archive of more than two languages"),
    QT_TRANSLATE_NOOP("Engine", "is a web page, perhaps saved in place of the file it links to"),
    QT_TRANSLATE_NOOP("Engine", "Download it again."),
    QT_TRANSLATE_NOOP("Engine", "is {0}"),
    QT_TRANSLATE_NOOP("Engine", "is an old Office document, or another compound file"),
    QT_TRANSLATE_NOOP("Engine", "has one column; a table of sentence pairs needs two"),
    QT_TRANSLATE_NOOP("Engine", "Put the source and its translation side by side on one sheet."),
    QT_TRANSLATE_NOOP("Engine", "is not a spreadsheet that can be read: {0}"),
    QT_TRANSLATE_NOOP("Engine", "this computer's translations need two languages"),
    QT_TRANSLATE_NOOP("Engine", "skipped: {0}"),
    QT_TRANSLATE_NOOP("Engine", "this computer has no translations into '{0}'"),
    QT_TRANSLATE_NOOP("Engine", "has no sheet '{0}'"),
    QT_TRANSLATE_NOOP("Engine", "Separate the source and its translation by a tab, or name two files."),
    QT_TRANSLATE_NOOP("Engine", "Name them: --columns A,B of {0}."),
    QT_TRANSLATE_NOOP("Engine", "'{0}' does not name two columns"),
    QT_TRANSLATE_NOOP("Engine", "Write: --columns A,B."),
    QT_TRANSLATE_NOOP("Engine", "{0}: has no sheets, so the sheet asked for is not looked for"),
    QT_TRANSLATE_NOOP("Engine", "holds no row of text"),
    QT_TRANSLATE_NOOP("Engine", "does not tell which keys hold the pair"),
    QT_TRANSLATE_NOOP("Engine", "has no column for the language '{0}'"),
    QT_TRANSLATE_NOOP("Engine", " (others: "),
    QT_TRANSLATE_NOOP("Engine", "holds no sentence pair: {0}"),
    QT_TRANSLATE_NOOP("Engine", "{0} has {1} lines and {2} has {3}; {4}"),
    QT_TRANSLATE_NOOP("Engine", "Line n of one file must be the translation of line n of the other."),
    QT_TRANSLATE_NOOP("Engine", "is plain text, which holds one side only"),
    QT_TRANSLATE_NOOP("Engine", "Name the source file and the target file together, or use a table with two columns."),
    QT_TRANSLATE_NOOP("Engine", "holds no translation unit"),
    QT_TRANSLATE_NOOP("Engine", "holds no translated unit"),
    QT_TRANSLATE_NOOP("Engine", "holds no translated unit: {0}"),
    QT_TRANSLATE_NOOP("Engine", "is not well-formed XML, or is cut off: {0}"),
    QT_TRANSLATE_NOOP("Engine", "Export the file again."),
    QT_TRANSLATE_NOOP("Engine", "is not well-formed XML, or is cut off: no element begins"),
    QT_TRANSLATE_NOOP("Engine", "byte {0} is not valid {1}: the file seems to be in another encoding than it says"),
    QT_TRANSLATE_NOOP("Engine", "Name its encoding with --encoding, for instance windows-1252, or convert the file to UTF-8."),
    QT_TRANSLATE_NOOP("Engine", "has elements nested too deeply: <{0}>"),
    QT_TRANSLATE_NOOP("Engine", "declares XML entities, which are refused for safety"),
    QT_TRANSLATE_NOOP("Engine", "Export the file again without a DOCTYPE that declares entities."),
    QT_TRANSLATE_NOOP("Engine", "is XML, but <{0}> and not <{1}>"),
    QT_TRANSLATE_NOOP("Engine", "is not well-formed XML: {0} without its end"),
    QT_TRANSLATE_NOOP("Engine", "belongs to another tokenizer"),
    QT_TRANSLATE_NOOP("Engine", "is damaged"),
    QT_TRANSLATE_NOOP("Engine", "Copy the whole run folder again."),
    QT_TRANSLATE_NOOP("Engine", "is not a profile of source sentences"),
    QT_TRANSLATE_NOOP("Engine", "is not a store of sentence pairs"),
    QT_TRANSLATE_NOOP("Engine", "is truncated or belongs to another corpus"),
    QT_TRANSLATE_NOOP("Engine", "is truncated"),
    QT_TRANSLATE_NOOP("Engine", "Free some space there, or set WORKBENCH_HOME to a folder on another disk."),
    QT_TRANSLATE_NOOP("Engine", "the stored corpus cannot be read: {0}"),
    QT_TRANSLATE_NOOP("Engine", "Delete it and import it again: workbench corpus delete {0}."),
    QT_TRANSLATE_NOOP("Engine", "has its special pieces at {0} instead of {1}"),
    QT_TRANSLATE_NOOP("Engine", "is not a SentencePiece model: {0}"),
    QT_TRANSLATE_NOOP("Engine", "no vocabulary of {0} pieces could be learnt"),
    QT_TRANSLATE_NOOP("Engine", "Choose another size."),
    QT_TRANSLATE_NOOP("Engine", "there is no text to learn a vocabulary from"),
    QT_TRANSLATE_NOOP("Engine", "Choose a corpus with sentences."),
    QT_TRANSLATE_NOOP("Engine", "no vocabulary could be learnt: {0}"),
    QT_TRANSLATE_NOOP("Engine", "unknown device '{0}'"),
    QT_TRANSLATE_NOOP("Engine", "Use auto, cpu or cuda:N."),
    QT_TRANSLATE_NOOP("Engine", "there is no CUDA device {0}; {1} found.{2}"),
    QT_TRANSLATE_NOOP("Engine", "Use --device cpu or auto."),
    QT_TRANSLATE_NOOP("Engine", "holds no sentences"),
    QT_TRANSLATE_NOOP("Engine", "names neither a corpus nor files"),
    QT_TRANSLATE_NOOP("Engine", "scoring"),
    QT_TRANSLATE_NOOP("Engine", "there are {0} source sentences and {1} references"),
    QT_TRANSLATE_NOOP("Engine", "looking for the nearest training sentences"),
    QT_TRANSLATE_NOOP("Engine", "this model has no attention, so it has no alignments to compare with gold links"),
    QT_TRANSLATE_NOOP("Engine", "there are {0} lines of gold links for {1} sentences"),
    QT_TRANSLATE_NOOP("Engine", "link {0}-{1} points past the {2} source and {3} target words"),
    QT_TRANSLATE_NOOP("Engine", "Links count whitespace words from 0, source first."),
    QT_TRANSLATE_NOOP("Engine", "reading the test set"),
    QT_TRANSLATE_NOOP("Engine", "loading the model"),
    QT_TRANSLATE_NOOP("Engine", "has {0} lines for {1} sentences"),
    QT_TRANSLATE_NOOP("Engine", "cannot be written: {0}"),
    QT_TRANSLATE_NOOP("Engine", "{0}the disk is full ({1})"),
    QT_TRANSLATE_NOOP("Engine", "{0}the file is too large for the file system of {1}"),
    QT_TRANSLATE_NOOP("Engine", "Choose another place, or check the folder's permissions."),
    QT_TRANSLATE_NOOP("Engine", "is not UTF-8 text (byte {0})"),
    QT_TRANSLATE_NOOP("Engine", "Binary word2vec files must be converted to the text format."),
    QT_TRANSLATE_NOOP("Engine", "has vectors of {0} numbers, the model's embeddings have {1}"),
    QT_TRANSLATE_NOOP("Engine", "Set model.embedding={0}."),
    QT_TRANSLATE_NOOP("Engine", "has {0} values instead of {1}"),
    QT_TRANSLATE_NOOP("Engine", "has a value that is no number"),
    QT_TRANSLATE_NOOP("Engine", "belongs to another model ('{0}' does not match run.toml)"),
    QT_TRANSLATE_NOOP("Engine", "is truncated or no safetensors file ({0})"),
    QT_TRANSLATE_NOOP("Engine", "belongs to another model ('{0}' is {1}, not {2})"),
    QT_TRANSLATE_NOOP("Engine", "'{0}' cannot be {1} name: {2}"),
    QT_TRANSLATE_NOOP("Engine", "Use letters, digits, '-', '_' and '.', and begin with a letter."),
    QT_TRANSLATE_NOOP("Engine", "Set runtime.precision to auto or fp32."),
    QT_TRANSLATE_NOOP("Engine", "more data needs less dropout (Sennrich & Zhang 2019, section 4.3)."),
    QT_TRANSLATE_NOOP("Engine", "{0} pairs: small vocabularies suit small corpora, since rare pieces are not learned (Sennrich & Zhang 2019, section 4.2)."),
    QT_TRANSLATE_NOOP("Engine", "both sides share a script, so pieces can be shared and all embeddings tied (Press & Wolf 2017)."),
    QT_TRANSLATE_NOOP("Engine", "the sides have different scripts, so there is nothing to share."),
    QT_TRANSLATE_NOOP("Engine", "{0} units are enough for {1} pairs and train fast."),
    QT_TRANSLATE_NOOP("Engine", "about half the decoder's size, tied with the output layer."),
    QT_TRANSLATE_NOOP("Engine", "two readings of a batch that must agree learned more in the same time from 29,000 pairs (Wu et al. 2021)."),
    QT_TRANSLATE_NOOP("Engine", "tried on few pairs only; of many, reading more comes first."),
    QT_TRANSLATE_NOOP("Engine", "small batches learn more per sentence (Sennrich & Zhang 2019, section 4.2), larger ones keep a GPU busy."),
    QT_TRANSLATE_NOOP("Engine", "small batches learn more per sentence (Sennrich & Zhang 2019, section 4.2)."),
    QT_TRANSLATE_NOOP("Engine", "about what {0} pairs need here; the schedule is fitted to it. More is rarely wasted."),
    QT_TRANSLATE_NOOP("Engine", "validated by the clock."),
    QT_TRANSLATE_NOOP("Engine", "about fourteen looks at the run."),
    QT_TRANSLATE_NOOP("Engine", "twice the usual peak learned twice as fast in trials."),
    QT_TRANSLATE_NOOP("Engine", "a hundred steps settle Adam's statistics; longer lost time."),
    QT_TRANSLATE_NOOP("Engine", "Szegedy et al. (2016); helps BLEU at every corpus size."),
    QT_TRANSLATE_NOOP("Engine", "Set training.max_minutes, training.max_epochs or training.max_steps"),
    QT_TRANSLATE_NOOP("Engine", "unknown preset '{0}'"),
    QT_TRANSLATE_NOOP("Engine", "the preset '{0}' is shipped with the program"),
    QT_TRANSLATE_NOOP("Engine", "Choose another name."),
    QT_TRANSLATE_NOOP("Engine", "{0} falls towards the end of the run, and patience, the only limit, does not say when that is"),
    QT_TRANSLATE_NOOP("Engine", "{0}, or training.schedule to plateau or inverse_sqrt."),
    QT_TRANSLATE_NOOP("Engine", "is the only limit and counts validations, of which there are none"),
    QT_TRANSLATE_NOOP("Engine", "{0}, or training.validate_steps."),
    QT_TRANSLATE_NOOP("Engine", "cannot be read as a preset: {0}"),
    QT_TRANSLATE_NOOP("Engine", "unknown {0} {1}"),
    QT_TRANSLATE_NOOP("Engine", "the run has {0}, so a copy could not be trained further"),
    QT_TRANSLATE_NOOP("Engine", "Export it without its state."),
    QT_TRANSLATE_NOOP("Engine", "needs {0} and only {1} are free on {2}"),
    QT_TRANSLATE_NOOP("Engine", "is a folder"),
    QT_TRANSLATE_NOOP("Engine", "Name a file to write."),
    QT_TRANSLATE_NOOP("Engine", "has a member outside its folder"),
    QT_TRANSLATE_NOOP("Engine", "Do not trust it."),
    QT_TRANSLATE_NOOP("Engine", "holds no run (no {0} in one folder)"),
    QT_TRANSLATE_NOOP("Engine", "Choose a file made by Export."),
    QT_TRANSLATE_NOOP("Engine", "Make room on the disk first."),
    QT_TRANSLATE_NOOP("Engine", "cannot be read as a run archive: {0}"),
    QT_TRANSLATE_NOOP("Engine", "is being trained by process {0}"),
    QT_TRANSLATE_NOOP("Engine", "Stop that one first."),
    QT_TRANSLATE_NOOP("Engine", "is being trained by another process"),
    QT_TRANSLATE_NOOP("Engine", "is being trained by process {0} on the computer '{1}' (started {2})"),
    QT_TRANSLATE_NOOP("Engine", "Stop it there first. If it has ended without tidying up, delete {0}."),
    QT_TRANSLATE_NOOP("Engine", "has no section [{0}]"),
    QT_TRANSLATE_NOOP("Engine", "Add --resume, or choose another name."),
    QT_TRANSLATE_NOOP("Engine", "Copy the folder under another name and work on the copy."),
    QT_TRANSLATE_NOOP("Engine", "is not a deleted run"),
    QT_TRANSLATE_NOOP("Engine", "cannot be read as JSON: {0}"),
    QT_TRANSLATE_NOOP("Engine", "no such run folder"),
    QT_TRANSLATE_NOOP("Engine", "See: workbench runs list."),
    QT_TRANSLATE_NOOP("Engine", "is not a run folder: it has no {0}"),
    QT_TRANSLATE_NOOP("Engine", "the run folder exists"),
    QT_TRANSLATE_NOOP("Engine", "came with the program and stays as it is"),
    QT_TRANSLATE_NOOP("Engine", "has no checkpoint yet"),
    QT_TRANSLATE_NOOP("Engine", "Train it further first."),
    QT_TRANSLATE_NOOP("Engine", "has no checkpoint '{0}'"),
    QT_TRANSLATE_NOOP("Engine", "cannot be moved to the bin: {0}"),
    QT_TRANSLATE_NOOP("Engine", "cannot be taken back: {0}"),
    QT_TRANSLATE_NOOP("Engine", "'{0}' is not a link"),
    QT_TRANSLATE_NOOP("Engine", "Write i-j (sure) or i?j (possible)."),
    QT_TRANSLATE_NOOP("Engine", "this processor, or this build of torch, has no int8 products"),
    QT_TRANSLATE_NOOP("Engine", "Translate without it."),
    QT_TRANSLATE_NOOP("Engine", "translating"),
    QT_TRANSLATE_NOOP("Engine", "{0} some space, then go on with: workbench train --resume --run-dir {1}."),
    QT_TRANSLATE_NOOP("Engine", "none of its checkpoints can be read"),
    QT_TRANSLATE_NOOP("Engine", "Copy the run from a backup."),
    QT_TRANSLATE_NOOP("Engine", "{0} epochs done"),
    QT_TRANSLATE_NOOP("Engine", "{0} steps done"),
    QT_TRANSLATE_NOOP("Engine", "the {0} minutes are over"),
    QT_TRANSLATE_NOOP("Engine", "the minute is over"),
    QT_TRANSLATE_NOOP("Engine", "the {0} seconds are over"),
    QT_TRANSLATE_NOOP("Engine", "{0} will not fit on the disk ({1}, {2} free, at least {3} needed)"),
    QT_TRANSLATE_NOOP("Engine", "Free some space there, then start again, with --resume where the run folder is there already."),
    QT_TRANSLATE_NOOP("Engine", "The disk is nearly full ({0}): {1} may need {2}, {3} are free."),
    QT_TRANSLATE_NOOP("Engine", "{0} could not take an event and gets no more ({1}); training goes on"),
    QT_TRANSLATE_NOOP("Engine", "Lower training.learning_rate or raise training.warmup_steps."),
    QT_TRANSLATE_NOOP("Engine", "no new best in {0} validations"),
    QT_TRANSLATE_NOOP("Engine", "building the model"),
    QT_TRANSLATE_NOOP("Engine", "saving a checkpoint"),
    QT_TRANSLATE_NOOP("Engine", "stopped by request"),
    QT_TRANSLATE_NOOP("Engine", "diverged {0}: went back to step {1} and halved the rate"),
    QT_TRANSLATE_NOOP("Engine", "measuring the loss"),
    QT_TRANSLATE_NOOP("Engine", "writing a checkpoint"),
    QT_TRANSLATE_NOOP("Engine", "the device has too little memory for this model and its batches"),
    QT_TRANSLATE_NOOP("Engine", "runtime.threads is {0}, more than the cores here: {1} used"),
    QT_TRANSLATE_NOOP("Engine", "the run diverged before its first checkpoint"),
    QT_TRANSLATE_NOOP("Engine", "the run diverged again {0}"),
    QT_TRANSLATE_NOOP("Engine", "no gain in {0} validations: rate halved"),
    QT_TRANSLATE_NOOP("Engine", "stopped before training began"),
    QT_TRANSLATE_NOOP("Engine", "Choose a smaller preset or --device cpu."),
    QT_TRANSLATE_NOOP("Engine", "the corpus is too small to fill one batch on every device"),
    QT_TRANSLATE_NOOP("Engine", "{0}: it was renamed to {1}, and training goes on from step {2}"),
    QT_TRANSLATE_NOOP("Engine", "out of memory: batches are now taken in {0} parts"),
    QT_TRANSLATE_NOOP("Engine", "input should be greater than {0}"),
    QT_TRANSLATE_NOOP("Engine", "input should be greater than or equal to {0}"),
    QT_TRANSLATE_NOOP("Engine", "input should be less than {0}"),
    QT_TRANSLATE_NOOP("Engine", "input should be less than or equal to {0}"),
    QT_TRANSLATE_NOOP("Engine", "input should be a valid integer, unable to parse string as an integer"),
    QT_TRANSLATE_NOOP("Engine", "input should be a valid integer"),
    QT_TRANSLATE_NOOP("Engine", "input should be a valid number, unable to parse string as a number"),
    QT_TRANSLATE_NOOP("Engine", "input should be a valid number"),
    QT_TRANSLATE_NOOP("Engine", "input should be a valid boolean"),
    QT_TRANSLATE_NOOP("Engine", "input should be a valid string"),
    QT_TRANSLATE_NOOP("Engine", "input should be {0}"),
    QT_TRANSLATE_NOOP("Engine", "30: no limit was given, and most small corpora are learned by then."),
    QT_TRANSLATE_NOOP("Engine", "CPU, {0} threads"),
    QT_TRANSLATE_NOOP("Engine", "CPU, 1 thread"),
    QT_TRANSLATE_NOOP("Engine", "{0}, {1} GiB free"),
)

#: Calls whose texts reach the window.
_ERRORS = {"WorkbenchError", "InputError", "ConfigError", "CorpusError", "RunFolderError", "RunFailed", "TrainingFailed"}
_TOLD = {"progress", "_progress", "warn", "on_warning", "state", "_finish"}
#: Local names that hold such a text before it is passed on.
_NAMES = {"message", "reason", "advice", "ADVICE"}
#: Functions all of whose sentences reach the window: reasons of ``auto``, of stopping, and of refusing a configuration.
_FUNCTIONS = {"_auto_values", "_explain", "_suggest", "why_over", "_time_over", "_validate"}
#: What pydantic says about a value out of bounds, a reason of ``auto`` that stands alone, and devices.
_MORE = (
    "input should be greater than {0}",
    "input should be greater than or equal to {0}",
    "input should be less than {0}",
    "input should be less than or equal to {0}",
    "input should be a valid integer, unable to parse string as an integer",
    "input should be a valid integer",
    "input should be a valid number, unable to parse string as a number",
    "input should be a valid number",
    "input should be a valid boolean",
    "input should be a valid string",
    "input should be {0}",
    "30: no limit was given, and most small corpora are learned by then.",
    "CPU, {0} threads",
    "CPU, 1 thread",
    "{0}, {1} GiB free",
)
_SLOT = re.compile(r"\{(\d)\}")


def shown(text: str) -> str:
    """A sentence of the engine in the language of the window; as it is where no translation is known."""
    translated = QCoreApplication.translate("Engine", text)
    if translated != text or not text:
        return translated
    for pattern, template in _patterns():
        match = pattern.fullmatch(text)
        if match:
            translated = QCoreApplication.translate("Engine", template)
            if translated == template:
                return text
            return _filled(translated, match)
    return text


def _filled(translated: str, match: re.Match[str]) -> str:
    return _SLOT.sub(lambda slot: shown(match[int(slot[1]) + 1]), translated)


def shown_reason(text: str) -> str:
    """Why ``auto`` chose a value: ``value: reason``."""
    value, colon, reason = text.partition(": ")
    whole = shown(text)
    return whole if whole != text else f"{value}{colon}{shown(reason)}"


def shown_error(error: BaseException) -> str:
    """An error in one line, as ``WorkbenchError`` itself writes it."""
    if not isinstance(error, WorkbenchError):
        return str(error)
    line = f"{error.where}: {shown(error.message)}" if error.where else shown(error.message)
    if error.advice:
        line = f"{line.rstrip('.')}. {shown(error.advice)}"
    return " ".join(line.split())


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Every sentence with values in it, the one with most words of its own first."""
    templates = sorted((t for t in _listed() if _SLOT.search(t)), key=lambda t: -len(_SLOT.sub("", t)))
    made = []
    for template in templates:
        parts = _SLOT.split(template)
        # At odd places stand the numbers of the slots, in ascending order.
        expression = "(.*?)".join(re.escape(part) for part in parts[::2])
        made.append((re.compile(expression, re.DOTALL), template))
    return tuple(made)


def _listed() -> list[str]:
    """The texts of ``STRINGS``; the macro returns the text, or context and text, depending on the version of Qt."""
    return [str(s[-1]) if isinstance(s, tuple) else str(s) for s in STRINGS]


# Finding them ---------------------------------------------------------------------------------------------------------


def wanted() -> tuple[str, ...]:
    """Every sentence of the engine that can reach the window, as a pattern, once."""
    root = Path(__file__).parents[1] / "engine"
    texts: dict[str, None] = {}
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for text in _texts_of(node):
                if len(re.findall(r"[^\W\d_]", _SLOT.sub("", text))) >= 2 and text != "Value error, ":
                    texts[text] = None
    texts.update(dict.fromkeys(_MORE))
    return tuple(texts)


def _texts_of(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in _ERRORS:
            for value in (*node.args[:1], *(k.value for k in node.keywords if k.arg in ("message", "advice"))):
                yield from _literals(value)
        elif name in _TOLD:
            for value in (*node.args, *(k.value for k in node.keywords)):
                yield from (t for t in _literals(value) if " " in t or name in ("progress", "_progress"))
    elif isinstance(node, ast.Assign):
        if any(isinstance(t, ast.Name) and t.id in _NAMES for t in node.targets):
            yield from (t for t in _literals(node.value) if " " in t)
    elif isinstance(node, ast.FunctionDef) and node.name in _FUNCTIONS:
        yield from _sentences(node)


def _sentences(function: ast.FunctionDef) -> Iterator[str]:
    """All sentences inside a function, its docstring apart."""
    pending: list[ast.AST] = list(function.body[1:] if ast.get_docstring(function) else function.body)
    while pending:
        node = pending.pop(0)
        found = list(_literals(node)) if isinstance(node, ast.expr) else []
        if found:
            yield from (t for t in found if " " in t)
        else:
            pending.extend(ast.iter_child_nodes(node))


def _literals(node: ast.AST) -> Iterator[str]:
    """The texts an expression can be, with ``{0}``, ``{1}`` where values stand."""
    for text in _raw(node):
        count = iter(range(10))
        yield "".join(f"{{{next(count)}}}" if letter == "\0" else letter for letter in text)


def _raw(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        return ["".join(v.value if isinstance(v, ast.Constant) else "\0" for v in node.values)]  # type: ignore[misc]
    if isinstance(node, ast.IfExp):
        return _raw(node.body) + _raw(node.orelse)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [left + right for left in _raw(node.left) for right in _raw(node.right)]
    return []


def update() -> None:
    """Rewrite the list in this file."""
    path = Path(__file__)
    text = path.read_text(encoding="utf-8")
    start = text.index("(\n", text.index("\nSTRINGS: tuple[object, ...] = ")) + 2
    end = text.index(")\n\n#: Calls whose", start - 1)
    lines = "".join(f'    QT_TRANSLATE_NOOP("Engine", {json.dumps(t, ensure_ascii=False)}),\n' for t in wanted())
    path.write_text(text[:start] + lines + text[end:], encoding="utf-8")


if __name__ == "__main__":
    update()
