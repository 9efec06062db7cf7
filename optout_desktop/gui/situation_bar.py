"""What a guide must know of the person beside where they live: asked only where it matters."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.theme import HIT_HEIGHT, SMALL
from optout_desktop.guides.applying import Question, Situation, questions
from optout_desktop.guides.shape import Guide
from optout_desktop.guides.terms import Applies


def guide_rules(guide: Guide) -> tuple[Applies, ...]:
    """Collect every rule of a guide: its own, its tasks' and their steps'."""
    tasks = (rule for task in guide.tasks for rule in task.applies)
    steps = (rule for task in guide.tasks for step in task.steps for rule in step.applies)
    return (*guide.applies, *tasks, *steps)


def question_words(question: Question) -> str:
    """Ask one thing."""
    return {
        "region": _("Where do you live?"),
        "plan": _("Your account at {service}"),
        "age": _("Your age"),
        "role": _("Your part in the workspace"),
    }[question]


def answers(question: Question) -> tuple[tuple[str, str], ...]:
    """List the answers to a question, the unsaid one first."""
    unsaid = ("", _("not said"))
    if question == "plan":
        return (
            unsaid,
            ("free", _("free")),
            ("paid", _("paid by me")),
            ("work", _("from my work")),
            ("education", _("from my school or university")),
        )
    if question == "age":
        return (unsaid, ("adult", _("18 or older")), ("minor", _("under 18")))
    return (unsaid, ("member", _("I use it")), ("owner", _("I run it (owner, administrator)")))


class AnswerBox(QComboBox):
    """The answers to one question; ``answered`` carries the question and the answer."""

    answered = Signal(str, str)

    def __init__(self, question: Question, current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.setObjectName(question)
        self.setMinimumHeight(HIT_HEIGHT)
        for value, words in answers(question):
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(current)))
        self.activated.connect(self._on_activated)

    @Slot(int)
    def _on_activated(self, number: int) -> None:
        self.answered.emit(self._question, self.itemData(number))


class SituationBar(QWidget):
    """One row for each question that this guide depends on; ``answered`` hands answers on."""

    answered = Signal(str, str)

    def __init__(self, guide: Guide, situation: Situation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SMALL)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        asked = questions(guide_rules(guide))
        for question in (one for one in ("plan", "role", "age") if one in asked):
            box = AnswerBox(question, getattr(situation, question))
            words = question_words(question).format(service=guide.name)
            box.setAccessibleName(words)
            box.answered.connect(self.answered)
            form.addRow(words, box)
        self.setVisible(bool(asked))
