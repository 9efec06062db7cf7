"""What is said to people: each thing once, and in the words of the glossary."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FEWEST = 4
"""A message of fewer words is a label, such as “Nothing to do”, and may have its own meaning."""


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    files = sorted((ROOT / "optout_desktop").rglob("*.py"))
    return tuple(
        (file.relative_to(ROOT).as_posix(), ast.parse(file.read_text(encoding="utf-8")))
        for file in files
    )


@cache
def messages() -> tuple[tuple[str, str], ...]:
    """Return every message with its place: (file:line, text)."""
    return tuple(
        (f"{file}:{node.lineno}", node.args[0].value)
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "ngettext"}
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    )


def docstrings() -> Iterator[tuple[str, str]]:
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                text = ast.get_docstring(node) or ""
                yield f"{file}:{getattr(node, 'lineno', 1)}", " ".join(text.split())


def words_of(message: str) -> tuple[str, ...]:
    """Return the words of a message, its places among them, without signs and capital letters."""
    return tuple(re.findall(r"\{\w+\}|[a-z’'&]+", message.lower()))


def test_no_sentence_is_written_twice() -> None:
    places: dict[tuple[str, ...], list[str]] = {}
    for place, message in messages():
        places.setdefault(words_of(message), []).append(place)
    twice = [found for words, found in places.items() if len(words) >= FEWEST and len(found) > 1]
    assert twice == []


def glossary() -> list[tuple[str, str]]:
    """Return the words that are out, each with where it is: rows of the table in CONTRIBUTING."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \| (messages|everywhere) \|$", page, re.MULTILINE)
    return [(word.strip(), where) for words, where in rows for word in words.split(",")]


@pytest.mark.parametrize(("word", "where"), glossary())
def test_words_that_are_out_are_not_used(word: str, where: str) -> None:
    texts = [*messages(), *(docstrings() if where == "everywhere" else ())]
    pattern = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    assert [place for place, text in texts if pattern.search(text)] == []


def test_the_glossary_has_rows() -> None:
    assert len(glossary()) > 15
