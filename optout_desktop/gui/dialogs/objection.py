"""What is kept of an objection: when it was sent, its number, and later what came back."""

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QButtonGroup, QDateEdit, QFormLayout, QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.outcome import reply_words
from optout_desktop.gui.dialogs.frame import Dialog
from optout_desktop.gui.parts.choice import Choice
from optout_desktop.gui.parts.field import Field
from optout_desktop.gui.theme import SMALL, TINY
from optout_desktop.progress.events import ANSWERS, Draft
from optout_desktop.progress.state import Objection

_MOST_REFERENCE = 120


class SentDialog(Dialog):
    """Asks for the date and, where there is one, the case number of an objection."""

    def __init__(
        self, step: tuple[str, str], objection: Objection, today: QDate, parent: QWidget | None
    ) -> None:
        super().__init__(_("When did you send it?"), parent)
        self._step = step
        self.add_text(
            _("Keep the date and the case number: they are what an authority asks for first.")
        )
        form = _form(self)
        self.date = _date_edit(objection.sent, today)
        form.addRow(_("&Date sent"), self.date)
        self.reference = Field(objection.reference)
        self.reference.setMaxLength(_MOST_REFERENCE)
        self.reference.setPlaceholderText(_("leave empty if there is none yet"))
        form.addRow(_("&Case number"), self.reference)
        self.add_buttons(_("Keep this"))

    def stated(self) -> Draft:
        """Tell what the person states."""
        return Draft(
            "sent",
            *self._step,
            date=_iso(self.date),
            reference=self.reference.text().strip(),
        )


class AnswerDialog(Dialog):
    """Asks what came back, and when."""

    def __init__(
        self, step: tuple[str, str], objection: Objection, today: QDate, parent: QWidget | None
    ) -> None:
        super().__init__(_("What did they answer?"), parent)
        self._step = step
        self.add_text(
            _("Keep the message itself too. An answer can come in time and still be a refusal.")
        )
        form = _form(self)
        self.date = _date_edit(objection.answered, today)
        form.addRow(_("&Date of the answer"), self.date)
        # None is chosen beforehand: what a person did not choose is not what they state.
        self._answers = QButtonGroup(self)
        choices = QVBoxLayout()
        choices.setSpacing(TINY)
        self.column.addLayout(choices)
        for number, answer in enumerate(ANSWERS):
            button = Choice(reply_words(answer))
            button.setObjectName(answer)
            button.setChecked(answer == objection.answer)
            self._answers.addButton(button, number)
            choices.addWidget(button)
        self._answers.idToggled.connect(self._on_chosen)
        self._keep = self.add_buttons(_("Keep this"))
        self._keep.setEnabled(self._answers.checkedButton() is not None)

    def stated(self) -> Draft:
        """Tell what the person states."""
        return Draft(
            "answer",
            *self._step,
            date=_iso(self.date),
            value=ANSWERS[self._answers.checkedId()],
        )

    @Slot(int, bool)
    def _on_chosen(self, _number: int, _checked: bool) -> None:
        self._keep.setEnabled(True)


def _form(dialog: Dialog) -> QFormLayout:
    form = QFormLayout()
    form.setSpacing(SMALL)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    dialog.column.addLayout(form)
    return form


def _date_edit(known: str, today: QDate) -> QDateEdit:
    edit = QDateEdit(QDate.fromString(known, "yyyy-MM-dd") if known else today)
    edit.setMaximumDate(today)
    edit.setCalendarPopup(True)
    edit.setDisplayFormat(_("d MMMM yyyy"))
    return edit


def _iso(edit: QDateEdit) -> str:
    return edit.date().toString("yyyy-MM-dd")
