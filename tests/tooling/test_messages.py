"""Every message reaches the translators, whole, with the same places in one and in many."""

import ast
import io
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po, write_po

from optout_desktop.base.languages import _, use_language
from tests.languages.messages import messages

ROOT = Path(__file__).parents[2]
CODE = sorted((ROOT / "optout_desktop").rglob("*.py"))
NAMES_FROM_DATA = {"situation/regions.py"}
"""Translates names that stand in resources/regions.json."""
NOT_READ_BY_PERSONS = {
    # Pages for authors, the text of guides and the log are in English, or in none.
    *("authoring/coverage.py", "authoring/format_page.py", "authoring/toml_text.py", "base/log.py"),
}


def calls(file: Path) -> Iterator[tuple[int, list[ast.expr]]]:
    """Find the texts that a module lets translate."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name("_"), args=[text, *_rest]):
                yield node.lineno, [text]
            case ast.Call(func=ast.Name("ngettext"), args=[one, many, *_rest]):
                yield node.lineno, [one, many]
            case _:
                pass


def forms(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def places(text: str) -> set[str | None]:
    return {
        name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None
    }


@pytest.fixture(scope="module")
def listed() -> list[Message]:
    return [message for message in messages() if message.id]


def test_only_whole_constant_sentences_are_translated() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line}"
        for file in CODE
        if file.relative_to(ROOT / "optout_desktop").as_posix() not in NAMES_FROM_DATA
        for line, texts in calls(file)
        for text in texts
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]
    assert wrong == []


def test_nothing_that_the_code_translates_is_missed(listed: list[Message]) -> None:
    known = {form for message in listed for form in forms(message)}
    said = {
        text.value
        for file in CODE
        for _line, texts in calls(file)
        for text in texts
        if isinstance(text, ast.Constant)
    }
    assert len(said) > 500
    assert said - known == set()


def test_the_report_and_the_names_of_regions_are_there_too(listed: list[Message]) -> None:
    known = {form for message in listed for form in forms(message)}
    assert {"Opt-out report of {date}", "California", "European Economic Area"} <= known
    assert "Germany" not in known, "names of countries come from the CLDR"


def test_every_place_has_a_name_and_is_in_both_numbers(listed: list[Message]) -> None:
    unnamed = [form for message in listed for form in forms(message) if "" in places(form)]
    assert unnamed == []
    uneven = [
        forms(one) for one in listed if len({frozenset(places(form)) for form in forms(one)}) > 1
    ]
    assert uneven == []


def test_what_is_ambiguous_is_explained(listed: list[Message]) -> None:
    comments = {forms(message)[0]: " ".join(message.auto_comments) for message in listed}
    assert comments["press"] == "newspapers and magazines, as a kind of source"
    assert [text for text in ("on", "free", "Report", "me", "Plan") if not comments[text]] == []


def test_the_list_is_read_as_it_was_written() -> None:
    catalog, file = messages(), io.BytesIO()
    write_po(file, catalog)
    file.seek(0)
    assert {one.id for one in read_po(file)} == {one.id for one in catalog}


@pytest.mark.parametrize("language", ["en-XA", "ar-XB"])
def test_a_language_that_nobody_speaks_leaves_only_the_places(
    listed: list[Message], language: str
) -> None:
    use_language([language])
    for message in listed:
        for form in forms(message):
            translated = _(form)
            assert places(translated) == places(form)
            rest = re.sub(r"\{[^}]*\}|%\(\w+\)s|\(\*\.\w+\)", "", translated)
            assert not re.search("[A-Za-z]", rest), translated


def test_lists_for_people_are_joined_as_their_language_does() -> None:
    joined = [
        f"{file.relative_to(ROOT / 'optout_desktop').as_posix()}:{node.lineno}"
        for file in CODE
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr == "join"
        and isinstance(node.value, ast.Constant)
        and node.value.value in {", ", "; ", " / "}
    ]
    assert [place for place in joined if place.partition(":")[0] not in NOT_READ_BY_PERSONS] == []


ANYWAY = "It is shown anyway."
ALIKE = {
    # To the person, and of them in a report.
    (
        f"Whether this applies to the person is not known. {ANYWAY}",
        f"Whether this applies to you is not known. {ANYWAY}",
    ),
    (
        f"Whether this applies where the person lives ({{region}}) is not known. {ANYWAY}",
        f"Whether this applies where you live ({{region}}) is not known. {ANYWAY}",
    ),
    (
        f"Whether this applies depends on a question that the person has not answered. {ANYWAY}",
        f"Whether this applies depends on a question that you have not answered. {ANYWAY}",
    ),
    # With and without what is known.
    (
        "Inferred by us, or from our own notes.",
        "Inferred by us, or from our own notes: “{title}”.",
    ),
    (
        f"Whether this applies to the person is not known. {ANYWAY}",
        f"Whether this applies where the person lives ({{region}}) is not known. {ANYWAY}",
    ),
    (
        f"Whether this applies to you is not known. {ANYWAY}",
        f"Whether this applies where you live ({{region}}) is not known. {ANYWAY}",
    ),
    ("A drawing of a web page.", "A drawing of the web page “{way}”."),
    # Different things.
    (
        "This could not be done, because something went wrong that should not have.",
        "This could not be saved, because something went wrong that should not have.",
    ),
}
"""Sentences that are alike for a reason."""

FEW_WORDS, VERY_ALIKE = 6, 0.9


def plain(text: str) -> str:
    """Write a sentence without its places and signs."""
    return " ".join(re.sub(r"\{\w+\}|[^\w ]", " ", text.casefold()).split())


def are_alike(one: str, other: str) -> bool:
    """Say whether two sentences differ in a tenth of their letters at most."""
    if 2 * min(len(one), len(other)) < VERY_ALIKE * (len(one) + len(other)):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= VERY_ALIKE and matcher.ratio() >= VERY_ALIKE


def test_no_sentence_stands_twice_in_nearly_the_same_words(listed: list[Message]) -> None:
    """Write it once, in checklist.words if it is of a checklist; or say above why there are two."""
    sentences = {form: plain(form) for message in listed for form in forms(message)[:1]}
    long = sorted(form for form, text in sentences.items() if len(text.split()) >= FEW_WORDS)
    alike = {
        (one, other)
        for one, other in combinations(long, 2)
        if are_alike(sentences[one], sentences[other])
    }
    assert alike == ALIKE
