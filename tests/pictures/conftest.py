"""Pictures with every kind of part, in labels of three scripts."""

from collections.abc import Callable

import pytest

from optout_desktop.pictures.vocabulary import (
    AccountCard,
    Arrow,
    Bars,
    Button,
    Calendar,
    DropDown,
    Link,
    Menu,
    Note,
    Part,
    Radio,
    Row,
    Tabs,
    TextBox,
    TextField,
    Tick,
    Toggle,
)

PartsOf = Callable[[str, int], tuple[Part, ...]]


@pytest.fixture(scope="session")
def parts_of() -> PartsOf:
    """Make one part of every kind, before and after as different as they can be."""
    return every_part


def every_part(label: str, mark: int) -> tuple[Part, ...]:
    return (
        Toggle(label, "on", "off", mark),
        Toggle(label, "either", "off", mark),
        Tick(label, "off", "on", mark),
        Tick(label, "either", "on", mark),
        Radio((label, "Nobody", label), 1, 2, label, mark),
        Radio(("Everyone", "Nobody"), 0, 2, None, mark),
        Radio(("Everyone", label), 0, 2, None, mark, before_known=False),
        DropDown(label, ("Germany", label), 0, 2, (), mark, before_known=False),
        DropDown(label, (label, "Ireland"), 0, 1, (), mark),
        DropDown(label, ("Germany", label), 1, 2, ("after",), mark),
        TextField(label, None, label, mark),
        TextBox(label, None, label, mark),
        Button(label, mark),
        Link(label, mark),
        Tabs(("General", label, "Privacy"), 1, 2, mark),
        Menu(label, ("Profile", label, "Sign out"), 2, mark),
        Menu("Me", ("Profile", "Sign out"), 0, mark),
        Row(label, "On", "Off", mark),
        Row(label, label, None, mark),
        Row(label, None, None, mark),
        Bars(5),
        Calendar(label, 30, mark),
        AccountCard(label, "Free", label, mark),
        AccountCard(label, None, None, mark),
        Note(label),
        Arrow(label),
        Arrow(None),
    )
