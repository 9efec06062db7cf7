"""What a person did, in words: "tick open, sent send, answer answer refused"."""

from optout_desktop.progress.events import Entry, What
from optout_desktop.progress.state import ServiceState, fold
from tests.entries import entry, events

WHATS: dict[str, What] = {
    "tick": "tick",
    "untick": "untick",
    "missing": "could-not-find",
    "note": "note",
    "sent": "sent",
    "answer": "answer",
    "state": "outcome",
    "undo": "undo",
}


def progress(words: str) -> ServiceState:
    """Return what stands after these deeds, parted by commas.

    Each is a word of ``WHATS`` and a step of the task "task", or of another task as "task/step";
    behind it stands the value: why a step is missing, what was answered. "state skipped" is said of
    the whole task, "state switch/skipped" of another; "state" alone takes that back. "undo 2" takes
    back the second deed.
    """
    deeds = (deed.split() for deed in words.split(",") if deed.strip())
    return fold(events(*(_entry(*deed) for deed in deeds)))


def _entry(word: str, where: str = "", value: str = "") -> Entry:
    what = WHATS[word]
    task, stroke, step = where.rpartition("/")
    task = task if stroke else "task"
    if what == "undo":
        return entry("undo", "", "", value=f"aaaaaaaa-{where}")
    if what == "outcome":
        return entry("outcome", task, "", value=step)
    if what == "could-not-find":
        return entry("could-not-find", task, step, value=value or "something-else")
    if what == "note":
        return entry("note", task, step, note=value)
    return entry(what, task, step, value=value)
