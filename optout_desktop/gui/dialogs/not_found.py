"""When a step is not what the person sees: which of the usual reasons, and the other way."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.guide import doubts, place_words
from optout_desktop.gui.dates import written
from optout_desktop.gui.dialogs.frame import Dialog
from optout_desktop.gui.page.sources import age_words
from optout_desktop.gui.page.step_details import path_words
from optout_desktop.gui.parts.choice import Choice
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.link_button import link_buttons
from optout_desktop.gui.parts.notice import Notice
from optout_desktop.gui.parts.text_area import TextArea
from optout_desktop.gui.picture.view import PictureView
from optout_desktop.guides.format.freshness import failed_words
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.tasks import Step, Way
from optout_desktop.progress.events import COULD_NOT_FIND_REASONS, Draft
from optout_desktop.situation.regions import holds_in


def reason_words(reason: str) -> str:
    """Say a reason as the person would."""
    return {
        "not-there": _("The row, switch or form is not there"),
        "other-words": _("Something like it is there, but with other words"),
        "other-page": _("The link opens another page"),
        "greyed-out": _("It is there, but it cannot be changed"),
        "sign-in": _("I am asked to sign in"),
        "other-device": _("I am using another device"),
        "something-else": _("Something else"),
    }[reason]


def advice(reason: str, service: str) -> str:
    """Say what usually helps."""
    return {
        "not-there": _(
            "Pages differ by country, account and age of the app. Try the other way below. If it "
            "is not there either, it may not be offered to you."
        ),
        "other-words": _(
            "Companies reword their pages. If what you see clearly means the same, use it, and "
            "write the words that you saw into the note."
        ),
        "other-page": _(
            "Sign in to {service} first, then open the link again. If it still leads elsewhere, "
            "take the click path below."
        ),
        "greyed-out": _(
            "Somebody else may decide: your employer or school for a work account, a parent for a "
            "young person's account. Ask them, and note it."
        ),
        "sign-in": _("Sign in in your browser, then come back here and open the link again."),
        "other-device": _("The way on other devices is below, where we know it."),
        "something-else": _("Describe it in the note. Try the other way below, where we know one."),
    }[reason].format(service=service)


class NotFoundDialog(Dialog):
    """Asks why, shows the other ways, and records "could not find"."""

    open_requested = Signal(str)
    copy_requested = Signal(str)

    def __init__(
        self,
        guide: Guide,
        task: str,
        step: Step,
        today: date,
        region: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(_("What do you see instead?"), parent)
        self._guide, self._task, self._step = guide, task, step
        self._today = today
        self.add_text(step.title)
        self._reasons = QButtonGroup(self)
        for number, reason in enumerate(COULD_NOT_FIND_REASONS):
            button = Choice(reason_words(reason))
            button.setObjectName(reason)
            self._reasons.addButton(button, number)
            self.column.addWidget(button)
        self._reasons.button(0).setChecked(True)
        self._reasons.idToggled.connect(self._on_reason)
        self._advice = Notice(advice(COULD_NOT_FIND_REASONS[0], guide.name))
        self.column.addWidget(self._advice)
        if step.missing:
            self.add_text(step.missing)
        if step.missing_means == "not-offered":
            self.add_text(
                _("If it is not there, it is not offered to you, and this task is settled.")
            )
        for way in _other_ways(step, region):
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
        self.column.addWidget(Label(_other_way(way), bold=True))
        for text in (way.text, way.address):
            if text:
                self.add_text(text)
        for doubt in doubts(way):
            self.column.addWidget(Notice(doubt))
        if way.failed:
            self.column.addWidget(Notice(failed_words(way.failed, written)))
        self.column.addWidget(Label(age_words(self._guide, way, self._today), "caption", "mute"))
        if way.picture:
            view = PictureView()
            view.show_picture(way.picture, "before")
            self.column.addWidget(view)
        if way.url:
            buttons = QWidget()
            row = FlowLayout(buttons)
            opens, copies = link_buttons(way.url, main=False)
            opens.requested.connect(self.open_requested)
            copies.requested.connect(self.copy_requested)
            row.addWidget(opens)
            row.addWidget(copies)
            self.column.addWidget(buttons)

    @Slot(int, bool)
    def _on_reason(self, number: int, checked: bool) -> None:
        if checked:
            self._advice.label.setText(advice(COULD_NOT_FIND_REASONS[number], self._guide.name))


def _other_way(way: Way) -> str:
    where, path = place_words(way), path_words(way.path)
    if where and path:
        return _("Another way, {surface}: {path}").format(surface=where, path=path)
    if where:
        return _("Another way, {surface}.").format(surface=where)
    return _("Another way: {path}").format(path=path) if path else _("Another way.")


def _other_ways(step: Step, region: str) -> tuple[Way, ...]:
    """List the other ways for somebody in a region: the click path of the step itself is first."""
    own = (
        (
            Way(
                step.sources,
                step.surface,
                step.place,
                path=step.path,
                as_of=step.as_of,
                seen_live=step.seen_live,
                confidence=step.confidence,
            ),
        )
        if step.path
        else ()
    )
    return (*own, *(way for way in step.ways if holds_in(way.regions, region)))
