"""What a window keeps of a run's events."""

from __future__ import annotations

import dataclasses

from tests.fake_trainer import step_logged, validated
from workbench.engine.core.events import RunResumed, SampleTranslated
from workbench.engine.runs.history import RunHistory


def test_history_grows_past_its_first_block():
    history = RunHistory()
    for step in range(1, 3001):
        history.apply(step_logged(step, 3000))
    assert len(history) == 3000
    assert history.column("step")[-1] == 3000
    assert history.last is not None
    assert history.last["progress"] == 1.0


def test_training_can_be_compared_once_it_was_measured():
    history = RunHistory()
    history.apply(step_logged(10))
    assert not history.comparable
    history.apply(dataclasses.replace(step_logged(20), cross_entropy=1.5))
    assert history.comparable
    assert history.column("cross_entropy")[-1] == 1.5


def test_a_resume_forgets_what_is_done_again():
    history = RunHistory()
    for step in (10, 20, 30):
        history.apply(step_logged(step))
        history.apply(validated(step, 3.0, step, best=True))
        history.apply(SampleTranslated(time=0, step=step, index=0, source="s", reference="r", translation=str(step)))
    history.apply(RunResumed(time=0, step=20))
    assert list(history.column("step")) == [10, 20]
    assert [v.step for v in history.validations] == [10, 20]
    assert history.samples[0].translations == [(10, "10"), (20, "20")]
    assert history.annotations[-1].kind == "resumed"
    assert history.best is not None
    assert history.best.step == 20
