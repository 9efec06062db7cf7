"""Whose checklist it is, and where they live."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QLineEdit, QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.dialogs.frame import Dialog
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.choice_box import ChoiceBox
from optout_desktop.gui.parts.field import Field
from optout_desktop.gui.parts.notice import Notice
from optout_desktop.gui.people import person_words
from optout_desktop.gui.theme import SMALL
from optout_desktop.progress.people import Person, new_person
from optout_desktop.situation.regions import region_choices

_MOST_NAME = 80


class PersonDialog(Dialog):
    """Asks who, and where they live; only the country decides what applies."""

    def __init__(self, people: tuple[Person, ...], current: Person, parent: QWidget | None) -> None:
        super().__init__(_("For whom, and where?"), parent)
        self._people = list(people)
        self.add_text(_("What you can do depends on where you live. This stays on this computer."))
        form = QFormLayout()
        form.setSpacing(SMALL)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.who = ChoiceBox()
        for person in self._people:
            self.who.addItem(person_words(person), person.id)
        form.addRow(_("&For"), self.who)
        self.name = Field()
        self.name.setMaxLength(_MOST_NAME)
        self.name.setPlaceholderText(_("appears in the report; optional"))
        form.addRow(_("&Name"), self.name)
        self.region = QComboBox()
        # The label names the box alone; the field inside it would have no name.
        field = QLineEdit()
        field.setAccessibleName(_("Lives in"))
        self.region.setLineEdit(field)
        self.region.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.region.addItem(_("I do not want to say"), "")
        for code, name in region_choices():
            self.region.addItem(name, code)
        completer = QCompleter(self.region.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.region.setCompleter(completer)
        form.addRow(_("&Lives in"), self.region)
        self.column.addLayout(form)
        self._unknown = Notice(
            _("This place is not in the list. Choose one from it, or “I do not want to say”.")
        )
        self._unknown.hide()
        self.column.addWidget(self._unknown)
        self.region.editTextChanged.connect(self._unknown.hide)
        add = Button(_("Add another person"))
        add.clicked.connect(self._on_add)
        self.column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_buttons(_("Keep this"))
        self.who.currentIndexChanged.connect(self._on_who)
        self.who.setCurrentIndex([person.id for person in people].index(current.id))
        self._on_who(self.who.currentIndex())

    @property
    def person(self) -> str:
        """The id of who was chosen."""
        return self._people[self.who.currentIndex()].id

    def changes(self) -> dict[str, str]:
        """Return the new ``name`` and ``region`` of who was chosen, each only if it was changed.

        What cannot be shown here, such as a place that this version does not know, is not changed.
        """
        return {key: now for key, now in self._values().items() if now != self._before[key]}

    def _values(self) -> dict[str, str]:
        return {"name": self.name.text().strip(), "region": self.region.itemData(self._place())}

    def accept(self) -> None:
        """Close only with a place that is known, so that none is lost unseen."""
        if self._place() >= 0:
            super().accept()
            return
        self._unknown.show()
        self.region.setFocus()

    def _place(self) -> int:
        return self.region.findText(
            self.region.currentText().strip(), Qt.MatchFlag.MatchFixedString
        )

    @Slot(int)
    def _on_who(self, number: int) -> None:
        person = self._people[number]
        self.name.setText(person.name)
        self.region.setCurrentIndex(max(0, self.region.findData(person.region)))
        self._before = self._values()

    @Slot()
    def _on_add(self) -> None:
        self._people.append(new_person(""))
        self.who.addItem(_("another person"), self._people[-1].id)
        self.who.setCurrentIndex(len(self._people) - 1)
        self.name.setFocus()
