"""Nothing is cut, nothing overlaps, nothing has to be scrolled sideways."""

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QScrollArea,
    QWidget,
)

from optout_desktop.base.languages import _
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.choice import Choice
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.wrapped_button import WrappedButton
from optout_desktop.gui.theme import TINY
from optout_desktop.progress.settings import change_settings

if TYPE_CHECKING:
    from tests.gui.conftest import Program

WIDTHS = (480, 760, 900, 1000, 1280, 1600)
SIZES = (100, 150, 200)
GUIDES = {
    "switchboard": ("toggle", "open"),
    "langwierig": ("schalter", "oeffnen"),
    "bareed": ("miftah", "iftah"),
}
LONG_WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


def needed_height(widget: QWidget, text: str, width: int) -> float:
    """Lay a text out anew and measure it; a word that is longer than a line is broken."""
    layout = QTextLayout(text.replace("\n", "\u2028"), widget.font())
    layout.setTextOption(wrapped())
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height


def wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def is_cut(widget: QWidget) -> bool:
    """Tell whether a text has less room than it needs."""
    if isinstance(widget, QLabel):
        room = widget.contentsRect()
        if widget.wordWrap():
            # Lines of two scripts are not of one height, and Qt counts them in two ways.
            leading = widget.fontMetrics().height() / 4
            return room.height() + leading < needed_height(widget, widget.text(), room.width())
        text = widget.text().replace("&", "") if widget.buddy() is not None else widget.text()
        return room.width() < widget.fontMetrics().horizontalAdvance(text)
    if isinstance(widget, WrappedButton):
        return not fits(widget, widget.width() - widget.sign_width())
    if isinstance(widget, Choice):
        return not fits(widget, widget.width() - widget._text_left() + TINY)
    if isinstance(widget, QAbstractButton):
        return not fits(widget, widget.width())
    return False


def fits(button: QAbstractButton, room: int) -> bool:
    """Tell whether a button is high enough for its text, wrapped into ``room``."""
    text = button.text().replace("&&", "&")
    return not text or button.height() >= needed_height(button, text, room - 2 * TINY)


def seen(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window and widget.width() and widget.height():
            yield widget


def told(widget: QWidget) -> str:
    text = getattr(widget, "text", str)() or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {text[:40]!r} {widget.geometry().getRect()}"


def overlaps(window: QWidget) -> Iterator[str]:
    """Find widgets that lie on each other, or reach out of what holds them."""
    for parent in seen(window):
        # What Qt made for itself is Qt's matter.
        if type(parent) is not QWidget and parent.metaObject().className().startswith("Q"):
            continue
        children = [
            each
            for each in parent.children()
            if isinstance(each, QWidget) and each.isVisible() and not each.isWindow()
        ]
        for one, other in combinations(children, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"overlap: {told(one)} and {told(other)}"
        scrolled = isinstance(parent.parentWidget(), QScrollArea)
        for child in children:
            if not scrolled and not parent.rect().contains(child.geometry()):
                yield f"reaches out: {told(child)} of {told(parent)}"


def problems(window: QWidget) -> list[str]:
    found = [f"cut: {told(widget)}" for widget in seen(window) if is_cut(widget)]
    found += overlaps(window)
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content and content.width() > area.viewport().width():
            found.append(f"sideways: {content.width()} in {area.viewport().width()}")
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("service", GUIDES)
def test_everything_fits(program: "Program", service: str, size: int) -> None:
    language = "ar-XB" if service == "bareed" else ""
    change_settings(program.folders, text_size=size, colours="light", language=language)
    window = program.start(service, region="US-CA")
    task, step = GUIDES[service]
    program.tick(task, step)
    program.press(program.row(task, step).title)
    program.settle()
    details = program.row(task, step).details
    assert details is not None
    program.press(details.note_button)
    for fold in (
        program.content.facts.facts,
        program.content.facts.timeline,
        program.content.facts.sources,
    ):
        fold.unfold()
    program.press(program.find(QAbstractButton, _("What this does, and what it does not")))
    window.messages.show_unforeseen("It went wrong.", "What was saved is safe.", "details")
    found = []
    for width in WIDTHS:
        window.resize(width, 900)
        program.settle()
        assert window.width() == width
        found += [f"{width}: {problem}" for problem in problems(window)]
        program.choose("all_services")
        found += [f"{width} list: {problem}" for problem in problems(window)]
        window.open_service(service)
        program.settle()
    assert "\n".join(found) == ""


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("which", ["person", "my_data", "find_command", "not_found", "sent"])
def test_everything_fits_in_dialogs(program: "Program", which: str, size: int) -> None:
    change_settings(program.folders, text_size=size, colours="light")
    window = program.start("langwierig")
    if which == "sent":
        window.steps.ask_record("widerspruch", "absenden")
    else:
        program.choose(which)
    dialog = program.dialog(QDialog)
    found = []
    for width in (0, 480, 900):
        dialog.resize(width or dialog.width(), dialog.height())
        program.settle()
        found += [f"{width}: {problem}" for problem in problems(dialog)]
    assert "\n".join(found) == ""


def test_after_a_change_of_width_the_step_is_as_tall_as_before(program: "Program") -> None:
    window = program.start(wide=1600)
    before = program.row("toggle", "open").height()
    window.resize(900, 900)
    program.settle()
    window.resize(1600, 900)
    program.settle()
    assert program.row("toggle", "open").height() == before


@pytest.mark.parametrize("wide", [480, 900, 1280])
def test_the_page_is_as_tall_as_what_is_on_it(program: "Program", wide: int) -> None:
    program.start(wide=wide)
    details = program.row("toggle", "open").details
    assert details is not None
    shown = [each for each in details.children() if isinstance(each, QWidget) and each.isVisible()]
    gaps = []
    for above, below in zip(
        sorted(shown, key=QWidget.y), sorted(shown, key=QWidget.y)[1:], strict=False
    ):
        gaps.append(below.y() - above.geometry().bottom() - 1)
    assert max(gaps) <= 16


def test_right_to_left_the_list_is_on_the_right(program: "Program") -> None:
    change_settings(program.folders, language="ar-XB")
    window = program.start("bareed")
    assert window.side.x() > window.page.x()
    row = program.row("miftah", "iftah")
    assert row.box.x() > row.title.x()
    picture = window.page.content.picture_column.panel
    assert picture is not None
    assert (
        picture.mapTo(window, picture.rect().topLeft()).x()
        < row.mapTo(window, row.rect().topLeft()).x()
    )


@pytest.mark.usefixtures("untouched")
def test_a_word_longer_than_its_line_is_broken() -> None:
    label = Label(LONG_WORD)
    line = label.fontMetrics().height()
    width = label.fontMetrics().horizontalAdvance(LONG_WORD) // 3
    label.resize(width, label.heightForWidth(width))
    assert label.height() >= 3 * line
    image = label.grab().toImage()
    for number in range(3):
        band = QRect(0, number * line, width, line)
        assert has_ink(image.copy(band))


@pytest.mark.parametrize("text", ["Settings", LONG_WORD[:24], "إعدادات"])
@pytest.mark.usefixtures("untouched")
def test_right_to_left_every_text_begins_on_the_right(text: str) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label = Label(text)
    width = 3 * label.fontMetrics().horizontalAdvance(text)
    label.resize(width, label.heightForWidth(width))
    image = label.grab().toImage()
    assert not has_ink(image.copy(0, 0, image.width() // 3, image.height()))
    assert has_ink(image.copy(image.width() // 2, 0, image.width() // 2, image.height()))


def has_ink(image: QImage) -> bool:
    first = image.pixel(0, 0)
    return any(
        image.pixel(x, y) != first for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.usefixtures("untouched")
def test_a_flow_begins_a_new_line_where_the_space_ends() -> None:
    holder = QWidget()
    flow = FlowLayout(holder)
    buttons = [Button(text) for text in ("One", "Two and more", "Three")]
    for button in buttons:
        flow.addWidget(button)
    wide = flow.sizeHint().width()
    for width in (wide, wide - 1, max(button.sizeHint().width() for button in buttons)):
        holder.resize(width, flow.heightForWidth(width))
        flow.setGeometry(QRect(0, 0, width, flow.heightForWidth(width)))
        boxes = [QRectF(button.geometry()) for button in buttons]
        assert all(QRectF(holder.rect()).contains(box) for box in boxes)
        assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
