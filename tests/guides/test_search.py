import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from optout_desktop.guides.library.outline import Outline, TaskOutline, columns_of
from optout_desktop.guides.library.search import folded, search


def outline(slug: str, name: str, *words: str, task: str = "Switch off training") -> Outline:
    """Write an outline with one task."""
    tasks = (TaskOutline("a", "toggle", task, 1),)
    return Outline(slug, name, words=words, **columns_of(tasks))


LINKEDIN = outline("linkedin", "LinkedIn", "LinkedIn Ireland Unlimited Company", "li")
INSTAGRAM = outline("instagram", "Instagram", "Meta Platforms Ireland Limited", "Meta AI", "insta")
CHATGPT = outline("chatgpt", "ChatGPT", "OpenAI", task="Improve the model for everyone")
DEEPL = outline("deepl", "DeepL", "DeepL SE, Köln")
CAFE = outline("cafe", "Café Größe", "日本語")
ALL = [CAFE, CHATGPT, DEEPL, INSTAGRAM, LINKEDIN]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("linkedin", [LINKEDIN]),
        ("LINKEDIN", [LINKEDIN]),
        ("Linked In", [LINKEDIN]),
        ("link", [LINKEDIN]),
        ("li", [LINKEDIN, INSTAGRAM]),
        ("gpt", [CHATGPT]),
        ("chat gpt", [CHATGPT]),
        ("open ai", [CHATGPT]),
        ("meta", [INSTAGRAM]),
        ("meta ai", [INSTAGRAM]),
        ("koln", [DEEPL]),
        ("cafe", [CAFE]),
        ("CAFÉ", [CAFE]),
        ("cafe\u0301", [CAFE]),
        ("grösse", [CAFE]),
        ("日本", [CAFE]),
        ("improve everyone", [CHATGPT]),
        ("switch off training linkedin", [LINKEDIN]),
        ("linkedn", [LINKEDIN]),
        ("lnikedin", [LINKEDIN]),
        ("linkeddin", [LINKEDIN]),
        ("linkedim", [LINKEDIN]),
        ("lonk", [LINKEDIN]),
        ("isntagram", [INSTAGRAM]),
        ("chatgtp", [CHATGPT]),
        ("lnk", []),
        ("lijkedni", []),
        ("linkedin meta", []),
        ("zzzz", []),
    ],
)
def test_services_are_found_by_what_people_type(query: str, hits: list[Outline]) -> None:
    assert search(ALL, query) == hits


@pytest.mark.parametrize("query", ["lnikedon", "lnikelse", "ilnkeden", "chatgtx", "isntagrom"])
def test_behind_swapped_letters_nothing_else_is_forgiven(query: str) -> None:
    assert search(ALL, query) == []


def test_an_empty_query_finds_all_in_their_order() -> None:
    assert search(ALL, "") == ALL
    assert search(ALL, " .,- ") == ALL


def test_a_name_comes_before_other_words_and_they_before_tasks() -> None:
    task = outline("a", "First", task="Delete Grok chats")
    alias = outline("b", "Second", "Grok")
    inside = outline("c", "Megrok")
    start = outline("d", "Grokking")
    name = outline("e", "Grok")
    assert search([task, alias, inside, start, name], "grok") == [name, start, inside, alias, task]


def test_a_slip_is_forgiven_only_when_nothing_is_spelled_that_way() -> None:
    meta, mesa = outline("meta", "Meta"), outline("mesa", "Mesa")
    assert search([mesa, meta], "meta") == [meta]
    assert search([mesa, meta], "mewa") == [mesa, meta]


def test_a_guide_that_cannot_be_read_is_found_by_its_name() -> None:
    broken = Outline("broken", "broken", problem="It cannot be read.")
    assert search([LINKEDIN, broken], "broke") == [broken]


@given(st.text())
def test_folding_is_done_once_and_for_all(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.sampled_from(ALL), st.integers(1, 8))
def test_every_beginning_of_a_name_finds_it(wanted: Outline, length: int) -> None:
    assert wanted in search(ALL, wanted.name[:length])


@given(st.text())
@example("\0")
@example("(" * 50)
def test_no_query_finds_what_is_not_there(query: str) -> None:
    found = search(ALL, query)
    assert len(found) == len({outline.slug for outline in found})
    assert all(outline in ALL for outline in found)
