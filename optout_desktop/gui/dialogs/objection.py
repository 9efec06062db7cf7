"""What is kept of an objection: when it was sent, its number, and later what came back."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QFormLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.dialogs.frame import Dialog
from optout_desktop.gui.parts.field import ChoiceBox, Field
from optout_desktop.gui.theme import SMALL
from optout_desktop.guides.tasks import Step
from optout_desktop.progress.events import Event
from optout_desktop.progress.state import Objection

ANSWERS = ("accepted", "partly", "refused", "question")
_MOST_REFERENCE = 120


def answer_words(answer: str) -> str:
    """Name an answer."""
    return {
        "accepted": _("They accepted it"),
        "partly": _("They accepted a part of it"),
        "refused": _("They refused it"),
        "question": _("They asked me something first"),
    }[answer]


class SentDialog(Dialog):
    """Asks for the date and, where there is one, the case number of an objection."""

    def __init__(
        self, task: str, step: Step, objection: Objection, today: QDate, parent: QWidget | None
    ) -> None:
        super().__init__(_("When did you send it?"), parent)
        self._task, self._step = task, step
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

    def stated(self) -> Event:
        """Tell what the person states."""
        return Event(
            0,
            "",
            "",
            "sent",
            self._task,
            self._step.id,
            date=_iso(self.date),
            reference=self.reference.text().strip(),
        )


class AnswerDialog(Dialog):
    """Asks what came back, and when."""

    def __init__(
        self, task: str, step: Step, objection: Objection, today: QDate, parent: QWidget | None
    ) -> None:
        super().__init__(_("What did they answer?"), parent)
        self._task, self._step = task, step
        self.add_text(
            _("Keep the message itself too. An answer can come in time and still be a refusal.")
        )
        form = _form(self)
        self.date = _date_edit(objection.answered, today)
        form.addRow(_("&Date of the answer"), self.date)
        self.answer = ChoiceBox()
        for answer in ANSWERS:
            self.answer.addItem(answer_words(answer), answer)
        if objection.answer in ANSWERS:
            self.answer.setCurrentIndex(ANSWERS.index(objection.answer))
        form.addRow(_("&Answer"), self.answer)
        self.add_buttons(_("Keep this"))

    def stated(self) -> Event:
        """Tell what the person states."""
        return Event(
            0,
            "",
            "",
            "answer",
            self._task,
            self._step.id,
            date=_iso(self.date),
            value=ANSWERS[self.answer.currentIndex()],
        )


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
