"""The built-in corpus, for less than a minute: a model that learns it at the usual pace, and looks where it should."""

from __future__ import annotations

import json
from pathlib import Path

from tests.system.tasks import run_workbench
from workbench.engine.core.paths import resources

FOLDER = resources() / "corpora" / "en-fr"
STEPS = 450


def test_the_sample_is_learned_at_the_usual_pace(tmp_path: Path) -> None:
    run = tmp_path / "run"
    settings = [
        "model.dropout_embedding=0.0",
        "model.dropout_layers=0.0",
        "model.dropout_output=0.0",
        "tokenizer.vocab_size=3000",
        "training.max_minutes=0",
        f"training.max_steps={STEPS}",
        f"training.validate_steps={STEPS}",
        "training.validate_minutes=0",
        "training.validate_pairs=20",
        "training.batch_tokens=1000",
        "training.learning_rate=6e-3",
        "training.warmup_steps=60",
        "training.ema_decay=0.99",
        "runtime.precision='fp32'",
        "runtime.threads=2",
    ]
    options = [part for setting in settings for part in ("--set", setting)]
    done = run_workbench(
        tmp_path,
        "train",
        "--corpus",
        "sample-en-fr",
        "--from",
        "en",
        "--to",
        "fr",
        "--preset",
        "tiny",
        "--device",
        "cpu",
        "--run-dir",
        run,
        *options,
    )
    assert done.returncode == 0, done.stderr
    for name in ("test.en", "test.fr", "test.align"):
        lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()[:200]
        (tmp_path / name).write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    done = run_workbench(
        tmp_path,
        "evaluate",
        run,
        "--src",
        tmp_path / "test.en",
        "--ref",
        tmp_path / "test.fr",
        "--gold",
        tmp_path / "test.align",
        "--beam",
        "2",
        "--json",
        "--threads",
        "1",
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["baselines"]["copy_source"]["bleu"] < 5
    # a third under what it reaches, so that chance does not fail it and a fault of learning does
    assert result["bleu"]["score"] > 20, result["bleu"]
    assert result["aer"] < 0.4, result["aer"]
