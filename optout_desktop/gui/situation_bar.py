"""What a guide must know of the person beside where they live: asked only where it matters."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.theme import HIT_HEIGHT, SMALL
from optout_desktop.guides.applying import Asked, Situation, questions
from optout_desktop.guides.shape import Guide, Question
from optout_desktop.guides.terms import Applies

_ANSWER_CHARACTERS = 30


def guide_rules(guide: Guide) -> tuple[Applies, ...]:
    """Collect every rule of a guide: its own, its tasks' and their steps'."""
    tasks = (rule for task in guide.tasks for rule in task.applies)
    steps = (rule for task in guide.tasks for step in task.steps for rule in step.applies)
    return (*guide.applies, *tasks, *steps)


def question_words(asked: Asked, service: str) -> str:
    """Ask one thing."""
    return {
        "plan": _("Your account at {service}"),
        "age": _("Your age"),
        "role": _("Your part in the workspace"),
    }[asked].format(service=service)


def answers(asked: Asked) -> tuple[tuple[str, str], ...]:
    """List what can be answered, the unsaid one first."""
    unsaid = ("", _("not said"))
    if asked == "plan":
        return (
            unsaid,
            ("free", _("free")),
            ("paid", _("paid by me")),
            ("work", _("from my work")),
            ("education", _("from my school or university")),
        )
    if asked == "age":
        return (unsaid, ("adult", _("18 or older")), ("minor", _("under 18")))
    return (
        unsaid,
        ("member", _("I use it")),
        ("owner", _("I run it (owner, administrator)")),
        ("outside", _("I do not use it, but my data is in it")),
    )


def own_answers(question: Question) -> tuple[tuple[str, str], ...]:
    """List the answers to a question of the guide, the unsaid one first."""
    return (
        ("", _("not said")),
        *((option.id, option.label) for option in question.options),
    )


def own_answer(question: Question, situation: Situation) -> str:
    """Find what the person answered to a question of the guide."""
    given = (answer.partition("/") for answer in situation.answers)
    return next((option for asked, _stroke, option in given if asked == question.id), "")


class AnswerBox(QComboBox):
    """The answers to one question; ``answered`` carries its name and the answer."""

    answered = Signal(str, str)

    def __init__(
        self,
        name: str,
        choices: tuple[tuple[str, str], ...],
        current: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.setObjectName(name)
        self.setMinimumHeight(HIT_HEIGHT)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_ANSWER_CHARACTERS)
        for value, words in choices:
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(current)))
        self.activated.connect(self._on_activated)

    @Slot(int)
    def _on_activated(self, number: int) -> None:
        self.answered.emit(self._name, self.itemData(number))


class SituationBar(QWidget):
    """One row for each question that this guide depends on; ``answered`` hands answers on."""

    answered = Signal(str, str)

    def __init__(self, guide: Guide, situation: Situation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(SMALL)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        asked = questions(guide_rules(guide))
        fixed: tuple[Asked, ...] = ("plan", "role", "age")
        for one in fixed:
            if one in asked:
                box = AnswerBox(one, answers(one), getattr(situation, one))
                self._add(question_words(one, guide.name), box)
        for question in guide.questions:
            current = own_answer(question, situation)
            box = AnswerBox(f"answers/{question.id}", own_answers(question), current)
            self._add(question.text, box)
        self.setVisible(bool(self._form.rowCount()))

    def _add(self, words: str, box: AnswerBox) -> None:
        box.setAccessibleName(words)
        box.answered.connect(self.answered)
        label = Label(words)
        label.setBuddy(box)
        self._form.addRow(label, box)
