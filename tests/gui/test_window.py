"""The list, the first guide, links and pictures, as a person meets them."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
)

if TYPE_CHECKING:
    from tests.gui.conftest import Browser, Program

Key = QKeySequence.StandardKey


def test_the_list_is_there_before_the_first_guide(program: "Program") -> None:
    window = program.make()
    assert program.listed() == [
        "Up next",
        "Bakery",
        "Langwierigkeitsversicherungsgesellschaft",
        "Lighthouse",
        "Switchboard",
        "بريد",
        "Guides that cannot be read",
        "broken",
    ]
    assert window.slug == ""
    with program.bot.waitSignal(window.guide_shown) as shown:
        window.show()
    assert shown.args == ["bakery"]
    assert window.page.content.head.name.text() == "Bakery"


def test_a_guide_shows_its_limits_its_age_and_where_the_person_lives(program: "Program") -> None:
    program.start(region="DE")
    words = program.words()
    for told in (
        "Switching off stops future training only.",
        "Facts as of 21 Aug 2026",
        "Germany: applies since 3 Nov 2025",
        "about 17\u00a0min",
        "This program explains and reminds. It is not legal advice.",
        "0 of 4 services done",
    ):
        assert told in words
    assert program.window.footer.person.text() == "You live in: Germany · For: me"
    assert program.listed()[-2:] == ["Not relevant to you", "Lighthouse"]


def test_a_step_says_where_its_facts_come_from_and_what_is_doubtful(program: "Program") -> None:
    program.start()
    assert "From Switchboard: “Privacy notice”, of 21 August 2026." in program.words()
    program.press(program.row("toggle", "switch").title)
    program.settle()
    words = program.words()
    assert "No dated source shows this." in words
    assert "Not well confirmed: this may look different, or be missing." in words
    assert "Sources disagree. One report calls it “Use my posts”." in words


def test_the_folds_tell_facts_history_and_sources(program: "Program", browser: "Browser") -> None:
    program.start()
    for fold in (
        program.content.facts.facts,
        program.content.facts.timeline,
        program.content.facts.sources,
    ):
        fold.unfold()
    program.settle()
    words = program.words()
    assert "One report says that messages are used too." in words
    assert "November 2025 (European Economic Area)" in words
    assert "The Example Times, press, undated, read in a copy of 1 September 2026" in words
    program.press(program.button("Open times.example.net in your browser"))
    assert browser.opened == ["https://times.example.net/a%20story"]


def test_a_guide_that_cannot_be_read_is_a_row_that_says_so(program: "Program") -> None:
    program.start()
    assert program.spoken("broken").startswith("broken, There is a mistake at ")
    program.window.open_service("broken")
    assert program.window.slug == "switchboard"
    assert "There is a mistake at category" in program.window.messages.label.text()
    assert program.window.messages.isVisible()


def test_the_page_of_a_step_opens_and_is_copied(program: "Program", browser: "Browser") -> None:
    window = program.start()
    program.press(program.button("Open example.com in your browser"))
    program.keys(Key.Open)
    assert browser.opened == ["https://www.example.com/settings/ai?tab=1"] * 2
    assert "www.example.com opens in your browser." in window.messages.label.text()
    program.keys("Ctrl+Shift+C")
    assert QApplication.clipboard().text() == "https://www.example.com/settings/ai?tab=1"
    program.press(program.button("Copy text"))
    assert QApplication.clipboard().text() == "Data privacy"
    program.press(program.button("Close the message"))
    assert not window.messages.isVisible()


def test_the_picture_shows_before_and_after(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    picture = window.page.content.picture_column.panel
    assert picture is not None
    assert picture.isVisible()
    before = picture.view.grab().toImage()
    words = program.words(picture)
    program.press(picture.after)
    assert picture.view.grab().toImage() != before
    assert program.words(picture) != words
    program.press(picture.before)
    assert picture.view.grab().toImage() == before
    program.tick("toggle", "switch")
    assert not picture.isVisible()
