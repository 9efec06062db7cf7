"""When a step is not what the person sees: which of the usual reasons, and the other way."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.checklist import Checklist
from optout_desktop.checklist.tasks import Step, Way
from optout_desktop.checklist.words.age import age_words, failed_words
from optout_desktop.checklist.words.doubt import doubts
from optout_desktop.checklist.words.step import (
    advice_words,
    reason_words,
    way_title,
)
from optout_desktop.gui.dialogs.frame import Dialog
from optout_desktop.gui.parts.choice import Choice
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.link_button import CopyLinkButton, OpenButton
from optout_desktop.gui.parts.notice import Notice
from optout_desktop.gui.parts.plain_text import isolated
from optout_desktop.gui.parts.text_area import TextArea
from optout_desktop.gui.picture.view import PictureView
from optout_desktop.progress.events import COULD_NOT_FIND_REASONS, Draft


class NotFoundDialog(Dialog):
    """Asks why, shows the other ways, and records "could not find"."""

    open_requested = Signal(str)
    copy_requested = Signal(str)

    def __init__(self, checklist: Checklist, task: str, step: Step, parent: QWidget | None) -> None:
        super().__init__(_("What do you see instead?"), parent)
        self._checklist, self._task, self._step = checklist, task, step
        self.add_text(step.title)
        self._reasons = QButtonGroup(self)
        for number, reason in enumerate(COULD_NOT_FIND_REASONS):
            button = Choice(reason_words(reason))
            button.setObjectName(reason)
            self._reasons.addButton(button, number)
            self.column.addWidget(button)
        self._reasons.button(0).setChecked(True)
        self._reasons.idToggled.connect(self._on_reason)
        self._advice = Notice(advice_words(COULD_NOT_FIND_REASONS[0], checklist.name))
        self.column.addWidget(self._advice)
        if step.missing:
            self.add_text(step.missing)
        if step.missing_means == "not-offered":
            self.add_text(
                _("If it is not there, it is not offered to you, and this task is settled.")
            )
        for way in (step, *step.ways) if step.path else step.ways:
            self._add_way(way)
        self.note = TextArea("")
        self.note.setPlaceholderText(_("What you see instead, in your own words (optional)."))
        self.note.setAccessibleName(_("What you see instead"))
        self.column.addWidget(self.note)
        self.add_text(
            _(
                "“Could not find” goes into your report, so that it stays honest. You can still do "
                "the step later."
            )
        )
        self.add_buttons(_("Record “could not find”"))

    def stated(self) -> Draft:
        """Tell what the person states."""
        return Draft(
            "could-not-find",
            self._task,
            self._step.id,
            value=COULD_NOT_FIND_REASONS[self._reasons.checkedId()],
            note=self.note.text().strip(),
        )

    def _add_way(self, way: Way) -> None:
        """Add another way; the step's own click path is one too, beside its link."""
        is_own = way is self._step
        failed = failed_words(way.age.failed)
        self.column.addWidget(Label(way_title(way, isolated), bold=True))
        for text in filter(None, () if is_own else (way.text, way.address)):
            self.add_text(text)
        for doubt in filter(None, (*doubts(way), "" if is_own else failed)):
            self.column.addWidget(Notice(doubt))
        age = age_words(way.age, self._checklist.sources)
        self.column.addWidget(Label(age, "caption", "mute"))
        if is_own:
            return
        if way.picture:
            view = PictureView()
            view.show_picture(way.picture, "before")
            self.column.addWidget(view)
        if way.url:
            buttons = QWidget()
            row = FlowLayout(buttons)
            opens, copies = OpenButton(way.url), CopyLinkButton(way.url)
            opens.requested.connect(self.open_requested)
            copies.requested.connect(self.copy_requested)
            row.addWidget(opens)
            row.addWidget(copies)
            self.column.addWidget(buttons)

    @Slot(int, bool)
    def _on_reason(self, number: int, checked: bool) -> None:
        if checked:
            reason = COULD_NOT_FIND_REASONS[number]
            self._advice.label.setText(advice_words(reason, self._checklist.name))
