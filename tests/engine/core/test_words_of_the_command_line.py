"""Messages of the engine name options and commands of the command line only where a window leaves them out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import workbench.engine
from workbench.engine.core.messages import COMMAND_LINE

_OPTION = re.compile(r"(?<![\w-])--[a-z]|\bworkbench (train|translate|corpus|runs|evaluate|test|bench|gui|devices)\b")
#: What errors are made of; their texts come before people.
_TEXTS = {"where", "advice", "message", "reason", "what"}


def shown_texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of everything in a module that a message shows in a window, too."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        named = [k for k in node.keywords if k.arg != COMMAND_LINE]
        if getattr(node.func, "id", "") == "Message":
            wanted: list[ast.expr] = [*node.args, *(k.value for k in named)]
        else:
            wanted = [k.value for k in named if k.arg in _TEXTS]
        for part in wanted:
            for piece in ast.walk(part):
                if isinstance(piece, ast.Call):
                    break  # a message within, which is looked at by itself
                if isinstance(piece, ast.Constant) and isinstance(piece.value, str):
                    yield piece.lineno, piece.value


def named_options(source: str) -> list[str]:
    return [f"{line}: {text}" for line, text in shown_texts(ast.parse(source)) if _OPTION.search(text)]


def test_no_message_names_an_option_that_a_window_would_show() -> None:
    root = Path(workbench.engine.__path__[0])
    files = sorted(root.rglob("*.py"))
    found = [f"{file.relative_to(root)}:{text}" for file in files for text in named_options(file.read_text("utf-8"))]
    assert len(files) > 100
    assert not found, "\n".join(found)


def test_the_search_itself() -> None:
    assert named_options('Message("Use --resume.")')
    assert named_options('InputError(Message("no"), where="--preset")')
    assert named_options('fail(advice="See: workbench runs list.")')
    assert named_options('Message("Choose one of {known}.", known=f"--a {b}")')
    assert not named_options('Message("Go on{command_line}.", command_line=" with --resume")')
    assert not named_options('Message("a -- b", "the workbench corpora")')
