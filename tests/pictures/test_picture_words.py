"""The words of a picture say what it shows."""

from collections.abc import Callable
from typing import get_args

import pytest

from optout_desktop.pictures.states import has_two_states, is_changing
from optout_desktop.pictures.vocabulary import (
    Bars,
    Button,
    DropDown,
    Menu,
    Note,
    Part,
    Picture,
    Radio,
    Row,
    State,
    Tabs,
    TextField,
    Tick,
    Toggle,
)
from optout_desktop.pictures.words import alternative_text, state_words

PartsOf = Callable[[str, int], tuple[Part, ...]]

STATES: tuple[State, ...] = get_args(State)
LINKEDIN = Picture(
    "browser",
    (Toggle("Use my data for training content creation AI models", "on", "off", 1), Bars(2)),
    "linkedin.com/mypreferences/d/settings/…",
    ("Settings", "Data privacy"),
    "Data for Generative AI Improvement",
)


def test_the_alternative_text_says_it_all() -> None:
    assert alternative_text(LINKEDIN) == (
        "A drawing of the web page “Settings \u203a Data privacy \u203a "
        "Data for Generative AI Improvement”. "
        "The row “Use my data for training content creation AI models” with its switch; "
        "before: on; after: off. It carries the number 1."
    )


def test_the_state_is_one_short_sentence() -> None:
    assert [state_words(LINKEDIN, state) for state in STATES] == [
        "The switch is On.",
        "The switch is Off.",
    ]


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        (Tick("I object", "off", "on"), "The box is not ticked.", "The box is ticked."),
        (Tick("I object", "either", "on"), "The box may be ticked or not.", "The box is ticked."),
        (Toggle("Ads", "either", "off"), "The switch may be On or Off.", "The switch is Off."),
        (Radio(("All", "None"), 0, 2), "Nothing is chosen yet.", "“None” is chosen."),
        (
            DropDown("Country", ("France",), 0, 1, ("before",)),
            "The list is open, and nothing is chosen yet.",
            "“France” is chosen.",
        ),
        (TextField("Name", None, "Maria"), "The field is empty.", "The field says “Maria”."),
        (Tabs(("You", "Data"), 1, 2), "The tab “You” is open.", "The tab “Data” is open."),
        (Row("Model", "On", "Off"), "The row shows “On”.", "The row shows “Off”."),
    ],
)
def test_every_kind_has_its_sentence(part: Part, before: str, after: str) -> None:
    picture = Picture("form", (Button("Save"), part))
    assert state_words(picture, "before") == before
    assert state_words(picture, "after") == after


def test_several_marked_parts_are_told_by_their_labels() -> None:
    parts = (
        Toggle("Ads", "on", "off", 1),
        Toggle("Search", "on", "on", 2),
        Tick("Mail", "on", "off"),
    )
    words = state_words(Picture("phone", parts), "after")
    assert words == "“Ads”: The switch is Off. “Search”: The switch is On."


def test_a_picture_without_states_says_what_to_find() -> None:
    picture = Picture("phone", (Menu("Me", ("Help", "Settings"), 2, 1), Note("Row missing?")))
    sentence = "The open menu “Me” with “Help” and “Settings”; the one to choose is “Settings”."
    assert [state_words(picture, state) for state in STATES] == [sentence, sentence]


def test_what_stays_the_same_is_said_once() -> None:
    parts = (TextField("Name"), Row("Model", "Off", "Off"), Tick("Mail", "on", "on"))
    assert alternative_text(Picture("form", parts)) == (
        "A drawing of a form. The text field “Name”: empty. The row “Model”: “Off”. "
        "The tick box “Mail”: ticked."
    )


def test_what_may_be_either_is_said_so() -> None:
    parts = (Toggle("Ads", "either", "off"), Tick("Mail", "either", "on"))
    assert all(is_changing(part) for part in parts)
    assert alternative_text(Picture("form", parts)) == (
        "A drawing of a form. The row “Ads” with its switch; before: on or off; after: off. "
        "The tick box “Mail”; before: ticked or not; after: ticked."
    )


def test_a_window_goes_by_the_title_in_its_bar() -> None:
    said = [
        alternative_text(Picture("window", (Bars(1),), address, crumbs, title))
        for address, crumbs, title in (
            (None, (), None),
            ("Code editor", (), None),
            (None, ("Settings",), "Data sharing"),
            ("Code editor", ("Settings",), "Data sharing"),
        )
    ]
    assert said == [
        "A drawing of a program's window.",
        "A drawing of the window “Code editor”.",
        "A drawing of the window “Settings \u203a Data sharing”.",
        "A drawing of the window “Code editor \u203a Settings \u203a Data sharing”.",
    ]


def test_a_marked_button_is_told_before_a_tick_that_stays() -> None:
    picture = Picture("form", (Tick("I agree", "on", "on"), Button("Send", 1)))
    assert state_words(picture, "before") == "The button “Send”."


@pytest.mark.parametrize("kind", [Radio, DropDown])
def test_a_choice_that_nobody_knows_is_told_so(kind: type[Radio] | type[DropDown]) -> None:
    options = ("Block", "Allow")
    part = (
        Radio(options, 0, 1, "Crawlers", 1, before_known=False)
        if kind is Radio
        else DropDown("Crawlers", options, 0, 1, (), 1, before_known=False)
    )
    picture = Picture("page", (part,))
    assert state_words(picture, "before") == "Which one is chosen is not known."
    assert state_words(picture, "after") == "“Block” is chosen."
    assert "before: not known; after: “Block”." in alternative_text(picture)
    assert alternative_text(picture).startswith("A drawing of a page.")


def test_what_nobody_changes_stays_unknown() -> None:
    unknown = Picture(
        "page",
        (
            Radio(("All", "None"), 0, 0, "Shown to", before_known=False),
            Toggle("Search", "either", "either"),
            Tick("News", "either", "either"),
        ),
    )
    said = alternative_text(unknown)
    assert "“Shown to” with the choices “All” and “None”; chosen: not known." in said
    assert "The row “Search” with its switch, which is on or off." in said
    assert "The tick box “News”: ticked or not." in said


def test_a_choice_beyond_the_last_is_none() -> None:
    picture = Picture("form", (Radio(("All", "None"), 6, 5, None, 1), Menu("Me", ("Help",), 8)))
    assert state_words(picture, "before") == "Nothing is chosen yet."
    assert "; chosen: nothing yet." in alternative_text(picture)


def test_every_part_is_told_with_its_labels(parts_of: PartsOf) -> None:
    label = "Brace {label} {0} and <markup>"
    for part in parts_of(label, 0):
        said = alternative_text(Picture("e-mail", (part,)))
        has_label = label in str(part)
        assert said.startswith("A drawing of an e-mail.")
        assert (label in said) == has_label


def test_states_are_told_apart(parts_of: PartsOf) -> None:
    for part in parts_of("Use my data", 1):
        picture = Picture("browser", (part,))
        before, after = (state_words(picture, state) for state in STATES)
        assert has_two_states(picture) == is_changing(part) == (before != after)


def test_marks_of_direction_are_no_words() -> None:
    picture = Picture("browser", (Button("Save\u202e\x00 now"),))
    assert "“Save now”" in alternative_text(picture)
