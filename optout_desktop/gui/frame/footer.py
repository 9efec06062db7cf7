"""The bar below: what is saved, that nothing is sent, and for whom this is."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from optout_desktop.base.languages import _, ngettext
from optout_desktop.gui.dates import clock_time
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import ShortText
from optout_desktop.gui.parts.plain_text import plain_tip
from optout_desktop.gui.parts.surface import Rule, Surface
from optout_desktop.gui.people import person_words
from optout_desktop.gui.theme import LARGE, TINY
from optout_desktop.progress.people import Person
from optout_desktop.situation.regions import region_name


class Footer(Surface):
    """What is saved, that nothing is sent, and for whom this is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", radius=0, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        row = FlowLayout(spacing=LARGE, last_at_end=True)
        row.setContentsMargins(LARGE, TINY, LARGE, TINY)
        self.saved = ShortText(_("Nothing to save yet"))
        self.undo = Button(_("Undo"), "flat")
        self.undo.hide()
        self.person = Button("", "flat")
        self.try_again = Button(_("Try again"), "flat")
        self.try_again.hide()
        row.addWidget(self.saved)
        row.addWidget(self.try_again)
        row.addWidget(self.undo)
        row.addWidget(ShortText(_("Works offline · sends nothing")))
        row.addWidget(self.person)
        column.addLayout(row)

    @Slot(str)
    def show_saved(self, moment: str) -> None:
        """Say when the last thing was saved; only after it stands on the disk."""
        self.saved.setText(_("✓ Saved on this computer at {time}").format(time=clock_time(moment)))
        self.try_again.hide()

    @Slot(int)
    def show_not_saved(self, number: int) -> None:
        """Say how many things that were done are not on the disk."""
        words = ngettext("Not saved: {number} change", "Not saved: {number} changes", number)
        self.saved.setText(words.format(number=number))
        self.try_again.show()

    def show_person(self, person: Person) -> None:
        """Say for whom this is and where they live."""
        where = region_name(person.region) if person.region else _("not said")
        words = (
            _("Lives in: {region} · For: {person}")
            if person.name
            else _("You live in: {region} · For: {person}")
        )
        self.person.setText(words.format(region=where, person=person_words(person)))

    def show_undo(self, what: str) -> None:
        """Offer to take back what was done last."""
        self.undo.setVisible(bool(what))
        self.undo.setToolTip(plain_tip(what))
        self.undo.setAccessibleName(_("Undo: {what}").format(what=what))
