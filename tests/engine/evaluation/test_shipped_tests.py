"""The tests of the models that come with the program: their sentences are there, and give the scores that are told."""

from __future__ import annotations

import pytest
import sacrebleu

from workbench.engine.core import paths
from workbench.engine.corpora.library import open_corpus
from workbench.engine.evaluation.test_sets import load_sentences
from workbench.engine.runs.folder import RunFolder


@pytest.mark.parametrize("name", ["sample-en-fr", "sample-fr-en"])
def test_the_shipped_sentences_give_the_shipped_scores(name: str) -> None:
    run = RunFolder.open(paths.shipped_runs_root() / name)
    data, scores = run.config().data, run.scores()
    assert {key.partition(":")[2] for key in scores} == {"test", "unseen", "handwritten-test"}
    for key, result in scores.items():
        sentences = load_sentences(run, key)
        corpus, _, split = key.partition(":")
        pairs = list(open_corpus(corpus, split, data.source_lang, data.target_lang))
        assert [(s["source"], s["reference"]) for s in sentences] == [(p.source, p.target) for p in pairs]
        found = [s["translation"] for s in sentences]
        bleu = sacrebleu.corpus_bleu(found, [[p.target for p in pairs]])
        assert bleu.score == pytest.approx(result["bleu"]["score"], abs=1e-6)
        chrf = sacrebleu.corpus_chrf(found, [[p.target for p in pairs]])
        assert chrf.score == pytest.approx(result["chrf"]["score"], abs=1e-6)
