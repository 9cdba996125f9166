"""Texts of the window that stand outside it, for the translation tools: the engine's messages and the schema's titles.

python -m tests.translations.collect FILE

``lupdate`` only reads literal texts in calls it knows; FILE lists them for it.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2] / "workbench"
#: Where messages are made.
MAKERS = (PROGRAM / "engine", PROGRAM / "gui" / "workers")


def message_templates() -> list[str]:
    """The first argument of every ``Message(...)``, once.

    Raises:
        ValueError: One is not a literal, so that no tool could find it.
    """
    found: dict[str, None] = {}
    for path in sorted(path for maker in MAKERS for path in maker.rglob("*.py")):
        if path.name != "messages.py":
            found.update(dict.fromkeys(literal_templates(path.read_text(encoding="utf-8"), str(path))))
    return list(found)


def literal_templates(source: str, name: str) -> list[str]:
    """Templates of one file, in order.

    Args:
        source: Its text.
        name: For the message.

    Raises:
        ValueError: One is not a literal.
    """
    found = []
    for line, template in templates_in(source):
        if template is None:
            raise ValueError(f"{name}:{line}: the template of a Message must be a literal text")
        found.append(template)
    return found


def templates_in(source: str) -> Iterator[tuple[int, str | None]]:
    """Line and template of every ``Message(...)`` in Python source; ``None`` for one that is no literal."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message":
            first = node.args[0] if node.args else None
            literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
            yield node.lineno, first.value if literal else None  # type: ignore[union-attr, misc]


def schema_texts() -> list[str]:
    """Every title and description of the schema, the shipped presets and the shipped corpora, once, in order."""
    from workbench.engine.core.config import walk_fields
    from workbench.engine.core.paths import resources
    from workbench.engine.core.schema import model_configs
    from workbench.engine.runs.presets import list_presets

    texts: dict[str, None] = {}
    for architecture in model_configs():
        for _, _, info in walk_fields(architecture):
            texts.update(dict.fromkeys(t for t in (info.title, info.description) if t))
    for preset in list_presets():
        if not preset.own:
            texts.update(dict.fromkeys(t for t in (preset.title, preset.description) if t))
    for description in sorted((resources() / "corpora").glob("*/corpus.json")):
        record = json.loads(description.read_text(encoding="utf-8"))
        texts.update(dict.fromkeys(record[key] for key in ("title", "description") if record.get(key)))
    return list(texts)


def write(target: Path) -> None:
    """Write the list as Python source that ``lupdate`` reads."""
    lines = ["from PySide6.QtCore import QT_TRANSLATE_NOOP", ""]
    for context, texts in (("Engine", message_templates()), ("Schema", schema_texts())):
        lines += [f"QT_TRANSLATE_NOOP({json.dumps(context)}, {json.dumps(t, ensure_ascii=False)})" for t in texts]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
