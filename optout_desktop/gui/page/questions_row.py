"""What a guide must know of the person beside where they live, as a row for each question."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.parts.choice_box import AskingBox
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.plain_text import without_shortcut
from optout_desktop.gui.theme import LARGE, TINY
from optout_desktop.guides.format.shape import Guide
from optout_desktop.situation.questions import Asking, asked
from optout_desktop.situation.rules import Situation

_ANSWER_CHARACTERS = 36


class AnswerBox(AskingBox):
    """The answers to one question."""

    def __init__(self, asking: Asking, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(asking.choices, asking.current, parent)
        self._name = asking.name
        self._requests = requests
        self.setObjectName(asking.name)
        self.setAccessibleName(asking.text)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_ANSWER_CHARACTERS)
        self.chosen.connect(self._on_chosen)

    @Slot(str)
    def _on_chosen(self, answer: str) -> None:
        self._requests.answer.emit(self._name, answer)


class SituationBar(QWidget):
    """One row for each question that this guide depends on."""

    def __init__(
        self,
        guide: Guide,
        situation: Situation,
        requests: Requests,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = FlowLayout(self, LARGE, at_bottom=True)
        askings = asked(guide, situation)
        for asking in askings:
            box = AnswerBox(asking, requests)
            row.addWidget(_below_its_question(asking.text, box))
        self.setVisible(bool(askings))


def _below_its_question(text: str, box: AnswerBox) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(TINY)
    label = Label(without_shortcut(text))
    label.setBuddy(box)
    column.addWidget(label)
    column.addWidget(box)
    return cell
