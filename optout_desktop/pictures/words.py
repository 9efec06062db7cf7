"""A picture in words: its alternative text, and what is seen in one of its states."""

from optout_desktop.base.languages import _
from optout_desktop.base.locales import and_list
from optout_desktop.pictures.labels import SEPARATOR, plain
from optout_desktop.pictures.states import (
    Changing,
    in_state,
    is_changing,
    is_unknown,
    mark_of,
    option_of,
)
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


def alternative_text(picture: Picture) -> str:
    """Return all that the picture shows, before and after, in plain sentences."""
    sentences = [_place(picture)]
    for part in picture.parts:
        sentences.append(_sentence(part))
        if mark := mark_of(part):
            sentences.append(_("It carries the number {mark}.").format(mark=mark))
    return " ".join(filter(None, sentences))


def state_words(picture: Picture, state: State) -> str:
    """Return in a short sentence what is seen in this state: "The switch is On.".

    It is about the marked parts; where none of them can change, about those that do; else it
    names what to look for.
    """
    able = [part for part in picture.parts if isinstance(part, Changing) and not _is_bare(part)]
    marked = [part for part in able if part.mark]
    told = marked or [part for part in able if is_changing(part)]
    if not told:
        found = [part for part in picture.parts if mark_of(part)]
        return " ".join(filter(None, map(_sentence, found or picture.parts)))
    if len(told) == 1:
        return _seen(told[0], state)
    return " ".join(
        _("“{label}”: {sentence}").format(label=_name(part), sentence=_seen(part, state))
        for part in told
    )


def _place(picture: Picture) -> str:
    labels = filter(None, [*picture.crumbs, picture.title])
    if picture.frame == "window":
        # Here the address is no address but the name that the window bears.
        labels = filter(None, [picture.address, *picture.crumbs, picture.title])
    way = f" {SEPARATOR} ".join(map(plain, labels))
    match picture.frame:
        case "browser":
            said = _("A drawing of the web page “{way}”.") if way else _("A drawing of a web page.")
        case "phone":
            said = _("A drawing of “{way}” on a phone.") if way else _("A drawing of a phone.")
        case "page":
            said = _("A drawing of the page “{way}”.") if way else _("A drawing of a page.")
        case "e-mail":
            said = _("A drawing of the e-mail “{way}”.") if way else _("A drawing of an e-mail.")
        case "window":
            said = _("A drawing of the window “{way}”.")
            said = said if way else _("A drawing of a program's window.")
        case _:
            said = _("A drawing of the form “{way}”.") if way else _("A drawing of a form.")
    return said.format(way=way)


def _sentence(part: Part) -> str:  # noqa: PLR0911 - one sentence per kind of part
    match part:
        case Button(label=label):
            return _("The button “{label}”.").format(label=plain(label))
        case Link(label=label):
            return _("The link “{label}”.").format(label=plain(label))
        case Menu():
            return _menu_sentence(part)
        case Bars():
            return ""
        case Calendar(label=label, day=day):
            said = _("The calendar “{label}” with day {day} marked.")
            return said.format(label=plain(label), day=day)
        case Note(text=text):
            return _("A note says “{text}”.").format(text=plain(text))
        case Arrow(label=label):
            said = _("An arrow leads on: “{label}”.") if label else _("An arrow leads on.")
            return said.format(label=plain(label or ""))
        case _:
            return _changing_sentence(part)


def _menu_sentence(part: Menu) -> str:
    said = _("The open menu “{opener}” with {items}.")
    item = option_of(part.items, part.choose)
    if item:
        said = _("The open menu “{opener}” with {items}; the one to choose is “{item}”.")
    return said.format(opener=plain(part.opener), items=_listed(part.items), item=plain(item or ""))


def _changing_sentence(part: Changing) -> str:
    before, after = _value(part, "before"), _value(part, "after")
    pattern = _constant_pattern(part) if before == after else _changing_pattern(part)
    return pattern.format(
        label=_name(part),
        options=_listed(part.options) if isinstance(part, Radio | DropDown | Tabs) else "",
        value=before,
        before=before,
        after=after,
    )


def _constant_pattern(part: Changing) -> str:  # noqa: C901, PLR0911 - one sentence per kind of part
    match part:
        case Toggle():
            return _("The row “{label}” with its switch, which is {value}.")
        case Tick():
            return _("The tick box “{label}”: {value}.")
        case Radio(label=None):
            return _("The choices {options}; chosen: {value}.")
        case Radio():
            return _("“{label}” with the choices {options}; chosen: {value}.")
        case DropDown():
            return _("The list “{label}” with {options}; chosen: {value}.")
        case TextField():
            return _("The text field “{label}”: {value}.")
        case TextBox():
            return _("The text box “{label}”: {value}.")
        case Tabs():
            return _("The tabs {options}; open: {value}.")
        case Row() if _is_bare(part):
            return _("The row “{label}”, which leads further.")
        case Row():
            return _("The row “{label}”: {value}.")
        case AccountCard() if _is_bare(part):
            return _("The account “{label}”.")
        case AccountCard():
            return _("The account “{label}”: {value}.")


def _changing_pattern(part: Changing) -> str:  # noqa: C901, PLR0911 - one sentence per kind of part
    match part:
        case Toggle():
            return _("The row “{label}” with its switch; before: {before}; after: {after}.")
        case Tick():
            return _("The tick box “{label}”; before: {before}; after: {after}.")
        case Radio(label=None):
            return _("The choices {options}; before: {before}; after: {after}.")
        case Radio():
            return _("“{label}” with the choices {options}; before: {before}; after: {after}.")
        case DropDown():
            return _("The list “{label}” with {options}; before: {before}; after: {after}.")
        case TextField():
            return _("The text field “{label}”; before: {before}; after: {after}.")
        case TextBox():
            return _("The text box “{label}”; before: {before}; after: {after}.")
        case Tabs():
            return _("The tabs {options}; open before: {before}; open after: {after}.")
        case Row():
            return _("The row “{label}”; before: {before}; after: {after}.")
        case AccountCard():
            return _("The account “{label}”; before: {before}; after: {after}.")


def _value(part: Changing, state: State) -> str:  # noqa: PLR0911 - one value per kind of part
    """Return what a part shows in a state, in words that follow "before:"."""
    shown = _shown(part, state)
    match part:
        case Toggle() if shown == "either":
            return _("on or off")
        case Toggle():
            # Translators: a switch, after "before:" or "after:"
            return _("on") if shown else _("off")
        case Tick() if shown == "either":
            return _("ticked or not")
        case Tick():
            # Translators: a box, after "before:" or "after:"
            return _("ticked") if shown else _("not ticked")
        case Tabs():
            # Translators: no tab is open, after "open before:"
            return _quoted(shown) or _("none")
        case Radio():
            return _quoted(shown) or _nothing(part, state)
        case DropDown():
            chosen = _quoted(shown) or _nothing(part, state)
            said = _("{chosen}, the list open") if state in part.open else "{chosen}"
            return said.format(chosen=chosen)
        case _:
            # Translators: a field or a row, after "before:" or "after:"
            return _quoted(shown) or _("empty")


def _nothing(part: Radio | DropDown, state: State) -> str:
    """Return the words for nothing chosen, or for not knowing what is."""
    # Translators: which of several choices is taken, after "before:" or "after:"
    return _("not known") if is_unknown(part, state) else _("nothing yet")


def _seen(part: Changing, state: State) -> str:
    """Return a sentence on what is seen of a part in a state."""
    shown = _shown(part, state)
    if isinstance(part, Radio | DropDown) and is_unknown(part, state):
        return _("Which one is chosen is not known.")
    return _seen_pattern(part, state, shown).format(value=plain(shown))


def _seen_pattern(  # noqa: C901, PLR0911 - one pair of sentences per kind of part
    part: Changing, state: State, shown: str
) -> str:
    has_value, is_either = bool(shown), shown == "either"
    match part:
        case Toggle() if is_either:
            return _("The switch may be On or Off.")
        case Toggle():
            return _("The switch is On.") if has_value else _("The switch is Off.")
        case Tick() if is_either:
            return _("The box may be ticked or not.")
        case Tick():
            return _("The box is ticked.") if has_value else _("The box is not ticked.")
        case DropDown() if state in part.open and has_value:
            return _("The list is open, and “{value}” is chosen.")
        case DropDown() if state in part.open:
            return _("The list is open, and nothing is chosen yet.")
        case Radio() | DropDown():
            return _("“{value}” is chosen.") if has_value else _("Nothing is chosen yet.")
        case Tabs():
            return _("The tab “{value}” is open.") if has_value else _("No tab is open.")
        case TextField() | TextBox():
            return _("The field says “{value}”.") if has_value else _("The field is empty.")
        case Row():
            return _("The row shows “{value}”.") if has_value else _("The row shows no value.")
        case AccountCard():
            if has_value:
                return _("The account shows “{value}”.")
            return _("The account shows no value.")


def _shown(part: Changing, state: State) -> str:
    """Return what a part shows in a state; empty for off, empty and not chosen."""
    match part:
        case Toggle() | Tick():
            switch = in_state(state, part.before, part.after)
            return switch if switch != "off" else ""
        case Radio() | DropDown() | Tabs():
            return option_of(part.options, in_state(state, part.before, part.after)) or ""
        case _:
            return in_state(state, part.before, part.after) or ""


def _name(part: Changing) -> str:
    """Return the label of a part; choices without one go by the first of them."""
    if isinstance(part, Tabs):
        return plain(part.options[0])
    if isinstance(part, Radio):
        return plain(part.label or part.options[0])
    return plain(part.label)


def _is_bare(part: Changing) -> bool:
    """Return whether a row or account shows no value in either state."""
    return isinstance(part, Row | AccountCard) and not (part.before or part.after)


def _quoted(label: str) -> str:
    return _("“{label}”").format(label=plain(label)) if label else ""


def _listed(labels: tuple[str, ...]) -> str:
    return and_list([*map(_quoted, labels)])
