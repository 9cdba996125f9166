"""How a run goes on."""

from __future__ import annotations

from workbench.engine.core.config import RunConfig
from workbench.engine.runs.resuming import with_more_room


def config(**training: float) -> RunConfig:
    return RunConfig.model_validate({"training": {"learning_rate": 0.002, **training}})


def test_a_finished_run_gets_as_much_again_of_each_limit() -> None:
    more = with_more_room(config(max_minutes=4.0, max_steps=500, max_epochs=1.5, patience=3)).training
    assert (more.max_minutes, more.max_steps, more.max_epochs, more.patience) == (8.0, 1000, 3.0, 6)
    assert more.learning_rate == 0.002


def test_no_limit_stays_none() -> None:
    more = with_more_room(config(max_minutes=4.0)).training
    assert (more.max_minutes, more.max_steps, more.max_epochs) == (8.0, 0, 0.0)


def test_some_minutes_more_count_from_where_the_run_is_whatever_ended_it() -> None:
    ended = config(max_minutes=4.0, max_steps=500, max_epochs=1.5, patience=3)
    more = with_more_room(ended, minutes=10.0, elapsed=90.0).training
    assert (more.max_minutes, more.max_steps, more.max_epochs, more.patience) == (11.5, 0, 0.0, 0)
    assert more.model_fields_set >= {"max_minutes", "max_steps", "max_epochs", "patience"}  # or a resume ignores them
