"""What a person asks for on the page of a guide; the frame around it does it."""

from PySide6.QtCore import QObject, Signal


class Requests(QObject):
    """Handed to every widget of a page, however deep: each one asks here, and nothing is relayed.

    Steps are named by the ids of their task and of themselves.
    """

    opened = Signal(str, str)
    """A step is to be looked at."""
    ticked = Signal(str, str)
    unticked = Signal(str, str)
    record = Signal(str, str)
    """The date of what was sent, or the answer to it, is to be noted."""
    letter = Signal(str, str)
    not_found = Signal(str, str)
    note = Signal(str, str, str)
    """The text stands for the note that was there."""
    outcome = Signal(str, str)
    """Of a whole task, as ``Event.value`` names it; empty takes it back."""
    link = Signal(str)
    """The address is to be opened in the browser."""
    copy = Signal(str)
    where = Signal()
    """The person wants to say where they live."""
    account = Signal(str)
    answer = Signal(str, str)
    """To a question, as ``situation.questions`` names it."""
    service = Signal(str)
    """The guide with this slug is to be opened."""
