"""What the company does with the data, what changed when, and where all of it comes from."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.checklist import Checklist
from optout_desktop.checklist.sourced import Source, Sourced
from optout_desktop.checklist.words.age import (
    age_words,
    newest_source_words,
    source_age_words,
    source_kind_words,
)
from optout_desktop.checklist.words.doubt import doubts
from optout_desktop.checklist.words.service import company_words, fact_regions_words, when_words
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.fold import Fold
from optout_desktop.gui.parts.link_button import CopyLinkButton, OpenButton
from optout_desktop.gui.parts.rows import Rows
from optout_desktop.gui.parts.surface import Surface
from optout_desktop.gui.parts.texts import Text, Texts, notice, small
from optout_desktop.gui.theme import LARGE, MEDIUM, SMALL, TINY

_Sources = tuple[Source, tuple[Source, ...]]
"""A source, among all."""


class FactsSection(Surface):
    """Three folds below the tasks; each is filled when it is first opened."""

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__("panel", "line", 12, parent)
        self._requests = requests
        self._checklist: Checklist | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(TINY)
        self.facts, facts = _fold("")
        self.timeline, timeline = _fold(_("What changed, and when"))
        self.sources, sources = _fold(_("Where this comes from"))
        self._facts, self._timeline = Texts(TINY), Texts(TINY)
        facts.addLayout(self._facts)
        timeline.addLayout(self._timeline)
        self._sources = Rows[_Sources, SourceCell](sources, self._made, _show)
        for fold in (self.facts, self.timeline, self.sources):
            fold.opened.connect(self._fill_opened)
            column.addWidget(fold)

    def show_facts(self, checklist: Checklist) -> None:
        """Show what a guide says beside its tasks."""
        self._checklist = checklist
        self.facts.set_title(_("What {service} does with your data").format(service=checklist.name))
        self._fill_opened()

    @Slot()
    def _fill_opened(self) -> None:
        """Fill what is open, or was."""
        checklist = self._checklist
        if checklist is None:
            return
        if self.facts.was_opened:
            self._facts.show(_facts(checklist))
        if self.timeline.was_opened:
            self._timeline.show(_timeline(checklist))
        if self.sources.was_opened:
            self._sources.show({one.number: (one, checklist.sources) for one in checklist.sources})

    def _made(self, source: _Sources) -> "SourceCell":
        return SourceCell(self._requests)


class SourceCell(QWidget):
    """One source: its title, what and how old it is, and its link."""

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(TINY)
        self._texts = Texts(TINY)
        column.addLayout(self._texts)
        self._buttons = QWidget()
        row = FlowLayout(self._buttons)
        self._links = (OpenButton(""), CopyLinkButton(""))
        self._links[0].requested.connect(requests.link)
        self._links[1].requested.connect(requests.copy)
        for button in self._links:
            row.addWidget(button)
        column.addWidget(self._buttons)

    def show_source(self, source: Source, sources: Sequence[Source]) -> None:
        """Show a source; ``sources`` are all, of which it may name one."""
        what = _("{publisher}, {kind}, {date}").format(
            publisher=source.publisher,
            kind=source_kind_words(source.kind),
            date=source_age_words(source, sources),
        )
        self._texts.show([Text(source.title, bold=True), small(what)])
        self._buttons.setVisible(bool(source.url))
        for button in self._links:
            button.set_address(source.url)
            button.setAccessibleDescription(source.title)


def _show(cell: SourceCell, source: _Sources) -> None:
    cell.show_source(*source)


def _facts(checklist: Checklist) -> Iterator[Text]:
    if checklist.summary_sources:
        source = newest_source_words(checklist.summary_sources, checklist.sources)
        yield small(_("The summary at the top. {source}").format(source=source))
    for company in checklist.companies:
        who = company_words(company)
        yield Text(_("Who answers for your data. {who}").format(who=who))
        yield from _doubts(company)
    for fact in checklist.facts:
        yield Text(fact.title, bold=True, above=SMALL)
        yield from map(small, fact_regions_words(fact))
        yield Text(fact.text)
        yield from _doubts(fact)
        yield small(age_words(fact.age, checklist.sources))


def _timeline(checklist: Checklist) -> Iterator[Text]:
    for change in checklist.timeline:
        yield Text(when_words(change), bold=True, above=SMALL)
        yield Text(change.text)
        yield from _doubts(change)
        yield small(newest_source_words(change.sources, checklist.sources))


def _doubts(said: Sourced) -> Iterator[Text]:
    yield from map(notice, doubts(said))


def _fold(title: str) -> tuple[Fold, QVBoxLayout]:
    content = QWidget()
    content.hide()
    column = QVBoxLayout(content)
    column.setContentsMargins(LARGE, 0, 0, MEDIUM)
    column.setSpacing(TINY)
    fold = Fold(title, content)
    fold.set_foldable(True)
    return fold, column
