"""The words of the trade that the window uses: two sentences and an example each.

The one source of the "?" beside numbers and curves and of the guide's glossary.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

# Called by this name so that lupdate sees context and text.
translate = QCoreApplication.translate


class Term(Enum):
    """Something that is explained."""

    TIME = "time"
    EPOCH = "epoch"
    LOSS = "loss"
    SCORES = "scores"
    PATIENCE = "patience"
    SPEED = "speed"
    LEARNING_RATE = "learning_rate"
    GRADIENT = "gradient"
    TEACHER_FORCING = "teacher_forcing"
    ATTENTION = "attention"
    BEAM_SEARCH = "beam_search"
    COVERAGE = "coverage"
    PIECES = "pieces"
    TOKENIZER = "tokenizer"
    CLEANING = "cleaning"
    HELD_OUT = "held_out"
    VALIDATION = "validation"
    TER = "ter"
    SIGNIFICANCE = "significance"
    ALIGNMENT_ERROR = "alignment_error"
    RUN = "run"
    CHECKPOINT = "checkpoint"
    BATCH = "batch"
    EARLY_STOPPING = "early_stopping"
    OVERFITTING = "overfitting"
    DROPOUT = "dropout"
    R_DROP = "r_drop"
    LABEL_SMOOTHING = "label_smoothing"
    CLIPPING = "clipping"
    PARAMETERS = "parameters"


def explained(term: Term) -> tuple[str, str]:
    """Title and explanation of a term."""
    parts = (_of_progress, _of_training, _of_translating, _of_data, _of_measuring, _of_the_course, _of_models)
    return next(found[term] for part in parts if term in (found := part()))


def _of_progress() -> dict[Term, tuple[str, str]]:
    return {
        Term.TIME: (
            translate("Terms", "Time left"),
            translate(
                "Terms",
                "The time left follows from the speed of the last minutes and the limits of the run, validations"
                " counted in. A run may end earlier when nothing gets better any more. Example: 10 minutes into a run"
                " of 20, about 10 are left.",
            ),
        ),
        Term.EPOCH: (
            translate("Terms", "Epoch"),
            translate(
                "Terms",
                "An epoch is one pass over all training pairs. Small corpora need many epochs, large ones few."
                " Example: with 30,000 pairs, 2.5 epochs mean that the model has read 75,000 pairs.",
            ),
        ),
        Term.LOSS: (
            translate("Terms", "Loss and perplexity"),
            translate(
                "Terms",
                "The loss says how surprised the model is by the right translation, piece by piece; lower is better."
                " Perplexity is the same as a number of choices: among how many equally likely pieces the model"
                " wavers. Example: a loss of 1.6 is a perplexity of 5, as if it chose among five pieces each time.",
            ),
        ),
        Term.SCORES: (
            translate("Terms", "BLEU and chrF"),
            translate(
                "Terms",
                "BLEU counts the words, and groups of up to four words, that a translation shares with the reference,"
                " from 0 to 100; chrF does so with letters, and gives credit for nearly right forms. Compare only"
                " scores on the same sentences. Example: “the red house” for “the red houses” has a low BLEU and a"
                " high chrF.",
            ),
        ),
        Term.PATIENCE: (
            translate("Terms", "Patience"),
            translate(
                "Terms",
                "Patience is how many validations in a row may pass without a new best before the training ends by"
                " itself. It keeps a model from learning its sentences by heart. Example: with a patience of 10,"
                " “3 of 10” means that seven more such validations end the run.",
            ),
        ),
    }


def _of_training() -> dict[Term, tuple[str, str]]:
    return {
        Term.SPEED: (
            translate("Terms", "Tokens per second"),
            translate(
                "Terms",
                "From so many pieces of the translations the model learns in a second. This tells how fast the"
                " computer is, not how good the model is. Example: at 5,000 tokens a second, 200,000 sentences of 25"
                " tokens take about 17 minutes.",
            ),
        ),
        Term.LEARNING_RATE: (
            translate("Terms", "Learning rate"),
            translate(
                "Terms",
                "The learning rate is the size of the steps in which the model changes. It rises at the start, so that"
                " nothing breaks, and falls towards the end for the fine work. Example: 0.003 is usual here; at 0.1 the"
                " loss would jump about.",
            ),
        ),
        Term.GRADIENT: (
            translate("Terms", "Gradient norm"),
            translate(
                "Terms",
                "The gradient norm says how strongly a batch pulls at the numbers of the model. Steady values are good;"
                " single peaks are cut off and do no harm. Example: about 1 with peaks of 5 is healthy; growing from 1"
                " to 100 means that the learning rate is too high.",
            ),
        ),
        Term.TEACHER_FORCING: (
            translate("Terms", "Teacher forcing"),
            translate(
                "Terms",
                "In training the model is told the right word before the next one, as if a teacher corrected each word"
                " at once; 1 means always. Below 1 it goes on from its own word now and then, as it must when it"
                " translates. Example: at 0.75, one word in four is the model's own.",
            ),
        ),
    }


def _of_translating() -> dict[Term, tuple[str, str]]:
    return {
        Term.ATTENTION: (
            translate("Terms", "Attention"),
            translate(
                "Terms",
                "Attention is where the model looks in the source sentence while it writes a word: shares that add"
                " up to 100 %. It shows what was looked at, not why a word was chosen. Example: writing “rouge”, the"
                " model may give 90 % of its attention to “red” and 10 % to “apple”.",
            ),
        ),
        Term.BEAM_SEARCH: (
            translate("Terms", "Beam search"),
            translate(
                "Terms",
                "Beam search keeps several beginnings of a translation at once and goes on with the likeliest ones,"
                " instead of always taking the next best piece (greedy search). A beam of 5 is usual; more takes"
                " longer and seldom helps. Example: a beginning with “The” may lose against one with “It” only at"
                " the fourth word.",
            ),
        ),
        Term.COVERAGE: (
            translate("Terms", "Coverage"),
            translate(
                "Terms",
                "Coverage asks whether every source word was looked at in the translation. A coverage penalty in"
                " the search makes translations unlikely that leave out a part of the sentence. Example: without it,"
                " “red apples and green pears” may become only “red apples”.",
            ),
        ),
    }


def _of_data() -> dict[Term, tuple[str, str]]:
    return {
        Term.PIECES: (
            translate("Terms", "Pieces of words"),
            translate(
                "Terms",
                "The model does not read words but pieces of them (subwords): frequent words whole, rare ones in"
                " parts. So a few thousand pieces write every word. Example: “unbreakable” may be read as “un”,"
                " “break” and “able”.",
            ),
        ),
        Term.TOKENIZER: (
            translate("Terms", "Tokenizer"),
            translate(
                "Terms",
                "The tokenizer cuts text into pieces and puts pieces together again; it is learnt from the training"
                " sentences before the model is. What it cuts off is a token. Example: a vocabulary of 8,000 means"
                " that the tokenizer knows 8,000 pieces.",
            ),
        ),
        Term.CLEANING: (
            translate("Terms", "Cleaning"),
            translate(
                "Terms",
                "Cleaning leaves out pairs that would teach the model something wrong: empty sides, lines of"
                " markup, sides of very different length. Your files stay as they are, and every pair left out is"
                " named with its reason. Example: “Yes.” beside four lines of text is probably a slipped line.",
            ),
        ),
        Term.HELD_OUT: (
            translate("Terms", "Held-out pairs"),
            translate(
                "Terms",
                "Held-out pairs are kept away from training so that they can tell what the model does with"
                " sentences it has never seen. Some serve for validation during training, the others (the test) only"
                " for a final score. Example: of 30,000 pairs, 1,000 are held out for each.",
            ),
        ),
    }


def _of_measuring() -> dict[Term, tuple[str, str]]:
    return {
        Term.VALIDATION: (
            translate("Terms", "Validation"),
            translate(
                "Terms",
                "A validation is a small exam in the course of training: the model translates the validation pairs,"
                " which it does not learn from. Its scores pick the best checkpoint and decide when to stop."
                " Example: with a validation every two minutes, a run of 20 minutes has ten points on its curve.",
            ),
        ),
        Term.TER: (
            translate("Terms", "TER"),
            translate(
                "Terms",
                "TER counts how many words one would have to change, add, delete or move to get from the"
                " translation to the reference, in percent of its words. Lower is better. Example: one wrong word in"
                " a sentence of ten is a TER of 10 %.",
            ),
        ),
        Term.SIGNIFICANCE: (
            translate("Terms", "Luck or difference (p)"),
            translate(
                "Terms",
                "p says how often chance alone would make a difference as large as the one measured; the program"
                " draws a thousand test sets from the sentences at hand (paired bootstrap). Below 0.05 one usually"
                " speaks of a real difference. Example: p = 0.3 means that three in ten such test sets would show as"
                " much by luck.",
            ),
        ),
        Term.ALIGNMENT_ERROR: (
            translate("Terms", "Alignment error"),
            translate(
                "Terms",
                "The alignment error rate compares where the model looks with word links made by hand, from 0 (the"
                " same) to 1 (nothing in common). It can be measured only where there are such links. Example: 0.13"
                " means that most of the links agree.",
            ),
        ),
    }


def _of_the_course() -> dict[Term, tuple[str, str]]:
    return {
        Term.RUN: (
            translate("Terms", "Run"),
            translate(
                "Terms",
                "A run is one training with everything that belongs to it: the model, its settings, its curves and"
                " its tests, in one folder. It can be given away, tested, and trained further. Example: the same"
                " corpus with two sizes of model makes two runs, which can be compared.",
            ),
        ),
        Term.CHECKPOINT: (
            translate("Terms", "Checkpoint"),
            translate(
                "Terms",
                "A checkpoint is the model as it was at one moment of the training, saved on the disk. The best one"
                " is used for translating, and the last one to go on after an interruption. Example: “step 1,200” is"
                " the model after it had seen 1,200 batches.",
            ),
        ),
        Term.BATCH: (
            translate("Terms", "Batch and step"),
            translate(
                "Terms",
                "The model reads a batch of pairs at a time and then changes a little; this is a step. The larger"
                " the batch, the steadier the steps, and the more memory they take. Example: with 60 pairs in a"
                " batch, 30,000 pairs are 500 steps.",
            ),
        ),
        Term.EARLY_STOPPING: (
            translate("Terms", "Early stopping"),
            translate(
                "Terms",
                "Early stopping ends a training when the validations have brought nothing better for a while; how"
                " long it waits is the patience. What is used afterwards is the best checkpoint, not the last."
                " Example: best score at minute 12, no gain until minute 20: the run ends, and the model of minute"
                " 12 translates.",
            ),
        ),
        Term.OVERFITTING: (
            translate("Terms", "Overfitting"),
            translate(
                "Terms",
                "A model overfits when it learns its training sentences by heart instead of what is common to them."
                " One sees it when the training loss goes on falling while the validation loss rises. Example: 500"
                " pairs are soon known by heart; 50,000 are not.",
            ),
        ),
    }


def _of_models() -> dict[Term, tuple[str, str]]:
    return {
        Term.DROPOUT: (
            translate("Terms", "Dropout"),
            translate(
                "Terms",
                "Dropout switches off a random part of the model in every training step, so that it cannot rely on"
                " single details. It works against overfitting: small corpora need more of it, large ones less."
                " Example: at 0.3, three in ten units are off in each step; none are when it translates.",
            ),
        ),
        Term.R_DROP: (
            translate("Terms", "R-Drop"),
            translate(
                "Terms",
                "With R-Drop the model reads each batch twice, with other parts switched off by dropout, and must"
                " come to the same answer. That helps with small corpora and takes twice the time for each step."
                " Example: alpha 5 means a strong wish for agreement; 0 switches it off.",
            ),
        ),
        Term.LABEL_SMOOTHING: (
            translate("Terms", "Label smoothing"),
            translate(
                "Terms",
                "Label smoothing keeps the model from being too sure: in training, a small share of the target is"
                " spread over all pieces. That makes translations better and the loss of training look higher than"
                " it is. Example: at 0.1 the right piece counts for 90 %.",
            ),
        ),
        Term.CLIPPING: (
            translate("Terms", "Gradient clipping"),
            translate(
                "Terms",
                "Gradient clipping cuts off single steps that would change the model too strongly, so that one odd"
                " batch cannot spoil what was learnt. Ordinary steps are not touched. Example: clipped at 1, a batch"
                " that pulls with 20 moves the model as if it pulled with 1.",
            ),
        ),
        Term.PARAMETERS: (
            translate("Terms", "Parameters"),
            translate(
                "Terms",
                "The parameters are the numbers that a model learns; all it knows is in them. More of them can hold"
                " more, but need more pairs and more time. Example: the smallest models here have about a million.",
            ),
        ),
    }
