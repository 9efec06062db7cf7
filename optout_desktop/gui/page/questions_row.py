"""What a guide must know of the person beside where they live, as a row for each question."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from optout_desktop.checklist.checklist import Checklist, Question
from optout_desktop.checklist.words.questions import option_words, question_words
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.parts.choice_box import AskingBox
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.plain_text import without_shortcut
from optout_desktop.gui.parts.rows import Rows
from optout_desktop.gui.theme import LARGE, TINY

_ANSWER_CHARACTERS = 36


class AnswerBox(AskingBox):
    """The answers to one question."""

    def __init__(self, name: str, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._requests = requests
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_ANSWER_CHARACTERS)
        self.chosen.connect(self._on_chosen)

    @Slot(str)
    def _on_chosen(self, answer: str) -> None:
        self._requests.answer.emit(self._name, answer)


class QuestionCell(QWidget):
    """A question with its answers below it."""

    def __init__(self, name: str, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        self._label = Label("")
        self._box = AnswerBox(name, requests)
        self._label.setBuddy(self._box)
        column.addWidget(self._label)
        column.addWidget(self._box)

    def show_question(self, question: Question, service: str) -> None:
        """Show a question and what the person answered."""
        words = question_words(question, service)
        self._label.setText(without_shortcut(words))
        self._box.setAccessibleName(words)
        choices = [(option.code, option_words(option)) for option in question.options]
        self._box.show_choices(choices, question.current)


class QuestionsRow(QWidget):
    """One cell for each question that this guide depends on."""

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        row = FlowLayout(self, LARGE, at_bottom=True)
        self._cells = Rows[tuple[Question, str], QuestionCell](row, self._made, _show)

    def show_questions(self, checklist: Checklist) -> None:
        """Show the questions of a guide."""
        self._cells.show({one.name: (one, checklist.name) for one in checklist.questions})
        self.setVisible(bool(checklist.questions))

    def _made(self, asked: tuple[Question, str]) -> QuestionCell:
        return QuestionCell(asked[0].name, self._requests)


def _show(cell: QuestionCell, asked: tuple[Question, str]) -> None:
    cell.show_question(*asked)
