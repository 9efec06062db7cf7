"""Guides written to do harm: nothing of them becomes markup, a shortcut, or a link that opens."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import Qt, QTextDocumentFragment
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget

from optout_desktop.base.links import check_link
from optout_desktop.gui.dialogs.person import PersonDialog
from optout_desktop.gui.parts.link_button import LinkButton
from optout_desktop.guides.format.files import guide_files, slug_of
from tests.guide_folders import copy_guide

if TYPE_CHECKING:
    from tests.gui.conftest import Browser, Program

DATA = Path(__file__).parents[1] / "data"
HOSTILE = DATA / "guides" / "hostile"
MARKUP = "<b>Bold</b><img src='file:///etc/passwd'><script>alert(1)</script> &lt;i&gt;"
STEP_URL = "https://www.example.com/settings/ai?tab=1"
SOURCE_URL = "https://www.example.com/legal/privacy"

ADDRESSES = [
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,<script>alert(1)</script>",
    "http://www.example.com/",
    "https://www.example.com@evil.example/",
    "https://user:word@www.example.com/",
    "https://www.example.com.evil.example/",
    "https://www.examp1e.com/",
    "https://www.ex\u0430mple.com/",
    "https://www.xn--exmple-4nf.com/",
    "https://www.example.com:8443/",
    "https://www.example.com./",
    "https://evil.example/?https://www.example.com/",
    "https://www.example.com/<b>bold</b>",
]


def guide(program: "Program", before: str, after: str) -> None:
    """Change one text of a guide."""
    file = program.guides / "switchboard" / "guide.toml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def show_all(program: "Program") -> None:
    """Open every step and every fold, so that every text of the guide is seen once."""
    for section in program.content.sections:
        section.unfold()
        for row in section.rows:
            program.window.open_step.open(row.key)
            program.settle()
            press_links(program)
    for fold in (
        program.content.facts.facts,
        program.content.facts.timeline,
        program.content.facts.sources,
    ):
        fold.unfold()
    program.settle()
    press_links(program)


def press_links(program: "Program", inside: QWidget | None = None) -> None:
    for button in (inside or program.window).findChildren(LinkButton):
        if button.isVisible():
            program.press(button)


def assert_plain(window: QWidget) -> None:
    """See that no text is read as markup: Qt guesses, in tool tips too."""
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    for widget in window.findChildren(QWidget):
        tip = widget.toolTip()
        if Qt.mightBeRichText(tip):
            assert "<" not in tip.removeprefix("<p>").removesuffix("</p>"), tip


@pytest.mark.parametrize("file", guide_files(HOSTILE), ids=slug_of)
def test_a_hostile_guide_is_a_row_that_says_so_or_plain_texts(
    program: "Program", browser: "Browser", file: Path
) -> None:
    copy_guide(file, program.guides)
    window = program.start()
    bad = window.state.outlines[slug_of(file)]
    window.open_service(bad.slug)
    program.settle()
    if bad.problem:
        assert window.slug == "switchboard"
        assert window.messages.label.text().endswith(bad.problem)
    else:
        show_all(program)
    assert_plain(window)
    shown = program.library.open(window.slug)
    for url in browser.opened:
        check_link(url, shown.domains, [source.url or "" for source in shown.sources])


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_hostile_address_never_reaches_the_browser(
    program: "Program", browser: "Browser", url: str
) -> None:
    guide(program, STEP_URL, url)
    window = program.start("bakery")
    window.open_service("switchboard")
    program.settle()
    if window.slug == "bakery":
        assert "There is a mistake" in window.messages.label.text()
        assert window.state.outlines["switchboard"].problem
        return
    for button in window.findChildren(LinkButton):
        if url in {button._address, button.toolTip()} and button.isVisible():
            program.press(button)
    program.choose("open_link")
    program.choose("not_found")
    press_links(program, program.dialog(QDialog))
    allowed = {"https://help.example.com/ios"}
    assert set(browser.opened) <= allowed
    assert window.messages.label.text()
    assert_plain(window)


def test_a_source_opens_exactly_as_it_is_written(program: "Program", browser: "Browser") -> None:
    guide(program, SOURCE_URL, "https://www.example.com@evil.example/")
    window = program.start("bakery")
    window.open_service("switchboard")
    program.settle()
    if window.slug == "switchboard":
        show_all(program)
    assert not [url for url in browser.opened if "evil" in url]


def test_markup_in_a_title_is_shown_letter_for_letter(program: "Program") -> None:
    guide(program, "Open the settings", MARKUP.replace('"', "'")[:110])
    window = program.start()
    if window.slug != "switchboard":
        window.open_service("switchboard")
        assert window.state.outlines["switchboard"].problem
        return
    program.tick("toggle", "open")
    assert MARKUP[:20] in window.footer.undo.accessibleName()
    assert_plain(window)
    shown = window.footer.undo.toolTip()
    assert QTextDocumentFragment.fromHtml(shown).toPlainText() == MARKUP[:110].strip()


def test_markup_in_a_name_is_shown_letter_for_letter(program: "Program") -> None:
    guide(program, 'name = "Switchboard"', 'name = "<h1>Switch</h1>"')
    window = program.start()
    program.choose("not_found")
    assert_plain(program.dialog(QDialog))
    program.dialog(QDialog).reject()
    assert program.content.head.name.text() == "<h1>Switch</h1>"
    assert_plain(window)


def test_an_ampersand_is_shown_and_makes_no_shortcut(program: "Program") -> None:
    guide(program, "Turn the switch to Off", "Q&A: turn R&D off")
    guide(program, 'name = "Switchboard"', 'name = "Salt&Pepper"')
    window = program.start()
    row = program.row("toggle", "switch")
    assert row.title.shortcut().isEmpty()
    assert row.title.accessibleName() == "Show the step: Q&A: turn R&D off"
    facts = program.content.facts.facts.button
    assert facts.shortcut().isEmpty()
    assert facts.text().replace("&&", "&") == "What Salt&Pepper does with your data"
    shortcuts = [
        button.shortcut().toString()
        for button in window.findChildren(QAbstractButton)
        if not button.shortcut().isEmpty()
    ]
    assert shortcuts == []


def test_a_name_of_a_person_makes_no_shortcut(program: "Program") -> None:
    window = program.start()
    program.choose("person")
    dialog = program.dialog(PersonDialog)
    dialog.name.setText("Salt & Pepper <b>")
    dialog.accept()
    program.settle()
    assert window.footer.person.shortcut().isEmpty()
    assert window.footer.person._shown_text().endswith("For: Salt & Pepper <b>")
    assert_plain(window)
