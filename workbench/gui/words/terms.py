"""What the numbers and curves of a training are: two sentences and an example each."""

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


def explained(term: Term) -> tuple[str, str]:
    """Title and explanation of a term."""
    return {**_of_progress(), **_of_training()}[term]


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
