"""The head of a guide: its name, what it is about, and three short facts."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.checklist import Checklist
from optout_desktop.checklist.words.age import facts_age_words, newest_source_words
from optout_desktop.checklist.words.answer import because_words, region_words
from optout_desktop.checklist.words.lines import about_minutes
from optout_desktop.checklist.words.service import change_words
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.page.shown import Shown
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.chip import Chip
from optout_desktop.gui.parts.choice_box import AskingBox
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.monogram import Monogram
from optout_desktop.gui.parts.texts import Text, Texts
from optout_desktop.gui.theme import LARGE, SMALL, TINY


class GuideHead(QWidget):
    """Name, summary and chips; ``where`` is the button that asks where the person lives."""

    def __init__(self, slug: str, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(LARGE)
        self._monogram = Monogram("", slug)
        self._monogram.setFixedSize(self._monogram.sizeHint())
        row.addWidget(self._monogram, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(TINY)
        self.name = Label("", "name", bold=True)
        column.addWidget(self.name)
        self._texts = Texts(TINY)
        column.addLayout(self._texts)
        column.addSpacing(SMALL)
        column.addWidget(self._chips(requests))
        row.addLayout(column, 1)

    def _chips(self, requests: Requests) -> QWidget:
        chips = QWidget()
        flow = FlowLayout(chips)
        self._minutes, self._region, self._age = Chip(""), Chip(""), Chip("")
        self.where = Button(_("Say where you live…"))
        self.where.clicked.connect(requests.where)
        # A combo box takes its spoken name from a label beside it.
        self._account_label = Label(_("Account"), "caption", "mute", wrap=False)
        self._account = AskingBox()
        self._account.setAccessibleName(_("Account"))
        self._account.chosen.connect(requests.account)
        self._account_label.setBuddy(self._account)
        for widget in (
            self._minutes,
            self._region,
            self.where,
            self._age,
            self._account_label,
            self._account,
        ):
            flow.addWidget(widget)
        return chips

    def show_head(self, shown: Shown) -> None:
        """Show what stands of a service as a whole."""
        checklist = shown.checklist
        self._monogram.set_letters(checklist.monogram or checklist.name[:2])
        self.name.setText(checklist.name)
        self._texts.show(_texts(checklist))
        self._minutes.setText(about_minutes(checklist.minutes))
        self._minutes.setVisible(checklist.minutes > 0)
        if checklist.region:
            self._region.setText(region_words(checklist.region, checklist.answer))
        self._region.setVisible(bool(checklist.region))
        self.where.setVisible(not checklist.region)
        self._age.setText(facts_age_words(checklist.as_of))
        self._age.setVisible(bool(checklist.as_of))
        names = [(account, name or _("first account")) for account, name in shown.accounts]
        self._account.show_choices(names, shown.account)
        for widget in (self._account_label, self._account):
            widget.setVisible(len(names) > 1)


def _texts(checklist: Checklist) -> Iterator[Text]:
    yield Text(checklist.summary, "mute")
    retired = (checklist.retired,) if checklist.retired else ()
    for change in (*checklist.former, *retired):
        source = newest_source_words(change.sources, checklist.sources)
        yield Text(_("{what} {source}").format(what=change_words(change), source=source))
    yield Text(because_words(checklist.answer, "you"))
