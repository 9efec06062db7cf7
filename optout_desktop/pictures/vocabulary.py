"""The shape of a picture: a small closed vocabulary that guides are written in.

A picture shows one frame with a few parts, before and after. Everything in it is a label that a
person can read, so the drawing, its alternative text and its translation come from the same data:
only what is ours in it, a title, is translated.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

_ONE_LINE = r"^\S([^\x00-\x1f\x7f]*\S)?$(?!\n)"

Label = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=200,
        pattern=_ONE_LINE,
        description="Somebody else's words, as they stand on their page; never translated.",
    ),
]

Title = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=200,
        pattern=_ONE_LINE,
        description="Our own words, or a name that another language may write otherwise; "
        "translated.",
    ),
]

Switch = Literal["on", "off"]
Found = Literal["on", "off", "either"]
"""How the reader finds a switch or a tick; ``either`` where we do not know whether it is on."""
State = Literal["before", "after"]
Mark = Annotated[int, Meta(ge=0, le=9)]
"""The number of a callout; 0 for none. A marked part is the one that matters."""


class Toggle(Struct, frozen=True, forbid_unknown_fields=True, tag="toggle", tag_field="kind"):
    """A row with a switch; ``before`` is how the reader finds it."""

    label: Label
    before: Found
    after: Found
    mark: Mark = 0


class Tick(Struct, frozen=True, forbid_unknown_fields=True, tag="tick", tag_field="kind"):
    """A box to tick with its label; ``before`` is how the reader finds it."""

    label: Label
    before: Found
    after: Found
    mark: Mark = 0


class Radio(Struct, frozen=True, forbid_unknown_fields=True, tag="radio", tag_field="kind"):
    """Round choices of which exactly one is taken; ``before`` and ``after`` name it, from 1.

    ``before_known`` is false where we do not know how the reader finds it; ``before`` is then 0.
    """

    options: Annotated[tuple[Label, ...], Meta(min_length=2, max_length=6)]
    before: Annotated[int, Meta(ge=0, le=6)]
    after: Annotated[int, Meta(ge=0, le=6)]
    label: Label | None = None
    mark: Mark = 0
    before_known: bool = True


class DropDown(Struct, frozen=True, forbid_unknown_fields=True, tag="drop-down", tag_field="kind"):
    """A field with a list to choose from; open in the states that ``open`` names.

    ``before`` and ``after`` name the chosen option, from 1; 0 when nothing is chosen yet.
    ``before_known`` is false where we do not know how the reader finds it; ``before`` is then 0.
    """

    label: Label
    options: Annotated[tuple[Label, ...], Meta(min_length=1, max_length=6)]
    before: Annotated[int, Meta(ge=0, le=6)] = 0
    after: Annotated[int, Meta(ge=0, le=6)] = 0
    open: tuple[State, ...] = ()
    mark: Mark = 0
    before_known: bool = True


class TextField(
    Struct, frozen=True, forbid_unknown_fields=True, tag="text-field", tag_field="kind"
):
    """A field of one line; ``before`` and ``after`` are sample entries."""

    label: Label
    before: Label | None = None
    after: Label | None = None
    mark: Mark = 0


class TextBox(Struct, frozen=True, forbid_unknown_fields=True, tag="text-box", tag_field="kind"):
    """A field of several lines; ``before`` and ``after`` are sample entries."""

    label: Label
    before: Label | None = None
    after: Label | None = None
    mark: Mark = 0


class Button(Struct, frozen=True, forbid_unknown_fields=True, tag="button", tag_field="kind"):
    """A button to press."""

    label: Label
    mark: Mark = 0


class Link(Struct, frozen=True, forbid_unknown_fields=True, tag="link", tag_field="kind"):
    """A linked word in a text."""

    label: Label
    mark: Mark = 0


class Tabs(Struct, frozen=True, forbid_unknown_fields=True, tag="tabs", tag_field="kind"):
    """A row of tabs; ``before`` and ``after`` name the open one, from 1."""

    options: Annotated[tuple[Label, ...], Meta(min_length=1, max_length=5)]
    before: Annotated[int, Meta(ge=0, le=5)] = 1
    after: Annotated[int, Meta(ge=0, le=5)] = 1
    mark: Mark = 0


class Menu(Struct, frozen=True, forbid_unknown_fields=True, tag="menu", tag_field="kind"):
    """An open menu below what opened it; ``choose`` is the item to take, from 1; 0 for none."""

    opener: Label
    items: Annotated[tuple[Label, ...], Meta(min_length=1, max_length=8)]
    choose: Annotated[int, Meta(ge=0, le=8)] = 0
    mark: Mark = 0


class Row(Struct, frozen=True, forbid_unknown_fields=True, tag="row", tag_field="kind"):
    """A list row that leads further; ``before`` and ``after`` are the value at its end."""

    label: Label
    before: Label | None = None
    after: Label | None = None
    mark: Mark = 0


class Bars(Struct, frozen=True, forbid_unknown_fields=True, tag="bars", tag_field="kind"):
    """Pale rows without text: what does not matter here."""

    count: Annotated[int, Meta(ge=1, le=5)] = 1


class Calendar(Struct, frozen=True, forbid_unknown_fields=True, tag="calendar", tag_field="kind"):
    """A month with one day marked, such as "Day 30"."""

    label: Title
    day: Annotated[int, Meta(ge=1, le=31)]
    mark: Mark = 0


class AccountCard(
    Struct, frozen=True, forbid_unknown_fields=True, tag="account-card", tag_field="kind"
):
    """An account with its round picture and the value it shows."""

    label: Label
    before: Label | None = None
    after: Label | None = None
    mark: Mark = 0


class Note(Struct, frozen=True, forbid_unknown_fields=True, tag="note", tag_field="kind"):
    """A remark of ours inside the picture, such as "Row missing? It does not apply to you"."""

    text: Title


class Arrow(Struct, frozen=True, forbid_unknown_fields=True, tag="arrow", tag_field="kind"):
    """An arrow down to what comes next, with a word such as "Reload the page"."""

    label: Title | None = None


Part = (
    Toggle
    | Tick
    | Radio
    | DropDown
    | TextField
    | TextBox
    | Button
    | Link
    | Tabs
    | Menu
    | Row
    | Bars
    | Calendar
    | AccountCard
    | Note
    | Arrow
)


class Picture(Struct, frozen=True, forbid_unknown_fields=True):
    """A frame with its parts from top to bottom.

    The frame ``window`` is the window of a program on a computer, such as a terminal; ``page`` is
    for what no source places in a browser or on a phone. ``address``
    is the address bar of a browser, shortened as a browser would, or the title in the bar of a
    window; ``crumbs`` is the way there; ``title`` the heading of the page.
    """

    frame: Literal["browser", "phone", "e-mail", "form", "window", "page"]
    parts: Annotated[tuple[Part, ...], Meta(min_length=1, max_length=10)] = field(name="part")
    address: Label | None = None
    crumbs: Annotated[tuple[Label, ...], Meta(max_length=5)] = ()
    title: Label | None = None
