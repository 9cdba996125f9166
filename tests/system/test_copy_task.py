"""The copy task: a model that cannot learn to repeat its input has a fault, whatever its loss says."""

from __future__ import annotations

from pathlib import Path

import pytest
import sacrebleu
import torch

from tests.system.tasks import LETTERS, copy_task, tiny_config
from workbench.engine.core.config import SearchConfig
from workbench.engine.search.opening import open_translator
from workbench.engine.training.session import train

#: Without attention everything must pass through one vector, so its sequences are short and few letters make them.
SHORT = (2, 4)
QUICK = [("lstm", "bahdanau", True), ("gru", "luong_general", True), ("lstm", "none", True)]
ALL = [
    (rnn, attention, feeding)
    for rnn in ("lstm", "gru")
    for attention in ("none", "bahdanau", "luong_dot", "luong_general")
    for feeding in ((True, False) if attention.startswith("luong") else (True,))
]
CASES = [
    pytest.param(
        *case,
        id="-".join([*case[:2], *([] if case[2] else ["no_feeding"])]),
        marks=() if case in QUICK else pytest.mark.slow,
    )
    for case in ALL
]


@pytest.mark.parametrize(("rnn", "attention", "feeding"), CASES)
def test_copying_is_learned(tmp_path: Path, rnn: str, attention: str, feeding: bool) -> None:
    torch.set_num_threads(1)
    none = attention == "none"
    quick = (rnn, attention, feeding) in QUICK
    task = (
        copy_task(tmp_path, train=8000, lengths=SHORT, letters=LETTERS[:10])
        if none
        else copy_task(tmp_path, train=16000, lengths=(3, 6))
    )
    config = tiny_config(
        task,
        {
            "model": {
                "rnn": rnn,
                "attention": attention,
                "input_feeding": feeding,
                "hidden": 96 if quick and not none else 128,
            },
            "training": {
                "max_steps": 800 if quick else 1600,
                "learning_rate": 5e-3,
                "batch_tokens": 600,
                "warmup_steps": 50,
                "validate_steps": 400,
            },
        },
    )
    run = tmp_path / "run"
    assert train(config, run).status == "completed"
    lines = (tmp_path / "test.txt").read_text().splitlines()
    translator = open_translator(run, checkpoint="last", device="cpu", threads=1)
    found = [t.text for t in translator.translate(lines, SearchConfig(beam=2), details=False)]
    score = sacrebleu.corpus_bleu(found, [lines], tokenize="none", smooth_method="exp").score
    assert score >= 99, (
        f"BLEU {score:.1f}; {sum(a == b for a, b in zip(found, lines, strict=True))} of {len(lines)} right"
    )
