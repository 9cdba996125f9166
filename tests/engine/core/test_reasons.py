"""What a library or the system says, as it reaches a person."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import workbench.engine
from workbench.engine.core.files import reason


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("don't know what type: \x0f"), "don't know what type: \ufffd"),
        (ValueError("\x1b[2Jfirst\nsecond"), "\ufffd[2Jfirst"),
        (OSError(2, "No such file or directory", "/secret/place"), "No such file or directory"),
        (KeyError(), "KeyError"),
        (ValueError(" \n "), "ValueError"),
    ],
)
def test_a_reason_is_one_printable_line(error: Exception, said: str) -> None:
    assert reason(error) == said


def test_a_reason_is_short() -> None:
    assert len(reason(ValueError("x" * 140_000))) == 200


def test_no_message_of_the_engine_holds_an_error_as_it_is() -> None:
    """``Message(..., name=error)``, ``str(error)`` and ``error.strerror`` go around what makes a reason of them."""
    found = []
    for path in Path(workbench.engine.__file__).parent.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        caught = {node.name for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) and node.name}
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Message":
                for value in call.keywords:
                    words = ast.unparse(value.value)
                    if any(words in (name, f"{name}.strerror") or f"str({name})" in words for name in caught):
                        found.append(f"{path.name}:{call.lineno}: {words}")
    assert found == []
