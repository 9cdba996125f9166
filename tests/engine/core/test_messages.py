from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

import pytest

from workbench.engine.core.errors import CorpusError, InputError
from workbench.engine.core.events import RunFinished, RunStarted, Warned, from_json, to_json
from workbench.engine.core.files import write_error
from workbench.engine.core.messages import Message, from_parts, joined, to_parts


def test_a_message_is_its_sentence():
    message = Message("has {n:,} values instead of {m}", n=12_000, m=3)
    assert message == "has 12,000 values instead of 3"
    assert f"{message}." == "has 12,000 values instead of 3."
    assert (message.template, message.values) == ("has {n:,} values instead of {m}", {"n": 12_000, "m": 3})


def test_sentences_stand_inside_sentences():
    inner = Message("must be less than {limit}", limit=1)
    outer = Message("'{name}' is {value!r}: {reason}", name="training.dropout", value=7, reason=inner)
    assert outer == "'training.dropout' is 7: must be less than 1"
    assert outer.values["reason"] is inner


def test_values_that_are_no_text_become_text():
    message = Message("{path}: {error}", path=Path("a") / "b.txt", error=ValueError("bad"))
    assert message.values == {"path": str(Path("a") / "b.txt"), "error": "bad"}
    assert json.loads(json.dumps(to_parts(message)))["values"]["error"] == "bad"


def test_a_value_may_have_any_name():
    assert Message("{self} {cls} {template}", self=1, cls=2, template=3) == "1 2 3"


def test_braces_of_an_example_are_doubled():
    assert Message('such as {{"source": "..."}}') == 'such as {"source": "..."}'


def test_copies_stay_messages():
    message = Message("{what} cannot be written: {reason}", what=Message("the run"), reason="no")
    for again in (
        copy.copy(message),
        copy.deepcopy(message),
        pickle.loads(pickle.dumps(message)),
        from_parts(json.loads(json.dumps(to_parts(message)))),
    ):
        assert isinstance(again, Message)
        assert again == message
        assert (again.template, again.values) == (message.template, message.values)
        assert isinstance(again.values["what"], Message)


@pytest.mark.parametrize(
    "parts",
    [
        {"template": "has {n} values", "values": {}},
        {"template": "has {n} values", "values": {"m": 1}},
        {"template": "has {n:,} values", "values": {"n": "many"}},
        {"template": "has {n values", "values": {"n": 1}},
        {"template": "has {n} values", "values": None},
        {"template": "has {n} values", "values": [1]},
    ],
)
def test_fields_of_another_version_that_do_not_fit_leave_the_template(parts: dict[str, object]):
    assert from_parts(parts) == parts["template"]


def test_what_is_no_message_stays():
    for value in ("plain", 3, None, [1], {"text": "x"}):
        assert from_parts(to_parts(value)) == value


def test_a_row_of_messages_keeps_each():
    row = joined([Message("{count} lines", count=2), "three", Message("the end")], "; ")
    assert row == "2 lines; three; the end"
    assert isinstance(row, Message)
    assert [value for value in row.values.values() if isinstance(value, Message)] == ["2 lines", "the end"]
    assert type(joined(["a", "b"])) is str
    assert joined([]) == ""


def test_an_error_is_one_sentence_of_its_parts():
    error = CorpusError(Message("is empty"), where="a.csv", advice=Message("Choose another file."))
    assert str(error) == error.sentence == "a.csv: is empty. Choose another file."
    assert isinstance(error.sentence, Message)
    assert str(CorpusError("ends here.", advice="Go on.")) == "ends here. Go on."
    assert str(InputError("two\n  lines")) == "two lines"


def test_an_error_of_writing_keeps_what_and_why_apart():
    error = write_error(OSError(28, "No space left on device"), Path("/"), what=Message("the journal"))
    assert error.message.startswith("the journal cannot be written: the disk is full (")
    assert isinstance(error.message, Message)
    assert isinstance(error.message.values["reason"], Message)


def test_the_journal_holds_sentences_and_their_templates():
    warned = Warned(time=1.0, code="x", message=Message("only {n} held out", n=3))
    line = to_json(warned)
    assert json.loads(line)["message"] == "only 3 held out"
    again = from_json(line)
    assert again == warned
    assert isinstance(again, Warned)
    assert isinstance(again.message, Message)
    assert again.message.template == "only {n} held out"


def test_reasons_by_field_come_back_as_messages():
    why = {"a.b": Message("{value}: {reason}", value=3, reason=Message("about half.")), "c.d": "plain"}
    started = RunStarted(time=1.0, run="r", device="cpu", parameters=1, train_pairs=1, valid_pairs=1, explanations=why)
    again = from_json(to_json(started))
    assert isinstance(again, RunStarted)
    assert again.explanations == why
    assert isinstance(again.explanations["a.b"], Message)
    assert type(again.explanations["c.d"]) is str


def test_a_journal_line_of_before_is_read_as_it_is():
    line = json.dumps({"event": "RunFinished", "time": 1.0, "status": "completed", "reason": "the 20 minutes are over"})
    event = from_json(line)
    assert isinstance(event, RunFinished)
    assert type(event.reason) is str
    assert event.reason == "the 20 minutes are over"
