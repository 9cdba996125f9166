"""Files of equal length that fall out of step, and such as do not."""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.engine.corpora.readers import drift
from workbench.engine.corpora.readers.base import Wanted
from workbench.engine.corpora.readers.text import read_parallel

SYLLABLES = ("ba", "ke", "lin", "mo", "rast", "u", "ter", "vi", "schon", "pa", "do", "ne")


def corpus(lines: int, seed: int = 1, noise: float = 0.25) -> tuple[list[str], list[str]]:
    """Made-up sentences whose translations have about the same length; every sixth has a number."""
    draw = random.Random(seed)

    def sentence(words: int) -> str:
        return " ".join("".join(draw.choices(SYLLABLES, k=draw.randint(1, 3))) for _ in range(words))

    pairs = []
    for _ in range(lines):
        words = draw.randint(2, 14)
        number = f" {draw.randint(1, 500)}" if draw.random() < 0.17 else ""
        end = "?" if draw.random() < 0.1 else "."
        other = max(1, round(words * draw.uniform(1 - noise, 1 + noise)))
        pairs.append((sentence(words) + number + end, sentence(other) + number + end))
    return [a for a, _ in pairs], [b for _, b in pairs]


def warnings(folder: Path, one: list[str], two: list[str]) -> list[str]:
    (folder / "a.xx").write_text("".join(line + "\n" for line in one), encoding="utf-8")
    (folder / "b.yy").write_text("".join(line + "\n" for line in two), encoding="utf-8")
    said: list[str] = []
    assert sum(1 for _ in read_parallel(folder / "a.xx", folder / "b.yy", Wanted(warn=said.append))) == len(one)
    return said


def line_in(message: str) -> int:
    return int(message.partition("at about line ")[2].partition(":")[0].replace(",", ""))


@pytest.mark.parametrize(("missing", "extra"), [(100, 900), (1500, 3000), (2500, 2700)])
@pytest.mark.parametrize("side", [0, 1])
def test_a_line_missing_here_and_one_too_many_there(tmp_path: Path, missing: int, extra: int, side: int) -> None:
    texts = corpus(3000)
    short = texts[side]
    texts[side][:] = [*short[: missing - 1], *short[missing:extra], "Was nowhere before.", *short[extra:]]
    (said,) = warnings(tmp_path, *texts)
    assert abs(line_in(said) - missing) <= 5
    assert f"{('a.xx', 'b.yy')[side]} seems to lack a line" in said
    assert "3,000 lines each" in said
    assert ("up to the end" in said) == (extra == 3000)


def test_several_lines_missing_at_once(tmp_path: Path) -> None:
    one, two = corpus(2000)
    (said,) = warnings(tmp_path, one, [*two[:400], *two[403:], "x", "y", "z"])
    assert abs(line_in(said) - 401) <= 8
    assert "lack 3 lines" in said


def test_sentences_alike_in_length_are_told_apart_by_their_numbers(tmp_path: Path) -> None:
    one = [f"Zeile {n}" for n in range(1000, 2000)]
    two = [f"line {n}" for n in range(1000, 2000) if n != 1100]
    (said,) = warnings(tmp_path, one, [*two[:800], "line 0000", *two[800:]])
    assert abs(line_in(said) - 101) <= 3


@pytest.mark.parametrize(
    "spoil",
    ["nothing", "a fifth wrong", "all wrong", "sorted", "one line twice", "short"],
)
def test_what_is_only_noisy_is_left_alone(tmp_path: Path, spoil: str) -> None:
    one, two = corpus(4000, noise=0.4)
    draw = random.Random(5)
    if spoil == "a fifth wrong":
        two = [draw.choice(two) if draw.random() < 0.2 else line for line in two]
    elif spoil == "all wrong":
        draw.shuffle(two)
    elif spoil == "sorted":  # neighbours are nearly as alike as pairs
        ordered = sorted(zip(one, two, strict=True), key=lambda pair: len(pair[0]))
        one, two = [pair[0] for pair in ordered], [pair[1] for pair in ordered]
    elif spoil == "one line twice":
        one, two = [one[7]] * 3000 + one, [two[7]] * 3000 + two
    elif spoil == "short":
        one, two = one[:3], two[1:4]
    assert warnings(tmp_path, one, two) == []


def test_it_is_found_over_the_edge_of_a_block_and_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drift, "_BLOCK", 700)
    one, two = corpus(3000)
    (said,) = warnings(tmp_path, one, [*two[:1000], *two[1001:], "x"])
    assert abs(line_in(said) - 1001) <= 5
    assert "up to the end" in said
    assert "more such" not in said


def test_inspect_import_and_a_part_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    one, two = corpus(1200)
    assert warnings(tmp_path, one, [*two[:300], *two[301:], "x"])
    for command in (["inspect", "a.xx", "b.yy"], ["import", "a.xx", "b.yy", "--name", "drifting"]):
        assert main(["corpus", *command]) == 0  # a warning, not an error
        assert "drift apart at about line 30" in " ".join(capfd.readouterr().err.split())
    # who reads only the beginning is told nothing of the rest
    said: list[str] = []
    assert len(list(islice(read_parallel(Path("a.xx"), Path("b.yy"), Wanted(warn=said.append)), 100))) == 100
    assert said == []
