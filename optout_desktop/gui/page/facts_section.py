"""What the company does with the data, what changed when, and where all of it comes from."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.guide import Doubtful, doubts
from optout_desktop.gui.dates import written
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.page.sources import age_words, source_date, source_words
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.fold import Fold
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.link_button import link_buttons
from optout_desktop.gui.parts.notice import Notice
from optout_desktop.gui.parts.surface import Surface
from optout_desktop.gui.theme import LARGE, MEDIUM, SMALL, TINY
from optout_desktop.guides.format.shape import Change, Guide, Source
from optout_desktop.situation.regions import contains, region_name


class FactsSection(Surface):
    """Three folds below the tasks; each is filled when it is first opened."""

    def __init__(
        self,
        guide: Guide,
        region: str,
        today: date,
        requests: Requests,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", "line", 12, parent)
        self._guide = guide
        self._region = region
        self._today = today
        self._requests = requests
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(TINY)
        self.facts, facts = _fold(
            _("What {service} does with your data").format(service=guide.name)
        )
        self.timeline, timeline = _fold(_("What changed, and when"))
        self.sources, sources = _fold(_("Where this comes from"))
        self._facts, self._timeline, self._sources = facts, timeline, sources
        self.facts.opened.connect(self._fill_facts)
        self.timeline.opened.connect(self._fill_timeline)
        self.sources.opened.connect(self._fill_sources)
        for fold in (self.facts, self.timeline, self.sources):
            column.addWidget(fold)

    @Slot()
    def _fill_facts(self) -> None:
        if self._facts.count():
            return
        guide = self._guide
        if guide.summary_sources:
            words = _("The summary at the top. {source}").format(
                source=source_words(guide, guide.summary_sources)
            )
            self._facts.addWidget(Label(words, "caption", "mute"))
        for company in guide.companies:
            where = _named(company.regions)
            words = (
                _("For people in {regions}: {company}.") if where else _("In general: {company}.")
            )
            text = words.format(regions=where, company=company.name)
            self._facts.addWidget(Label(_("Who answers for your data. {who}").format(who=text)))
            self._add_doubts(self._facts, company)
        for fact in guide.facts:
            self._facts.addSpacing(SMALL)
            self._facts.addWidget(Label(fact.title, bold=True))
            if fact.regions and not contains(fact.regions, self._region):
                words = _("For people in {regions}.").format(regions=_named(fact.regions))
                self._facts.addWidget(Label(words, "caption", "mute"))
            if fact.excepted:
                words = _("Not for people in {regions}.").format(regions=_named(fact.excepted))
                self._facts.addWidget(Label(words, "caption", "mute"))
            self._facts.addWidget(Label(fact.text))
            self._add_doubts(self._facts, fact)
            self._facts.addWidget(
                Label(
                    age_words(guide, fact, self._today),
                    "caption",
                    "mute",
                )
            )

    def _add_doubts(self, column: QVBoxLayout, said: Doubtful) -> None:
        for doubt in doubts(said):
            column.addWidget(Notice(doubt))

    @Slot()
    def _fill_timeline(self) -> None:
        if self._timeline.count():
            return
        for change in self._guide.timeline:
            self._timeline.addSpacing(SMALL)
            self._timeline.addWidget(Label(_when_and_where(change), bold=True))
            self._timeline.addWidget(Label(change.text))
            self._add_doubts(self._timeline, change)
            self._timeline.addWidget(
                Label(source_words(self._guide, change.sources), "caption", "mute")
            )

    @Slot()
    def _fill_sources(self) -> None:
        if not self._sources.count():
            for source in self._guide.sources:
                self._add_source(source)

    def _add_source(self, source: Source) -> None:
        kind = {
            "official": _("official"),
            "regulator": _("an authority"),
            "press": _("press"),
            "community": _("community"),
            "own": _("our own notes and conclusions"),
        }[source.kind]
        self._sources.addSpacing(SMALL)
        self._sources.addWidget(Label(source.title, bold=True))
        self._sources.addWidget(
            Label(
                _("{publisher}, {kind}, {date}").format(
                    publisher=source.publisher,
                    kind=kind,
                    date=source_date(source, self._guide.sources),
                ),
                "caption",
                "mute",
            )
        )
        if source.url:
            buttons = QWidget()
            row = FlowLayout(buttons)
            opens, copies = link_buttons(source.url, main=False)
            for button in (opens, copies):
                button.setAccessibleDescription(source.title)
                row.addWidget(button)
            opens.requested.connect(self._requests.link)
            copies.requested.connect(self._requests.copy)
            self._sources.addWidget(buttons)


def _named(regions: tuple[str, ...]) -> str:
    return ", ".join(region_name(region) for region in regions)


def _when_and_where(change: Change) -> str:
    when = written(change.date)
    if change.until:
        when = _("{start} to {end}").format(start=when, end=written(change.until))
    if change.regions:
        when = _("{date} ({regions})").format(date=when, regions=_named(change.regions))
    if change.excepted:
        when = _("{date} (not {regions})").format(date=when, regions=_named(change.excepted))
    return when


def _fold(title: str) -> tuple[Fold, QVBoxLayout]:
    content = QWidget()
    content.hide()
    column = QVBoxLayout(content)
    column.setContentsMargins(LARGE, 0, 0, MEDIUM)
    column.setSpacing(TINY)
    fold = Fold(title, content)
    fold.set_foldable(True)
    return fold, column
