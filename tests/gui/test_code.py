"""Rules that the code of the window keeps."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

GUI = Path(__file__).parents[2] / "optout_desktop" / "gui"
FILES = sorted(GUI.rglob("*.py"))

FORBIDDEN_NAMES = {
    "insertHtml",
    "setHtml",
    "setOpenExternalLinks",
    "setOpenLinks",
    "setStyleSheet",
    "RichText",
    "MarkdownText",
    "AutoText",
    "QTextBrowser",
    "QWebEngineView",
    "QProxyStyle",
}
SHOWING = {
    "Label",
    "Chip",
    "Button",
    "LinkButton",
    "Notice",
    "Fold",
    "Dialog",
    "QLabel",
    "QPushButton",
    "QRadioButton",
    "QAction",
    "add_text",
    "add_buttons",
    "addAction",
    "addMenu",
    "addItem",
    "addRow",
    "setText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setWindowTitle",
    "setPlaceholderText",
    "setToolTip",
    "setStatusTip",
    "show_news",
    "show_trouble",
}
STEPS = {"caption", "text", "title", "name", "quiet", "main", "flat", "segment", "mute", "ink"}


@cache
def nodes(file: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def calls(file: Path) -> Iterator[ast.Call]:
    return (node for node in nodes(file) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def names(file: Path) -> set[str]:
    found = set()
    for node in nodes(file):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.alias):
            found.add(node.name.rpartition(".")[2])
    return found


def in_file(file: Path) -> str:
    return file.relative_to(GUI).as_posix()


def test_there_is_code_to_look_at() -> None:
    assert len(FILES) > 30
    assert sum(called(call) == "connect" for file in FILES for call in calls(file)) > 50


def test_signals_are_connected_to_methods_alone() -> None:
    """A lambda or partial keeps what it names alive, and is called after its widget is gone."""
    wrong = [
        f"{in_file(file)}:{call.lineno}"
        for file in FILES
        for call in calls(file)
        if called(call) in {"connect", "singleShot"}
        for argument in call.args
        if isinstance(argument, ast.Lambda)
        or (isinstance(argument, ast.Call) and called(argument) == "partial")
    ]
    assert wrong == []


def test_timers_know_whom_they_call() -> None:
    """Without a context Qt for Python calls the method of an object that is gone."""
    wrong = [
        f"{in_file(file)}:{call.lineno}"
        for file in FILES
        for call in calls(file)
        if called(call) == "singleShot" and len(call.args) < 3
    ]
    assert wrong == []


def test_one_module_alone_opens_links() -> None:
    assert [in_file(file) for file in FILES if "QDesktopServices" in names(file)] == ["opener.py"]


@pytest.mark.parametrize("forbidden", sorted(FORBIDDEN_NAMES))
def test_no_markup_and_no_style_sheet(forbidden: str) -> None:
    assert [in_file(file) for file in FILES if forbidden in names(file)] == []


def test_every_text_that_is_shown_can_be_translated() -> None:
    wrong = [
        f"{in_file(file)}:{call.lineno}: {argument.value!r}"
        for file in FILES
        for call in calls(file)
        if called(call) in SHOWING
        for argument in call.args
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and argument.value
        and argument.value not in STEPS
    ]
    wrong += [
        f"{in_file(file)}:{call.lineno}: formatted"
        for file in FILES
        for call in calls(file)
        if called(call) in {*SHOWING, "_", "ngettext"} - {"addItem"}
        for argument in call.args
        if isinstance(argument, ast.JoinedStr)
    ]
    assert wrong == []


def test_sentences_to_translate_are_whole_and_constant() -> None:
    wrong = [
        f"{in_file(file)}:{call.lineno}"
        for file in FILES
        for call in calls(file)
        if called(call) in {"_", "ngettext"}
        for argument in call.args[: 2 if called(call) == "ngettext" else 1]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]
    assert wrong == []


def test_modules_are_short() -> None:
    lengths = {in_file(file): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    assert {name: length for name, length in lengths.items() if length > 600} == {}
