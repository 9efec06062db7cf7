"""What a translator gets of a guide: every text of ours, and nothing of anybody else's."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
import pytest
from msgspec import Struct

from optout_desktop.base.paths import guides_folder
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Guide, SharedFile
from optout_desktop.guides.format.translatable import translatable_texts
from optout_desktop.guides.format.types import Sentence, Text, Verbatim
from optout_desktop.pictures.vocabulary import Label, Title

BROAD = Path(__file__).parents[1] / "data" / "guides" / "good" / "broad" / "guide.toml"

# Each key of one line, decided one by one: is it ours, or somebody else's?
OURS = {
    "Arrow.label", "Calendar.label", "Note.text",
    "Company.name", "Former.name", "Guide.aliases", "Guide.name", "SharedFile.name",
    "Source.publisher", "Source.title",
    "Fact.title", "Option.label", "Step.title", "Task.title",
    "Step.each", "Step.place", "Task.each", "Way.place",
    "Task.default", "Task.leave",
}  # fmt: skip
THEIRS = {
    "AccountCard.after", "AccountCard.before", "AccountCard.label", "Button.label",
    "DropDown.label", "DropDown.options", "Link.label", "Menu.items", "Menu.opener",
    "Picture.address", "Picture.crumbs", "Picture.title", "Radio.label", "Radio.options",
    "Row.after", "Row.before", "Row.label", "Tabs.options", "TextBox.after", "TextBox.before",
    "TextBox.label", "TextField.after", "TextField.before", "TextField.label", "Tick.label",
    "Toggle.label", "FormField.label", "Step.path", "Way.path",
    # What is written to or handed in has to stay as it is.
    "Company.address", "Recipient.address", "Recipient.subject", "Step.address", "Task.address",
    "Task.subject", "Way.address",
}  # fmt: skip


def holds(hint: object, kind: object) -> bool:
    return hint == kind or any(holds(inner, kind) for inner in get_args(hint))


def tables(hint: object, found: dict[str, type[Struct]]) -> dict[str, type[Struct]]:
    """Find every table of a guide below ``hint``."""
    if isinstance(hint, type) and issubclass(hint, Struct) and hint.__name__ not in found:
        found[hint.__name__] = hint
        for below in get_type_hints(hint, include_extras=True).values():
            tables(below, found)
    for inner in get_args(hint):
        tables(inner, found)
    return found


def keys(kind: object) -> set[str]:
    """Find every key whose values are of ``kind``."""
    return {
        f"{name}.{key}"
        for name, table in tables(Guide | SharedFile, {}).items()
        for key, hint in get_type_hints(table, include_extras=True).items()
        if holds(hint, kind)
    }


def test_every_key_of_one_line_is_ours_or_theirs() -> None:
    assert keys(Title) == OURS
    assert keys(Label) == THEIRS


def test_the_kinds_of_texts_are_different_types() -> None:
    kinds = (Title, Label, Sentence, Text, Verbatim)
    assert len({str(kind) for kind in kinds}) == len(kinds)
    assert not [key for key in keys(Label) for kind in (Title, Sentence, Text) if key in keys(kind)]


def marked(value: object, hint: object) -> object:
    """Write into every text which kind it is of."""
    if isinstance(value, Struct):
        hints = get_type_hints(type(value), include_extras=True)
        return msgspec.structs.replace(
            value, **{name: marked(getattr(value, name), hints[name]) for name in hints}
        )
    if isinstance(value, tuple):
        return tuple(marked(item, hint) for item in value)
    if not isinstance(value, str):
        return value
    return "ours" if any(holds(hint, kind) for kind in (Title, Sentence, Text)) else "theirs"


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, Struct):
        value = tuple(getattr(value, name) for name in value.__struct_fields__)
    if isinstance(value, tuple):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, str):
        yield value


def test_all_of_ours_is_listed_and_nothing_of_theirs() -> None:
    guide = marked(read_guide(BROAD), Guide)
    assert isinstance(guide, Guide)
    texts = [text for _path, text in translatable_texts(guide)]
    assert set(texts) == {"ours"}
    assert len(texts) == list(leaves(guide)).count("ours") > 50
    assert "theirs" in leaves(guide)


@pytest.mark.parametrize("file", sorted(guides_folder().glob("*/guide.toml")), ids=str)
def test_a_text_is_found_again_by_its_path(file: Path) -> None:
    guide = read_guide(file)
    data = msgspec.to_builtins(guide)
    texts = translatable_texts(guide)
    assert texts
    assert len({path for path, _text in texts}) == len(texts)
    for path, text in texts:
        value = data
        for key in path:
            value = value[key]
        assert value == text
        assert path[-1] != "id"
