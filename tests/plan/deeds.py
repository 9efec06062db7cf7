"""What a person did, in words: "tick open, sent send, answer answer refused"."""

from optout_desktop.progress.events import Event, What
from optout_desktop.progress.state import ServiceState, fold

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
    deeds = [deed.split() for deed in words.split(",") if deed.strip()]
    return fold(_event(count, *deed) for count, deed in enumerate(deeds, 1))


def _event(count: int, word: str, where: str = "", value: str = "") -> Event:
    what = WHATS[word]
    task, stroke, step = where.rpartition("/")
    task = task if stroke else "task"
    if what == "undo":
        task, step, value = "", "", f"aaaaaaaa-{where}"
    if what == "outcome":
        step, value = "", step
    if what == "could-not-find":
        value = value or "something-else"
    at = f"2026-11-23T10:{count:02}:00+01:00"
    return Event(count, "aaaaaaaa", at, what, task, step, value=value, note=value)
