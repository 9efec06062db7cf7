"""Every command once: its name, its shortcut, its place in the menu."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

from optout_desktop.base.languages import _

Key = QKeySequence.StandardKey


class Command(NamedTuple):
    """A command by its name in code, its text, and its shortcut (Qt's standard where there is)."""

    name: str
    text: str
    shortcut: QKeySequence.StandardKey | str = ""
    checkable: bool = False


def menus() -> tuple[tuple[str, tuple[Command | None, ...]], ...]:
    """List the menus with their commands; None is a line between."""
    return (
        (
            _("&File"),
            (
                Command("export_report", _("&Export report…"), "Ctrl+E"),
                Command("my_data", _("&My data…")),
                None,
                Command("quit", _("&Quit"), "Ctrl+Q"),
            ),
        ),
        (
            _("&Edit"),
            (
                Command("undo", _("&Undo"), Key.Undo),
                Command("redo", _("&Redo"), Key.Redo),
                None,
                Command("find", _("&Search"), Key.Find),
                Command("find_command", _("Find a &command…"), "Ctrl+K"),
            ),
        ),
        (
            _("&Step"),
            (
                Command("tick", _("&Tick this step"), "Ctrl+Return"),
                Command("next_step", _("&Next open step"), "Ctrl+J"),
                Command("open_link", _("&Open its page in the browser"), Key.Open),
                Command("copy_link", _("&Copy its link"), "Ctrl+Shift+C"),
                Command("not_found", _("I &don’t see this…"), "Ctrl+D"),
            ),
        ),
        (
            _("&Person"),
            (
                Command("person", _("&Person and country…"), "Ctrl+P"),
                Command("account", _("Another &account at this service…")),
            ),
        ),
        (
            _("&View"),
            (
                Command("larger", _("&Larger text"), Key.ZoomIn),
                Command("smaller", _("&Smaller text"), Key.ZoomOut),
                Command("normal_size", _("&Normal text"), "Ctrl+0"),
                None,
                Command("colours_system", _("Colours of the s&ystem"), checkable=True),
                Command("colours_light", _("L&ight"), checkable=True),
                Command("colours_dark", _("&Dark"), checkable=True),
                None,
                Command("all_services", _("&All services"), Key.Back),
            ),
        ),
        (_("&Help"), (Command("about", _("&About Optout Desktop")),)),
    )


def add_menus(window: QMainWindow, does: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Fill the menu bar; return the actions by name, each connected to what ``does`` names."""
    actions: dict[str, QAction] = {}
    colours = QActionGroup(window)
    for title, commands in menus():
        menu = window.menuBar().addMenu(title)
        for command in commands:
            if command is None:
                menu.addSeparator()
                continue
            action = menu.addAction(command.text)
            action.setObjectName(command.name)
            action.setShortcut(QKeySequence(command.shortcut))
            action.setCheckable(command.checkable)
            if command.checkable:
                colours.addAction(action)
            action.triggered.connect(does[command.name])
            actions[command.name] = action
    return actions


def about_words() -> str:
    """Say what the program is, what it does not do, and what it is not."""
    return _(
        "Optout Desktop takes you through opting out of AI training, service by service.\n\n"
        "It works offline and sends nothing. What you tick and write stays on this computer.\n\n"
        "It explains and reminds; it is not legal advice."
    )
