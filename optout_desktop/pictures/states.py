"""What a part is before and after its step."""

from typing import TypeVar

from optout_desktop.pictures.vocabulary import (
    AccountCard,
    Arrow,
    Bars,
    DropDown,
    Note,
    Part,
    Picture,
    Radio,
    Row,
    State,
    Tabs,
    TextBox,
    TextField,
    Tick,
    Toggle,
)

Changing = Toggle | Tick | Radio | DropDown | TextField | TextBox | Tabs | Row | AccountCard
"""The parts that can look different after the step."""

Value = TypeVar("Value")


def in_state(state: State, before: Value, after: Value) -> Value:
    """Return the one of two values that belongs to this state."""
    return before if state == "before" else after


def option_of(options: tuple[str, ...], number: int) -> str | None:
    """Return an option by its number, from 1; None for 0 and for a number beyond the last."""
    return options[number - 1] if 1 <= number <= len(options) else None


def is_unknown(part: Radio | DropDown, state: State) -> bool:
    """Return whether it is unknown what is chosen; what nobody changes stays unknown."""
    chosen = in_state(state, part.before, part.after)
    return not part.before_known and chosen == 0


def mark_of(part: Part) -> int:
    """Return the number of a part's callout, 0 for none."""
    return 0 if isinstance(part, Bars | Note | Arrow) else part.mark


def is_changing(part: Part) -> bool:
    """Return whether a part looks different after the step."""
    if not isinstance(part, Changing):
        return False
    opens = isinstance(part, DropDown) and len(set(part.open)) == 1
    return opens or part.before != part.after


def has_two_states(picture: Picture) -> bool:
    """Return whether before and after differ, so that it is worth showing both."""
    return any(map(is_changing, picture.parts))
