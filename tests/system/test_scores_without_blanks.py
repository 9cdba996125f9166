"""English to Chinese and to Japanese, from files written here: the best checkpoint is the best one."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest
import torch

from workbench.cli.main import main
from workbench.engine.core.config import RunConfig, build_config
from workbench.engine.core.events import Validated
from workbench.engine.evaluation.score_units import is_available
from workbench.engine.runs.folder import RunFolder
from workbench.engine.training.session import train

# A noun, a verb, an object and a time: in English, Chinese and Japanese.
ANIMALS = [
    ("cat", "猫", "猫"),
    ("dog", "狗", "犬"),
    ("horse", "马", "馬"),
    ("bird", "鸟", "鳥"),
    ("child", "孩子", "子供"),
]
VERBS = [
    ("sees", "看见", "見ます"),
    ("likes", "喜欢", "好みます"),
    ("eats", "吃", "食べます"),
    ("buys", "买", "買います"),
]
THINGS = [
    ("fish", "鱼", "魚"),
    ("apple", "苹果", "りんご"),
    ("rice", "米饭", "ご飯"),
    ("meat", "肉", "肉"),
    ("egg", "鸡蛋", "卵"),
]
TIMES = [("today", "今天", "今日"), ("tomorrow", "明天", "明日"), ("at night", "晚上", "夜"), ("now", "现在", "今")]


def sentences(language: str) -> list[tuple[str, str]]:
    found = []
    for (a, a_zh, a_ja), (v, v_zh, v_ja), (o, o_zh, o_ja), (t, t_zh, t_ja) in itertools.product(
        ANIMALS, VERBS, THINGS, TIMES
    ):
        target = f"{t_zh}那个{a_zh}{v_zh}{o_zh}。" if language == "zh" else f"{t_ja}、その{a_ja}は{o_ja}を{v_ja}。"
        found.append((f"The {a} {v} the {o} {t}.", target))
    random.Random(3).shuffle(found)
    return found


def settings(folder: Path, tag: str) -> RunConfig:
    return build_config(
        {
            "data": {
                "src": str(folder / "train.src"),
                "tgt": str(folder / "train.tgt"),
                "valid_src": str(folder / "valid.src"),
                "valid_tgt": str(folder / "valid.tgt"),
                "target_lang": tag,
            },
            "tokenizer": {"kind": "char"},
            "model": {"embedding": 32, "hidden": 64, "dropout_embedding": 0.0, "dropout_layers": 0.0},
            "training": {
                "max_steps": 125,
                "batch_tokens": 500,
                "validate_steps": 25,
                "warmup_steps": 20,
                "averaging": "none",
                "learning_rate": 0.005,
            },
            "runtime": {"threads": 1, "precision": "fp32", "device": "cpu"},
        }
    )


@pytest.mark.parametrize(
    ("language", "tag", "signature"),
    [("zh", "zho_Hans", "tok:zh"), ("ja", "", "tok:ja-mecab" if is_available("ja-mecab") else "tok:char")],
)
def test_the_best_checkpoint_is_the_best(
    tmp_path: Path, language: str, tag: str, signature: str, capfd: pytest.CaptureFixture[str]
) -> None:
    torch.set_num_threads(1)
    pairs = sentences(language)
    for name, part in (("train", pairs[:340]), ("valid", pairs[340:370]), ("test", pairs[370:])):
        for side, suffix in enumerate(("src", "tgt")):
            (tmp_path / f"{name}.{suffix}").write_text("".join(p[side] + "\n" for p in part), encoding="utf-8")
    finished = train(settings(tmp_path, tag), tmp_path / "run")
    run = RunFolder(tmp_path / "run")
    validated = [e for e in run.events() if isinstance(e, Validated)]
    assert all(signature in e.bleu_signature for e in validated)
    assert validated[0].bleu < 50 < validated[-1].bleu  # it has learnt something on the way
    best = max(validated, key=lambda e: (round(e.bleu, 2), round(e.chrf, 2), -e.loss))
    assert finished.best_step == best.step == run.checkpoint("best").step
    assert best.step > validated[0].step
    capfd.readouterr()
    files = ["--src", str(tmp_path / "test.src"), "--ref", str(tmp_path / "test.tgt")]
    assert main(["evaluate", str(run.path), *files, "--threads", "1"]) == 0
    lines = {line.split()[0]: line for line in capfd.readouterr().out.splitlines() if line.strip()}
    assert signature in lines["BLEU"]
    assert float(lines["BLEU"].split()[1]) > 50
    assert float(lines["TER"].split()[1]) < 40
    assert "tok:tercom-char" in lines["TER"]
