"""How old a step is, and that it was looked for again, as the window says it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from optout_desktop.gui.dialogs.not_found import NotFoundDialog
from optout_desktop.gui.parts.notice import Notice

if TYPE_CHECKING:
    from tests.gui.conftest import Program

STEP = 'id = "switch"\n'
FAILED = 'failed = { date = 2026-11-20, because = "The row is gone." }\n'
WORDS = "Looked for again on 20 November 2026, and not found as described. The row is gone."


def change(guides: Path, old: str, new: str) -> None:
    file = guides / "bakery" / "guide.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_step_that_failed_has_a_notice(program: "Program", guides: Path) -> None:
    change(guides, STEP, STEP + FAILED)
    program.start("bakery")
    details = program.row("toggle", "switch").details
    assert details is not None
    assert WORDS in [notice.label.text() for notice in details.findChildren(Notice)]


def test_another_way_that_failed_has_a_notice(program: "Program", guides: Path) -> None:
    way = f'[[task.step.way]]\nsurface = "ios"\nsources = ["help"]\n{FAILED}\n[[source]]'
    change(guides, "[[source]]", way)
    program.start("bakery")
    program.press(program.find(QPushButton, "I don’t see this"))
    dialog = program.dialog(NotFoundDialog)
    assert WORDS in [notice.label.text() for notice in dialog.findChildren(Notice)]
    dialog.reject()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (STEP, STEP + "seen_live = 2026-11-20\n", "Seen live on 20 November 2026. From Bakery:"),
        ('kind = "official"', 'kind = "own"', "Inferred by us, or from our own notes: “Help page”"),
    ],
)
def test_what_was_seen_live_or_inferred_is_said(
    program: "Program", guides: Path, old: str, new: str, words: str
) -> None:
    change(guides, old, new)
    program.start("bakery")
    assert words in program.words(program.row("toggle", "switch"))


def test_our_own_notes_are_called_so(program: "Program", guides: Path) -> None:
    change(guides, 'kind = "official"', 'kind = "own"')
    program.start("bakery")
    program.press(program.content.facts.sources.button)
    program.settle()
    assert "Bakery, our own notes and conclusions, undated" in program.words(program.content.facts)
