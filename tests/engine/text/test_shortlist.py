"""The shortlist of target pieces: worked out by hand, and as a file."""

from pathlib import Path

import numpy as np
import pytest

from workbench.engine.core.errors import RunFolderError
from workbench.engine.text.shortlist import SHORTLIST, Shortlist
from workbench.engine.text.special_ids import EOS

HOUSE, RED, DOG, NEVER = 4, 5, 6, 7
MAISON, ROUGE, CHIEN = 4, 5, 6
PAIRS = [([HOUSE, RED], [MAISON, ROUGE]), ([HOUSE], [MAISON]), ([DOG, RED], [CHIEN, ROUGE]), ([DOG], [CHIEN])]


def learn(pairs: list[tuple[list[int], list[int]]] = PAIRS) -> Shortlist:
    return Shortlist.learn(((np.array(s, dtype=np.int32), np.array(t, dtype=np.int32)) for s, t in pairs), 8, 9)


def test_translations_come_first() -> None:
    likely = learn().likely
    # a pair of single words tells them apart, and then the others: the textbook example of model 1
    assert [likely[piece, 0] for piece in (HOUSE, RED, DOG)] == [MAISON, ROUGE, CHIEN]
    assert set(likely[RED].tolist()) == {ROUGE, MAISON, CHIEN, -1}
    assert (likely[NEVER] == -1).all()


def test_first_round_is_model_one_by_hand() -> None:
    # One round from equal chances: each target word shares itself among the two source words of its pair, so "red" has
    # expected counts of a half for "maison", a half for "chien" and 1 for "rouge".
    likely = learn([([HOUSE, RED], [MAISON, ROUGE]), ([DOG, RED], [CHIEN, ROUGE])]).likely
    assert likely[RED, 0] == ROUGE


def test_pieces_of_a_batch() -> None:
    shortlist = learn()
    found = shortlist.pieces([[HOUSE, EOS], [RED, EOS]], shared=False, most=100)
    assert found.tolist()[: EOS + 1] == list(range(EOS + 1)), "special pieces keep their numbers"
    assert found.tolist() == sorted(set(found.tolist()))
    assert {MAISON, ROUGE} <= set(found.tolist())
    assert NEVER in shortlist.pieces([[HOUSE, NEVER, EOS]], shared=True, most=100), "what is read may be copied"
    assert NEVER not in shortlist.pieces([[HOUSE, NEVER, EOS]], shared=False, most=100)


def test_only_the_likeliest_are_taken_where_there_would_be_too_many() -> None:
    # one source piece that was met beside 30 others, each once, and once alone with target piece 4
    pairs = [([HOUSE], [MAISON]), *(([HOUSE], [piece]) for piece in range(10, 40))]
    arrays = ((np.array(s, dtype=np.int32), np.array(t, dtype=np.int32)) for s, t in pairs)
    shortlist = Shortlist(Shortlist.learn(arrays, 8, 40).likely, np.empty(0, np.int32))
    assert len(shortlist.pieces([[HOUSE]], shared=False, most=100)) == EOS + 1 + 20
    assert len(shortlist.pieces([[HOUSE]], shared=False, most=10)) == EOS + 1 + 8


def test_what_is_rare_is_kept_when_what_is_frequent_has_been_met() -> None:
    pairs = [([HOUSE], [MAISON])] * 500 + [([DOG], [CHIEN])]
    assert learn(pairs).likely[DOG, 0] == CHIEN


def test_file_is_read_as_written_and_damage_is_refused(tmp_path: Path) -> None:
    shortlist = learn()
    shortlist.save(tmp_path)
    loaded = Shortlist.load(tmp_path, 8, 9)
    assert loaded is not None
    assert np.array_equal(loaded.likely, shortlist.likely)
    assert np.array_equal(loaded.frequent, shortlist.frequent)
    with pytest.raises(RunFolderError, match=SHORTLIST):
        Shortlist.load(tmp_path, 9, 9)
    with pytest.raises(RunFolderError, match=SHORTLIST):
        Shortlist.load(tmp_path, 8, MAISON)
    whole = (tmp_path / SHORTLIST).read_bytes()
    for damaged in (b"", whole[:-40], b"PK" + bytes(60)):
        (tmp_path / SHORTLIST).write_bytes(damaged)
        with pytest.raises(RunFolderError, match=SHORTLIST):
            Shortlist.load(tmp_path, 8, 9)
    (tmp_path / SHORTLIST).unlink()
    assert Shortlist.load(tmp_path, 8, 9) is None
