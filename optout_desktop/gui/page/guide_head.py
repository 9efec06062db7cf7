"""The head of a guide: its name, what it is about, and three short facts."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.guide import because_words
from optout_desktop.checklist.words.lines import about_minutes
from optout_desktop.gui.dates import short, written
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.page.sources import source_words
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.chip import Chip
from optout_desktop.gui.parts.choice_box import AskingBox
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.monogram import Monogram
from optout_desktop.gui.theme import LARGE, SMALL, TINY
from optout_desktop.guides.format.freshness import newest_fact
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.library.renamed import former_words, retired_words
from optout_desktop.progress.people import Account
from optout_desktop.situation.regions import region_name
from optout_desktop.situation.rules import Applicability, Situation, applies


class GuideHead(QWidget):
    """Name, summary and chips; ``where`` is the button that asks where the person lives."""

    def __init__(
        self,
        guide: Guide,
        situation: Situation,
        minutes: int,
        accounts: tuple[Account, ...],
        account: str,
        requests: Requests,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(LARGE)
        monogram = Monogram(guide.monogram or guide.name[:2], guide.slug)
        monogram.setFixedSize(monogram.sizeHint())
        row.addWidget(monogram, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(TINY)
        self.name = Label(guide.name, "name", bold=True)
        column.addWidget(self.name)
        summary = Label(guide.summary, role="mute")
        column.addWidget(summary)
        for words in _changes(guide):
            column.addWidget(Label(words))
        found = applies(guide.applies, situation)
        if found.because:
            column.addWidget(Label(because_words(found, written)))
        column.addSpacing(SMALL)
        chips = QWidget()
        flow = FlowLayout(chips)
        if minutes:
            flow.addWidget(Chip(about_minutes(minutes)))
        self.where: Button | None = None
        if situation.region:
            flow.addWidget(Chip(_region_words(situation.region, found)))
        else:
            self.where = Button(_("Say where you live…"))
            self.where.clicked.connect(requests.where)
            flow.addWidget(self.where)
        newest = newest_fact(guide)
        if newest:
            flow.addWidget(Chip(_("facts as of {date}").format(date=short(newest))))
        if len(accounts) > 1:
            names = [(one.id, one.name or _("first account")) for one in accounts]
            box = AskingBox(names, account)
            box.setAccessibleName(_("Account"))
            box.chosen.connect(requests.account)
            # A combo box takes its spoken name from a label beside it.
            label = Label(_("Account"), "caption", "mute", wrap=False)
            label.setBuddy(box)
            flow.addWidget(label)
            flow.addWidget(box)
        column.addWidget(chips)
        row.addLayout(column, 1)


def _changes(guide: Guide) -> Iterator[str]:
    """Say what became of the service, each with where that comes from."""
    words = _("{what} {source}")
    for former in guide.former:
        yield words.format(
            what=former_words(former, written), source=source_words(guide, former.sources)
        )
    if guide.retired:
        yield words.format(
            what=retired_words(guide.retired, written),
            source=source_words(guide, guide.retired.sources),
        )


def _region_words(region: str, applicability: Applicability) -> str:
    name = region_name(region)
    if applicability.answer in {"yes", "reported"}:
        if applicability.since:
            return _("{region}: applies since {date}").format(
                region=name, date=short(applicability.since)
            )
        return _("{region}: applies").format(region=name)
    return {
        "no": _("{region}: does not apply"),
        "reported-no": _("{region}: probably does not apply"),
        "off": _("{region}: already off"),
        "reported-off": _("{region}: reported off, look all the same"),
        "off-unless": _("{region}: off unless you turned it on"),
        "admin": _("{region}: your administrator decides"),
        "disputed": _("{region}: sources disagree"),
        "unknown": _("{region}: nothing known"),
    }[applicability.answer].format(region=name)
